import { say } from '../../core/values/text.ts'
import type { Command } from '../command.ts'
import { endingOf } from '../exit-code.ts'
import { dataOption, withCasebook } from './with-casebook.ts'

export const importCommand: Command = {
  name: 'import',
  summary: { zh: '把案件文件夹收进案件库', en: 'Take a case folder into the casebook' },
  usage: {
    zh: `文件夹本身不改动；证据原件复制进案件库。--anew 另存一份新案件。
例：youju import examples/self-operated-fault`,
    en: `The folder is not changed; its originals are copied. --anew keeps it as a new case.
Example: youju import examples/self-operated-fault`,
  },
  operands: ['FOLDER'],
  options: { anew: { summary: { zh: '另存为新案件', en: 'keep it as a new case' } }, ...dataOption },
  run: (context) =>
    withCasebook(context, async (book) => {
      const { importFolder } = await import('../../server/casebook/import-folder.ts')
      const { operands, options, json, lang, print, report } = context
      const imported = await importFolder(book, operands[0] ?? '.', { anew: options.anew !== undefined })
      if (!imported.ok) {
        report(imported.refusal.text)
        return imported.refusal.code === 'case-there-already' ? 'falls-short' : endingOf(imported.refusal)
      }
      const { caseId, events, exhibits } = imported.value
      if (json) await print(`${JSON.stringify({ case: caseId, events, exhibits })}\n`)
      else
        await print(
          `${say({ zh: `已收进案件库：${caseId}（${events} 条记录，${exhibits} 件证据）`, en: `Kept: ${caseId} (${events} records, ${exhibits} exhibits)` }, lang)}\n`,
        )
      return 'holds'
    }),
}

import { findingWords } from '../../core/case/log/finding-words.ts'
import { refuse } from '../../core/values/refusal.ts'
import { say } from '../../core/values/text.ts'
import type { Casebook } from '../../server/casebook/casebook.ts'
import { casebookOptions, withCasebook } from '../casebook/with-casebook.ts'
import type { Command } from '../command.ts'
import { endingOf } from '../exit-code.ts'
import { isThere, thereAlready, writeNewFile } from './new-file.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: { zh: '把一个案件导出成案件文件夹或 ZIP', en: 'Export a case as a case folder or a ZIP' },
  usage: {
    zh: `写出 case.yaml、证据原件和校验值（youju import、youju pack 都能读），另有全部记录 events.jsonl 和链头 head.json。
-o 以 .zip 结尾就写成一个 ZIP，否则写成新文件夹；已有的不会覆盖。导出的链头记在案件库里，以后可查出记录有没有被删改。
例：youju export 20261120-k3f9q -o 手表案.zip`,
    en: `Writes case.yaml, the originals and their digests (youju import and youju pack read them), and all records in
events.jsonl with the head of their chain in head.json. With -o NAME.zip a ZIP, else a new folder; nothing that is there
is overwritten. The head is noted in the casebook, so that records dropped or rewritten later are found.
Example: youju export 20261120-k3f9q -o watch.zip`,
  },
  operands: ['CASE'],
  options: {
    out: { short: 'o', takes: 'DIR|FILE.zip', summary: { zh: '写到哪里', en: 'where to' } },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book) => {
      const { operands, options, json, lang, print, report } = context
      const written = await writeTo(book, operands[0] ?? '', options.out)
      if (!written.ok) {
        report(written.refusal.text)
        return endingOf(written.refusal)
      }
      const { caseId, events, exhibits, findings } = written.value
      if (json)
        await print(`${JSON.stringify({ case: caseId, to: options.out, events, exhibits, findings }, null, 2)}\n`)
      else {
        const summary = {
          zh: `已导出 ${caseId}（${events} 条记录，${exhibits} 件证据）：${options.out}`,
          en: `Exported ${caseId} (${events} records, ${exhibits} exhibits): ${options.out}`,
        }
        await print(
          `${[...findings.map((finding) => say(findingWords(finding), lang)), say(summary, lang)].join('\n')}\n`,
        )
      }
      return findings.length === 0 ? 'holds' : 'falls-short'
    }),
}

async function writeTo(book: Casebook, caseId: string, path: string | undefined) {
  const { exportCase, exportCaseFolder } = await import('../../server/casebook/archive/export-case.ts')
  if (path === undefined)
    return refuse('option-missing', {
      zh: '请写明导出到哪里：-o 文件夹 或 -o 文件.zip',
      en: 'Name where to: -o FOLDER or -o FILE.zip',
    })
  if (path.toLowerCase().endsWith('.zip')) return writeNewFile(path, (sink) => exportCase(book, caseId, sink))
  return (await isThere(path)) ? thereAlready(path) : exportCaseFolder(book, caseId, path)
}

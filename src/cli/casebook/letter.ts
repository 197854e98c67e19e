import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { say } from '../../core/values/text.ts'
import type { Command } from '../command.ts'
import { endingOf } from '../exit-code.ts'
import { casebookOptions, withCasebook } from './with-casebook.ts'

export const letterCommand: Command = {
  name: 'letter',
  summary: { zh: '写一份文书', en: 'Write one paper' },
  usage: {
    zh: `KIND 是文书代号（如 letter-layered、complaint-12315）；格式按 -o 的扩展名（pdf、docx、txt）。已有的文件不会覆盖。
例：youju letter 20261120-k3f9q letter-layered -o 投诉函.docx`,
    en: `KIND is a paper’s id (letter-layered, complaint-12315 …); the format follows the ending of -o (pdf, docx, txt). A file
that is there is not overwritten.
Example: youju letter 20261120-k3f9q letter-layered -o letter.docx`,
  },
  operands: ['CASE', 'KIND'],
  options: {
    out: { short: 'o', takes: 'FILE', summary: { zh: '写到哪个文件', en: 'the file to write' } },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book) => {
      const [{ paperOf }, { openReader }] = await Promise.all([
        import('../../server/casebook/paper-of.ts'),
        import('../../server/reading/reader.ts'),
      ])
      const { operands, options, json, lang, print, report } = context
      const [caseId = '', kind = ''] = operands
      if (options.out === undefined) {
        report({ zh: '请写明输出文件：-o 文件名', en: 'Name the file to write: -o FILE' })
        return 'misused'
      }
      const reader = openReader()
      const paper = await paperOf(book, reader, caseId, { paper: kind }).finally(() => reader.close())
      if (!paper.ok) {
        report(paper.refusal.text)
        return endingOf(paper.refusal)
      }
      const { written, withheld } = paper.value
      const format = extname(options.out)
      const made = written.find(({ entry }) => entry.file.endsWith(format) && format !== '')
      if (made === undefined) {
        const lacks = withheld.flatMap(({ missing }) =>
          missing.map(({ name, how }) => (how ? `${name}——${how}` : name)),
        )
        const formats = written.map(({ entry }) => extname(entry.file)).join('、')
        report(
          lacks.length > 0
            ? { zh: `还不能写，缺：${lacks.join('；')}`, en: `Cannot be written yet; lacking: ${lacks.join('; ')}` }
            : {
                zh: `这份文书没有 ${format} 格式；有：${formats}`,
                en: `This paper has no ${format}; there is: ${formats}`,
              },
        )
        return lacks.length > 0 ? 'falls-short' : 'misused'
      }
      await writeFile(options.out, made.bytes, { flag: 'wx' })
      if (json) await print(`${JSON.stringify({ ...made.entry, file: options.out })}\n`)
      else await print(`${say({ zh: '已写好', en: 'Written' }, lang)}  ${options.out}\n`)
      return 'holds'
    }),
}

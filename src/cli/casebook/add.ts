import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { evidenceKinds } from '../../core/values/evidence-kind.ts'
import { say } from '../../core/values/text.ts'
import { kindOf } from '../../server/pack/case-folder-files.ts'
import type { Command } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'
import { choiceOf, listOf } from './option-values.ts'
import { casebookOptions, withCasebook } from './with-casebook.ts'

/** Seven words a line, so that help fits a terminal. */
function lines(words: readonly string[]): string {
  const rows = Array.from({ length: Math.ceil(words.length / 7) }, (_, row) => words.slice(row * 7, row * 7 + 7))
  return rows.map((row) => `  ${row.join(' ')}`).join('\n')
}

export const addCommand: Command = {
  name: 'add',
  summary: { zh: '加入证据：原件存进案件库，不改动', en: 'Add evidence: the originals are kept, unchanged' },
  usage: {
    zh: `同一份文件只算一件证据。一次加一个文件时可以说明它是什么。种类：
${lines(evidenceKinds)}
例：youju add 20261120-k3f9q 订单.png --kind order-page --shows order-number,price`,
    en: `The same file is one exhibit. With one file you can say what it is. Kinds:
${lines(evidenceKinds)}
Example: youju add 20261120-k3f9q order.png --kind order-page --shows order-number,price`,
  },
  operands: ['CASE', 'FILE…'],
  options: {
    kind: {
      takes: 'KIND',
      summary: { zh: '种类，如 chat、order-page', en: 'what kind, such as chat, order-page' },
    },
    title: { takes: 'TEXT', summary: { zh: '名称；默认文件名', en: 'title; default: the file’s name' } },
    shows: {
      takes: 'A,B',
      summary: { zh: '能看清什么（代号见 advise）', en: 'what it legibly shows (ids: see advise)' },
    },
    proves: { takes: 'TEXT', summary: { zh: '证明什么，一句话', en: 'what it proves, in a sentence' } },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book): Promise<Ending> => {
      const { addEvidence } = await import('../../server/casebook/add-evidence.ts')
      const { operands, options, json, lang, print, report } = context
      const [caseId = '', ...files] = operands
      const kind = choiceOf(options, 'kind', evidenceKinds, 'other')
      if (!kind.ok) {
        report(kind.refusal.text)
        return 'misused'
      }
      const described = {
        kind: kind.value,
        shows: listOf(options, 'shows'),
        ...(options.title === undefined ? {} : { title: options.title }),
        ...(options.proves === undefined ? {} : { proves: options.proves }),
      }
      let ending: Ending = 'holds'
      for (const file of files) {
        if ((await kindOf(file)) !== 'file') {
          report({ zh: `${file} 不是可读的普通文件，没有加入`, en: `${file} is no ordinary file and was not added` })
          ending = 'misused'
          continue
        }
        const added = await addEvidence(book, caseId, {
          name: basename(file),
          content: createReadStream(file, { highWaterMark: 1 << 20 }),
          described,
        })
        if (!added.ok) {
          report(added.refusal.text)
          ending = endingOf(added.refusal)
          continue
        }
        const { exhibit, changed } = added.value
        if (json) await print(`${JSON.stringify({ case: caseId, file, exhibit, changed })}\n`)
        else {
          const kept = changed ? { zh: '已加入', en: 'added' } : { zh: '已经有了', en: 'there already' }
          await print(`${exhibit}  ${file}  ${say(kept, lang)}\n`)
        }
      }
      return ending
    }),
}

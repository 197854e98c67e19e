import type { Command } from '../command.ts'
import { casebookOptions, withCasebook } from './with-casebook.ts'

/** More than anyone reads; a search narrows it. */
const MOST = 200

export const listCommand: Command = {
  name: 'list',
  summary: { zh: '列出案件库里的案件，最近改动的在前', en: 'List the kept cases, the last changed first' },
  usage: {
    zh: `例：youju list
    youju list --words "退货 运费"`,
    en: `Example: youju list
         youju list --words "SN-12"`,
  },
  operands: [],
  options: {
    words: { takes: 'WORDS', summary: { zh: '只列含有这些词的', en: 'only those that hold these words' } },
    open: { summary: { zh: '只列没有结束的', en: 'only open ones' } },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async ({ store }) => {
      const { options, now, json, lang, print } = context
      const rows = await store.cases({
        now,
        limit: MOST,
        ...(options.words === undefined ? {} : { words: options.words }),
        ...(options.open === undefined ? {} : { status: 'open' }),
      })
      if (json) await print(`${JSON.stringify(rows, null, 2)}\n`)
      else {
        const { listWords } = await import('./casebook-words.ts')
        await print(listWords(rows, lang))
      }
      return 'holds'
    }),
}

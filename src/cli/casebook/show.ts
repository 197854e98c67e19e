import type { Command } from '../command.ts'
import { endingOf } from '../exit-code.ts'
import { casebookOptions, withCasebook } from './with-casebook.ts'

export const showCommand: Command = {
  name: 'show',
  summary: { zh: '看一个案件的记录，每条有编号', en: 'Show the records of a case, each with its number' },
  usage: {
    zh: `按记下的先后列出全部记录；编号从 0 起，更正用它。末尾是盖过的时间戳。--json 给出案件本身、链头（可另存别处，以后证明没有少记录）和时间戳。
例：youju show 20261120-k3f9q`,
    en: `Every record in the order it was kept, counted from 0, which is what correct takes; then its time stamps. --json
gives the case, its time stamps and the head of its chain (keep it elsewhere to show later that nothing was cut off).
Example: youju show 20261120-k3f9q`,
  },
  operands: ['CASE'],
  options: { ...casebookOptions },
  run: (context) =>
    withCasebook(context, async (book) => {
      const { keptCase } = await import('../../server/casebook/kept-case.ts')
      const { operands, json, lang, print, report } = context
      const kept = await keptCase(book, operands[0] ?? '')
      if (!kept.ok) {
        report(kept.refusal.text)
        return endingOf(kept.refusal)
      }
      const { kase, links } = kept.value
      const [{ stampsOf }, { rootsFor }] = await Promise.all([
        import('../../server/casebook/proofs/stamp-case.ts'),
        import('../proof/authorities.ts'),
      ])
      const roots = await rootsFor(context.options)
      const stamps = await stampsOf(book, kept.value, roots.ok ? roots.value : [])
      const head = links.at(-1)
      if (json) {
        const chain = { version: head?.version ?? 0, hash: head?.hash ?? '' }
        await print(`${JSON.stringify({ case: kase, head: chain, stamps }, null, 2)}\n`)
        return 'holds'
      }
      const { eventWords } = await import('./event-words.ts')
      const { stampWords } = await import('../proof/stamp-case.ts')
      await print(eventWords(links, lang) + stamps.map((stamp) => `${stampWords(stamp, lang)}\n`).join(''))
      return 'holds'
    }),
}

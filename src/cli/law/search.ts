import { shortCite } from '../../core/knowledge/provision-ref.ts'
import { searchLaw } from '../../core/search/law-search.ts'
import { dayOf } from '../../core/values/instant.ts'
import { readKnowledge } from '../../server/pack/knowledge-folder.ts'
import type { Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { inOption } from '../messages.ts'
import { badCount, nothingFound } from './words.ts'

const MOST = 100

/** Prints the provisions that fit the words, best first. */
export async function searchLaws(words: string, { options, lang, now, json, print, report }: Context): Promise<Ending> {
  const most = Number(options.top ?? 10)
  if (!Number.isInteger(most) || most < 1 || most > MOST) {
    report(inOption('-n', badCount(options.top ?? '', MOST)))
    return 'misused'
  }
  const knowledge = await readKnowledge(undefined, lang)
  const hits = searchLaw(words, knowledge, { most, today: dayOf(now) })
  if (json) await print(`${JSON.stringify(hits, null, 2)}\n`)
  else
    await print(hits.map(({ ref, title }, i) => `${i + 1}. ${ref}  ${shortCite(knowledge, ref)}  ${title}\n`).join(''))
  if (hits.length > 0) return 'holds'
  report(nothingFound())
  return 'falls-short'
}

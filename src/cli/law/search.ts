import { shortCite } from '../../core/knowledge/provision-ref.ts'
import { searchLaw } from '../../core/search/law-search.ts'
import { dayOf } from '../../core/values/instant.ts'
import { say } from '../../core/values/text.ts'
import { readKnowledge } from '../../server/pack/knowledge-folder.ts'
import { readStatutes } from '../../server/pack/statutes/statute-shelf.ts'
import { dataFolder } from '../casebook/with-casebook.ts'
import type { Context } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { inOption } from '../messages.ts'
import { badCount, importedMark, nothingFound } from './words.ts'

const MOST = 100

/** Prints the provisions that fit the words, best first. */
export async function searchLaws(words: string, { options, lang, now, json, print, report }: Context): Promise<Ending> {
  const most = Number(options.top ?? 10)
  if (!Number.isInteger(most) || most < 1 || most > MOST) {
    report(inOption('-n', badCount(options.top ?? '', MOST)))
    return 'misused'
  }
  const knowledge = await readKnowledge(undefined, lang)
  const statutes = await readStatutes(options.data ?? dataFolder())
  const hits = searchLaw(words, knowledge, { most, today: dayOf(now), statutes })
  const lines = hits.map(({ ref, title, imported }, i) => {
    const line = `${i + 1}. ${ref}  ${shortCite(knowledge, ref)}  ${title}`
    return imported ? `${i + 1}. ${ref}  ${title}  ${say(importedMark(imported.file), lang)}\n` : `${line}\n`
  })
  await print(json ? `${JSON.stringify(hits, null, 2)}\n` : lines.join(''))
  if (hits.length > 0) return 'holds'
  report(nothingFound())
  return 'falls-short'
}

import { type ImportedArticle, imported, statuteOn } from '../knowledge/statutes/imported-statutes.ts'
import type { Statute } from '../knowledge/statutes/statute.ts'
import { fits, shelfOf } from './fit.ts'
import { type Evener, isSingle } from './search-text.ts'

/** How much a word says in an article, its heading and the title of the law, and how far long articles count less. */
const weights = { text: 1, under: 0.5, title: 0.5 } as const
const LONG_ARTICLE = 0.6
/** An article is looked at when so many pairs of the question stand in it as they are. */
const ENOUGH = 2

export type FoundArticle = { readonly article: ImportedArticle; readonly score: number }

/**
 * The articles of imported statutes that fit the units, of each law in its version of the day. `isHeld` tells which are
 * left out: those the base says in its own words. Official words are made even only where pairs of the question stand.
 */
export function searchStatutes(
  units: ReadonlyMap<string, number>,
  statutes: readonly Statute[],
  { even, today, isHeld }: { even: Evener; today: string; isHeld: (statute: Statute, article: string) => boolean },
): FoundArticle[] {
  const pairs = [...units.keys()].filter((unit) => !isSingle(unit)).map((unit) => unit.replaceAll('|', ''))
  const enough = Math.min(ENOUGH, pairs.length)
  if (enough === 0) return []
  const looked = statutes
    .filter((statute) => statuteOn(statutes, statute, today) === statute)
    .flatMap((statute) => statute.articles.map((article) => ({ statute, article })))
    .filter(({ statute, article }) => standIn(article.text, pairs, enough) && !isHeld(statute, article.article))
  const shelf = shelfOf(
    looked.map(({ statute, article }) => [
      { text: even(article.text), weight: weights.text },
      { text: even(article.under.at(-1) ?? ''), weight: weights.under },
      { text: even(statute.title), weight: weights.title },
    ]),
    LONG_ARTICLE,
  )
  return [...fits(units, shelf)].flatMap(([at, score]) => {
    const one = looked[at]
    return one === undefined ? [] : [{ article: imported(one.statute, one.article), score }]
  })
}

function standIn(text: string, pairs: readonly string[], enough: number): boolean {
  let found = 0
  for (const pair of pairs) if (text.includes(pair) && ++found >= enough) return true
  return false
}

import type { Knowledge } from '../knowledge.ts'
import { findProvision } from '../provision-ref.ts'
import { readLawName } from './law-name.ts'
import { type SearchIndex, searchIndex } from './search-index.ts'
import { isSingle, searchUnits } from './search-units.ts'

export type LawHit = {
  readonly ref: string
  /** Full title of the law, and the article as printed in it. */
  readonly law: string
  readonly article: string
  readonly title: string
  /** How well the words fit; comparable within one answer only. */
  readonly score: number
}

/** What a word of the law counts that stands for one of the question. */
const MEANT = 0.6
/** Texts that are over are found after those that count today. */
const OVER = 0.4

/**
 * The provisions that fit a question in plain words, best first, at most `most` of them; a citation finds what it names
 * first. Nothing is found for words of which no two that stand together occur in the base.
 */
export function searchLaw(
  question: string,
  knowledge: Knowledge,
  { most, today }: { readonly most: number; readonly today: string },
): LawHit[] {
  const index = searchIndex(knowledge)
  const scores = scoresOf(askedUnits(question, knowledge), index)
  const best = Math.max(0, ...scores.values())
  const named = namedBy(question, knowledge)
  for (const [at, { provision }] of index.entries.entries()) {
    const score = scores.get(at)
    if (score !== undefined && provision.to !== null && provision.to < today) scores.set(at, score * OVER)
    if (provision === named) scores.set(at, best + 1)
  }
  return [...scores]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, most)
    .flatMap(([at, score]) => {
      const { law, provision } = index.entries[at] ?? {}
      if (!law || !provision) return []
      const [article = ''] = provision.articles
      const ref = `${law.id}#${provision.key}`
      return [{ ref, law: law.title, article, title: provision.title, score: Math.round(score * 100) / 100 }]
    })
}

/** Single characters only add to what pairs have found, unless the question is nothing else. */
function scoresOf(asked: ReadonlyMap<string, number>, { units }: SearchIndex): Map<number, number> {
  const scores = new Map<number, number>()
  const pairsFirst = [...asked].sort(([a], [b]) => Number(isSingle(a)) - Number(isSingle(b)))
  const hasPairs = pairsFirst.some(([unit]) => !isSingle(unit))
  for (const [unit, share] of pairsFirst) {
    const known = units.get(unit)
    for (const [entry, weight] of known?.in ?? []) {
      const before = scores.get(entry)
      if (before === undefined && hasPairs && isSingle(unit)) continue
      scores.set(entry, (before ?? 0) + weight * share * (known?.worth ?? 0))
    }
  }
  return scores
}

/** What is asked for in the words of the question, and in those of the law by which they are meant. */
function askedUnits(question: string, knowledge: Knowledge): ReadonlyMap<string, number> {
  const asked = question.normalize('NFKC')
  const lists = Object.values(knowledge['search-words'])
  const meant = lists.flatMap(({ words }) => words.filter(({ say }) => say.some((one) => asked.includes(one))))
  const filler = lists.flatMap((list) => list.filler)
  const matter = filler.reduce((text, word) => text.replaceAll(word, ' '), asked)
  return new Map([
    ...meant.flatMap(({ mean }) => mean.flatMap(searchUnits)).map((unit) => [unit, MEANT] as const),
    ...searchUnits(matter).map((unit) => [unit, 1] as const),
  ])
}

function namedBy(question: string, knowledge: Knowledge) {
  const named = readLawName(question, knowledge)
  return named.ok && named.value.ref !== undefined ? findProvision(knowledge, named.value.ref)?.provision : undefined
}

import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Law } from '../knowledge/law.ts'
import { readLawName } from '../knowledge/lookup/law-name.ts'
import { findProvision } from '../knowledge/provision-ref.ts'
import { type ImportedArticle, plainTitle } from '../knowledge/statutes/imported-statutes.ts'
import type { Statute } from '../knowledge/statutes/statute.ts'
import { plainForm } from '../language/plain-form.ts'
import { readProblems } from '../language/read-problems.ts'
import { fits } from './fit.ts'
import { type LawLibrary, lawLibrary } from './law-library.ts'
import { unitsOf } from './search-text.ts'
import { type FoundArticle, searchStatutes } from './statute-search.ts'

export type LawHit = {
  readonly ref: string
  /** Full title of the law, and the article as printed in it. */
  readonly law: string
  readonly article: string
  readonly title: string
  /** How well the words fit; comparable within one answer only. */
  readonly score: number
  /** Of an article that only an imported text has: which text and file. */
  readonly imported?: Pick<ImportedArticle, 'file' | 'sha256' | 'importedAt' | 'day'>
}

export type SearchFor = {
  readonly most: number
  readonly today: string
  /** Official texts that were imported, searched beside the base. */
  readonly statutes?: readonly Statute[]
}

/** What a word of the law counts that stands for one of the question. */
const MEANT = 0.5
/** What texts that lead to a provision count beside its own words: the knowledge's, and what people ask for. */
const HELPING = 0.2
const ASKED = 1.5
/** Nothing leads to official texts: their own words count as much as all that may count for one of ours. */
const OFFICIAL = 1 + HELPING + 2 * ASKED
/** What a problem counts that is told of, per full confidence, for what is asked about such problems. */
const TOLD = 8
/** Texts that are over are found after those that count today. */
const OVER = 0.4
/** Characters of an article that stand for its title. */
const MOST_WORDS = 30

/**
 * The provisions that answer a question in plain words, best first, at most `most` of them; a citation finds what it names
 * first. Nothing is found for words of which no two that stand together occur in the base.
 */
export function searchLaw(question: string, knowledge: Knowledge, { most, today, statutes = [] }: SearchFor): LawHit[] {
  const library = lawLibrary(knowledge)
  const units = askedUnits(question, knowledge, library)
  const scores = scoresOf(question, units, knowledge, library)
  const best = Math.max(0, ...scores.values())
  const named = namedBy(question, knowledge)
  for (const [at, { provision }] of library.entries.entries()) {
    const score = scores.get(at)
    if (score !== undefined && provision.to !== null && provision.to < today) scores.set(at, score * OVER)
    if (provision === named) scores.set(at, best + 1)
  }
  const own = [...scores]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, score]): LawHit[] => {
      const { law, provision } = library.entries[at] ?? {}
      if (!law || !provision) return []
      const [article = ''] = provision.articles
      return [{ ref: `${law.id}#${provision.key}`, law: law.title, article, title: provision.title, score }]
    })
  const laws = new Map(Object.values(knowledge.laws).map((law) => [plainTitle(law.title), law]))
  const isHeld = ({ title }: Statute, article: string) =>
    laws.get(plainTitle(title))?.provisions.some(({ articles }) => articles.includes(article)) === true
  const official = searchStatutes(units, statutes, { even: library.even, today, isHeld })
  return [...own, ...official.map((one) => hitOf(one, laws.get(plainTitle(one.article.title))))]
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map((hit) => ({ ...hit, score: Math.round(hit.score * 100) / 100 }))
}

/** An article that has no title of its own is named by its first words. */
function hitOf({ article: found, score }: FoundArticle, law: Law | undefined): LawHit {
  const { title: name, article, text, file, sha256, importedAt, day } = found
  const words = Array.from(text.replaceAll('\n', ' '))
  const title = words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join('')}…` : words.join('')
  const ref = `${law?.id ?? name}#${article}`
  return { ref, law: name, article, title, score: score * OFFICIAL, imported: { file, sha256, importedAt, day } }
}

function scoresOf(
  question: string,
  units: ReadonlyMap<string, number>,
  knowledge: Knowledge,
  library: LawLibrary,
): Map<number, number> {
  const scores = fits(units, library.provisions)
  const told = readProblems(plainForm(question), knowledge)
  const confidence = new Map([...told.problems, ...told.unsure].map((one) => [one.type, one.confidence]))
  const asked = fits(units, library.asked.shelf)
  for (const [at, problem] of library.asked.problems.entries()) {
    const share = problem === undefined ? undefined : confidence.get(problem)
    if (share !== undefined) asked.set(at, (asked.get(at) ?? 0) + TOLD * share)
  }
  lead(scores, library.helping.leads, fits(units, library.helping.shelf), HELPING)
  lead(scores, library.asked.leads, asked, ASKED)
  lead(scores, library.ways.leads, fits(units, library.ways.shelf), ASKED)
  return scores
}

/** A provision gains by the text that leads to it best; the second a text names half as much as the first, and so on. */
function lead(
  scores: Map<number, number>,
  leads: LawLibrary['helping']['leads'],
  found: ReadonlyMap<number, number>,
  weight: number,
): void {
  const gains = new Map<number, number>()
  for (const [text, score] of found)
    for (const [entry, rank] of leads[text] ?? []) gains.set(entry, Math.max(gains.get(entry) ?? 0, score / rank))
  for (const [entry, gain] of gains) scores.set(entry, (scores.get(entry) ?? 0) + gain * weight)
}

/** What is asked for in the words of the question, and in those of the law by which they are meant. */
function askedUnits(question: string, knowledge: Knowledge, { even }: LawLibrary): ReadonlyMap<string, number> {
  const asked = question.normalize('NFKC')
  const lists = Object.values(knowledge['search-words'])
  const meant = lists.flatMap(({ words }) => words.filter(({ say }) => say.some((one) => asked.includes(one))))
  const filler = lists.flatMap((list) => list.filler)
  const matter = filler.reduce((text, word) => text.replaceAll(word, ' '), asked)
  return new Map([
    ...meant.flatMap(({ mean }) => mean.flatMap((one) => unitsOf(even(one)))).map((unit) => [unit, MEANT] as const),
    ...unitsOf(even(matter)).map((unit) => [unit, 1] as const),
  ])
}

function namedBy(question: string, knowledge: Knowledge) {
  const named = readLawName(question, knowledge)
  return named.ok && named.value.ref !== undefined ? findProvision(knowledge, named.value.ref)?.provision : undefined
}

import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Problem } from '../knowledge/problem.ts'
import { type Lexicon, lexiconOf, type Sign } from './lexicon.ts'
import { clauseAt } from './saying.ts'
import type { Span } from './span.ts'

export type ReadProblem = {
  /** A problem of the catalogue, and the code `youju triage` prints for it. */
  readonly type: string
  readonly triage: Problem['triage']
  /** 0 to 1: how much what is said speaks for it. Not a probability. */
  readonly confidence: number
  /** It went wrong, by what is said; false: it is only spoken of or asked about. */
  readonly complaint: boolean
  /** The words that speak for it, in their order. */
  readonly because: readonly Span[]
}

const weights = { sure: 0.9, likely: 0.65, hint: 0.35 } as const
/** From here on a problem is named; below, down to one hint, it is held possible. */
const NAMED = 0.5
/** More places than these are not needed to believe it. */
const MOST_PLACES = 20

type Found = Span & {
  readonly sign: Sign
  readonly as: Sign['as']
  readonly weight: number
  readonly words: string
}

/** Which problems a text in plain form tells of, strongest first, and which it may tell of. */
export function readProblems(
  plain: string,
  knowledge: Pick<Knowledge, 'language' | 'problems'>,
): { readonly problems: readonly ReadProblem[]; readonly unsure: readonly ReadProblem[] } {
  const lexicon = lexiconOf(knowledge)
  const byProblem = grouped(
    [...grouped(lexicon.signsIn(plain), ({ owner }) => owner).values()].flatMap((places) =>
      meant(plain, places, lexicon),
    ),
    ({ sign }) => sign.problem,
  )
  const read = [...byProblem].flatMap(([type, places]): ReadProblem[] => {
    const problem = knowledge.problems[type]
    return problem === undefined ? [] : [judged(problem, places)]
  })
  read.sort((a, b) => b.confidence - a.confidence)
  return {
    problems: read.filter(({ confidence }) => confidence >= NAMED),
    unsure: read.filter(({ confidence }) => confidence < NAMED),
  }
}

/** Of the places of one sign those that are not denied or said of something else. */
function meant(
  plain: string,
  all: readonly (Span & { readonly owner: Sign })[],
  { denied, supposed }: Lexicon,
): readonly Found[] {
  const places: Found[] = []
  for (const { start, end, owner: sign } of all) {
    if (denied.test(plain.slice(Math.max(0, start - 4), start))) continue
    const { from, to } = clauseAt(plain, start, end)
    if (sign.unless && plain.slice(from, to).search(sign.unless) >= 0) continue
    const isSupposed = sign.as === 'complaint' && supposed.test(plain.slice(from, start))
    const weight = weights[sign.strength] * (isSupposed ? 0.5 : 1)
    places.push({ start, end, sign, as: isSupposed ? 'topic' : sign.as, weight, words: plain.slice(start, end) })
    if (places.length >= MOST_PLACES) break
  }
  return places
}

/** Of one sign the second, differently put word counts half, the third a quarter; signs add up as chances do. */
function judged({ id, triage }: Problem, places: readonly Found[]): ReadProblem {
  const doubt = (of: readonly Found[]) =>
    [...grouped(of, ({ sign }) => sign).values()].reduce((rest, bySign) => {
      const differently = [...new Map(bySign.map((place) => [place.words, place.weight])).values()]
      const byWeight = differently.sort((a, b) => b - a).slice(0, 3)
      return byWeight.reduce((left, weight, i) => left * (1 - weight / 2 ** i), rest)
    }, 1)
  const complaints = places.filter(({ as }) => as === 'complaint')
  return {
    type: id,
    triage,
    confidence: Math.round((1 - doubt(places)) * 100) / 100,
    complaint: 1 - doubt(complaints) >= NAMED,
    because: merged(places),
  }
}

function merged(places: readonly Span[]): readonly Span[] {
  const spans: Span[] = []
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.at(-1)
    if (last && start < last.end) spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else spans.push({ start, end })
  }
  return spans
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

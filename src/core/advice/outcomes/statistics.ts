import type { CaseOutcome } from './outcome.ts'

export const groupings = ['problem', 'route', 'shop', 'tactic'] as const
export type Grouping = (typeof groupings)[number]

/** Fewer cases than this are not told apart: a figure of theirs could be somebody's. */
export const SMALLEST_GROUP = 5

/** What is told of a group. Sums in whole fen, times in whole days; medians, absent where none was recorded. */
export type GroupFigures = {
  readonly cases: number
  /** Of them solved whole or in part, or judged. */
  readonly settled: number
  readonly askedFen?: number
  readonly gotFen: number
  readonly days?: number
}

export type OutcomeGroup = { readonly name: string } & (
  | ({ readonly hidden: false } & GroupFigures)
  /** Too few, or what would give away how many too few there are. */
  | { readonly hidden: true }
)

export type OutcomeStatistics = {
  readonly by: Grouping
  /** Absent when too few cases are closed. */
  readonly all?: GroupFigures
  /** The largest first, hidden ones last. A case of several problems, routes or tactics is in several groups. */
  readonly groups: readonly OutcomeGroup[]
}

/**
 * Figures of recorded outcomes. Groups of fewer than five are named and not counted; where one alone is hidden so, the
 * next smallest is hidden with it, for it could be reckoned from the rest. Nothing of it is a statistical sample.
 */
export function outcomeStatistics(outcomes: readonly CaseOutcome[], by: Grouping): OutcomeStatistics {
  const members = new Map<string, CaseOutcome[]>()
  for (const outcome of outcomes)
    for (const name of namesOf(outcome, by)) members.set(name, [...(members.get(name) ?? []), outcome])
  const sorted = [...members].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  const small = sorted.filter(([, cases]) => cases.length < SMALLEST_GROUP)
  const shown = sorted.slice(0, sorted.length - (small.length === 1 ? 2 : small.length))
  const open = new Set(shown.map(([name]) => name))
  return {
    by,
    ...(outcomes.length < SMALLEST_GROUP ? {} : { all: figuresOf(outcomes) }),
    groups: sorted.map(([name, cases]) =>
      open.has(name) ? { name, hidden: false, ...figuresOf(cases) } : { name, hidden: true },
    ),
  }
}

function namesOf({ problems, routes, shop, tactics }: CaseOutcome, by: Grouping): readonly string[] {
  switch (by) {
    case 'problem':
      return problems
    case 'route':
      return routes
    case 'shop':
      return shop === '' ? [] : [shop]
    case 'tactic':
      return tactics
    default:
      return by satisfies never
  }
}

function figuresOf(cases: readonly CaseOutcome[]): GroupFigures {
  const [askedFen, days] = [median(cases.map((one) => one.askedFen)), median(cases.map((one) => one.days))]
  return {
    cases: cases.length,
    settled: cases.filter(({ how }) => how !== 'given-up').length,
    ...(askedFen === undefined ? {} : { askedFen }),
    gotFen: median(cases.map((one) => one.gotFen)) ?? 0,
    ...(days === undefined ? {} : { days }),
  }
}

/** The lower one of two in the middle, so that it is a figure that was recorded. */
function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b)
  return known[Math.floor((known.length - 1) / 2)]
}

/** Closed cases like an open one: of the same problem, the same shop and the nearest price first; five at most. */
export function similarOutcomes<T extends CaseOutcome>(
  { problems, shop, paidFen }: Pick<CaseOutcome, 'problems' | 'shop' | 'paidFen'>,
  outcomes: readonly T[],
): readonly T[] {
  const distance = (other: T) => {
    const apart =
      paidFen === undefined || other.paidFen === undefined ? 1 : Math.abs(Math.log((paidFen + 1) / (other.paidFen + 1)))
    return apart - (shop !== '' && other.shop === shop ? 100 : 0)
  }
  return outcomes
    .filter((other) => other.problems.some((problem) => problems.includes(problem)))
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, 5)
}

import type { Case } from '../../case/case.ts'
import { epochMs } from '../../values/instant.ts'

const DAY_MS = 86_400_000

/** How a case ended, as far as it was recorded. */
export type CaseOutcome = {
  readonly how: 'solved' | 'partly' | 'given-up' | 'judged'
  readonly problems: readonly string[]
  readonly shop: string
  readonly selfOperated?: boolean
  /** Whole fen: what the goods cost, what was asked for last, and what came in. */
  readonly paidFen?: number
  readonly askedFen?: number
  readonly gotFen: number
  /** Channels filed with and remedies begun, each once. */
  readonly routes: readonly string[]
  /** Kinds of exhibits that were used. */
  readonly tactics: readonly string[]
  /** Whole days from the first contact or filing to the last money, or to the end where none came. */
  readonly days?: number
}

/** Undefined while a case is not closed. `asked` is the sum the advice gives, for cases in which nothing was chosen. */
export function outcomeOf(kase: Case, asked?: number): CaseOutcome | undefined {
  const { closing, order, problem, money, demands, filings, remedies, contacts, evidence } = kase
  if (kase.status !== 'closed' || closing === undefined) return undefined
  const began = [...contacts, ...filings].map(({ at }) => at).sort()[0]
  const ended =
    money
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? closing.at
  const askedFen = demands.at(-1)?.fen ?? asked
  const { selfOperated } = order.shop ?? {}
  return {
    how: closing.outcome,
    problems: problem.types.filter(({ confirmed }) => confirmed).map(({ type }) => type),
    shop: order.shop?.name ?? '',
    ...(selfOperated === undefined ? {} : { selfOperated }),
    ...(order.paidFen === undefined ? {} : { paidFen: order.paidFen }),
    ...(askedFen === undefined ? {} : { askedFen }),
    gotFen: money.reduce((sum, { fen }) => sum + fen, 0),
    routes: once([...filings.map(({ channel }) => channel), ...remedies.map(({ route }) => route)]),
    tactics: once(evidence.filter(({ withdrawn }) => withdrawn !== true).map(({ kind }) => kind)),
    ...(began === undefined || ended < began ? {} : { days: Math.floor((epochMs(ended) - epochMs(began)) / DAY_MS) }),
  }
}

function once(all: readonly string[]): readonly string[] {
  return [...new Set(all)]
}

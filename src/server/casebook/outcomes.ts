import type { CaseOutcome } from '../../core/advice/outcomes/outcome.ts'
import {
  type Grouping,
  type OutcomeStatistics,
  outcomeStatistics,
  similarOutcomes,
} from '../../core/advice/outcomes/statistics.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import type { Casebook } from './casebook.ts'
import { keptCase } from './kept-case.ts'

export type SimilarCase = CaseOutcome & { readonly caseId: string }

/** Figures of the closed cases, by what they are told apart. */
export async function outcomesBy({ store }: Pick<Casebook, 'store'>, by: Grouping): Promise<OutcomeStatistics> {
  return outcomeStatistics(await store.outcomes(), by)
}

/** Closed cases like this one, with how they ended: what was recorded, and no promise. */
export async function similarTo(book: Casebook, caseId: string): Promise<Outcome<readonly SimilarCase[]>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const { order, problem } = kept.value.kase
  const like = {
    problems: problem.types.map(({ type }) => type),
    shop: order.shop?.name ?? '',
    ...(order.paidFen === undefined ? {} : { paidFen: order.paidFen }),
  }
  const others = (await book.store.outcomes()).filter((one) => one.caseId !== caseId)
  return done(similarOutcomes(like, others))
}

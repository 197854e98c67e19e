import type { Advice, DeadlineFinding } from '../../advice/advice.ts'
import { isPending } from '../../advice/doors/attempt.ts'
import type { FactTable } from '../../advice/fact-table.ts'
import type { Case, Filing } from '../../case/case.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { epochMs } from '../../values/instant.ts'
import { isPrivate } from '../blocks/ticket-numbers.ts'

type Pending = { readonly filing: Filing; readonly clocks: readonly DeadlineFinding[] }
type Situation = { readonly kase: Case; readonly advice: Advice; readonly knowledge: Knowledge }

/**
 * The filings with seller, platform or carrier that nothing final came back to, with their clocks: those that are due for
 * a chaser; where none is, all of them.
 */
export function pendingOf(situation: Situation): readonly Pending[] {
  const pending = waiting(situation)
  const due = pending.filter(isDue)
  return due.length > 0 ? due : pending
}

/** `filing.chase-due`: whether a pending filing's time ran out and nobody has chased it since. */
export function chaseFacts(situation: Situation): FactTable {
  return { 'filing.chase-due': { status: 'known', value: waiting(situation).some(isDue), by: [] } }
}

function waiting({ kase, advice, knowledge }: Situation): Pending[] {
  if (kase.status === 'closed') return []
  return kase.filings
    .filter((filing) => filing.withdrawnAt === undefined && isPending(filing) && isPrivate(filing, knowledge))
    .map((filing) => ({ filing, clocks: advice.deadlines.filter(({ id }) => id.endsWith(`:${filing.id}`)) }))
}

/** The other side's own time, or the guide's cadence for the user: the first to run out after the last chaser counts. */
function isDue({ filing, clocks }: Pending): boolean {
  const chased = Math.max(0, ...filing.chasedAt.map(epochMs))
  return clocks.some(
    ({ who, standing, status, due }) =>
      (who !== 'consumer' || standing === 'guide') && status === 'overdue' && epochMs(due) > chased,
  )
}

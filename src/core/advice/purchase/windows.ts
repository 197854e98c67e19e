import type { Case, Order } from '../../case/case.ts'
import { emptyCase } from '../../case/fold.ts'
import { type Deadline, purchaseWindows } from '../../knowledge/deadline.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { say } from '../../values/text.ts'
import type { DeadlineFinding } from '../advice.ts'
import { clocks } from '../clocks/deadlines.ts'
import { factTable } from '../fact-table.ts'

export type PurchaseWindow = {
  readonly window: NonNullable<Deadline['purchase']>
  /** What happens when it closes. */
  readonly after: string
} & (
  | { readonly status: DeadlineFinding['status']; readonly clock: DeadlineFinding }
  /** Not known yet: the questions whose answer would start it. */
  | { readonly status: 'unknown'; readonly what: string; readonly asks: readonly string[] }
)

/**
 * The windows of a purchase with which nothing is wrong yet: until when it can be sent back, checked, paid for again,
 * proved. From the order and what else is known of it at that moment, an instant; what cannot be known is said to be.
 */
export function windowsOfPurchase(
  order: Order,
  facts: Case['facts'],
  knowledge: Knowledge,
  now: string,
): readonly PurchaseWindow[] {
  const kept = keptForPurchases(knowledge)
  const kase: Case = { ...emptyCase, id: 'purchase', status: 'open', order, facts }
  const running = clocks({ kase, knowledge: kept, facts: factTable(kase, kept, now), now })
  return Object.values(kept.deadlines)
    .flatMap((deadline): PurchaseWindow[] => {
      const { purchase: window } = deadline
      if (window === undefined) return []
      const shared = { window, after: say(deadline.after, knowledge.lang) }
      const own = running.filter((clock) => clock.deadline.id === deadline.id)
      if (own.length > 0) return own.map(({ finding }) => ({ ...shared, status: finding.status, clock: finding }))
      const asks = asksOf(deadline, kase, kept)
      return asks.length === 0 ? [] : [{ ...shared, status: 'unknown', what: say(deadline.what, knowledge.lang), asks }]
    })
    .sort((a, b) => purchaseWindows.indexOf(a.window) - purchaseWindows.indexOf(b.window))
}

const reduced = new WeakMap<Knowledge, Knowledge>()

/** The same knowledge with the deadlines that a purchase keeps, whatever the problem. */
function keptForPurchases(knowledge: Knowledge): Knowledge {
  const known = reduced.get(knowledge)
  if (known) return known
  const kept = Object.entries(knowledge.deadlines).flatMap(([id, { problems: _problems, ...deadline }]) =>
    deadline.purchase === undefined ? [] : [[id, deadline] as const],
  )
  const made = { ...knowledge, deadlines: Object.fromEntries(kept) }
  reduced.set(knowledge, made)
  return made
}

/** Questions for the facts that start it and are not known; none when it does not fit although its start is known. */
function asksOf(deadline: Deadline, kase: Case, knowledge: Knowledge): readonly string[] {
  const known = factTable(kase, knowledge, '2000-01-01T00:00:00Z')
  return deadline.starts.flatMap((trigger) => {
    if (!('fact' in trigger) || known[trigger.fact]?.value !== undefined) return []
    const ask = knowledge.facts[trigger.fact]?.ask
    return ask === undefined ? [] : [say(ask, knowledge.lang)]
  })
}

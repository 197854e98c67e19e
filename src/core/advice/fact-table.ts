import type { Case, StatedFact } from '../case/case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { FactScalar } from '../values/fact-scalar.ts'
import { caseFacts, impliedBy } from './facts/case-facts.ts'

/** What is known of one fact; `by` are the exhibits that prove it. A disputed value is the user's, and contested. */
export type FactState = {
  readonly status: 'known' | 'unknown' | 'disputed'
  readonly value?: FactScalar
  readonly by: readonly string[]
}

/** Facts by id; an absent one is unknown. */
export type FactTable = Readonly<Record<string, FactState>>

/**
 * Everything known about a case: what the case itself shows (order, items, contacts, filings, offers; days on the
 * Shanghai calendar) and what the user states. What the case shows wins, unless the user marks the fact disputed.
 */
export function factTable(kase: Case, knowledge: Knowledge, now: string): FactTable {
  const table = new Map(Object.entries(kase.facts).map(([fact, stated]) => [fact, stateOf(stated)]))
  const show = (fact: string, value: FactScalar, by: readonly string[]) => {
    const stated = table.get(fact)
    if (stated?.status !== 'disputed') table.set(fact, { status: 'known', value, by })
    else if (stated.value === undefined) table.set(fact, { ...stated, value })
  }
  const shown = new Map(caseFacts(kase, knowledge, now).map((one) => [one.fact, one]))
  for (const { fact, value, by } of shown.values()) show(fact, value, by)
  for (const [fact, { value, by }] of table) {
    const implied = impliedBy(fact, value)
    if (implied && !shown.has(implied.fact)) show(implied.fact, implied.value, by)
  }
  return Object.fromEntries(table)
}

/** What an answer adds to the table: the fact itself, and what follows from it where that is not known yet. */
export function factsOfAnswer(facts: FactTable, fact: string, value: FactScalar): FactTable {
  const answer: FactTable = { [fact]: { status: 'known', value, by: [] } }
  const implied = impliedBy(fact, value)
  if (!implied || factValue(facts, implied.fact) !== undefined) return answer
  return { ...answer, [implied.fact]: { status: 'known', value: implied.value, by: [] } }
}

/** The value that counts: none while the fact is unknown, the user's while it is disputed. */
export function factValue(facts: FactTable, fact: string): FactScalar | undefined {
  const state = facts[fact]
  return state?.status === 'unknown' ? undefined : state?.value
}

/** Whether a fact follows from the case and the clock alone, so that no user is ever asked for it. */
export function isNeverAsked(fact: string): boolean {
  return /^(time|filed|accepted|refused|ended|offer)\./.test(fact)
}

/** A value of a fact said to be unknown does not count, and a fact without a value is unknown unless it is contested. */
function stateOf({ status, value, by }: StatedFact): FactState {
  if (status === 'unknown' || (status === 'known' && value === undefined)) return { status: 'unknown', by }
  return value === undefined ? { status, by } : { status, value, by }
}

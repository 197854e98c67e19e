import type { Case } from '../case/case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { FactScalar } from '../values/fact-scalar.ts'
import { caseFacts } from './case-facts.ts'

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
  const table = new Map<string, FactState>()
  for (const [id, stated] of Object.entries(kase.facts))
    table.set(id, stated.value === undefined ? { status: 'unknown', by: stated.by } : withValue(stated, stated.value))
  for (const { fact, value, by } of caseFacts(kase, knowledge, now)) {
    const stated = kase.facts[fact]
    if (stated?.status !== 'disputed') table.set(fact, { status: 'known', value, by })
    else if (stated.value === undefined) table.set(fact, { status: 'disputed', value, by: stated.by })
  }
  return Object.fromEntries(table)
}

/** The value that counts: none while the fact is unknown, the user's while it is disputed. */
export function factValue(facts: FactTable, id: string): FactScalar | undefined {
  const state = facts[id]
  return state?.status === 'unknown' ? undefined : state?.value
}

/** Whether a fact follows from the case and the clock alone, so that no user is ever asked for it. */
export function isNeverAsked(fact: string): boolean {
  return /^(time|filed|accepted|refused|ended|offer)\./.test(fact)
}

function withValue(stated: { status: FactState['status']; by: readonly string[] }, value: FactScalar): FactState {
  return stated.status === 'unknown'
    ? { status: 'unknown', by: stated.by }
    : { status: stated.status, value, by: stated.by }
}

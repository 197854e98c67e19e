import type { Knowledge } from '../../knowledge/knowledge.ts'
import { dayOf } from '../../values/instant.ts'
import type { Text } from '../../values/text.ts'
import type { World } from '../clocks/happening.ts'
import type { FactTable } from '../fact-table.ts'
import type { ClaimRange } from './claim-range.ts'
import { byCourt, byPaymentOrder, bySmallClaims } from './court-cost.ts'
import type { FenRange, Rates } from './court-fee.ts'
import { byLawyer } from './lawyer-cost.ts'

/** What a way costs on these claims in fen, from when it pays, and what else to say of the money. */
export type RouteCost = {
  readonly cost: FenRange | null
  readonly breakEven: Text
  readonly notes: readonly Text[]
}

/** What a cost is counted from. */
export type Stake = {
  readonly claim: ClaimRange
  readonly facts: FactTable
  readonly rates: Rates
  readonly thresholds: Knowledge['thresholds']
}

/** Undefined when the rates it needs are not known. */
export type CostFormula = (stake: Stake) => RouteCost | undefined

/** The cost functions a route may name. */
const formulas: Readonly<Record<string, CostFormula>> = {
  'court-fee': byCourt,
  'small-claims-fee': bySmallClaims,
  'payment-order-fee': byPaymentOrder,
  'lawyer-quoted': byLawyer,
  'arbitration-fee': byArbitration,
}

export const routeCostNames: readonly string[] = Object.keys(formulas)

/** The cost of a route; without a sum at stake only what is free has one. */
export function routeCost(
  cost: 'free' | { readonly formula: string },
  claim: ClaimRange | undefined,
  { facts, knowledge, now }: Pick<World, 'facts' | 'knowledge' | 'now'>,
): RouteCost {
  if (cost === 'free') return { cost: { fenFrom: 0, fenTo: 0 }, breakEven: free, notes: [] }
  const formula = Object.hasOwn(formulas, cost.formula) ? formulas[cost.formula] : undefined
  if (formula === undefined || claim === undefined) return { cost: null, breakEven: noSum, notes: [] }
  const rates = { fees: knowledge.fees, day: dayOf(now) }
  return formula({ claim, facts, rates, thresholds: knowledge.thresholds }) ?? noRates
}

const free: Text = { zh: '不收费，只花时间。', en: 'Free; it costs time only.' }
const noSum: Text = {
  zh: '请求金额还没有算出来，费用要等金额确定后再看。',
  en: 'The sum at stake is not known yet, so neither is the cost.',
}
const noRates: RouteCost = {
  cost: null,
  breakEven: { zh: '这一天的收费标准没有查到。', en: 'No rates are known for this day.' },
  notes: [],
}

/** Each institution publishes its own tariff; there is none for all. Source: arbl#92, arbl#20. */
function byArbitration(): RouteCost {
  return {
    cost: null,
    breakEven: {
      zh: '仲裁费看约定的那家仲裁机构公布的标准，没有全国统一的数；先问清最低收费，再和请求金额比。',
      en: 'The fee is what the agreed institution publishes; there is no common tariff. Ask its least fee first and hold it against the claim.',
    },
    notes: [],
  }
}

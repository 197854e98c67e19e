import { formatYuan } from '../../values/fen.ts'
import type { Text } from '../../values/text.ts'
import type { ClaimRange } from './claim-range.ts'
import { courtFee, enforcementFee, paymentOrderFee, preservationFee } from './court-fee.ts'

/** What a way costs on these claims in fen, from when it pays, and what else to say of the money. */
export type RouteCost = {
  readonly cost: { readonly fenFrom: number; readonly fenTo: number } | null
  readonly breakEven: Text
  readonly notes: readonly Text[]
}

type CostFormula = (claim: ClaimRange) => RouteCost

/** The cost functions a route may name. */
const formulas: Readonly<Record<string, CostFormula>> = {
  'court-fee': byCourt,
  'payment-order-fee': byPaymentOrder,
  'lawyer-by-guide': byLawyer,
}

export const routeCostNames: readonly string[] = Object.keys(formulas)

/** The cost of a route; without a sum at stake only what is free has one. */
export function routeCost(cost: 'free' | { readonly formula: string }, claim: ClaimRange | undefined): RouteCost {
  if (cost === 'free') return { cost: { fenFrom: 0, fenTo: 0 }, breakEven: free, notes: [] }
  const formula = Object.hasOwn(formulas, cost.formula) ? formulas[cost.formula] : undefined
  if (formula === undefined || claim === undefined) return { cost: null, breakEven: noSum, notes: [] }
  return formula(claim)
}

const free = { zh: '不收费，只花时间。', en: 'Free; it costs time only.' }
const noSum = {
  zh: '请求金额还没有算出来，费用要等金额确定后再看。',
  en: 'The sum at stake is not known yet, so neither is the cost.',
}

/** From half the fee of the least claim to the whole fee of the most; the loser bears it. */
function byCourt({ least, most }: ClaimRange): RouteCost {
  const fenFrom = courtFee(least, 'zh-CN').halvedFen
  const { fen: fenTo, halvedFen } = courtFee(most, 'zh-CN')
  const chance = percentAbove(halvedFen, most)
  const [claim, fee] = [formatYuan(most), formatYuan(halvedFen)]
  return {
    cost: { fenFrom, fenTo },
    breakEven: {
      zh: `请求 ${claim} 元、减半受理费 ${fee} 元：只算受理费，胜诉的可能性高于 ${chance} 就不亏；时间、检测费另计。`,
      en: `Claim ${claim} yuan, halved fee ${fee} yuan: by the fee alone it pays when the chance to win is above ${chance}; time and tests come on top.`,
    },
    notes: [
      {
        zh: `受理费先由原告预交，败诉方负担；申请执行费 ${formatYuan(enforcementFee(most))} 元不用预交，由被执行人负担；申请财产保全的，保全费 ${formatYuan(preservationFee(most))} 元。`,
        en: `You advance the fee and the loser bears it; execution (${formatYuan(enforcementFee(most))} yuan) is not advanced and is borne by the debtor; freezing property costs ${formatYuan(preservationFee(most))} yuan.`,
      },
    ],
  }
}

function byPaymentOrder({ least, most }: ClaimRange): RouteCost {
  const [fenFrom, fenTo] = [paymentOrderFee(least), paymentOrderFee(most)]
  return {
    cost: { fenFrom, fenTo },
    breakEven: {
      zh: `对方不提异议，申请费由对方负担；提异议的，约 ${formatYuan(fenTo)} 元由您负担，另行起诉时可列入请求。`,
      en: `Without an objection the debtor bears the fee; with one, about ${formatYuan(fenTo)} yuan are yours, and can be claimed in the suit.`,
    },
    notes: [],
  }
}

/** The guide's figures, unverified: 3,000 to 8,000 yuan and 10 to 15 % of what is won, beside the court's fee. */
function byLawyer({ least, most }: ClaimRange): RouteCost {
  const court = byCourt({ least, most })
  const fenFrom = lawyerFee(least, low) + (court.cost?.fenFrom ?? 0)
  const fenTo = lawyerFee(most, high) + (court.cost?.fenTo ?? 0)
  const [from, to, claim] = [formatYuan(worthFrom(low)), formatYuan(worthFrom(high)), formatYuan(most)]
  return {
    cost: { fenFrom, fenTo },
    breakEven: {
      zh: `按指南的收费，赢回的钱要多于约 ${from} 至 ${to} 元才够律师费；本案最多请求 ${claim} 元。律师费一般自己承担。`,
      en: `At the guide's rates what is won must exceed about ${from} to ${to} yuan to pay the lawyer; this case asks for ${claim} yuan at most. Lawyers are usually at your own cost.`,
    },
    notes: [{ zh: '律师费是指南给的数字，未经核实。', en: "The lawyer's fee is the guide's figure and unverified." }],
  }
}

type Rates = { readonly base: number; readonly percent: number }
const low: Rates = { base: 300_000, percent: 10 }
const high: Rates = { base: 800_000, percent: 15 }

function lawyerFee(won: number, { base, percent }: Rates): number {
  return base + Math.round((won * percent) / 100)
}

/** The sum at which base and share eat all that is won. */
function worthFrom({ base, percent }: Rates): number {
  return Math.ceil((base * 100) / (100 - percent))
}

/** The chance at which a fee lost and a claim won even out, rounded up to a tenth of a percent. */
function percentAbove(fee: number, claim: number): string {
  return `${Math.ceil((fee * 1000) / (claim + fee)) / 10}%`
}

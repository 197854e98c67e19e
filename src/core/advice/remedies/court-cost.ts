import { formatYuan } from '../../values/fen.ts'
import type { Text } from '../../values/text.ts'
import { type FactTable, factValue } from '../fact-table.ts'
import { chargeFen, courtFee, dueAfter } from './court-fee.ts'
import type { RouteCost, Stake } from './route-cost.ts'
import { type SmallClaimsAnswer, smallClaims } from './small-claims.ts'

/** From half the fee of the least claim to the whole fee of the most, should it turn into ordinary procedure. */
export function byCourt({ claim, rates }: Stake): RouteCost | undefined {
  const least = courtFee(rates, claim.least, 'zh-CN')
  const most = courtFee(rates, claim.most, 'zh-CN')
  if (least === undefined || most === undefined) return undefined
  return {
    cost: { fenFrom: dueAfter(1, least), fenTo: dueAfter(0, most) },
    breakEven: worthSuing(claim.most, dueAfter(1, most)),
    notes: [...besides(claim.most, rates), ordinary(most.fen)],
  }
}

/** Half the fee, where small claims fit; what stands against them comes first. */
export function bySmallClaims({ claim, facts, rates, thresholds }: Stake): RouteCost | undefined {
  const least = courtFee(rates, claim.least, 'zh-CN')
  const most = courtFee(rates, claim.most, 'zh-CN')
  if (least === undefined || most === undefined) return undefined
  const answer = smallClaims(
    {
      province: named(facts, 'court.province'),
      day: rates.day,
      claimFen: claim.most,
      plain: flag(facts, 'dispute.plain'),
      needsAppraisal: flag(facts, 'appraisal.needed'),
      disputesAppraisal: flag(facts, 'appraisal.result-disputed'),
      exclusion: named(facts, 'small-claims.exclusion'),
    },
    thresholds['small-claims'],
  )
  const notes = [verdicts[answer.status], ...reasonsOf(answer)]
  if (answer.status === 'not') return { cost: null, breakEven: verdicts.not, notes }
  return {
    cost: { fenFrom: dueAfter(1, least), fenTo: dueAfter(1, most) },
    breakEven: worthSuing(claim.most, dueAfter(1, most)),
    notes: [...notes, ...besides(claim.most, rates)],
  }
}

/** A third of the fee; who bears it hangs on whether the other side objects. */
export function byPaymentOrder({ claim, rates }: Stake): RouteCost | undefined {
  const least = chargeFen(rates, 'payment-order', claim.least)
  const most = chargeFen(rates, 'payment-order', claim.most)
  if (least === undefined || most === undefined) return undefined
  const fee = formatYuan(most.fenTo)
  return {
    cost: { fenFrom: least.fenFrom, fenTo: most.fenTo },
    breakEven: {
      zh: `您先垫约 ${fee} 元；对方不提异议就由对方出。提了异议，这笔钱先由您负担，另行起诉时可以列入请求。`,
      en: `You advance about ${fee} yuan; without an objection the debtor bears them. With one they are yours for now, and can be claimed in the suit.`,
    },
    notes: [],
  }
}

function worthSuing(claimFen: number, feeFen: number): Text {
  const [claim, fee, chance] = [formatYuan(claimFen), formatYuan(feeFen), percentAbove(feeFen, claimFen)]
  return {
    zh: `最多请求 ${claim} 元。先垫受理费 ${fee} 元（减半后）：赢了由对方出，全输就白花这笔。只看这笔钱，赢的把握超过 ${chance} 就划算；时间、检测鉴定的花费另算。`,
    en: `At most ${claim} yuan are claimed. You advance the halved fee of ${fee} yuan: the loser bears it, so winning costs nothing and losing all costs just that. By the fee alone it pays when the chance to win is above ${chance}; time and tests come on top.`,
  }
}

/** The chance at which a fee lost and a claim won even out, rounded up to a tenth of a percent. */
function percentAbove(fee: number, claim: number): string {
  return `${Math.ceil((fee * 1000) / (claim + fee)) / 10}%`
}

/** Who bears the fee, what execution and preservation cost, and what to do in hardship. */
function besides(claimFen: number, rates: Stake['rates']): Text[] {
  const execution = chargeFen(rates, 'execution', claimFen)
  const preservation = chargeFen(rates, 'preservation', claimFen)
  if (execution === undefined || preservation === undefined) return []
  const [run, freeze] = [formatYuan(execution.fenTo), formatYuan(preservation.fenTo)]
  return [
    {
      zh: `受理费由原告先交，败诉方负担，部分胜诉的由法院分；申请执行费 ${run} 元不用先交，由被执行人负担；要冻结对方财产的，保全费最多约 ${freeze} 元，可以列入请求。`,
      en: `You advance the fee and the loser bears it, in shares when each side wins in part; execution (${run} yuan) is not advanced and is borne by the debtor; freezing property costs up to about ${freeze} yuan, which can be claimed.`,
    },
    {
      zh: '交费确有困难的，起诉时可以书面申请缓交、减交或者免交；产品质量事故的人身伤害受害人，应当准予缓交。',
      en: 'In hardship ask in writing, when suing, to pay later, less or nothing; those hurt by a faulty product must be allowed to pay later.',
    },
  ]
}

function ordinary(fen: number): Text {
  const whole = formatYuan(fen)
  return {
    zh: `转为普通程序的，受理费不再减半，要补到 ${whole} 元。`,
    en: `Should it turn into ordinary procedure, the fee is no longer halved and is topped up to ${whole} yuan.`,
  }
}

const verdicts: Readonly<Record<SmallClaimsAnswer['status'], Text>> = {
  must: { zh: '按已知情况，应当适用小额诉讼。', en: 'As far as known, small claims procedure applies.' },
  'may-agree': {
    zh: '超过一半的门槛：双方同意才适用小额诉讼。',
    en: 'Above the first limit: small claims only if both sides agree.',
  },
  not: {
    zh: '本案不能走小额诉讼，看简易程序或者普通程序。',
    en: 'Small claims are shut here; see the simplified or ordinary procedure.',
  },
  unknown: {
    zh: '能不能走小额诉讼还不能确定。',
    en: 'Whether small claims fit is not settled yet.',
  },
}

function reasonsOf({ reasons }: SmallClaimsAnswer): Text[] {
  return reasons.map(({ text, met }) => {
    if (met === true) return { zh: `符合：${text.zh}。`, en: `Met: ${text.en}.` }
    if (met === false) return { zh: `不符合：${text.zh}。`, en: `Not met: ${text.en}.` }
    return { zh: `尚待确认：${text.zh}。`, en: `To be confirmed: ${text.en}.` }
  })
}

function flag(facts: FactTable, id: string): boolean | undefined {
  const value = factValue(facts, id)
  return typeof value === 'boolean' ? value : undefined
}

function named(facts: FactTable, id: string): string | undefined {
  const value = factValue(facts, id)
  return typeof value === 'string' ? value : undefined
}

import type { FactTable } from '../../advice/fact-table.ts'
import { openOffers } from '../../advice/facts/case-facts.ts'
import type { Case, Offer } from '../../case/case.ts'
import { paperAmount } from '../paper-amount.ts'
import { inert } from '../user-text.ts'

/** The offer that papers answer: the newest that is still open. */
export function openOffer(kase: Case, now: string): Offer | undefined {
  return openOffers(kase, now).at(-1)
}

/** The offer that was accepted last. */
export function agreedOffer({ offers }: Case): Offer | undefined {
  return offers.findLast(({ decision }) => decision?.answer === 'accept')
}

/** Words by which an offer buys reviews, reports or silence: what no paper of ours agrees to. */
const silence = [
  /(删|撤|改|隐藏).{0,8}(评价|评论|差评|追评|帖|笔记|视频|举报)/,
  /(评价|评论|差评|追评|帖子|笔记|视频|举报).{0,6}(删|撤|改|隐藏)/,
  /(不|勿|别|停止).{0,8}(举报|评价|评论|差评|发帖|曝光|公开|外传|泄露|传播)/,
  /保密|好评|五星|封口/,
]

/** Whether the offer, or what it would have given up, asks for that. */
export function asksForSilence({ words, waives, remedy = '' }: Offer): boolean {
  return [words, remedy, ...waives].some((text) => silence.some((pattern) => pattern.test(text)))
}

/** `offer.accepted`, `offer.in-money` and `offer.asks-silence`, for the conditions of papers. */
export function offerFacts(kase: Case, now: string): FactTable {
  const open = openOffer(kase, now)
  const known = (value: boolean) => ({ status: 'known', value, by: [] }) as const
  return {
    'offer.accepted': known(agreedOffer(kase) !== undefined),
    'offer.in-money': known(open?.fen !== undefined),
    'offer.asks-silence': known(open !== undefined && asksForSilence(open)),
  }
}

/** Who made the open offer, and what a settlement would put in writing: the accepted offer, else the open one. */
export function offerTexts(kase: Case, now: string): Readonly<Record<string, string | undefined>> {
  const open = openOffer(kase, now)
  const settled = agreedOffer(kase) ?? open
  const sum = settled?.fen === undefined ? '人民币＿＿＿＿＿＿元' : paperAmount(settled.fen)
  return {
    'offer.from': open && inert(open.from),
    'settlement.sum': settled && sum,
    'settlement.remedy': settled?.remedy === undefined ? undefined : inert(settled.remedy),
  }
}

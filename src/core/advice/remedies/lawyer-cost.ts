import type { Fee } from '../../knowledge/money/fee.ts'
import { formatYuan } from '../../values/fen.ts'
import type { Text } from '../../values/text.ts'
import { type FactTable, factValue } from '../fact-table.ts'
import { byCourt } from './court-cost.ts'
import { feeOn } from './court-fee.ts'
import { contingencyCap, lawyerFee, type Quote, worthFrom } from './lawyer-fee.ts'
import type { RouteCost, Stake } from './route-cost.ts'

/**
 * What the user's lawyer asks, on top of the court's fee. Without a quote there is no cost: the guide's figures stand in
 * the notes as the guide's, and the cap on contingency fees as a warning where a quote goes beyond it.
 */
export function byLawyer(stake: Stake): RouteCost | undefined {
  const court = byCourt(stake)?.cost
  if (!court) return undefined
  const { claim, facts, rates } = stake
  const usual = feeOn(rates, 'lawyer')
  const quote = quoteIn(facts)
  if (quote === undefined) return { cost: null, breakEven: noQuote(usual, claim), notes: guideWord(usual, claim) }
  const fenFrom = court.fenFrom + lawyerFee(quote, claim.least)
  const fenTo = court.fenTo + lawyerFee(quote, claim.most)
  const notes = [...beyondCap(quote, claim.most, feeOn(rates, 'lawyer-cap')), ...guideWord(usual, claim)]
  return { cost: { fenFrom, fenTo }, breakEven: worthOf(quote, claim.most), notes }
}

/** The base asked, with a share of what is won if there is one; a share alone is a quote too. */
function quoteIn(facts: FactTable): Quote | undefined {
  const baseFen = numberIn(facts, 'lawyer.quoted-fen', 1e12)
  const percent = numberIn(facts, 'lawyer.share-percent', 100)
  return baseFen === undefined && percent === undefined ? undefined : { baseFen: baseFen ?? 0, percent: percent ?? 0 }
}

function numberIn(facts: FactTable, id: string, most: number): number | undefined {
  const value = factValue(facts, id)
  return typeof value === 'number' && value >= 0 && value <= most ? value : undefined
}

function noQuote(usual: Fee | undefined, claim: Stake['claim']): Text {
  const [range, most] = [guideRange(usual, claim), formatYuan(claim.most)]
  const hint =
    range === undefined
      ? { zh: '', en: '' }
      : {
          zh: `照指南未经核实的说法约 ${range}元，而本案最多请求 ${most} 元。`,
          en: ` By the guide's unverified word it would be about ${range}yuan, against ${most} claimed at most.`,
        }
  return {
    zh: `还没有报价，算不出来。请律师书面写明：基本费多少、按赢回的钱提多少；填好后再比。${hint.zh}`,
    en: `No quote yet, so no cost. Ask for it in writing: how much as a base, what share of what is won; then compare.${hint.en}`,
  }
}

function worthOf(quote: Quote, mostFen: number): Text {
  const from = worthFrom(quote)
  const [base, most] = [formatYuan(quote.baseFen), formatYuan(mostFen)]
  const terms = {
    zh: `按您填的报价（基本费 ${base} 元，另加赢回金额的 ${quote.percent}%）`,
    en: `At the quote you entered (${base} yuan and ${quote.percent}% of what is won)`,
  }
  if (from === undefined)
    return { zh: `${terms.zh}，赢多少都不够付律师费。`, en: `${terms.en} no sum won pays the lawyer.` }
  const worth = formatYuan(from)
  const [zh, en] =
    mostFen > from ? ['才有剩', 'leaves something only if all is won'] : ['也不够', 'is not enough even so']
  return {
    zh: `${terms.zh}，赢回的钱要超过 ${worth} 元才抵得上律师费；本案最多请求 ${most} 元，全赢${zh}。律师费一般要自己承担（这一点没有核到条文）。`,
    en: `${terms.en} more than ${worth} yuan must be won to pay the lawyer; this case asks for ${most} at most, which ${en}. Lawyers are usually at your own cost (no rule was found for this).`,
  }
}

/** The quote against the cap, where part of it hangs on the outcome. */
function beyondCap(quote: Quote, wonFen: number, cap: Fee | undefined): Text[] {
  const most = cap && contingencyCap(cap, wonFen)
  const asked = lawyerFee(quote, wonFen)
  if (most === undefined || quote.percent === 0 || asked <= most) return []
  const [won, limit, sum] = [formatYuan(wonFen), formatYuan(most), formatYuan(asked)]
  return [
    {
      zh: `注意：律师费和结果挂钩（风险代理）的，各环节合计有上限，不足 100 万元的部分是 18%（司发通〔2021〕87号，只见摘录）。赢回 ${won} 元时是 ${limit} 元，您填的报价合计 ${sum} 元，请律师说明。`,
      en: `Mind: where the fee hangs on the outcome, all of it together is capped, at 18 % for the part below one million yuan (司发通〔2021〕87号, seen in excerpt only). On ${won} yuan won that is ${limit}; your quote comes to ${sum}. Ask the lawyer to explain.`,
    },
  ]
}

/** The guide's unverified figures, on this case's claims. */
function guideWord(usual: Fee | undefined, claim: Stake['claim']): Text[] {
  const range = guideRange(usual, claim)
  if (usual?.rate.type !== 'usual' || range === undefined) return []
  const { baseFen, percent } = usual.rate
  const [low, high] = [baseFen.from, baseFen.to].map((fen) => String(fen / 100))
  return [
    {
      zh: `指南的说法，未经核实：基本费 ${low}—${high} 元，另加赢回金额的 ${percent.from}%—${percent.to}%；照这么算，本案约 ${range}元。只作参考，以书面报价为准。`,
      en: `The guide's word, unverified: ${low} to ${high} yuan and ${percent.from} to ${percent.to} % of what is won; that would be about ${range}yuan here. A hint only; the written quote counts.`,
    },
  ]
}

/** `3500.00—15500.00 `: what the guide's figures come to. */
function guideRange(usual: Fee | undefined, { least, most }: Stake['claim']): string | undefined {
  if (usual?.rate.type !== 'usual') return undefined
  const { baseFen, percent } = usual.rate
  const from = lawyerFee({ baseFen: baseFen.from, percent: percent.from }, least)
  const to = lawyerFee({ baseFen: baseFen.to, percent: percent.to }, most)
  return `${formatYuan(from)}—${formatYuan(to)} `
}

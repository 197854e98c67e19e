import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Charge, Fee, Tariff } from '../../knowledge/money/fee.ts'
import { formatYuan } from '../../values/fen.ts'
import { type Lang, say, type Text } from '../../values/text.ts'
import { holdsOn } from '../../values/time-span.ts'
import type { Step } from '../advice.ts'
import { roundFen, type TariffPart, tariffParts, tariffThousandths } from './tariff.ts'

/** The rates there are, and the day that decides which of them count: procedure goes by the day of filing. */
export type Rates = { readonly fees: Knowledge['fees']; readonly day: string }

export type FenRange = { readonly fenFrom: number; readonly fenTo: number }

/** The rates of a charge in force on the day. */
export function feeOn({ fees, day }: Rates, charge: Charge): Fee | undefined {
  return Object.values(fees).find((fee) => fee.charge === charge && holdsOn(fee, day))
}

export type CourtFee = { readonly fen: number; readonly halvedFen: number; readonly steps: readonly Step[] }

/**
 * The fee for having a money claim accepted, in fen, and its half (simplified procedure, settlement, withdrawal,
 * counterclaim heard together). `steps` add up to `fen`. Source: lfm#13, lfm#15, lfm#16, lfm#18.
 */
export function courtFee(rates: Rates, claimFen: number, lang: Lang): CourtFee | undefined {
  const tariff = tariffOn(rates, 'acceptance')
  if (tariff === undefined) return undefined
  const steps: Step[] = []
  let before = 0
  for (const part of tariffParts(tariff, claimFen)) {
    const upTo = roundFen(part.thousandths)
    steps.push({ text: say(partText(part, tariff), lang), fen: upTo - before })
    before = upTo
  }
  return { fen: before, halvedFen: roundFen(tariffThousandths(tariff, claimFen) / 2), steps }
}

/** What is due when so many occasions to halve come together: it is halved once only. Source: cvpi#206. */
export function dueAfter(occasions: number, { fen, halvedFen }: CourtFee): number {
  return occasions > 0 ? halvedFen : fen
}

/**
 * Any charge on a sum, or on none: execution, preservation, a payment order, an objection to jurisdiction … Undefined
 * when no rates of it are known for the day. Source: lfm#13, lfm#14, and the file of the charge.
 */
export function chargeFen(rates: Rates, charge: Charge, sumFen?: number): FenRange | undefined {
  const rate = feeOn(rates, charge)?.rate
  if (rate?.type === 'tariff') return tariffRange(rate, sumFen)
  if (rate?.type !== 'part' || sumFen === undefined) return undefined
  const whole = tariffOn(rates, rate.of)
  if (whole === undefined) return undefined
  const fen = roundFen(tariffThousandths(whole, sumFen) / rate.dividedBy)
  return { fenFrom: fen, fenTo: fen }
}

function tariffOn(rates: Rates, charge: Charge): Tariff | undefined {
  const rate = feeOn(rates, charge)?.rate
  return rate?.type === 'tariff' ? rate : undefined
}

function tariffRange(tariff: Tariff, sumFen: number | undefined): FenRange {
  const { baseFen, withoutSumFen = baseFen, mostFen = Number.POSITIVE_INFINITY } = tariff
  if (sumFen === undefined) return { fenFrom: withoutSumFen.from, fenTo: withoutSumFen.to }
  const fen = roundFen(tariffThousandths(tariff, sumFen))
  return { fenFrom: Math.min(fen, mostFen), fenTo: Math.min(fen + baseFen.to - baseFen.from, mostFen) }
}

function partText({ from, to, perMille }: TariffPart, { baseFen, slices }: Tariff): Text {
  const [low, high, rate] = [formatYuan(from), formatYuan(to), `${perMille / 10}%`]
  if (perMille > 0)
    return { zh: `${low} 元至 ${high} 元的部分 × ${rate}`, en: `part from ${low} to ${high} yuan × ${rate}` }
  const [flat, first] = [formatYuan(baseFen.from), formatYuan(slices[0]?.overFen ?? to)]
  return {
    zh: `请求金额不超过 ${first} 元的部分，每件 ${flat} 元`,
    en: `claim up to ${first} yuan: ${flat} yuan flat`,
  }
}

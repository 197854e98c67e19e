import { formatYuan } from '../../values/fen.ts'
import { type Lang, say } from '../../values/text.ts'
import type { Step } from '../advice.ts'

/** A tariff by slices: `flat` up to `upTo[0]`, then each slice at so many thousandths of what lies in it. */
type Tariff = {
  readonly flat: number
  readonly slices: readonly { readonly over: number; readonly perMille: number }[]
}

const yuan = 100
const wan = 10_000 * yuan

/** 诉讼费用交纳办法 art. 13(1)1–10. */
const acceptance: Tariff = {
  flat: 50 * yuan,
  slices: [
    { over: 1 * wan, perMille: 25 },
    { over: 10 * wan, perMille: 20 },
    { over: 20 * wan, perMille: 15 },
    { over: 50 * wan, perMille: 10 },
    { over: 100 * wan, perMille: 9 },
    { over: 200 * wan, perMille: 8 },
    { over: 500 * wan, perMille: 7 },
    { over: 1000 * wan, perMille: 6 },
    { over: 2000 * wan, perMille: 5 },
  ],
}

/** Art. 14(1): execution of a judgment for money. */
const enforcement: Tariff = {
  flat: 50 * yuan,
  slices: [
    { over: 1 * wan, perMille: 15 },
    { over: 50 * wan, perMille: 10 },
    { over: 500 * wan, perMille: 5 },
    { over: 1000 * wan, perMille: 1 },
  ],
}

/** Art. 14(2): preservation of property, never more than 5,000 yuan. */
const preservation: Tariff = {
  flat: 30 * yuan,
  slices: [
    { over: 1000 * yuan, perMille: 10 },
    { over: 10 * wan, perMille: 5 },
  ],
}
const mostPreservation = 5000 * yuan

export type CourtFee = { readonly fen: number; readonly halvedFen: number; readonly steps: readonly Step[] }

/**
 * The fee for having a money claim accepted, in fen, and its half (simplified procedure, settlement, withdrawal; halved
 * once only). `steps` add up to `fen`; a fraction of a fen is rounded, which the tariff itself does not settle.
 */
export function courtFee(claimFen: number, lang: Lang): CourtFee {
  const steps: Step[] = []
  let before = 0
  for (const slice of sliced(acceptance, claimFen)) {
    const upTo = Math.round(slice.thousandths / 1000)
    steps.push({ text: say(sliceText(slice), lang), fen: upTo - before })
    before = upTo
  }
  return { fen: before, halvedFen: Math.round(exact(acceptance, claimFen) / 2000), steps }
}

/** A third of the acceptance fee (art. 14(3)), in fen. */
export function paymentOrderFee(claimFen: number): number {
  return Math.round(exact(acceptance, claimFen) / 3000)
}

/** Paid by the debtor, not in advance (art. 20), in fen. */
export function enforcementFee(claimFen: number): number {
  return Math.round(exact(enforcement, claimFen) / 1000)
}

/** For freezing property before or during the case, in fen. */
export function preservationFee(claimFen: number): number {
  return Math.min(mostPreservation, Math.round(exact(preservation, claimFen) / 1000))
}

type Slice = { readonly from: number; readonly to: number; readonly perMille: number; readonly thousandths: number }

/** The slices that the claim reaches, each with the sum so far in thousandths of a fen; the flat part first. */
function sliced(tariff: Tariff, claimFen: number): Slice[] {
  const first = tariff.slices[0]?.over ?? claimFen
  const out = [{ from: 0, to: Math.min(claimFen, first), perMille: 0, thousandths: tariff.flat * 1000 }]
  let sum = tariff.flat * 1000
  for (const [i, { over, perMille }] of tariff.slices.entries()) {
    if (claimFen <= over) break
    const to = Math.min(claimFen, tariff.slices[i + 1]?.over ?? claimFen)
    sum += (to - over) * perMille
    out.push({ from: over, to, perMille, thousandths: sum })
  }
  return out
}

function exact(tariff: Tariff, claimFen: number): number {
  return sliced(tariff, claimFen).at(-1)?.thousandths ?? 0
}

function sliceText({ from, to, perMille }: Slice) {
  if (perMille === 0)
    return { zh: '请求金额不超过 1 万元的部分，每件 50 元', en: 'claim up to 10,000 yuan: 50 yuan flat' }
  const [low, high, rate] = [formatYuan(from), formatYuan(to), `${perMille / 10}%`]
  return { zh: `${low} 元至 ${high} 元的部分 × ${rate}`, en: `part from ${low} to ${high} yuan × ${rate}` }
}

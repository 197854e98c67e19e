import type { Tariff } from '../../knowledge/money/fee.ts'

/** A part of a sum that one rate counts for; `thousandths` is the fee so far, in thousandths of a fen. */
export type TariffPart = {
  readonly from: number
  readonly to: number
  readonly perMille: number
  readonly thousandths: number
}

/** The parts of the sum, lowest first, from the lower end of the base; the base part has no rate. */
export function tariffParts({ baseFen, slices }: Tariff, sumFen: number): readonly TariffPart[] {
  let thousandths = baseFen.from * 1000
  const first = slices[0]?.overFen ?? sumFen
  const parts = [{ from: 0, to: Math.min(sumFen, first), perMille: 0, thousandths }]
  for (const [i, { overFen, perMille }] of slices.entries()) {
    if (sumFen <= overFen) break
    const to = Math.min(sumFen, slices[i + 1]?.overFen ?? sumFen)
    thousandths += (to - overFen) * perMille
    parts.push({ from: overFen, to, perMille, thousandths })
  }
  return parts
}

/** The whole fee in thousandths of a fen, before any limit; exact for sums of up to ten billion yuan. */
export function tariffThousandths(tariff: Tariff, sumFen: number): number {
  return tariffParts(tariff, sumFen).at(-1)?.thousandths ?? 0
}

/** A fraction of a fen is rounded half up. No text settles how. */
export function roundFen(thousandths: number): number {
  return Math.round(thousandths / 1000)
}

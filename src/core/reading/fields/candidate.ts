import type { Text } from '../../values/text.ts'
import type { FoundLabel } from '../labels/label.ts'
import type { Region } from '../labels/region.ts'
import { around, type Cell } from '../layout/cell.ts'
import type { Box } from '../page.ts'
import type { PageField, ReadValue } from '../page-reading.ts'
import { isFenField, isTimeField } from '../page-reading.ts'
import type { Parsed } from './parsed.ts'

/** Something that may be the value of a field. `discountFen` and the like serve to check sums and are not handed out. */
export type Candidate = ReadValue & {
  readonly field: PageField | 'discountFen'
  readonly strength: FoundLabel['strength']
}

const labelScores = { sure: 0.98, likely: 0.89, hint: 0.6 } as const
const placeScores = { inline: 1, right: 0.99, below: 0.97, column: 0.97, over: 0.9 } as const

export function candidateOf(
  field: Candidate['field'],
  label: Pick<FoundLabel, 'strength'>,
  region: Pick<Region, 'place' | 'cells'>,
  { value, fit, notes, precision, inferred, rival }: Parsed,
): Candidate {
  const [used] = region.cells
  const read = Math.min(...region.cells.slice(0, 1).map(({ score }) => score ?? 1))
  const score = labelScores[label.strength] * placeScores[region.place] * fit * legibility(read, field)
  const box = boxOf(region.cells)
  const base = { field, strength: label.strength, value, score: rounded(score), from: 'text' as const, notes }
  return {
    ...base,
    ...(used === undefined ? {} : { line: used.line }),
    ...(box === undefined ? {} : { box }),
    ...(precision === undefined ? {} : { precision }),
    ...(inferred === undefined || inferred.length === 0 ? {} : { inferred }),
    ...(rival === undefined ? {} : { others: [{ value: rival, score: 0.4, from: 'text', notes: [] }] }),
  }
}

function boxOf(cells: readonly Cell[]): Box | undefined {
  return around(cells.slice(0, 1).flatMap(({ box }) => box ?? []))
}

/** A character wrong in words is seen at once and harms little. */
const words: ReadonlySet<Candidate['field']> = new Set(['shop', 'company', 'name', 'address', 'carrier'])

/**
 * What the recogniser's own score is worth: it is sure of a clean line of digits, less so of a sign of money, and a long
 * number it is not quite sure of may have a digit wrong.
 */
function legibility(score: number, field: Candidate['field']): number {
  const good = words.has(field)
    ? 0.85
    : isFenField(field) || field === 'discountFen'
      ? 0.91
      : isTimeField(field)
        ? 0.95
        : 0.97
  return score >= good ? 1 : Math.max(0.4, 1 - (good - score) * 3)
}

export function rounded(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000
}

/** The candidate with a lower score, and why. */
export function capped<C extends ReadValue>(candidate: C, most: number, note: Text): C {
  if (candidate.score <= most) return candidate
  return { ...candidate, score: most, notes: [...candidate.notes, note] }
}

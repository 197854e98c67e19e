import type { PageKind } from '../labels/label.ts'
import { beside, type Cell, middle, stacked } from '../layout/cell.ts'
import { momentMostly, momentsIn, resolved } from '../layout/moment.ts'
import { momentOfStep } from '../layout/step-run.ts'
import type { TimeField } from '../page-reading.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import type { Reader } from './parse-value.ts'

/** What happened to an order as its steps or its parcel's track tell it: the moment on the same line, or beside it. */
export function timelineMoments(cells: readonly Cell[], kind: PageKind, reader: Reader): readonly Candidate[] {
  if (kind === 'chat' || kind === 'product-page') return []
  const { placedSays, placedNot, signedSays, signedNot, shippedSays, shippedNot } = reader.lexicon.says
  const happenings: readonly (readonly [TimeField, RegExp, RegExp])[] = [
    ['placedAt', placedSays, placedNot],
    ['signedAt', signedSays, signedNot],
    ['shippedAt', shippedSays, shippedNot],
  ]
  const timed = cells.filter(({ text }) => momentMostly(text) !== undefined)
  return happenings.flatMap(([field, says, unless]) => {
    const told = cells.filter(({ text }) => says.test(text) && !unless.test(text))
    const found = told.flatMap((cell) => momentFor(cell, cells, timed, field, reader) ?? [])
    // Of several lines that tell of shipping the first in time is meant, of signing likewise.
    const sorted = [...found].sort((a, b) => String(a.value).localeCompare(String(b.value)))
    return sorted.slice(0, 1)
  })
}

function momentFor(
  cell: Cell,
  cells: readonly Cell[],
  timed: readonly Cell[],
  field: TimeField,
  reader: Reader,
): Candidate | undefined {
  const own = momentIn(cell, [cell], field, 'likely', reader)
  if (own !== undefined) return own
  const { box } = cell
  if (box === undefined) {
    const near = timed.filter(({ line }) => Math.abs(line - cell.line) === 1)
    const read = near.flatMap((one) => momentIn(one, [one], field, 'hint', reader) ?? [])
    return read.length === 1 ? read[0] : momentInRun(cell, cells, field, reader)
  }
  const row = timed
    .filter((one) => one.box !== undefined && one !== cell && beside(box, one.box) > 0.5)
    .sort((a, b) => (a.box?.x ?? 0) - (b.box?.x ?? 0))
  const [aside] = row
  if (aside !== undefined)
    return momentIn({ ...aside, text: row.map(({ text }) => text).join(' ') }, row, field, 'likely', reader)
  const close = timed
    .filter((one) => one.box !== undefined && one !== cell)
    .map((one) => ({
      one,
      away: one.box === undefined ? Number.POSITIVE_INFINITY : Math.abs(middle(one.box) - middle(box)) / box.height,
    }))
    .filter(({ away }) => away < 3.2)
    .sort((a, b) => a.away - b.away)
  const [first, second] = close
  if (first === undefined || (second !== undefined && second.away < first.away * 1.3))
    return momentInRun(cell, cells, field, reader)
  if (field === 'placedAt' && isAsNear(first.one, cell, cells)) return momentInRun(cell, cells, field, reader)
  return momentIn(first.one, [first.one], field, 'hint', reader)
}

function momentInRun(cell: Cell, cells: readonly Cell[], field: TimeField, reader: Reader): Candidate | undefined {
  const moment = momentOfStep(cell, cells)
  return moment === undefined ? undefined : momentIn(moment, [moment], field, 'hint', reader)
}

/** Words about as near to a moment are another step, and it may be that one's; of a parcel they go on telling of the same. */
function isAsNear({ box: at }: Cell, step: Cell, cells: readonly Cell[]): boolean {
  if (at === undefined || step.box === undefined) return false
  const away = Math.abs(middle(at) - middle(step.box))
  return cells.some(
    ({ line, box, text }) =>
      line !== step.line &&
      box !== undefined &&
      box !== at &&
      momentMostly(text) === undefined &&
      stacked(box, at) > 0.3 &&
      Math.abs(middle(at) - middle(box)) < 1.3 * away,
  )
}

function momentIn(
  cell: Cell,
  cells: readonly Cell[],
  field: TimeField,
  strength: 'likely' | 'hint',
  { seen }: Reader,
): Candidate | undefined {
  const moments = momentsIn(cell.text).filter(({ month, back }) => month !== undefined || back !== undefined)
  const [moment] = moments
  const at = moment === undefined ? undefined : resolved(moment, seen)
  if (moment === undefined || at === undefined) return undefined
  const isWhole = strength === 'likely' && at.precision !== 'day' && moments.length === 1 && !moment.isOdd
  const fit = (at.inferred.length > 0 ? 0.75 : 1) * (isWhole ? 1 : 0.9)
  const note = { zh: '来自订单或物流的轨迹', en: 'from the track of the order or the parcel' }
  const candidate = candidateOf(
    field,
    { strength },
    { place: 'inline', cells: [cell, ...cells.slice(1)] },
    { ...at, fit, notes: [note] },
  )
  // A whole moment on the very line that tells of it is as good as a labelled one.
  return isWhole && at.inferred.length === 0
    ? { ...candidate, score: Math.min(0.95, candidate.score * 1.06) }
    : candidate
}

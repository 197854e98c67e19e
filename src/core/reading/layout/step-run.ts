import { beside, bottom, type Cell, stacked } from './cell.ts'
import { momentMostly } from './moment.ts'

/**
 * The moment of a step of an order (提交订单) in a list where words and moments take turns: the one under its word where the
 * list begins with a word, the one over it where it begins with a moment. Undefined where the list does not tell.
 */
export function momentOfStep(step: Cell, cells: readonly Cell[]): Cell | undefined {
  const column = columnOf(step, cells)
  const at = column.indexOf(step)
  const isTurn = (i: number) => {
    const cell = column[i]
    if (cell === undefined || cells.some((one) => isMate(cell, one))) return false
    return Math.abs(i - at) % 2 === 1 ? isMoment(cell) : isWord(cell)
  }
  let [first, last] = [at, at]
  while (isTurn(first - 1)) first -= 1
  while (isTurn(last + 1)) last += 1
  const [top, end] = [column[first], column[last]]
  if (top === undefined || end === undefined || isMoment(top) === isMoment(end)) return undefined
  return column[isMoment(top) ? at - 1 : at + 1]
}

/** The cells in one column with a cell, from the top, as far as they stand close; of a text all its lines. */
function columnOf(step: Cell, cells: readonly Cell[]): readonly Cell[] {
  const { box } = step
  if (box === undefined) return cells
  const column = cells
    .flatMap((cell) => (cell.box !== undefined && stacked(box, cell.box) > 0.3 ? [{ cell, box: cell.box }] : []))
    .sort((a, b) => a.box.y - b.box.y)
  const at = column.findIndex(({ cell }) => cell === step)
  const isApart = (i: number) => {
    const [upper, lower] = [column[i], column[i + 1]]
    return upper === undefined || lower === undefined || lower.box.y - bottom(upper.box) > FAR * box.height
  }
  let [first, last] = [at, at]
  while (first > 0 && !isApart(first - 1)) first -= 1
  while (!isApart(last)) last += 1
  return column.slice(first, last + 1).map(({ cell }) => cell)
}

/** How far apart words and moments of one list stand at most, in heights of a word. */
const FAR = 4

function isMate(cell: Cell, one: Cell): boolean {
  return one !== cell && cell.box !== undefined && one.box !== undefined && beside(cell.box, one.box) > 0.5
}

function isMoment({ text }: Cell): boolean {
  return momentMostly(text) !== undefined
}

function isWord({ text }: Cell): boolean {
  return /\p{L}{2}/u.test(text) && !/\d{2}/.test(text)
}

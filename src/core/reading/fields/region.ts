import { beside, bottom, type Cell, right, stacked } from '../layout/cell.ts'
import type { FoundLabel } from './label.ts'

/** A place where the value of a label may stand, nearest first. */
export type Region = {
  readonly text: string
  readonly cells: readonly Cell[]
  readonly place: 'inline' | 'right' | 'below'
  /** What the first cell says alone, when several stand side by side. */
  readonly first: string
}

/** What stands between a label and its value, and is part of neither. */
const lead = /^(?:\s|[:;.,·|>)\]_~"'“”*#=]|\([^)]*\)|\([^)]*$|是|为|共|复制)+/

export function stripped(text: string): string {
  return text.replace(lead, '')
}

/** Where the value of a label can be: behind it, at its right however far, under it. */
export function regionsOf(
  label: FoundLabel,
  cells: readonly Cell[],
  labelled: ReadonlyMap<number, number>,
): readonly Region[] {
  const rest = stripped(label.cell.text.slice(label.end, label.until))
  const hasMore = label.until < label.cell.text.length
  const mates = hasMore ? [] : matesOf(label, cells, labelled)
  const inline = rest === '' ? [] : [joined('inline', [{ ...label.cell, text: rest }, ...mates])]
  const aside = rest === '' && mates.length > 0 ? [joined('right', mates)] : []
  if (hasMore || inline.length > 0 || mates.some(({ text }) => isValue(text))) return [...inline, ...aside]
  const below = belowOf(label, cells, labelled)
  return [...aside, ...(below === undefined ? [] : [joined('below', below)])]
}

function joined(place: Region['place'], cells: readonly Cell[]): Region {
  return { place, cells, text: cells.map(({ text }) => text).join(' '), first: stripped(cells[0]?.text ?? '') }
}

function isValue(text: string): boolean {
  return /[\p{Script=Han}\d]{2}/u.test(text) && text !== '复制'
}

/** The cells of the same row at the right of a label, up to the next one that begins with a label. */
function matesOf({ cell }: FoundLabel, cells: readonly Cell[], labelled: ReadonlyMap<number, number>): readonly Cell[] {
  const { box } = cell
  if (box === undefined) return []
  const row = cells
    .filter((one) => one.box !== undefined && one.line !== cell.line && beside(box, one.box) > 0.4)
    .filter((one) => one.box !== undefined && one.box.x > box.x + box.width * 0.6)
    .sort((a, b) => (a.box?.x ?? 0) - (b.box?.x ?? 0))
  const end = row.findIndex(({ line }) => labelled.get(line) === 0)
  const mates = end === -1 ? row : row.slice(0, end)
  return mates.map((one) => ({ ...one, text: one.text.slice(0, labelled.get(one.line) ?? one.text.length) }))
}

/** The cell under a label that has no value beside it; without boxes, the next line. */
function belowOf(
  { cell }: FoundLabel,
  cells: readonly Cell[],
  labelled: ReadonlyMap<number, number>,
): readonly Cell[] | undefined {
  const { box } = cell
  const isFree = (one: Cell) => !labelled.has(one.line)
  if (box === undefined) {
    const next = cells.find(({ line, text }) => line > cell.line && text !== '' && text !== ':')
    return next !== undefined && next.line <= cell.line + 3 && isFree(next) ? [next] : undefined
  }
  const under = cells
    .filter((one) => one.box !== undefined && one.line !== cell.line)
    .filter(({ box: one }) => {
      if (one === undefined) return false
      const gap = one.y - bottom(box)
      return (
        gap > -0.3 * box.height &&
        gap < 2.3 * box.height &&
        (stacked(box, one) > 0.3 || isFlush(box.x, one.x, box.height))
      )
    })
    .sort((a, b) => (a.box?.y ?? 0) - (b.box?.y ?? 0))
  const [first] = under
  if (first?.box === undefined || !isFree(first)) return undefined
  const { box: head } = first
  const mates = cells
    .filter((one) => one.box !== undefined && one !== first && isFree(one) && beside(head, one.box) > 0.5)
    .filter((one) => one.box !== undefined && one.box.x > right(head) && one.box.x - right(head) < 2 * head.height)
  return [first, ...mates]
}

function isFlush(a: number, b: number, height: number): boolean {
  return Math.abs(a - b) < height
}

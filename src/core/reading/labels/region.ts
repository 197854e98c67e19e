import { beside, bottom, type Cell, middle, right, stacked } from '../layout/cell.ts'
import { momentsIn } from '../layout/moment.ts'
import { momentOfStep } from '../layout/step-run.ts'
import { isFenField, isTimeField } from '../page-reading.ts'
import { type FoundLabel, inWords } from './label.ts'

/** A place where the value of a label may stand, nearest first. */
export type Region = {
  readonly text: string
  readonly cells: readonly Cell[]
  readonly place: 'inline' | 'right' | 'below' | 'column' | 'over'
  /** What the first cell says alone, when several stand side by side. */
  readonly first: string
}

/** What stands between a label and its value, and is part of neither. */
const lead = /^(?:\s|[:;.,·|>)\]】」_~"'“”*#=]|no\.?\s?(?=\d)|\([^)]*\)|\([^)]*$|是|为|共|复制)+/i

export function stripped(text: string): string {
  return text.replace(lead, '')
}

/** Where the value of a label can be: behind it, at its right however far, under it or over it; of the head of a table, all down its column. */
export function regionsOf(
  label: FoundLabel,
  cells: readonly Cell[],
  labelled: ReadonlyMap<number, number>,
): readonly Region[] {
  const hasMore = label.until < label.cell.text.length
  const said = label.cell.text.slice(label.end, label.until)
  const rest = stripped(hasMore ? said.replace(/[\s|,;/·]+$/, '') : said)
  const mates = hasMore ? [] : matesOf(label, cells, labelled)
  const inline = rest === '' ? [] : [joined('inline', [{ ...label.cell, text: rest }, ...mates])]
  const aside = rest === '' && mates.length > 0 ? [joined('right', mates)] : []
  // Of a cell that holds labels alone each has its value below.
  const isStacked = hasMore && rest === '' && !/\d/.test(label.cell.text.slice(label.until))
  if ((hasMore && !isStacked) || inline.length > 0) return [...inline, ...aside]
  // 待付款 is a tab among tabs, and a word at the right of 店铺 is its value.
  const isTabular = label.field !== 'dueFen' && !inWords.has(label.field)
  if (isTabular && (isStacked || isHead(label.cell, cells, labelled)))
    return columnUnder(label.cell, cells, labelled).map((cell) => joined('column', [cell]))
  if (mates.some(({ text }) => isValue(text))) return aside
  const below = belowOf(label, cells, labelled)
  if (below !== undefined) return [...aside, joined('below', below)]
  const over = overOf(label, cells, labelled)
  return [...aside, ...(over === undefined ? [] : [joined('over', [over])])]
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

/** Words side by side with no value among them, three or all of them labels, are the head of a table or the steps of an order. */
function isHead({ box, text }: Cell, cells: readonly Cell[], labelled: ReadonlyMap<number, number>): boolean {
  if (box === undefined || text.length > LONGEST_HEAD) return false
  const row = cells.filter((one) => one.box !== undefined && beside(box, one.box) > 0.5)
  const isWords = row.every((one) => one.text.length <= LONGEST_HEAD && !/\d{3}|\d[.:]\d|[¥￥]/.test(one.text))
  return isWords && (row.length >= 3 || (row.length === 2 && row.every(({ line }) => labelled.get(line) === 0)))
}

const LONGEST_HEAD = 10
/** How far apart the rows of a table stand at most, in heights of its head. */
const ROW_GAP = 5

/** What stands in the column of a table's head, from the top, as far as the rows follow each other. */
function columnUnder(label: Cell, cells: readonly Cell[], labelled: ReadonlyMap<number, number>): readonly Cell[] {
  const { box: head } = label
  if (head === undefined) return []
  const heads = cells.flatMap(({ box }) => (box !== undefined && beside(head, box) > 0.5 ? [box] : []))
  const column = cells
    .filter(({ box }) => {
      if (box === undefined || box.y < bottom(head) - 0.3 * head.height || stacked(head, box) < 0.3) return false
      return !heads.some((other) => other !== head && stacked(other, box) > stacked(head, box))
    })
    .sort((a, b) => (a.box?.y ?? 0) - (b.box?.y ?? 0))
  const end = column.findIndex((cell, i) => {
    const above = column[i - 1]?.box ?? head
    const isFar = cell.box === undefined || cell.box.y - bottom(above) > ROW_GAP * head.height
    return isFar || isOfAnother(cell, label, cells, labelled)
  })
  return end === -1 ? column : column.slice(0, end)
}

/** A label, or the value of another one: that stands alone at its left, or between it and the label above. */
function isOfAnother(
  { line, box }: Cell,
  above: Cell,
  cells: readonly Cell[],
  labelled: ReadonlyMap<number, number>,
): boolean {
  if (labelled.has(line)) return true
  return cells.some((one) => {
    if (box === undefined || one.box === undefined || labelled.get(one.line) !== 0 || /\d/.test(one.text)) return false
    const isAside = one.box.x < box.x && beside(one.box, box) > 0.4
    const isBetween =
      middle(one.box) < box.y && middle(one.box) > bottom(above.box ?? box) && stacked(one.box, box) > 0.3
    return isAside || isBetween
  })
}

/** The moment that stands before a label: `2026-03-05 14:28 下单`, `3月5日 14:28您提交了订单`. */
export function momentBefore({ cell, start, end, until }: FoundLabel): Region | undefined {
  const moments = momentsIn(cell.text.slice(0, start))
  const [first, last] = [moments[0], moments.at(-1)]
  if (first === undefined || last?.hour === undefined || start - last.end > 3) return undefined
  // A line that begins with a moment has each before its word.
  const isOwn = first.start === 0 || (moments.length === 1 && momentsIn(cell.text.slice(end, until)).length === 0)
  const said = cell.text.slice(last.start, last.end)
  return isOwn ? { place: 'inline', cells: [cell], text: said, first: said } : undefined
}

/** The clock under a day: both together are the moment. */
export function clockUnder({ line, box }: Cell, cells: readonly Cell[]): Cell | undefined {
  return cells.find((one) => {
    if (!/^\d{1,2}\s?[:.]\s?\d{2}(?:\s?[:.]\s?\d{2})?$/.test(one.text)) return false
    if (box === undefined || one.box === undefined) return one.line === line + 1
    const gap = one.box.y - bottom(box)
    return gap > -0.4 * box.height && gap < 1.2 * box.height && stacked(box, one.box) > 0.3
  })
}

/** The cell under a label that has no value beside it; without boxes, the next line. */
function belowOf(
  { cell, field, say }: FoundLabel,
  cells: readonly Cell[],
  labelled: ReadonlyMap<number, number>,
): readonly Cell[] | undefined {
  const { box } = cell
  const isFree = (one: Cell) => !isOfAnother(one, cell, cells, labelled)
  if (box === undefined) {
    const next = cells.find(({ line, text }) => line > cell.line && text !== '' && text !== ':')
    if (next === undefined || next.line > cell.line + 3 || !isFree(next)) return undefined
    return isStep(field, say) && isOver(cell, next, cells) && momentOfStep(cell, cells) !== next ? undefined : [next]
  }
  const under = cells
    .filter((one) => one.box !== undefined && one.line !== cell.line)
    .filter(({ box: one }) => {
      if (one === undefined) return false
      const gap = one.y - bottom(box)
      return (
        gap > -0.3 * box.height &&
        gap < 2.3 * Math.max(box.height, one.height) &&
        (stacked(box, one) > 0.3 || isFlush(box.x, one.x, box.height))
      )
    })
    .sort((a, b) => (a.box?.y ?? 0) - (b.box?.y ?? 0))
  const [first] = under
  if (first?.box === undefined || !isFree(first)) return undefined
  if (isStep(field, say) && isOver(cell, first, cells) && momentOfStep(cell, cells) !== first) return undefined
  const { box: head } = first
  const mates = cells
    .filter((one) => one.box !== undefined && one !== first && isFree(one) && beside(head, one.box) > 0.5)
    .filter((one) => one.box !== undefined && one.box.x > right(head) && one.box.x - right(head) < 2 * head.height)
  return [first, ...mates]
}

/** The amount in larger type over its label, where nothing stands beside or under that. */
function overOf(
  { cell, field }: FoundLabel,
  cells: readonly Cell[],
  labelled: ReadonlyMap<number, number>,
): Cell | undefined {
  const { box } = cell
  if (box === undefined || !isFenField(field)) return undefined
  return cells.find(({ box: one, text, line }) => {
    if (one === undefined || labelled.has(line) || !/^[¥￥\d]/.test(text)) return false
    const gap = box.y - bottom(one)
    return gap > -0.3 * box.height && gap < box.height && stacked(box, one) > 0.8 && one.height > 1.3 * box.height
  })
}

/** A word that tells what happened, such as 提交订单; its moment may stand over it. */
function isStep(field: FoundLabel['field'], say: string): boolean {
  return isTimeField(field) && !/(?:时间|日期|于|time|date| on)$/i.test(say)
}

/** A moment over a step that is about as near as what stands under it; of a text, any moment over it. */
function isOver(step: Cell, under: Cell, cells: readonly Cell[]): boolean {
  const { box } = step
  if (box === undefined || under.box === undefined)
    return momentsIn(cells[cells.indexOf(step) - 1]?.text ?? '').length > 0
  const gap = Math.max(under.box.y - bottom(box), 0.3 * box.height)
  return cells.some(({ box: over, text }) => {
    if (over === undefined || stacked(over, box) < 0.3 || momentsIn(text).length === 0) return false
    return box.y - bottom(over) > -0.3 * box.height && box.y - bottom(over) < 1.3 * gap
  })
}

function isFlush(a: number, b: number, height: number): boolean {
  return Math.abs(a - b) < height
}

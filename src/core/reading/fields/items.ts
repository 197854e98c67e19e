import type { Text } from '../../values/text.ts'
import type { FoundLabel, PageKind } from '../labels/label.ts'
import { regionsOf } from '../labels/region.ts'
import { around, beside, bottom, type Cell, right, typeSize } from '../layout/cell.ts'
import { type Placed, placedOf } from '../layout/rows.ts'
import type { ReadItem, ReadValue } from '../page-reading.ts'
import { readAmount } from './amount-value.ts'
import { rounded } from './candidate.ts'
import { parseValue, type Reader } from './parse-value.ts'
import { untapped } from './words-value.ts'

const fromCard: Text = { zh: '按商品卡片的排列认出，请核对', en: 'told by how the card is laid out; please check' }
const count = /^(?:[xX×*]\s?(\d{1,3})|数量[:：]?\s?[xX×*]?(\d{1,3})|共?(\d{1,3})件)$/

/** The goods of an order page: by their labels, else by their cards (name, price, ×1). */
export function readItems(
  cells: readonly Cell[],
  labels: readonly FoundLabel[],
  kind: PageKind,
  reader: Reader,
): readonly ReadItem[] {
  const labelled = labelledItems(cells, labels, reader)
  if (labelled.length > 0) return labelled
  if (kind !== 'order-page' && kind !== 'refund-record' && kind !== 'return-record') return []
  const placed = placedOf(cells)
  const starts = new Map(labels.map(({ cell, start }) => [cell.line, start]))
  const valued = labels.flatMap((label) => regionsOf(label, cells, starts).flatMap((region) => region.cells))
  const lines = new Set([...labels.map(({ cell }) => cell), ...valued].map(({ line }) => line))
  const free = placed.filter(({ line }) => !lines.has(line))
  return free.flatMap((cell) => cardAt(cell, free, reader) ?? [])
}

function labelledItems(cells: readonly Cell[], labels: readonly FoundLabel[], reader: Reader): readonly ReadItem[] {
  const starts = new Map(labels.map(({ cell, start }) => [cell.line, start]))
  const valuesOf = (field: 'itemName' | 'itemFen' | 'quantity'): readonly ReadValue[] =>
    labels.flatMap((label) => {
      if (label.field !== field) return []
      for (const region of regionsOf(label, cells, starts)) {
        const parsed = parseValue(field, region, reader)
        const [used] = region.cells
        if (parsed === undefined || used === undefined) continue
        const score = rounded(0.9 * parsed.fit * (used.score ?? 1))
        return [
          {
            value: parsed.value,
            score,
            line: used.line,
            from: 'text' as const,
            notes: parsed.notes,
            ...(used.box ? { box: used.box } : {}),
          },
        ]
      }
      return []
    })
  const [names, prices, counts] = [valuesOf('itemName'), valuesOf('itemFen'), valuesOf('quantity')]
  return names.flatMap((name, i) => {
    const [price, quantity] = [prices[i], counts[i]]
    return isTextValue(name)
      ? [
          {
            name,
            ...(price && isNumberValue(price) ? { priceFen: price } : {}),
            ...(quantity && isNumberValue(quantity) ? { quantity } : {}),
          },
        ]
      : []
  })
}

/** A price with no label that has a name above it, or at its left: the card of one thing bought. */
function cardAt(cell: Placed, free: readonly Placed[], reader: Reader): ReadItem | undefined {
  const price = /^[¥￥]?\s?\d/.test(cell.text) ? readAmount(cell.text, reader) : undefined
  if (price === undefined || !price.isSigned || price.value === 0) return undefined
  const counted = free.find(
    (one) => one !== cell && count.test(one.text) && Math.abs(one.box.y - cell.box.y) < 3.2 * cell.box.height,
  )
  const name = nameNear(cell, free)
  if (name.length === 0 || (counted === undefined && name.length < 2)) return undefined
  const box = around(name.map((one) => one.box))
  const title = name.map(({ text }) => untapped(text)).join('')
  const read = Math.min(...name.map(({ score }) => score ?? 1))
  const found = count.exec(counted?.text ?? '')
  const quantity = Number(found?.[1] ?? found?.[2] ?? found?.[3] ?? Number.NaN)
  return {
    name: {
      value: title,
      score: rounded(0.75 * read),
      from: 'text',
      notes: [fromCard],
      ...(name[0] ? { line: name[0].line } : {}),
      ...(box ? { box } : {}),
    },
    priceFen: {
      value: price.value,
      score: rounded(0.8 * price.fit * (cell.score ?? 1)),
      from: 'text',
      notes: [fromCard],
      line: cell.line,
      box: cell.box,
    },
    ...(counted === undefined || !Number.isInteger(quantity)
      ? {}
      : {
          quantity: {
            value: quantity,
            score: rounded(0.8 * (counted.score ?? 1)),
            from: 'text' as const,
            notes: [fromCard],
            line: counted.line,
            box: counted.box,
          },
        }),
  }
}

/** The lines of a name: the topmost run of text lines with one left edge, above the price or beside it. */
function nameNear(price: Placed, free: readonly Placed[]): readonly Placed[] {
  const { box } = price
  const words = free.filter(
    (one) =>
      one !== price &&
      /[\p{Script=Han}A-Za-z]/u.test(one.text) &&
      !count.test(one.text) &&
      !/旗舰店|专营店|专卖店|^[¥￥]|已选|进店/.test(one.text) &&
      bottom(one.box) < bottom(box) + box.height &&
      box.y - one.box.y < 7 * box.height,
  )
  const isBeside = words.filter((one) => right(one.box) < box.x + box.height && box.x > one.box.x + 3 * box.height)
  const pool = isBeside.some((one) => beside(one.box, box) > 0.3)
    ? isBeside
    : words.filter((one) => Math.abs(one.box.x - box.x) < 1.5 * box.height)
  const sorted = [...pool].sort((a, b) => a.box.y - b.box.y)
  const top = sorted[0]
  if (top === undefined || top.text.length < 4) return []
  const run = [top]
  for (const one of sorted.slice(1)) {
    const last = run.at(-1)
    const isNext =
      last !== undefined &&
      one.box.y - bottom(last.box) < 0.9 * last.box.height &&
      Math.abs(one.box.x - last.box.x) < last.box.height
    const isSpec =
      /[;；]/.test(one.text) ||
      (one.text.length > 3 && typeSize(one) < 0.9 * typeSize(top)) ||
      /[，,].{1,8}$/.test(one.text)
    if (!isNext || isSpec || run.length === 3) break
    run.push(one)
  }
  return run
}

function isTextValue(value: ReadValue): value is ReadValue<string> {
  return typeof value.value === 'string'
}

function isNumberValue(value: ReadValue): value is ReadValue<number> {
  return typeof value.value === 'number'
}

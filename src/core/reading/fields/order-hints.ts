import type { Text } from '../../values/text.ts'
import type { FoundLabel, PageKind } from '../labels/label.ts'
import { regionsOf } from '../labels/region.ts'
import { beside, type Cell } from '../layout/cell.ts'
import { momentsIn } from '../layout/moment.ts'
import { type Candidate, candidateOf, capped } from './candidate.ts'
import { isMobile } from './number-value.ts'
import { parseValue, type Reader } from './parse-value.ts'

const alone: Text = { zh: '旁边没有写明是订单号', en: 'nothing beside it says that it is the order number' }
const besideNumber: Text = {
  zh: '写在订单号旁边，没有说是什么时间',
  en: 'it stands beside the order number and nothing says what time it is',
}

/**
 * What a page of orders shows without a label: the number in its title or over its card, and the moment in one row with the
 * number. Hints, for pages where no label names them.
 */
export function orderHints(
  cells: readonly Cell[],
  labels: readonly FoundLabel[],
  labelled: ReadonlyMap<number, number>,
  candidates: readonly Candidate[],
  kind: PageKind,
  reader: Reader,
): readonly Candidate[] {
  if (kind !== 'order-page') return []
  const others = labels.filter(({ field, strength }) => field !== 'orderNumber' && strength !== 'hint')
  const taken = new Set(
    others.flatMap((label) => [
      label.cell.line,
      ...regionsOf(label, cells, labelled).flatMap((region) => region.cells.slice(0, 1).map(({ line }) => line)),
    ]),
  )
  const has = (field: Candidate['field']) => candidates.some((one) => one.field === field)
  const numbers = has('orderNumber') ? [] : numbersAlone(cells.filter(({ line }) => !taken.has(line)))
  if (has('placedAt') || labels.some(({ field }) => field === 'placedAt')) return numbers
  const rows = new Set(
    [...candidates, ...numbers].flatMap(({ field, line }) => (field === 'orderNumber' ? [line] : [])),
  )
  const moments = cells
    .filter(({ line }) => rows.has(line))
    .flatMap((cell) => [
      ...momentIn(cell, labelled, reader),
      ...cells
        .filter((one) => isInRow(cell, one) && !taken.has(one.line))
        .flatMap((one) => momentIn(one, labelled, reader)),
    ])
  return [...numbers, ...moments]
}

/** The one number on the page as long as an order's, alone or behind 订单; a mobile number and one begun by a day are others. */
function numbersAlone(cells: readonly Cell[]): readonly Candidate[] {
  const found = cells.flatMap((cell) => {
    const number = /(?<![\dA-Z*¥]|\d[.:-])\d{11,18}(?![\d.*:]|-\d)/.exec(cell.text)?.[0]
    if (number === undefined || isMobile(number) || /^20[23]\d[01]\d[0-3]\d/.test(number)) return []
    const isAlone = /^(?:no\.?|#)?\s?\d+\s?(?:复制)?$/i.test(cell.text)
    return isAlone || cell.text.includes('订单') ? [{ cell, number }] : []
  })
  const [first] = found
  if (first === undefined || found.some(({ number }) => number !== first.number)) return []
  const region = { place: 'inline' as const, cells: [first.cell] }
  return [candidateOf('orderNumber', { strength: 'hint' }, region, { value: first.number, fit: 0.9, notes: [alone] })]
}

function isInRow({ line, box }: Cell, one: Cell): boolean {
  return line !== one.line && box !== undefined && one.box !== undefined && beside(box, one.box) > 0.5
}

/** The one moment of a cell when nothing but a labelled number stands beside it. */
function momentIn(cell: Cell, labelled: ReadonlyMap<number, number>, reader: Reader): readonly Candidate[] {
  const [moment, more] = momentsIn(cell.text)
  if (moment?.hour === undefined || more !== undefined) return []
  const [before, behind] = [cell.text.slice(0, moment.start), cell.text.slice(moment.end)]
  const isFirst = /^[\s|,:;/]*$/.test(
    behind.slice(0, Math.max(0, (labelled.get(cell.line) ?? cell.text.length) - moment.end)),
  )
  const isOwn = before === '' ? isFirst : /^\D{0,10}\d[\d\s]*[|,/\s]*$/.test(before) && !/\p{Script=Han}/u.test(behind)
  const region = { place: 'inline' as const, cells: [cell], text: cell.text.slice(moment.start, moment.end), first: '' }
  const parsed = isOwn ? parseValue('placedAt', region, reader) : undefined
  if (parsed === undefined) return []
  return [capped(candidateOf('placedAt', { strength: 'hint' }, region, parsed), 0.6, besideNumber)]
}

import type { Cell } from '../layout/cell.ts'
import type { PageFields, PrivateSpot } from '../page-reading.ts'
import { isAddressLike } from './words-value.ts'

const patterns: readonly (readonly [PrivateSpot['what'], RegExp])[] = [
  ['phone', /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?[\d*]{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g],
  ['id-number', /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d{4}[\dXx](?![\dA-Za-z])/g],
  ['card-number', /(?<!\d)(?:62|60|4\d|5\d)\d{2} ?(?:[\d*]{4} ?){2,3}\d{3,4}(?!\d)/g],
]
const fields: readonly (readonly [PrivateSpot['what'], 'name' | 'address' | 'orderNumber' | 'waybillNumber'])[] = [
  ['name', 'name'],
  ['address', 'address'],
  ['order-number', 'orderNumber'],
  ['waybill-number', 'waybillNumber'],
]

/** Lines that a copy for others should not show; rather one too many, the user takes away what may stay. */
export function privateSpots(cells: readonly Cell[], read: PageFields): readonly PrivateSpot[] {
  const spots = cells.flatMap((cell) => {
    const found = patterns.flatMap(([what, pattern]) =>
      [...cell.text.matchAll(pattern)].map(([text]) => spot(what, text, cell)),
    )
    return isAddressLike(cell.text) ? [...found, spot('address', cell.text, cell)] : found
  })
  const named = fields.flatMap(([what, field]) => {
    const { value } = read[field] ?? {}
    if (value === undefined) return []
    return cells.filter(({ text }) => shows(text, value)).map((cell) => spot(what, value, cell))
  })
  const whole = [...spots, ...named]
  return whole
    .filter(
      (one, i) =>
        !whole
          .slice(0, i)
          .some((other) => other.what === one.what && other.line === one.line && other.text === one.text),
    )
    .sort((a, b) => a.line - b.line)
}

function shows(text: string, value: string): boolean {
  return text.replaceAll(' ', '').includes(value.replaceAll(' ', ''))
}

function spot(what: PrivateSpot['what'], text: string, { line, box }: Cell): PrivateSpot {
  return { what, text, line, ...(box === undefined ? {} : { box }) }
}

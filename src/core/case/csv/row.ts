import { formatYuan } from '../../values/fen.ts'
import { dayOf, inShanghai } from '../../values/instant.ts'
import { isLocalDate, type LocalDate } from '../../values/local-date.ts'
import type { Outcome } from '../../values/refusal.ts'
import type { Text } from '../../values/text.ts'
import type { Consumer, Item } from '../case.ts'
import type { OrderPart } from '../order.ts'
import { amountCell, cellText, countCell, numberCell, timeCell, yesNoCell } from './cell.ts'
import { type Column, type CsvField, csvFields } from './column.ts'

/** What is wrong in a row, and in which column as its header has it. */
export type RowFault = { readonly column?: string; readonly text: Text }

/** What a row says of a case. Days without an hour are facts of their own: no hour is made up. */
export type RowReading = {
  readonly words?: string
  readonly problem?: string
  readonly demand?: string
  readonly order: OrderPart
  readonly consumer: Partial<Consumer>
  readonly days: readonly { readonly fact: string; readonly value: string; readonly column: string }[]
  /** What was understood, as a preview shows it. */
  readonly values: Readonly<Partial<Record<CsvField, string>>>
  readonly faults: readonly RowFault[]
}

const moments = { placed: 'placedAt', 'paid-at': 'paidAt', shipped: 'shippedAt', signed: 'signedAt' } as const
const dayFacts = {
  placed: 'order.placed-on',
  'paid-at': 'order.paid-on',
  shipped: 'order.shipped-on',
  signed: 'order.signed-on',
} as const

/** Reads a row by its columns, on that day. Every fault in it is named, not only the first. */
export function readRow(cells: readonly string[], columns: readonly Column[], today: LocalDate): RowReading {
  const values: Partial<Record<CsvField, string>> = {}
  const faults: RowFault[] = []
  const text = (field: CsvField) => {
    const at = columns.findIndex((column) => column.field === field)
    const written = at < 0 ? '' : cellText(cells[at] ?? '')
    if (written !== '') values[field] = written
    return written === '' ? undefined : written
  }
  const read = <T>(field: CsvField, parse: (written: string) => Outcome<T>, shown: (value: T) => string) => {
    const written = text(field)
    if (written === undefined) return undefined
    const parsed = parse(written)
    if (parsed.ok) values[field] = shown(parsed.value)
    else faults.push({ column: headerOf(columns, field), text: parsed.refusal.text })
    return parsed.ok ? parsed.value : undefined
  }
  const number = read('order-number', numberCell, String)
  const waybill = read('waybill', numberCell, String)
  const phone = read('phone', numberCell, String)
  const paidFen = read('paid', amountCell, formatYuan)
  const shippingFen = read('freight', amountCell, formatYuan)
  const selfOperated = read('self-operated', yesNoCell, (own) => (own ? '自营' : '第三方'))
  const item = itemOf(
    {
      name: text('item'),
      price: read('price', amountCell, formatYuan),
      quantity: read('quantity', countCell, String),
      paidFen,
    },
    columns,
    faults,
  )
  const order: { -readonly [Key in keyof OrderPart]: OrderPart[Key] } = {
    ...given('platform', text('platform')),
    ...given('number', number),
    ...shopOf(text('shop'), text('company'), selfOperated, columns, faults),
    ...(item === undefined ? {} : { items: [item] }),
    ...given('paidFen', paidFen),
    ...given('shippingFen', shippingFen),
    ...given('carrier', text('carrier')),
    ...given('waybill', waybill),
  }
  const days: { fact: string; value: string; column: string }[] = []
  let before: Dated | undefined
  for (const field of ['placed', 'paid-at', 'shipped', 'signed'] as const) {
    const time = read(field, timeCell, (value) =>
      isLocalDate(value) ? value : inShanghai(value).slice(0, 16).replace('T', ' '),
    )
    if (time === undefined) continue
    const day = isLocalDate(time) ? time : dayOf(time)
    if (day > today) faults.push({ column: headerOf(columns, field), text: notYet(day) })
    else if (before !== undefined && day < before.day)
      faults.push({ column: headerOf(columns, field), text: backwards(day, before) })
    else if (field !== 'paid-at') before = { day, header: headerOf(columns, field) }
    if (isLocalDate(time)) days.push({ fact: dayFacts[field], value: time, column: headerOf(columns, field) })
    else order[moments[field]] = time
  }
  const reading = {
    ...given('words', text('words')),
    ...given('problem', text('problem-type')),
    ...given('demand', text('demand')),
    order,
    consumer: {
      ...given('name', text('name')),
      ...given('phone', phone),
      ...given('address', text('address')),
      ...given('email', text('email')),
    },
    days,
  }
  const tells = ['words', 'order-number', 'item', 'problem-type'] as const
  if (tells.every((field) => values[field] === undefined)) faults.push({ text: nothingTold })
  return { ...reading, values: sorted(values), faults }
}

const nothingTold: Text = {
  zh: '这一行没有写问题、订单号或商品，建不成案件；请至少填一样，空行请删去',
  en: 'this row tells no problem, order number or goods, so there is no case to open; fill in one of them, or delete the row',
}

type Dated = { readonly day: LocalDate; readonly header: string }

function notYet(day: LocalDate): Text {
  return {
    zh: `${day} 还没有到；请核对年份和日期`,
    en: `${day} is still to come; check the year and the day`,
  }
}

function backwards(day: LocalDate, { day: earlier, header }: Dated): Text {
  return {
    zh: `${day} 早于“${header}”的 ${earlier}，两者矛盾；请对照订单页面改正其中一个`,
    en: `${day} is before ${earlier} of “${header}”: they contradict each other; correct one of them from the order page`,
  }
}

/** The header of the column that holds a field. */
export function headerOf(columns: readonly Column[], field: CsvField): string {
  return columns.find((column) => column.field === field)?.header ?? field
}

type Goods = {
  readonly name: string | undefined
  readonly price: number | undefined
  readonly quantity: number | undefined
  readonly paidFen: number | undefined
}

/** An item has a price: its own, or what was paid, shared evenly among the pieces. */
function itemOf(
  { name, price, quantity = 1, paidFen }: Goods,
  columns: readonly Column[],
  faults: RowFault[],
): Item | undefined {
  if (name === undefined) return undefined
  const each = price ?? (paidFen === undefined ? undefined : paidFen / quantity)
  if (each !== undefined && Number.isInteger(each)) return { name, priceFen: each, quantity, flags: [] }
  const isAmountOff = faults.some(
    ({ column }) => column === headerOf(columns, 'paid') || column === headerOf(columns, 'price'),
  )
  if (!isAmountOff)
    faults.push(
      each === undefined
        ? { column: headerOf(columns, 'item'), text: noPrice }
        : { column: headerOf(columns, 'quantity'), text: unevenPrice },
    )
  return undefined
}

const noPrice: Text = {
  zh: '写了商品，没有写金额；请加上“实付”或“单价”（单位：元）',
  en: 'the goods are given without a sum; fill in what was paid or the unit price, in yuan',
}
const unevenPrice: Text = {
  zh: '实付金额按这个数量除不尽；请加一列“单价”，写每件的价格',
  en: 'what was paid does not divide evenly by this quantity; add a column “unit price”',
}

function shopOf(
  name: string | undefined,
  company: string | undefined,
  selfOperated: boolean | undefined,
  columns: readonly Column[],
  faults: RowFault[],
): Pick<OrderPart, 'shop'> {
  if (name === undefined && company === undefined && selfOperated === undefined) return {}
  if (name === undefined && company === undefined) {
    faults.push({ column: headerOf(columns, 'self-operated'), text: noShop })
    return {}
  }
  return { shop: { name: name ?? company ?? '', ...given('company', company), ...given('selfOperated', selfOperated) } }
}

const noShop: Text = {
  zh: '写了是否自营，没有写店铺；请填上店铺名称',
  en: 'it says whether the shop is the platform’s own, but not which shop; fill in its name',
}

function given<K extends string, T>(key: K, value: T | undefined): { readonly [Key in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [Key in K]?: T })
}

function sorted(values: Readonly<Partial<Record<CsvField, string>>>): Readonly<Partial<Record<CsvField, string>>> {
  return Object.fromEntries(csvFields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])))
}

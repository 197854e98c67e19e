import type { Text } from '../../values/text.ts'
import { CERTAIN, type PageField, type ReadValue } from '../page-reading.ts'
import type { HeapFile } from './heap-file.ts'

/** A value that several files may show. */
export type HeapValue = {
  readonly field: PageField
  readonly value: string | number
  readonly score: number
  /** Whether it may be shown as read; else it is only offered. */
  readonly certain: boolean
  /** The exhibits that show it, the clearest first. */
  readonly from: readonly string[]
  readonly inferred: boolean
  /** What else was read for the same thing, with where. */
  readonly others: readonly { readonly value: string | number; readonly from: string; readonly score: number }[]
}

export type HeapValues = {
  readonly values: readonly HeapValue[]
  /** Exhibits that belong to another order, by its number. */
  readonly strangers: ReadonlyMap<string, string>
  readonly conflicts: readonly Text[]
}

/** What an order holds; the rest of a page's fields (invoices, tickets, refunds) stand for themselves. */
const fieldsOfOrder: readonly PageField[] = [
  'orderNumber',
  'shop',
  'amountFen',
  'shippingFen',
  'placedAt',
  'paidAt',
  'shippedAt',
  'signedAt',
  'cancelledAt',
  'carrier',
  'waybillNumber',
  'invoiceNumber',
  'invoiceDate',
  'invoiceFen',
  'company',
  'name',
  'phone',
  'address',
]

/** Two files that say different things keep a value from being certain. */
const DISPUTED = 0.6

/**
 * One value for each field out of all files: the order number first, and then only from files that speak of that order or of none.
 * Files that agree make a value surer, files that differ less so.
 */
export function heapValues(files: readonly HeapFile[]): HeapValues {
  const number = merged('orderNumber', files)
  const isStranger = ({ says }: HeapFile) => {
    const own = says.fields.orderNumber
    return number !== undefined && own !== undefined && own.score >= CERTAIN && own.value !== number.value
  }
  const strangers = new Map(files.filter(isStranger).map(({ id, says }) => [id, says.fields.orderNumber?.value ?? '']))
  const ours = files.filter((file) => !isStranger(file))
  const values = fieldsOfOrder.flatMap((field) => merged(field, ours) ?? [])
  return { values, strangers, conflicts: conflictsOf(values) }
}

function merged(field: PageField, files: readonly HeapFile[]): HeapValue | undefined {
  const found = files.flatMap(({ id, says }) => {
    const read: ReadValue | undefined = says.fields[field]
    return read === undefined || !counts(field, says.looksLike) ? [] : [{ id, read }]
  })
  const groups = new Map<string, { id: string; read: ReadValue }[]>()
  for (const one of found) {
    const key = keyOf(one.read.value)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const ranked = [...groups.values()]
    .map((group) => group.toSorted((a, b) => b.read.score - a.read.score))
    .map((group) => ({ group, weight: together(group.map(({ read }) => read.score)) }))
    .sort((a, b) => b.weight - a.weight)
  const [best, ...rest] = ranked
  const first = best?.group[0]
  if (best === undefined || first === undefined) return undefined
  const others = rest.flatMap(({ group: [other] }) =>
    other === undefined ? [] : [{ value: other.read.value, from: other.id, score: other.read.score }],
  )
  const strongest = rest[0]?.group[0]?.read.score ?? 0
  const disputed = strongest >= DISPUTED && !(first.read.score >= CERTAIN && strongest < CERTAIN)
  const score = disputed ? Math.min(best.weight, DISPUTED) : best.weight
  return {
    field,
    value: first.read.value,
    score,
    certain: score >= CERTAIN,
    from: best.group.map(({ id }) => id),
    inferred: (first.read.inferred ?? []).length > 0,
    others,
  }
}

/** What was paid stands on order pages and payments; a price on a product page or in a chat is another thing. */
function counts(field: PageField, kind: HeapFile['says']['looksLike']): boolean {
  if (field === 'amountFen' || field === 'shippingFen')
    return kind === 'order-page' || kind === 'payment' || kind === 'unknown'
  if (field === 'shop' || field === 'name' || field === 'phone' || field === 'address') return kind !== 'payment'
  return true
}

/** Spaces and case do not part two readings of a name. */
function keyOf(value: string | number): string {
  return String(value).replaceAll(/\s/g, '').toLowerCase()
}

/** The surest reading counts; each further one that agrees takes away a third of what is left to doubt. */
function together([best = 0, ...more]: readonly number[]): number {
  const doubt = more.filter((score) => score >= 0.5).reduce((left) => left * (2 / 3), 1 - best)
  return Math.round((1 - doubt) * 1000) / 1000
}

function conflictsOf(values: readonly HeapValue[]): readonly Text[] {
  return values.flatMap(({ field, value, from, others }): readonly Text[] => {
    const [other] = others.filter(({ score }) => score >= DISPUTED)
    if (other === undefined) return []
    return [
      {
        zh: `${from[0]} 与 ${other.from} 读出的不一样：${value} / ${other.value}，请对照原图`,
        en: `${from[0]} and ${other.from} differ on ${field}: ${value} / ${other.value}; compare them`,
      },
    ]
  })
}

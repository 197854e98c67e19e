import type { Case, Order } from '../../../core/case/case.ts'
import type { OrderPart } from '../../../core/case/order.ts'
import type { ReadField } from '../../../core/language/read-field.ts'
import type { WordsReading } from '../../../core/language/read-words.ts'
import { isLocalDate } from '../../../core/values/local-date.ts'
import type { GivenCommand } from '../give.ts'

/** Below this a reading is shown but proposes nothing. */
const SURE_ENOUGH = 0.5

const moments = {
  ordered: 'placedAt',
  paid: 'paidAt',
  shipped: 'shippedAt',
  signed: 'signedAt',
  cancelled: 'cancelledAt',
} as const
const days = {
  ordered: 'placed-on',
  paid: 'paid-on',
  shipped: 'shipped-on',
  signed: 'signed-on',
  cancelled: 'cancelled-on',
} as const

/** What a reading proposes for a case, a command for each thing: nothing that the case has already. */
export function proposals({ problems, fields }: WordsReading, kase: Case): readonly GivenCommand[] {
  const parts = orderParts(fields, kase.order)
  return [
    ...parts.map((payload): GivenCommand => ({ type: 'RecordOrder', payload })),
    ...dayFacts(fields, kase),
    ...goodsFacts(fields, kase, parts),
    ...proposed(problems)
      .filter(({ type }) => !kase.problem.types.some((known) => known.type === type))
      .map(({ type }): GivenCommand => ({ type: 'ConfirmProblem', payload: { type, confirmed: false } })),
  ]
}

/** What went wrong; where nothing did, what was asked about. How one was treated comes after what it was about. */
function proposed(problems: WordsReading['problems']): WordsReading['problems'] {
  const complaints = problems.filter(({ complaint }) => complaint)
  const meant = complaints.length > 0 ? complaints : problems
  const isBeside = ({ triage }: WordsReading['problems'][number]) => triage === 'service_attitude'
  return [...meant.filter((one) => !isBeside(one)), ...meant.filter(isBeside)]
}

function orderParts(fields: readonly ReadField[], order: Order): readonly OrderPart[] {
  const number = only(fields, ({ field }) => field === 'order-number')
  const waybill = only(fields, ({ field }) => field === 'waybill-number')
  const shop = only(fields, ({ field }) => field === 'shop')
  const paid = only(fields, (one) => one.field === 'amount' && one.role === 'paid')
  const freight = only(fields, (one) => one.field === 'amount' && one.role === 'freight')
  const item = only(fields, ({ field }) => field === 'item')
  const price = order.paidFen ?? fenOf(paid)
  const own = ownIn(fields)
  const kind = kindIn(fields)
  const parts: readonly (OrderPart | false)[] = [
    number !== undefined && order.number === undefined && { number: String(number.value) },
    shop !== undefined &&
      order.shop === undefined && {
        shop: { name: String(shop.value), ...(own === undefined ? {} : { selfOperated: own }) },
      },
    price !== undefined && order.paidFen === undefined && { paidFen: price },
    order.shippingFen === undefined &&
      isOnOrderPage(fields) &&
      freight !== undefined && { shippingFen: fenOf(freight) ?? 0 },
    // A price is part of an item, so goods are proposed only where what was paid is known.
    item !== undefined &&
      price !== undefined &&
      order.items.length === 0 && {
        items: [
          {
            name: String(item.value),
            priceFen: price,
            quantity: 1,
            flags: [],
            ...(kind === undefined ? {} : { category: kind }),
          },
        ],
      },
    ...Object.entries(moments).map(([role, key]): OrderPart | false => {
      const time = only(fields, (one) => one.field === 'time' && one.role === role)
      return time !== undefined && !isLocalDate(time.value) && order[key] === undefined && { [key]: String(time.value) }
    }),
    waybill !== undefined && order.waybill === undefined && { waybill: String(waybill.value) },
  ]
  return parts.filter((part) => part !== false)
}

/** Where the hour is not told, the day is a fact of its own: no hour is made up for it. */
function dayFacts(fields: readonly ReadField[], { order, facts }: Case): readonly GivenCommand[] {
  return Object.entries(days).flatMap(([role, name]): readonly GivenCommand[] => {
    const [key, fact] = [moments[role as keyof typeof moments], `order.${name}`]
    const time = only(fields, (one) => one.field === 'time' && one.role === role)
    if (time === undefined || !isLocalDate(time.value) || order[key] !== undefined || facts[fact] !== undefined)
      return []
    return [{ type: 'StateFact', payload: { fact, status: 'known', value: time.value, by: [] } }]
  })
}

/** What is told of goods and seller where there is no item or shop to tell it of. */
function goodsFacts(
  fields: readonly ReadField[],
  { order, facts }: Case,
  parts: readonly OrderPart[],
): readonly GivenCommand[] {
  const hasItem = order.items.length > 0 || parts.some(({ items }) => items !== undefined)
  const hasShop = order.shop !== undefined || parts.some(({ shop }) => shop !== undefined)
  const told = [
    { fact: 'goods.category', value: hasItem ? undefined : kindIn(fields) },
    { fact: 'order.self-operated', value: hasShop ? undefined : ownIn(fields) },
  ]
  return told.flatMap(({ fact, value }): readonly GivenCommand[] =>
    value === undefined || facts[fact] !== undefined
      ? []
      : [{ type: 'StateFact', payload: { fact, status: 'known', value, by: [] } }],
  )
}

function kindIn(fields: readonly ReadField[]): string | undefined {
  const kind = only(fields, ({ field }) => field === 'category')
  return kind?.field === 'category' ? kind.value : undefined
}

function ownIn(fields: readonly ReadField[]): boolean | undefined {
  const own = only(fields, ({ field }) => field === 'self-operated')
  return own?.field === 'self-operated' ? own.value : undefined
}

/** The surest of the fields meant; none where two equally sure ones differ. */
function only(fields: readonly ReadField[], isMeant: (field: ReadField) => boolean): ReadField | undefined {
  const meant = fields.filter((field) => isMeant(field) && field.score >= SURE_ENOUGH)
  const best = Math.max(...meant.map(({ score }) => score))
  const surest = meant.filter(({ score }) => score === best)
  return surest.every(({ value }) => value === surest[0]?.value) ? surest[0] : undefined
}

function fenOf(field: ReadField | undefined): number | undefined {
  return field?.field === 'amount' ? field.value : undefined
}

/** 运费 in a complaint may be that of sending it back; beside an order number it is the order's. */
function isOnOrderPage(fields: readonly ReadField[]): boolean {
  return (
    fields.some(({ field }) => field === 'order-number') &&
    fields.some((one) => one.field === 'amount' && one.role === 'paid' && one.score >= 0.9)
  )
}

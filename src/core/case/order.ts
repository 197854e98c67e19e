import { type Outcome, refuse } from '../values/refusal.ts'
import {
  admit,
  fitsText,
  follows,
  happened,
  needsDay,
  needsFen,
  needsInstant,
  needsText,
  type Objection,
} from './admission.ts'
import type { Case, Invoice, Item, Order, Shop } from './case.ts'
import type { Step } from './log/step.ts'

/** What became known of the order; absent keys leave what was known, `items` replaces the whole list. */
export type OrderPart = Omit<Partial<Order>, 'shop' | 'invoice'> & {
  readonly shop?: Partial<Shop>
  readonly invoice?: Partial<Invoice>
}

export type OrderEvent = Step<'OrderRecorded', OrderPart>
export type OrderCommand = Step<'RecordOrder', OrderPart>

export function decideOrder(kase: Case, command: OrderCommand): Outcome<readonly OrderEvent[]> {
  const { at, payload } = command
  const order = merged(kase.order, payload)
  return admit<OrderEvent>(
    [
      ...texts(payload),
      ...(payload.items ?? []).flatMap(itemObjections),
      payload.shop === undefined ? undefined : needsText(order.shop?.name, 'shop.name'),
      needsFen(payload.paidFen, 'paid'),
      needsFen(payload.shippingFen, 'shipping'),
      happened(payload.placedAt, at, 'placed-at'),
      happened(payload.paidAt, at, 'paid-at'),
      needsInstant(payload.promisedShipBy, 'promised-ship-by'),
      happened(payload.shippedAt, at, 'shipped-at'),
      happened(payload.signedAt, at, 'signed-at'),
      happened(payload.cancelledAt, at, 'cancelled-at'),
      needsFen(payload.invoice?.fen, 'invoice.amount'),
      needsDay(payload.invoice?.issuedOn, 'invoice.issued-on'),
      happened(payload.invoice?.requestedAt, at, 'invoice.requested-at'),
      ...contradictions(order),
    ],
    { type: 'OrderRecorded', at, payload },
  )
}

export function foldOrder(kase: Case, event: OrderEvent): Case {
  return { ...kase, order: merged(kase.order, event.payload) }
}

function merged(order: Order, part: OrderPart): Order {
  const { shop, invoice, ...rest } = part
  return {
    ...order,
    ...rest,
    ...(shop === undefined ? {} : { shop: { name: '', ...order.shop, ...shop } }),
    ...(invoice === undefined ? {} : { invoice: { ...order.invoice, ...invoice } }),
  }
}

function texts(part: OrderPart): readonly Objection[] {
  const { shop, invoice } = part
  return [
    fitsText(part.platform, 'platform'),
    part.number === undefined ? undefined : needsText(part.number, 'number'),
    fitsText(part.carrier, 'carrier'),
    fitsText(part.waybill, 'waybill'),
    fitsText(part.deliveredTo, 'delivered-to'),
    fitsText(shop?.company, 'shop.company'),
    fitsText(shop?.address, 'shop.address'),
    fitsText(shop?.creditCode, 'shop.credit-code'),
    fitsText(shop?.phone, 'shop.phone'),
    fitsText(invoice?.number, 'invoice.number'),
  ]
}

function itemObjections(item: Item, index: number): readonly Objection[] {
  const at = `items[${index}]`
  const whole = Number.isSafeInteger(item.quantity) && item.quantity >= 1 && item.quantity <= 1_000_000
  return [
    needsText(item.name, `${at}.name`),
    needsFen(item.priceFen, `${at}.price`),
    whole
      ? undefined
      : refuse(
          'quantity-off',
          {
            zh: `${at}.quantity 应是 1 到 1000000 的整数，现在是 ${item.quantity}`,
            en: `${at}.quantity must be a whole number from 1 to 1000000; it is ${item.quantity}`,
          },
          `${at}.quantity`,
        ),
    fitsText(item.model, `${at}.model`),
    fitsText(item.serial, `${at}.serial`),
  ]
}

/** Cash on delivery aside, an order is placed, paid, shipped, signed for, in this order. */
function contradictions(order: Order): readonly Objection[] {
  const placed = { instant: order.placedAt, at: 'placed-at', zh: '下单时间', en: 'placing the order' }
  const paid = { instant: order.paidAt, at: 'paid-at', zh: '付款时间', en: 'paying' }
  const shipped = { instant: order.shippedAt, at: 'shipped-at', zh: '发货时间', en: 'shipping' }
  const signed = { instant: order.signedAt, at: 'signed-at', zh: '签收时间', en: 'signing for it' }
  const cancelled = { instant: order.cancelledAt, at: 'cancelled-at', zh: '取消时间', en: 'cancelling' }
  const onDelivery = {
    zh: '如是货到付款，请加上 cash-on-delivery: true',
    en: 'if it was paid on delivery, add cash-on-delivery: true',
  }
  return [
    follows(paid, placed),
    follows(shipped, placed),
    follows(cancelled, placed),
    follows(signed, shipped),
    shipped.instant === undefined ? follows(signed, placed) : undefined,
    order.cashOnDelivery === true ? undefined : follows(signed, paid, onDelivery),
  ]
}

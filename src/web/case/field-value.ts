import type { Case } from '../../core/case/case.ts'
import { formatYuan } from '../../core/values/fen.ts'
import { dayOf } from '../../core/values/instant.ts'

/** What the case has for a field of a form, as it would be written there; by the path the knowledge names. */
export function fieldValue(from: string | undefined, { order, consumer, problem }: Case): string | undefined {
  const values: Readonly<Record<string, string | undefined>> = {
    'problem.words': problem.words,
    'order.number': order.number,
    'order.shop.name': order.shop?.name,
    'order.shop.company': order.shop?.company,
    'order.shop.address': order.shop?.address,
    'order.waybill': order.waybill,
    'order.carrier': order.carrier,
    'order.invoice.number': order.invoice?.number,
    'order.paid-fen': order.paidFen === undefined ? undefined : formatYuan(order.paidFen),
    'order.placed-on': order.placedAt === undefined ? undefined : dayOf(order.placedAt),
    'consumer.name': consumer.name,
    'consumer.phone': consumer.phone,
    'consumer.address': consumer.address,
  }
  const value = from === undefined ? undefined : values[from]
  return value === '' ? undefined : value
}

import type { EvidenceKind } from '../values/evidence-kind.ts'
import type { NumberedExhibit } from './exhibit-number.ts'

/** Kinds of exhibit that show what went wrong with the goods or the delivery. */
const trouble: readonly EvidenceKind[] = [
  'goods-photo',
  'unboxing-video',
  'package-photo',
  'label-photo',
  'test-report',
  'authority-letter',
  'cancel-notice',
  'return-record',
  'refund-record',
  'pickup-notice',
  'medical',
]

type Showing = readonly [path: string, shows: string | undefined, kinds: readonly EvidenceKind[]]

/** By the first words of a path: what an exhibit says it shows, and the kinds that show it by their nature, best first. */
const shownBy: readonly Showing[] = [
  ['order.number', 'order-number', ['order-page']],
  ['order.cancelled', 'cancel-time', ['cancel-notice', 'order-page']],
  ['order.signed', 'sign-time', ['logistics', 'waybill']],
  ['order.shipped', undefined, ['logistics', 'order-page']],
  ['order.carrier', 'waybill', ['waybill', 'logistics', 'package-photo']],
  ['order.waybill', 'waybill', ['waybill', 'logistics', 'package-photo']],
  ['order.invoice', 'invoice-number', ['invoice']],
  ['order.delivered-to', 'delivery-address', ['order-page', 'waybill']],
  ['order.paid-at', 'paid-time', ['payment', 'order-page']],
  ['order.paid', 'price', ['payment', 'order-page']],
  ['order.', undefined, ['order-page']],
  ['items', 'item', ['order-page', 'product-page']],
  ['shop.name', 'shop', ['order-page', 'seller-info']],
  ['shop.kind', 'shop', ['order-page', 'seller-info']],
  ['shop.', 'seller-company', ['seller-info', 'invoice']],
]

/**
 * Ids of the exhibits that show what a path names: those of a fitting kind that say so; where none says so, those of
 * the best kind there is.
 */
export function showing(path: string, exhibits: readonly NumberedExhibit[]): readonly string[] {
  const all = exhibits.map(({ exhibit }) => exhibit)
  if (path === 'trouble') return all.filter(({ kind }) => trouble.includes(kind)).map(({ id }) => id)
  const [, shows, kinds] = shownBy.find(([prefix]) => path.startsWith(prefix)) ?? ['', undefined, []]
  const said = all.filter(
    (exhibit) => shows !== undefined && exhibit.shows.includes(shows) && kinds.includes(exhibit.kind),
  )
  if (said.length > 0) return said.map(({ id }) => id)
  const best = kinds.find((kind) => all.some((exhibit) => exhibit.kind === kind))
  return all.filter(({ kind }) => kind === best).map(({ id }) => id)
}

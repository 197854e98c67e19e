import type { PageField } from '../../../core/reading/page-reading.ts'

/** Where in case.yaml a value stands. */
export const casePlaces: { readonly [F in PageField]?: string } = {
  orderNumber: 'order.number',
  shop: 'order.shop.name',
  amountFen: 'order.paid',
  shippingFen: 'order.shipping',
  placedAt: 'order.placed-at',
  paidAt: 'order.paid-at',
  shippedAt: 'order.shipped-at',
  signedAt: 'order.signed-at',
  cancelledAt: 'order.cancelled-at',
  carrier: 'order.carrier',
  waybillNumber: 'order.waybill',
  invoiceNumber: 'order.invoice.number',
  name: 'consumer.name',
  phone: 'consumer.phone',
  address: 'consumer.address',
}

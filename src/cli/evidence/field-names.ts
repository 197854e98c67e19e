import type { PageField } from '../../core/reading/page-reading.ts'
import type { Text } from '../../core/values/text.ts'

/** What is read on a page, in plain words. */
export const fieldNames: Readonly<Record<PageField, Text>> = {
  orderNumber: { zh: '订单号', en: 'order number' },
  waybillNumber: { zh: '运单号', en: 'waybill number' },
  carrier: { zh: '快递公司', en: 'carrier' },
  shop: { zh: '店铺', en: 'shop' },
  invoiceNumber: { zh: '发票号码', en: 'invoice number' },
  invoiceCode: { zh: '发票代码', en: 'invoice code' },
  invoiceDate: { zh: '开票日期', en: 'invoice date' },
  sellerTaxId: { zh: '销售方税号', en: 'seller tax id' },
  company: { zh: '公司', en: 'company' },
  ticketNumber: { zh: '登记编号', en: 'ticket number' },
  serviceNumber: { zh: '服务单号', en: 'service number' },
  phone: { zh: '电话', en: 'phone' },
  name: { zh: '姓名', en: 'name' },
  address: { zh: '地址', en: 'address' },
  amountFen: { zh: '实付', en: 'paid' },
  goodsFen: { zh: '商品总额', en: 'goods' },
  shippingFen: { zh: '运费', en: 'shipping' },
  dueFen: { zh: '应付', en: 'due' },
  invoiceFen: { zh: '发票金额', en: 'invoice amount' },
  refundFen: { zh: '退款金额', en: 'refund' },
  placedAt: { zh: '下单时间', en: 'ordered' },
  paidAt: { zh: '付款时间', en: 'paid at' },
  shippedAt: { zh: '发货时间', en: 'shipped' },
  signedAt: { zh: '签收时间', en: 'signed for' },
  cancelledAt: { zh: '取消时间', en: 'cancelled' },
  registeredAt: { zh: '登记时间', en: 'registered' },
  refundedAt: { zh: '退款时间', en: 'refunded' },
}

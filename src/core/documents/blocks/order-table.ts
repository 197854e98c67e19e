import type { Dossier } from '../dossier.ts'
import { numbersText } from '../exhibit-number.ts'
import type { Built } from '../uses.ts'
import { nothing } from '../uses.ts'

const rows: readonly (readonly [label: string, path: string])[] = [
  ['订单编号', 'order.number'],
  ['店铺', 'shop.name'],
  ['店铺编号', 'shop.id'],
  ['销售方式', 'shop.kind'],
  ['销售主体', 'shop.company'],
  ['统一社会信用代码', 'shop.credit-code'],
  ['销售主体地址', 'shop.address'],
  ['商品', 'items'],
  ['实际支付', 'order.paid'],
  ['下单时间', 'order.placed-at'],
  ['付款时间', 'order.paid-at'],
  ['承诺发货期限', 'order.promised-ship-by'],
  ['发货时间', 'order.shipped-at'],
  ['签收时间', 'order.signed-at'],
  ['取消时间', 'order.cancelled-at'],
  ['承运人', 'order.carrier'],
  ['运单号', 'order.waybill'],
  ['发票号码', 'order.invoice'],
]

/** What is known of the order, a line each, with the exhibit that shows it or 本人陈述. */
export function orderTable({ values, exhibits }: Dossier): Built {
  const known = rows.flatMap(([label, path]) => {
    const value = values(path)
    return value ? [{ label, value }] : []
  })
  if (known.length === 0) return nothing
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          { title: '项目', width: 34 },
          { title: '内容', width: 'auto' },
          { title: '依据', width: 26 },
        ],
        rows: known.map(({ label, value }) => [
          { text: label },
          { text: value.text },
          { text: numbersText(exhibits, value.exhibits) || '本人陈述' },
        ]),
      },
    ],
    uses: {
      facts: known.flatMap(({ value }) => value.facts),
      exhibits: known.flatMap(({ value }) => value.exhibits),
    },
  }
}

import type { OrderPart } from '../../core/case/order.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import type { Context, Option } from '../command.ts'
import { amountOf, momentOf } from './option-values.ts'

/** What a call can say of an order: the same words wherever one is told of. */
export const orderOptions: Readonly<Record<string, Option>> = {
  order: { takes: 'NO', summary: { zh: '订单编号', en: 'order number' } },
  shop: { takes: 'NAME', summary: { zh: '店铺名称', en: 'the shop’s name' } },
  own: { summary: { zh: '京东自营', en: 'the platform’s own shop' } },
  'third-party': { summary: { zh: '第三方店铺', en: 'a third-party shop' } },
  item: { takes: 'NAME', summary: { zh: '商品名称', en: 'the goods' } },
  paid: { takes: 'YUAN', summary: { zh: '实付金额（元）', en: 'what was paid, in yuan' } },
  'paid-at': { takes: 'T', summary: { zh: '付款时间', en: 'when it was paid' } },
  'signed-at': { takes: 'T', summary: { zh: '签收时间', en: 'when it was signed for' } },
}

export function orderOf({ options, now }: Pick<Context, 'options' | 'now'>): Outcome<OrderPart> {
  const fen = amountOf(options, 'paid')
  if (!fen.ok) return fen
  const [paidAt, signedAt] = [momentOf(options, 'paid-at', now), momentOf(options, 'signed-at', now)]
  if (!paidAt.ok) return paidAt
  if (!signedAt.ok) return signedAt
  const selfOperated = options.own !== undefined ? true : options['third-party'] !== undefined ? false : undefined
  const { order, shop, item, category } = options
  return done({
    platform: '京东',
    ...(order === undefined ? {} : { number: order }),
    ...(shop === undefined ? {} : { shop: { name: shop, ...(selfOperated === undefined ? {} : { selfOperated }) } }),
    ...(item === undefined
      ? {}
      : { items: [{ name: item, priceFen: fen.value ?? 0, quantity: 1, flags: [], ...(category && { category }) }] }),
    ...(fen.value === undefined ? {} : { paidFen: fen.value }),
    ...(options['paid-at'] === undefined ? {} : { paidAt: paidAt.value }),
    ...(options['signed-at'] === undefined ? {} : { signedAt: signedAt.value }),
  })
}

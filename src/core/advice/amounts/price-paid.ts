import type { Text } from '../../values/text.ts'
import type { FactTable } from '../fact-table.ts'
import { type Computed, difference, type FormulaStep, fenOf, type Lacking, lacking, step } from './computed.ts'

/** What was paid: for the item in dispute where one of several is, else for the order. */
export function paidOf(facts: FactTable): FormulaStep | undefined {
  const item = fenOf(facts, 'claim.item-fen')
  if (item !== undefined) return step(item, '有争议商品的实付价款', 'price paid for the item in dispute')
  const paid = fenOf(facts, 'order.paid-fen')
  return paid === undefined ? undefined : step(paid, '订单实付金额', 'paid for the order')
}

/** The price of the goods, postage taken off. Postage that was not stated cannot be taken off; the step says so. */
export function goodsPrice(facts: FactTable): { fen: number; steps: FormulaStep[] } | undefined {
  const paid = paidOf(facts)
  if (!paid || fenOf(facts, 'claim.item-fen') !== undefined) return paid && { fen: paid.fen, steps: [paid] }
  const postage = fenOf(facts, 'order.shipping-fen')
  if (postage === 0) return { fen: paid.fen, steps: [paid] }
  const price =
    postage === undefined
      ? step(paid.fen, '商品价款（运费未说明，暂按实付计）', 'price of the goods (postage not stated, none taken off)')
      : step(Math.max(0, paid.fen - postage), '商品价款（实付减运费）', 'price of the goods, postage taken off')
  return { fen: price.fen, steps: [paid, price] }
}

/** The price of the goods less another price of theirs, not below 0. */
export function lessThanPaid(facts: FactTable, less: FormulaStep | Lacking, text: Text): Computed {
  return difference(goodsPrice(facts)?.steps.at(-1) ?? lacking('order.paid-fen'), less, text)
}

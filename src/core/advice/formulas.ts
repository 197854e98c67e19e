import { formatYuan } from '../values/fen.ts'
import type { Text } from '../values/text.ts'
import { type FactTable, factValue } from './fact-table.ts'

export type FormulaStep = { readonly text: Text; readonly fen: number }

/** A sum in whole fen with the way to it, or the facts without which there is none. */
export type Computed =
  | { readonly fen: number; readonly steps: readonly FormulaStep[] }
  | { readonly missing: readonly string[] }

/** `promise` is the fact that holds the multiple a seller promised (假一赔十 → 10). */
type Formula = (facts: FactTable, promise: string) => Computed

/**
 * The formulas a right may name. P is what was paid: `claim.item-fen` when one item of several is in dispute, else
 * `order.paid-fen`. Where the law speaks of the price of the goods (价款), known postage `order.shipping-fen` is not part of it.
 */
const formulas: Readonly<Record<string, Formula>> = {
  'refund-paid': refundPaid,
  'refund-price-less-shipping': refundPriceLessShipping,
  'added-damages-fraud': addedDamagesFraud,
  'added-damages-food': addedDamagesFood,
  'promise-multiple': promiseMultiple,
  'price-difference-replacement': priceDifferenceReplacement,
  'price-drop': priceDrop,
  'price-reduction': priceReduction,
  'return-shipping': returnShipping,
  'proved-damages': provedDamages,
  'deposit-double': depositDouble,
  'platform-description': platformDescription,
}

export const formulaNames: readonly string[] = Object.keys(formulas)

/**
 * The sum a right's `amount` gives on these facts. A formula that is not known gives no sum and asks for nothing.
 * Sums of up to 1e12 fen and multiples of up to 1000 stay within exact integers.
 */
export function computeAmount(amount: { formula: string; promise?: string | undefined }, facts: FactTable): Computed {
  const formula = Object.hasOwn(formulas, amount.formula) ? formulas[amount.formula] : undefined
  return formula ? formula(facts, amount.promise ?? 'promise.multiple') : { missing: [] }
}

/** P, postage included. Source: cpl#24, cpl#55.1 (退还价款), cplr#18 (one refund of what was paid). */
function refundPaid(facts: FactTable): Computed {
  const paid = paidOf(facts)
  return paid ? { fen: paid.fen, steps: [paid] } : lacking('order.paid-fen')
}

/** The price of the goods without the outward postage. Source: cpl#25.3, nrr#13 and the articles after it. */
function refundPriceLessShipping(facts: FactTable): Computed {
  if (fenOf(facts, 'claim.item-fen') === undefined) {
    const missing = ['order.paid-fen', 'order.shipping-fen'].filter((id) => fenOf(facts, id) === undefined)
    if (missing.length > 0) return { missing }
  }
  return goodsPrice(facts) ?? lacking('order.paid-fen')
}

/** max(3 × price, 500 yuan). Source: cpl#55.1, cplr#49. */
function addedDamagesFraud(facts: FactTable): Computed {
  const price = goodsPrice(facts)
  if (!price) return lacking('order.paid-fen')
  return highest(price.steps, [
    sum(3 * price.fen, '价款的三倍', 'three times the price'),
    sum(50_000, '三倍不足 500 元的按 500 元', 'at least 500 yuan'),
  ])
}

/** max(10 × price, 3 × loss, 1000 yuan); a loss not stated yet leaves the other two. Source: fsl#148.2. */
function addedDamagesFood(facts: FactTable): Computed {
  const price = goodsPrice(facts)
  if (!price) return lacking('order.paid-fen')
  const loss = fenOf(facts, 'loss.proved-fen')
  return highest(price.steps, [
    sum(10 * price.fen, '价款的十倍', 'ten times the price'),
    ...(loss === undefined ? [] : [sum(3 * loss, '损失的三倍', 'three times the loss')]),
    sum(100_000, '增加的赔偿不足 1000 元的按 1000 元', 'at least 1000 yuan'),
  ])
}

/** N × price as the seller promised; what the statute gives is a right of its own. Source: cplr#12, oci#10, fsi#8. */
function promiseMultiple(facts: FactTable, promise: string): Computed {
  const price = goodsPrice(facts)
  const multiple = numberOf(facts, promise)
  const usable = multiple !== undefined && Number.isInteger(multiple) && multiple >= 1 && multiple <= 1000
  if (!price || !usable) return { missing: [...(price ? [] : ['order.paid-fen']), ...(usable ? [] : [promise])] }
  const total = sum(multiple * price.fen, `商家承诺：价款的 ${multiple} 倍`, `promised: ${multiple} times the price`)
  return { fen: total.fen, steps: [...price.steps, total] }
}

/** Price of a reasonable substitute − P, not below 0. Source: cc#577, cc#584, cim#60. */
function priceDifferenceReplacement(facts: FactTable): Computed {
  const paid = paidOf(facts)
  return difference(
    named(facts, 'replacement.price-fen', '同款合理替代价', 'price of a reasonable substitute'),
    paid ?? lacking('order.paid-fen'),
    { zh: '替代价减实付价', en: 'substitute price less price paid' },
  )
}

/** Price paid − the later price, not below 0. Source: cplr#12 (a promise of price protection is kept). */
function priceDrop(facts: FactTable): Computed {
  return lessThanPaid(facts, named(facts, 'price.later-fen', '降价后的价格', 'price after the drop'), {
    zh: '实付价减降价后的价格',
    en: 'price paid less the later price',
  })
}

/** Price paid − what the goods are worth with their fault, not below 0. Source: cc#582 (减少价款). */
function priceReduction(facts: FactTable): Computed {
  return lessThanPaid(facts, named(facts, 'goods.value-now-fen', '有瑕疵时的现值', 'worth with the fault'), {
    zh: '实付价减现值',
    en: 'price paid less the present worth',
  })
}

/** What sending the goods back cost. Source: cpl#24.2. */
function returnShipping(facts: FactTable): Computed {
  return single(named(facts, 'return.shipping-paid-fen', '退回商品的运费', 'postage of the return'))
}

/** Loss and reasonable costs for which there is proof. Source: cc#584, cpl#52. */
function provedDamages(facts: FactTable): Computed {
  return single(named(facts, 'loss.proved-fen', '有凭证的损失和合理费用', 'loss and costs for which there is proof'))
}

/** The deposit back, and once more the part of it within 20 % of the contract sum. Source: cc#586, cc#587. */
function depositDouble(facts: FactTable): Computed {
  const deposit = named(facts, 'deposit.fen', '已付定金', 'deposit paid')
  const contract = named(facts, 'deposit.contract-fen', '合同总价', 'contract sum')
  if ('missing' in deposit || 'missing' in contract) return both(deposit, contract)
  const capped = Math.min(deposit.fen, Math.floor(contract.fen / 5))
  const again = sum(capped, '有定金效力的部分（不超过合同总价的 20%）', 'the part that counts, up to 20 % of it')
  const total = sum(deposit.fen + capped, '双倍返还：定金加有定金效力的部分', 'returned twice over')
  return { fen: total.fen, steps: [deposit, contract, again, total] }
}

/** min(10 % of P, 200 yuan), cut to whole fen. Source: jdp#11, a platform rule beside the law. */
function platformDescription(facts: FactTable): Computed {
  const paid = paidOf(facts)
  if (!paid) return lacking('order.paid-fen')
  const tenth = sum(Math.floor(paid.fen / 10), '实付价的 10%', '10 % of the price paid')
  const result = sum(Math.min(tenth.fen, 20_000), '不超过 200 元', '200 yuan at most')
  return { fen: result.fen, steps: [paid, tenth, result] }
}

function highest(given: readonly FormulaStep[], choices: readonly FormulaStep[]): Computed {
  const fen = Math.max(...choices.map((choice) => choice.fen))
  return { fen, steps: [...given, ...choices, sum(fen, '取其中最高的一项', 'the highest of these')] }
}

function lessThanPaid(facts: FactTable, less: FormulaStep | Lacking, text: Text): Computed {
  return difference(goodsPrice(facts)?.steps.at(-1) ?? lacking('order.paid-fen'), less, text)
}

function difference(from: FormulaStep | Lacking, less: FormulaStep | Lacking, text: Text): Computed {
  if ('missing' in from || 'missing' in less) return both(from, less)
  const result = sum(Math.max(0, from.fen - less.fen), text.zh, text.en)
  return { fen: result.fen, steps: [from, less, result] }
}

type Lacking = { readonly missing: readonly string[] }

function lacking(fact: string): Lacking {
  return { missing: [fact] }
}

function both(a: FormulaStep | Lacking, b: FormulaStep | Lacking): Lacking {
  return { missing: [a, b].flatMap((part) => ('missing' in part ? part.missing : [])) }
}

function single(step: FormulaStep | Lacking): Computed {
  return 'missing' in step ? step : { fen: step.fen, steps: [step] }
}

function named(facts: FactTable, id: string, zh: string, en: string): FormulaStep | Lacking {
  const fen = fenOf(facts, id)
  return fen === undefined ? lacking(id) : sum(fen, zh, en)
}

function paidOf(facts: FactTable): FormulaStep | undefined {
  const item = fenOf(facts, 'claim.item-fen')
  if (item !== undefined) return sum(item, '有争议商品的实付价款', 'price paid for the item in dispute')
  const paid = fenOf(facts, 'order.paid-fen')
  return paid === undefined ? undefined : sum(paid, '订单实付金额', 'paid for the order')
}

/** Postage that was not stated cannot be taken off; the step says so. */
function goodsPrice(facts: FactTable): { fen: number; steps: FormulaStep[] } | undefined {
  const paid = paidOf(facts)
  if (!paid || fenOf(facts, 'claim.item-fen') !== undefined) return paid && { fen: paid.fen, steps: [paid] }
  const postage = fenOf(facts, 'order.shipping-fen')
  if (postage === 0) return { fen: paid.fen, steps: [paid] }
  const price =
    postage === undefined
      ? sum(paid.fen, '商品价款（运费未说明，暂按实付计）', 'price of the goods (postage not stated, none taken off)')
      : sum(Math.max(0, paid.fen - postage), '商品价款（实付减运费）', 'price of the goods, postage taken off')
  return { fen: price.fen, steps: [paid, price] }
}

function sum(fen: number, zh: string, en: string): FormulaStep {
  const yuan = formatYuan(fen)
  return { fen, text: { zh: `${zh}：${yuan} 元`, en: `${en}: ${yuan} yuan` } }
}

function fenOf(facts: FactTable, id: string): number | undefined {
  const fen = numberOf(facts, id)
  return fen !== undefined && Number.isInteger(fen) && fen >= 0 && fen <= 1e12 ? fen : undefined
}

function numberOf(facts: FactTable, id: string): number | undefined {
  const value = factValue(facts, id)
  return typeof value === 'number' ? value : undefined
}

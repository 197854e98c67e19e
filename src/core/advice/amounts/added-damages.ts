import type { FactTable } from '../fact-table.ts'
import { type Computed, fenOf, highest, lacking, numberOf, single, stated, step } from './computed.ts'
import { injuryLoss, provedDamages } from './losses.ts'
import { goodsPrice, paidOf } from './price-paid.ts'

/** max(3 × price, 500 yuan). Source: cpl#55.1, cplr#49. */
export function addedDamagesFraud(facts: FactTable): Computed {
  const price = goodsPrice(facts)
  if (!price) return lacking('order.paid-fen')
  return highest(price.steps, [
    step(3 * price.fen, '价款的三倍', 'three times the price'),
    step(50_000, '三倍不足 500 元的按 500 元', 'at least 500 yuan'),
  ])
}

/** max(10 × price, 3 × loss, 1000 yuan); a loss not stated yet leaves the other two. Source: fsl#148.2. */
export function addedDamagesFood(facts: FactTable): Computed {
  const price = goodsPrice(facts)
  if (!price) return lacking('order.paid-fen')
  const loss = fenOf(facts, 'loss.proved-fen')
  return highest(price.steps, [
    step(10 * price.fen, '价款的十倍', 'ten times the price'),
    ...(loss === undefined ? [] : [step(3 * loss, '损失的三倍', 'three times the loss')]),
    step(100_000, '增加的赔偿不足 1000 元的按 1000 元', 'at least 1000 yuan'),
  ])
}

/** N × price as the seller promised; what the statute gives is a right of its own. Source: cplr#12, oci#10, fsi#8. */
export function promiseMultiple(facts: FactTable, promise: string): Computed {
  const price = goodsPrice(facts)
  const multiple = numberOf(facts, promise)
  const usable = multiple !== undefined && Number.isInteger(multiple) && multiple >= 1 && multiple <= 1000
  if (!price || !usable) return { missing: [...(price ? [] : ['order.paid-fen']), ...(usable ? [] : [promise])] }
  const total = step(multiple * price.fen, `商家承诺：价款的 ${multiple} 倍`, `promised: ${multiple} times the price`)
  return { fen: total.fen, steps: [...price.steps, total] }
}

/** A sum the seller promised for such a case, as its rule comes to. Source: cplr#12, cc#585. */
export function promisedSum(facts: FactTable): Computed {
  return single(stated(facts, 'promise.sum-fen', '商家承诺的赔付', 'payment the seller promised'))
}

/**
 * The most that punitive damages for a known defect can come to: twice the loss, the injury's where its items are stated,
 * else the proved one. How much of it is due, a court settles. Source: cpl#55.2.
 */
export function punitiveDoubleLoss(facts: FactTable): Computed {
  const injury = injuryLoss(facts)
  const proved = provedDamages(facts)
  const loss = 'missing' in injury && !('missing' in proved) ? proved : injury
  if ('missing' in loss) return loss
  const most = step(2 * loss.fen, '惩罚性赔偿最多为损失的二倍', 'punitive damages of twice the loss at most')
  return { fen: most.fen, steps: [...loss.steps, most] }
}

/** min(10 % of P, 200 yuan), cut to whole fen. Source: jdp#11, a platform rule beside the law. */
export function platformDescription(facts: FactTable): Computed {
  const paid = paidOf(facts)
  if (!paid) return lacking('order.paid-fen')
  const tenth = step(Math.floor(paid.fen / 10), '实付价的 10%', '10 % of the price paid')
  const result = step(Math.min(tenth.fen, 20_000), '不超过 200 元', '200 yuan at most')
  return { fen: result.fen, steps: [paid, tenth, result] }
}

import type { FactTable } from '../fact-table.ts'
import { type Computed, fenOf, lacking, single, stated } from './computed.ts'
import { goodsPrice, paidOf } from './price-paid.ts'

/** P, postage included. Source: cpl#24, cpl#55.1 (退还价款), cplr#18 (one refund of what was paid). */
export function refundPaid(facts: FactTable): Computed {
  const paid = paidOf(facts)
  return paid ? { fen: paid.fen, steps: [paid] } : lacking('order.paid-fen')
}

/** The price of the goods without the outward postage. Source: cpl#25.3, nrr#13 and the articles after it. */
export function refundPriceLessShipping(facts: FactTable): Computed {
  if (fenOf(facts, 'claim.item-fen') === undefined) {
    const missing = ['order.paid-fen', 'order.shipping-fen'].filter((id) => fenOf(facts, id) === undefined)
    if (missing.length > 0) return { missing }
  }
  return goodsPrice(facts) ?? lacking('order.paid-fen')
}

/** What the other side has agreed to refund and not paid yet. Source: cpl#16, cc#579. */
export function refundAgreed(facts: FactTable): Computed {
  return single(
    stated(facts, 'refund.agreed-fen', '对方同意退、尚未到账的金额', 'agreed to be refunded, not arrived yet'),
  )
}

/** What sending the goods back cost. Source: cpl#24.2. */
export function returnShipping(facts: FactTable): Computed {
  return single(stated(facts, 'return.shipping-paid-fen', '退回商品的运费', 'postage of the return'))
}

/** What was kept from a refund beyond what the rules let the seller keep. Source: nrr#17, nrr#18, cplr#18. */
export function deductionBack(facts: FactTable): Computed {
  return single(stated(facts, 'return.deducted-fen', '退款中没有依据的扣款', 'kept from the refund without ground'))
}

/** What of the delivery is missing, by its price. Source: cpl#52 (补足数量、退还货款). */
export function missingPartPrice(facts: FactTable): Computed {
  return single(stated(facts, 'missing.value-fen', '少发部分的价款', 'price of what is missing'))
}

/** What was charged for a renewal or an extra not agreed to. Source: cplr#10, otm#17, otm#18, ecl#19. */
export function autoRenewal(facts: FactTable): Computed {
  return single(stated(facts, 'renewal.charged-fen', '未经同意的扣款', 'charged without consent'))
}

/** What was paid without the user's authorisation. Source: ecl#57. */
export function unauthorisedPayment(facts: FactTable): Computed {
  return single(stated(facts, 'payment.unauthorised-fen', '未经授权支付的金额', 'paid without authorisation'))
}

/** What the loss grew by once the payment institution knew. Source: ecl#57. */
export function unauthorisedPaymentGrown(facts: FactTable): Computed {
  return single(stated(facts, 'payment.grown-fen', '通知后扩大的损失', 'lost after the notice'))
}

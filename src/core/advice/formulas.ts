import {
  addedDamagesFood,
  addedDamagesFraud,
  platformDescription,
  promisedSum,
  promiseMultiple,
  punitiveDoubleLoss,
} from './amounts/added-damages.ts'
import type { Computed } from './amounts/computed.ts'
import { depositAgain, depositDouble, depositExcess, depositRefund, lossAboveDeposit } from './amounts/deposits.ts'
import {
  overcharge,
  priceDifferenceReplacement,
  priceDrop,
  priceProtection,
  priceReduction,
} from './amounts/differences.ts'
import { injuryLoss, parcelInsured, parcelValue, provedDamages } from './amounts/losses.ts'
import {
  autoRenewal,
  deductionBack,
  missingPartPrice,
  refundAgreed,
  refundPaid,
  refundPriceLessShipping,
  returnShipping,
  unauthorisedPayment,
  unauthorisedPaymentGrown,
} from './amounts/refunds.ts'
import type { FactTable } from './fact-table.ts'

export type { Computed } from './amounts/computed.ts'

/** `promise` is the fact that holds the multiple a seller promised (假一赔十 → 10). */
type Formula = (facts: FactTable, promise: string) => Computed

/**
 * The formulas a right may name. P is what was paid: `claim.item-fen` when one item of several is in dispute, else
 * `order.paid-fen`. Where the law speaks of the price of the goods (价款), known postage `order.shipping-fen` is not part of it.
 */
const formulas: Readonly<Record<string, Formula>> = {
  'refund-paid': refundPaid,
  'refund-price-less-shipping': refundPriceLessShipping,
  'refund-agreed': refundAgreed,
  'return-shipping': returnShipping,
  'deduction-back': deductionBack,
  'missing-part-price': missingPartPrice,
  'auto-renewal': autoRenewal,
  'unauthorised-payment': unauthorisedPayment,
  'unauthorised-payment-grown': unauthorisedPaymentGrown,
  'price-difference-replacement': priceDifferenceReplacement,
  'price-drop': priceDrop,
  'price-protection': priceProtection,
  overcharge,
  'price-reduction': priceReduction,
  'proved-damages': provedDamages,
  'injury-loss': injuryLoss,
  'parcel-value': parcelValue,
  'parcel-insured': parcelInsured,
  'added-damages-fraud': addedDamagesFraud,
  'added-damages-food': addedDamagesFood,
  'promise-multiple': promiseMultiple,
  'promised-sum': promisedSum,
  'punitive-double-loss': punitiveDoubleLoss,
  'deposit-refund': depositRefund,
  'deposit-double': depositDouble,
  'deposit-again': depositAgain,
  'deposit-excess': depositExcess,
  'loss-above-deposit': lossAboveDeposit,
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

import type { FactTable } from '../fact-table.ts'
import { type Computed, difference, lacking, stated } from './computed.ts'
import { lessThanPaid, paidOf } from './price-paid.ts'

/** Price of a reasonable substitute − P, not below 0. Source: cc#577, cc#584, cci#60. */
export function priceDifferenceReplacement(facts: FactTable): Computed {
  return difference(
    stated(facts, 'replacement.price-fen', '同款合理替代价', 'price of a reasonable substitute'),
    paidOf(facts) ?? lacking('order.paid-fen'),
    { zh: '替代价减实付价', en: 'substitute price less price paid' },
  )
}

/** Price paid − the later price, not below 0. Source: cplr#12 (a promise about a price is kept). */
export function priceDrop(facts: FactTable): Computed {
  return lessThanPaid(facts, stated(facts, 'price.later-fen', '降价后的价格', 'price after the drop'), {
    zh: '实付价减降价后的价格',
    en: 'price paid less the later price',
  })
}

/** Price paid − the price that price protection counts, not below 0. Source: jdh#291-4537 kept by cplr#12 and cc#577. */
export function priceProtection(facts: FactTable): Computed {
  const later = stated(facts, 'price.protected-fen', '价保规则认可的现价', 'present price under price protection')
  return lessThanPaid(facts, later, { zh: '实付价减价保现价', en: 'price paid less the protected price' })
}

/** Price paid − the price that was owed, not below 0. Source: prl#41 (多付部分). */
export function overcharge(facts: FactTable): Computed {
  return lessThanPaid(facts, stated(facts, 'price.owed-fen', '本来应付的价格', 'price that was owed'), {
    zh: '多付部分：实付减应付',
    en: 'overpaid: price paid less price owed',
  })
}

/** Price paid − what the goods are worth with their fault, not below 0. Source: cc#582 (减少价款). */
export function priceReduction(facts: FactTable): Computed {
  return lessThanPaid(facts, stated(facts, 'goods.value-now-fen', '有瑕疵时的现值', 'worth with the fault'), {
    zh: '实付价减现值',
    en: 'price paid less the present worth',
  })
}

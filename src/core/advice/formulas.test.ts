import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import type { FactScalar } from '../values/fact-scalar.ts'
import { computeAmount, formulaNames } from './formulas.ts'
import { facts } from './small-world.fixture.ts'

type Given = Readonly<Record<string, FactScalar>>

const compute = (formula: string, given: Given, promise?: string) =>
  computeAmount(promise === undefined ? { formula } : { formula, promise }, facts(given))
const fenOf = (formula: string, given: Given) => {
  const sum = compute(formula, given)
  return 'fen' in sum ? sum.fen : sum.missing
}
/** The steps in words, without the sums. */
const wayOf = (formula: string, given: Given) => {
  const sum = compute(formula, given)
  return 'steps' in sum ? sum.steps.map((step) => [step.text.zh, step.fen]) : sum.missing
}

describe('the price paid', () => {
  it('is what was paid for the order, postage included', () => {
    expect(compute('refund-paid', { 'order.paid-fen': 129_900, 'order.shipping-fen': 1_000 })).toEqual({
      fen: 129_900,
      steps: [{ fen: 129_900, text: { zh: '订单实付金额：1299.00 元', en: 'paid for the order: 1299.00 yuan' } }],
    })
  })

  it('is the price of the item in dispute where that is given', () => {
    expect(wayOf('refund-paid', { 'order.paid-fen': 129_900, 'claim.item-fen': 9_900 })).toEqual([
      ['有争议商品的实付价款：99.00 元', 9_900],
    ])
  })

  it.each([-1, 0.5, 1e12 + 1, Number.NaN, '129900', true])('is not %j', (value) => {
    expect(fenOf('refund-paid', { 'order.paid-fen': value })).toEqual(['order.paid-fen'])
  })

  it.each([0, 1, 1e12])('may be %d fen', (value) => {
    expect(fenOf('refund-paid', { 'order.paid-fen': value })).toBe(value)
  })

  it('counts when the other side disputes it, and not when it is said to be unknown', () => {
    const paid = { value: 100, by: [] }
    expect(
      computeAmount({ formula: 'refund-paid' }, { 'order.paid-fen': { status: 'disputed', ...paid } }),
    ).toMatchObject({ fen: 100 })
    expect(computeAmount({ formula: 'refund-paid' }, { 'order.paid-fen': { status: 'unknown', ...paid } })).toEqual({
      missing: ['order.paid-fen'],
    })
  })
})

describe('a no-reason refund', () => {
  it('is the price of the goods without the postage', () => {
    expect(wayOf('refund-price-less-shipping', { 'order.paid-fen': 20_000, 'order.shipping-fen': 1_000 })).toEqual([
      ['订单实付金额：200.00 元', 20_000],
      ['商品价款（实付减运费）：190.00 元', 19_000],
    ])
  })

  it('is what was paid when the goods came free of postage', () => {
    expect(wayOf('refund-price-less-shipping', { 'order.paid-fen': 20_000, 'order.shipping-fen': 0 })).toEqual([
      ['订单实付金额：200.00 元', 20_000],
    ])
  })

  it('is never below nothing', () => {
    expect(fenOf('refund-price-less-shipping', { 'order.paid-fen': 500, 'order.shipping-fen': 600 })).toBe(0)
  })

  it('waits for the postage, but not where the price of the item is given', () => {
    expect(fenOf('refund-price-less-shipping', { 'order.paid-fen': 500 })).toEqual(['order.shipping-fen'])
    expect(fenOf('refund-price-less-shipping', {})).toEqual(['order.paid-fen', 'order.shipping-fen'])
    expect(fenOf('refund-price-less-shipping', { 'claim.item-fen': 500, 'order.shipping-fen': 200 })).toBe(500)
  })
})

describe('added damages for fraud', () => {
  it.each([
    [200_000, 600_000],
    [12_900, 50_000],
    [16_666, 50_000],
    [16_667, 50_001],
    [0, 50_000],
    [1e12, 3e12],
  ])('on a price of %d fen are %d', (paid, fen) => {
    expect(fenOf('added-damages-fraud', { 'order.paid-fen': paid, 'order.shipping-fen': 0 })).toBe(fen)
  })

  it('are counted on the price of the goods, step by step', () => {
    expect(wayOf('added-damages-fraud', { 'order.paid-fen': 201_000, 'order.shipping-fen': 1_000 })).toEqual([
      ['订单实付金额：2010.00 元', 201_000],
      ['商品价款（实付减运费）：2000.00 元', 200_000],
      ['价款的三倍：6000.00 元', 600_000],
      ['三倍不足 500 元的按 500 元：500.00 元', 50_000],
      ['取其中最高的一项：6000.00 元', 600_000],
    ])
  })

  it('say that the postage is not known', () => {
    expect(wayOf('added-damages-fraud', { 'order.paid-fen': 20_000 })[1]).toEqual([
      '商品价款（运费未说明，暂按实付计）：200.00 元',
      20_000,
    ])
  })

  it('wait for the price', () => {
    expect(fenOf('added-damages-fraud', {})).toEqual(['order.paid-fen'])
  })
})

describe('added damages for food', () => {
  it.each([
    [3_000, undefined, 100_000],
    [9_999, undefined, 100_000],
    [10_000, undefined, 100_000],
    [10_001, undefined, 100_010],
    [30_000, 80_000, 300_000],
    [30_000, 100_000, 300_000],
    [30_000, 100_001, 300_003],
    [3_000, 33_333, 100_000],
    [3_000, 33_334, 100_002],
    [1e12, 1e12, 1e13],
  ])('on a price of %d and a loss of %d fen are %d', (paid, loss, fen) => {
    const given = { 'order.paid-fen': paid, 'order.shipping-fen': 0 }
    expect(fenOf('added-damages-food', loss === undefined ? given : { ...given, 'loss.proved-fen': loss })).toBe(fen)
  })

  it('show ten times, three times and the least sum', () => {
    const given = { 'order.paid-fen': 30_000, 'order.shipping-fen': 0, 'loss.proved-fen': 80_000 }
    expect(wayOf('added-damages-food', given)).toEqual([
      ['订单实付金额：300.00 元', 30_000],
      ['价款的十倍：3000.00 元', 300_000],
      ['损失的三倍：2400.00 元', 240_000],
      ['增加的赔偿不足 1000 元的按 1000 元：1000.00 元', 100_000],
      ['取其中最高的一项：3000.00 元', 300_000],
    ])
    expect(wayOf('added-damages-food', { 'order.paid-fen': 30_000, 'order.shipping-fen': 0 })).toHaveLength(4)
  })

  it('wait for the price', () => {
    expect(fenOf('added-damages-food', { 'loss.proved-fen': 1 })).toEqual(['order.paid-fen'])
  })
})

describe('a promised multiple', () => {
  const paid = { 'order.paid-fen': 20_000, 'order.shipping-fen': 0 }
  it.each([
    ['promise-multiple', 10, 200_000],
    ['promise-multiple', 4, 80_000],
    ['promise-multiple', 3, 60_000],
    ['promise-multiple', 2, 40_000],
    ['promise-multiple', 1, 20_000],
    ['promise-multiple', 1000, 20_000_000],
  ])('%s of %d gives %d fen, what the law gives beside it or not', (formula, multiple, fen) => {
    expect(fenOf(formula, { ...paid, 'promise.multiple': multiple })).toBe(fen)
  })

  it('shows the price and the promise', () => {
    expect(wayOf('promise-multiple', { ...paid, 'promise.multiple': 10 })).toEqual([
      ['订单实付金额：200.00 元', 20_000],
      ['商家承诺：价款的 10 倍：2000.00 元', 200_000],
    ])
  })

  it('reads the fact that the right names', () => {
    const given = { ...paid, 'promise.multiple': 10, 'shop.promise': 5 }
    expect(compute('promise-multiple', given, 'shop.promise')).toMatchObject({ fen: 100_000 })
  })

  it.each([0, -1, 1.5, 1001, 'ten'])('of %j is not a multiple', (multiple) => {
    expect(fenOf('promise-multiple', { ...paid, 'promise.multiple': multiple })).toEqual(['promise.multiple'])
  })

  it('waits for price and multiple', () => {
    expect(fenOf('promise-multiple', {})).toEqual(['order.paid-fen', 'promise.multiple'])
    expect(fenOf('promise-multiple', { 'promise.multiple': 10 })).toEqual(['order.paid-fen'])
  })
})

describe('differences', () => {
  it('the substitute price less the price paid', () => {
    expect(
      wayOf('price-difference-replacement', { 'order.paid-fen': 99_900, 'replacement.price-fen': 129_900 }),
    ).toEqual([
      ['同款合理替代价：1299.00 元', 129_900],
      ['订单实付金额：999.00 元', 99_900],
      ['替代价减实付价：300.00 元', 30_000],
    ])
    expect(fenOf('price-difference-replacement', { 'order.paid-fen': 2, 'replacement.price-fen': 1 })).toBe(0)
    expect(fenOf('price-difference-replacement', {})).toEqual(['replacement.price-fen', 'order.paid-fen'])
    expect(fenOf('price-difference-replacement', { 'order.paid-fen': 2 })).toEqual(['replacement.price-fen'])
  })

  it('the price paid less the later price', () => {
    const given = { 'order.paid-fen': 100_900, 'order.shipping-fen': 1_000, 'price.later-fen': 89_900 }
    expect(wayOf('price-drop', given)).toEqual([
      ['商品价款（实付减运费）：999.00 元', 99_900],
      ['降价后的价格：899.00 元', 89_900],
      ['实付价减降价后的价格：100.00 元', 10_000],
    ])
    expect(fenOf('price-drop', { ...given, 'price.later-fen': 99_901 })).toBe(0)
    expect(fenOf('price-drop', {})).toEqual(['order.paid-fen', 'price.later-fen'])
  })

  it('the price paid less the price that price protection counts', () => {
    const given = { 'order.paid-fen': 100_900, 'order.shipping-fen': 1_000, 'price.protected-fen': 89_900 }
    expect(wayOf('price-protection', given).slice(1)).toEqual([
      ['价保规则认可的现价：899.00 元', 89_900],
      ['实付价减价保现价：100.00 元', 10_000],
    ])
    expect(fenOf('price-protection', { ...given, 'price.protected-fen': 99_901 })).toBe(0)
    expect(fenOf('price-protection', { 'price.later-fen': 1 })).toEqual(['order.paid-fen', 'price.protected-fen'])
  })

  it('the price paid less the price that was owed', () => {
    const given = { 'claim.item-fen': 99_900, 'price.owed-fen': 79_900 }
    expect(wayOf('overcharge', given).slice(1)).toEqual([
      ['本来应付的价格：799.00 元', 79_900],
      ['多付部分：实付减应付：200.00 元', 20_000],
    ])
    expect(fenOf('overcharge', { ...given, 'price.owed-fen': 99_900 })).toBe(0)
    expect(fenOf('overcharge', {})).toEqual(['order.paid-fen', 'price.owed-fen'])
  })

  it('the price paid less what the goods are worth', () => {
    const given = { 'claim.item-fen': 99_900, 'goods.value-now-fen': 60_000 }
    expect(wayOf('price-reduction', given)).toEqual([
      ['有争议商品的实付价款：999.00 元', 99_900],
      ['有瑕疵时的现值：600.00 元', 60_000],
      ['实付价减现值：399.00 元', 39_900],
    ])
    expect(fenOf('price-reduction', { 'claim.item-fen': 1 })).toEqual(['goods.value-now-fen'])
  })
})

describe('costs that were proved', () => {
  it('are the sums of their facts', () => {
    expect(wayOf('return-shipping', { 'return.shipping-paid-fen': 1_800 })).toEqual([
      ['退回商品的运费：18.00 元', 1_800],
    ])
    expect(wayOf('proved-damages', { 'loss.proved-fen': 20_000 })).toEqual([
      ['有凭证的损失和合理费用：200.00 元', 20_000],
    ])
    expect(fenOf('return-shipping', {})).toEqual(['return.shipping-paid-fen'])
    expect(fenOf('proved-damages', {})).toEqual(['loss.proved-fen'])
  })
})

describe('a sum that one fact holds', () => {
  it.each([
    ['deduction-back', 'return.deducted-fen', '退款中没有依据的扣款：12.50 元'],
    ['refund-agreed', 'refund.agreed-fen', '对方同意退、尚未到账的金额：12.50 元'],
    ['missing-part-price', 'missing.value-fen', '少发部分的价款：12.50 元'],
    ['auto-renewal', 'renewal.charged-fen', '未经同意的扣款：12.50 元'],
    ['unauthorised-payment', 'payment.unauthorised-fen', '未经授权支付的金额：12.50 元'],
    ['unauthorised-payment-grown', 'payment.grown-fen', '通知后扩大的损失：12.50 元'],
    ['deposit-refund', 'deposit.fen', '已付定金（订金）：12.50 元'],
    ['promised-sum', 'promise.sum-fen', '商家承诺的赔付：12.50 元'],
    ['parcel-value', 'parcel.value-fen', '丢失、损坏部分的市场价：12.50 元'],
    ['parcel-insured', 'parcel.insured-fen', '按保价规则应赔的金额：12.50 元'],
  ])('%s is what %s says', (formula, fact, words) => {
    expect(wayOf(formula, { [fact]: 1_250 })).toEqual([[words, 1_250]])
    expect(fenOf(formula, { 'order.paid-fen': 1_250 })).toEqual([fact])
  })
})

describe('the loss of an injury', () => {
  const whole = {
    'loss.medical-fen': 100_000,
    'loss.care-fen': 20_000,
    'loss.income-fen': 30_000,
    'loss.property-fen': 129_900,
    'loss.other-fen': 0,
  }

  it('is all its items added up', () => {
    expect(wayOf('injury-loss', whole)).toEqual([
      ['医疗、康复费用：1000.00 元', 100_000],
      ['护理、交通费用：200.00 元', 20_000],
      ['误工减少的收入：300.00 元', 30_000],
      ['财产损失：1299.00 元', 129_900],
      ['其他法定赔偿项目：0.00 元', 0],
      ['损失合计：2799.00 元', 279_900],
    ])
  })

  it.each(Object.entries(whole))('counts %s alone, and says that others are open', (fact, fen) => {
    const way = wayOf('injury-loss', { [fact]: fen })
    expect(way).toHaveLength(2)
    expect(way[1]?.[0]).toContain('没有填的项目未计入')
    expect(fenOf('injury-loss', { [fact]: fen })).toBe(fen)
  })

  it('waits for any of them', () => {
    expect(fenOf('injury-loss', { 'loss.proved-fen': 1 })).toEqual(Object.keys(whole))
  })

  it('gives punitive damages of twice itself at most, the proved loss standing in for its items', () => {
    expect(wayOf('punitive-double-loss', { 'loss.medical-fen': 100_000, 'loss.proved-fen': 5 }).slice(-2)).toEqual([
      ['已填项目合计（没有填的项目未计入）：1000.00 元', 100_000],
      ['惩罚性赔偿最多为损失的二倍：2000.00 元', 200_000],
    ])
    expect(wayOf('punitive-double-loss', { 'loss.proved-fen': 80_000 })).toEqual([
      ['有凭证的损失和合理费用：800.00 元', 80_000],
      ['惩罚性赔偿最多为损失的二倍：1600.00 元', 160_000],
    ])
    expect(fenOf('punitive-double-loss', {})).toEqual(Object.keys(whole))
  })
})

describe('a deposit', () => {
  it.each([
    [10_000, 100_000, 20_000],
    [20_000, 100_000, 40_000],
    [30_000, 100_000, 50_000],
    [10, 49, 19],
  ])('of %d on a contract of %d fen brings %d back', (deposit, contract, fen) => {
    expect(fenOf('deposit-double', { 'deposit.fen': deposit, 'deposit.contract-fen': contract })).toBe(fen)
  })

  it('shows the part that counts', () => {
    expect(wayOf('deposit-double', { 'deposit.fen': 30_000, 'deposit.contract-fen': 100_000 })).toEqual([
      ['已付定金：300.00 元', 30_000],
      ['合同总价：1000.00 元', 100_000],
      ['有定金效力的部分（不超过合同总价的 20%）：200.00 元', 20_000],
      ['双倍返还：定金加有定金效力的部分：500.00 元', 50_000],
    ])
  })

  it('once more is only the part that counts, and what exceeds it is no deposit', () => {
    const given = { 'deposit.fen': 30_000, 'deposit.contract-fen': 100_000 }
    expect(wayOf('deposit-again', given).at(-1)).toEqual([
      '有定金效力的部分（不超过合同总价的 20%）：200.00 元',
      20_000,
    ])
    expect(wayOf('deposit-excess', given).at(-1)).toEqual(['超过合同总价 20% 的部分：100.00 元', 10_000])
    expect(fenOf('deposit-excess', { ...given, 'deposit.fen': 20_000 })).toBe(0)
    expect(fenOf('deposit-again', { 'deposit.fen': 1 })).toEqual(['deposit.contract-fen'])
    expect(fenOf('deposit-excess', {})).toEqual(['deposit.fen', 'deposit.contract-fen'])
  })

  it('is taken off a larger loss', () => {
    const given = { 'deposit.fen': 30_000, 'deposit.contract-fen': 100_000 }
    expect(wayOf('loss-above-deposit', { ...given, 'loss.proved-fen': 50_000 })).toEqual([
      ['有凭证的损失和合理费用：500.00 元', 50_000],
      ['有定金效力的部分（不超过合同总价的 20%）：200.00 元', 20_000],
      ['超过定金数额的损失：300.00 元', 30_000],
    ])
    expect(fenOf('loss-above-deposit', { ...given, 'loss.proved-fen': 1 })).toBe(0)
    expect(fenOf('loss-above-deposit', given)).toEqual(['loss.proved-fen'])
    expect(fenOf('loss-above-deposit', { 'loss.proved-fen': 1 })).toEqual(['deposit.fen', 'deposit.contract-fen'])
  })

  it('waits for deposit and contract sum', () => {
    expect(fenOf('deposit-double', {})).toEqual(['deposit.fen', 'deposit.contract-fen'])
    expect(fenOf('deposit-double', { 'deposit.fen': 1 })).toEqual(['deposit.contract-fen'])
    expect(fenOf('deposit-double', { 'deposit.contract-fen': 1 })).toEqual(['deposit.fen'])
  })
})

describe('the platform payment for a wrong description', () => {
  it.each([
    [129_900, 12_990],
    [199_999, 19_999],
    [200_000, 20_000],
    [200_010, 20_000],
    [19, 1],
  ])('on %d fen is %d', (paid, fen) => {
    expect(fenOf('platform-description', { 'order.paid-fen': paid })).toBe(fen)
  })

  it('shows a tenth and the cap', () => {
    expect(wayOf('platform-description', { 'order.paid-fen': 300_000 })).toEqual([
      ['订单实付金额：3000.00 元', 300_000],
      ['实付价的 10%：300.00 元', 30_000],
      ['不超过 200 元：200.00 元', 20_000],
    ])
    expect(fenOf('platform-description', {})).toEqual(['order.paid-fen'])
  })
})

const sums = fc.integer({ min: 0, max: 1e12 })
const someFacts = fc.record(
  {
    'order.paid-fen': sums,
    'order.shipping-fen': sums,
    'claim.item-fen': sums,
    'loss.proved-fen': sums,
    'return.shipping-paid-fen': sums,
    'replacement.price-fen': sums,
    'price.later-fen': sums,
    'goods.value-now-fen': sums,
    'deposit.fen': sums,
    'deposit.contract-fen': sums,
    'price.owed-fen': sums,
    'price.protected-fen': sums,
    'return.deducted-fen': sums,
    'payment.unauthorised-fen': sums,
    'payment.grown-fen': sums,
    'renewal.charged-fen': sums,
    'missing.value-fen': sums,
    'promise.sum-fen': sums,
    'parcel.value-fen': sums,
    'parcel.insured-fen': sums,
    'loss.medical-fen': sums,
    'loss.care-fen': sums,
    'loss.income-fen': sums,
    'loss.property-fen': sums,
    'loss.other-fen': sums,
    'promise.multiple': fc.integer({ min: 1, max: 1000 }),
  },
  { requiredKeys: [] },
)

describe('every formula', () => {
  it('is one of these', () => {
    expect([...formulaNames].sort()).toEqual([
      'added-damages-food',
      'added-damages-fraud',
      'auto-renewal',
      'deduction-back',
      'deposit-again',
      'deposit-double',
      'deposit-excess',
      'deposit-refund',
      'injury-loss',
      'loss-above-deposit',
      'missing-part-price',
      'overcharge',
      'parcel-insured',
      'parcel-value',
      'platform-description',
      'price-difference-replacement',
      'price-drop',
      'price-protection',
      'price-reduction',
      'promise-multiple',
      'promised-sum',
      'proved-damages',
      'punitive-double-loss',
      'refund-agreed',
      'refund-paid',
      'refund-price-less-shipping',
      'return-shipping',
      'unauthorised-payment',
      'unauthorised-payment-grown',
    ])
    expect(compute('toString', { 'order.paid-fen': 1 })).toEqual({ missing: [] })
  })

  it('asks only for facts that there are', () => {
    const asked = formulaNames.flatMap((formula) => {
      const sum = compute(formula, {})
      return 'missing' in sum ? sum.missing : []
    })
    expect(asked.filter((id) => knowledge.facts[id] === undefined)).toEqual([])
  })

  it('gives whole fen that its last step shows, or names facts that are indeed unknown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formulaNames), someFacts, (formula, given) => {
        const sum = compute(formula, given)
        if ('missing' in sum) {
          expect(sum.missing.length).toBeGreaterThan(0)
          expect(sum.missing.filter((id) => id in given)).toEqual([])
        } else {
          expect(Number.isSafeInteger(sum.fen) && sum.fen >= 0).toBe(true)
          expect(sum.steps.at(-1)?.fen).toBe(sum.fen)
        }
      }),
    )
  })

  it('never gives less added damages for a higher price', () => {
    fc.assert(
      fc.property(fc.constantFrom('added-damages-fraud', 'added-damages-food'), sums, sums, (formula, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const fen = (paid: number) => Number(fenOf(formula, { 'order.paid-fen': paid, 'order.shipping-fen': 0 }))
        expect(fen(low)).toBeLessThanOrEqual(fen(high))
      }),
    )
  })
})

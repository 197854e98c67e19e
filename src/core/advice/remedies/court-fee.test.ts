import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import type { Lang } from '../../values/text.ts'
import { type CourtFee, chargeFen, courtFee, dueAfter, feeOn } from './court-fee.ts'

const rates = { fees: knowledge.fees, day: '2026-11-22' }

const yuan = (n: number) => Math.round(n * 100)
const feeOf = (fen: number, lang: Lang = 'zh-CN'): CourtFee => {
  const fee = courtFee(rates, fen, lang)
  if (fee === undefined) throw new Error('no rates')
  return fee
}
const fee = (n: number) => feeOf(yuan(n))
const charge = (...[name, sum]: [Parameters<typeof chargeFen>[1], number?]) => {
  const range = chargeFen(rates, name, sum === undefined ? undefined : yuan(sum))
  return range && [range.fenFrom, range.fenTo]
}
const both = (n: number) => [yuan(n), yuan(n)]

describe('court fees', () => {
  it.each([
    [500, 50, 25, 50, 30, 16.67],
    [5_000, 50, 25, 50, 70, 16.67],
    [10_000, 50, 25, 50, 120, 16.67],
    [50_000, 1_050, 525, 650, 520, 350],
    [150_000, 3_300, 1_650, 2_150, 1_270, 1_100],
  ])('for a claim of %d yuan are the published ones to the fen', (claim, full, half, run, freeze, order) => {
    expect(fee(claim).fen).toBe(yuan(full))
    expect(fee(claim).halvedFen).toBe(yuan(half))
    expect(charge('execution', claim)).toEqual(both(run))
    expect(charge('preservation', claim)).toEqual(both(freeze))
    expect(charge('payment-order', claim)).toEqual(both(order))
  })

  it.each([
    [100_000, 2_300],
    [200_000, 4_300],
    [500_000, 8_800],
    [1_000_000, 13_800],
    [2_000_000, 22_800],
    [5_000_000, 46_800],
    [10_000_000, 81_800],
    [20_000_000, 141_800],
    [20_002_000, 141_810],
  ])('reach the end of each slice: %d yuan costs %d', (claim, full) => {
    expect(fee(claim).fen).toBe(yuan(full))
  })

  it.each([
    [500_000, 7_400],
    [5_000_000, 52_400],
    [10_000_000, 77_400],
    [10_001_000, 77_401],
  ])('of execution reach the end of each slice: %d yuan costs %d', (claim, cost) => {
    expect(charge('execution', claim)).toEqual(both(cost))
  })

  it.each([
    [1_000, 30],
    [1_001, 30.01],
    [100_000, 1_020],
    [896_000, 5_000],
    [896_001, 5_000],
    [895_800, 4_999],
  ])('of preservation stop at 5,000 yuan: %d yuan costs %d', (claim, cost) => {
    expect(charge('preservation', claim)).toEqual(both(cost))
  })

  it('without a sum are a range, or the least there is', () => {
    expect(charge('execution')).toEqual([5_000, 50_000])
    expect(charge('preservation')).toEqual(both(30))
    expect(charge('jurisdiction-objection')).toEqual([5_000, 10_000])
    expect(charge('acceptance-other')).toEqual([5_000, 10_000])
    expect(charge('mediation-confirmation')).toEqual([0, 0])
    expect(charge('payment-order')).toBeUndefined()
  })

  it('for personality rights count damages above 50,000 yuan only', () => {
    expect(charge('acceptance-personality')).toEqual([10_000, 50_000])
    expect(charge('acceptance-personality', 50_000)).toEqual([10_000, 50_000])
    expect(charge('acceptance-personality', 100_000)).toEqual([60_000, 100_000])
    expect(charge('acceptance-personality', 120_000)).toEqual([70_000, 110_000])
  })

  it('are halved once, however many occasions there are', () => {
    expect([0, 1, 2, 4].map((occasions) => dueAfter(occasions, fee(50_000)))).toEqual([105_000, 52_500, 52_500, 52_500])
    expect(feeOn(rates, 'acceptance')?.halved?.map(({ when }) => when.zh)).toHaveLength(4)
  })

  it('start a new slice only above its edge', () => {
    expect(fee(10_000).steps).toHaveLength(1)
    expect(feeOf(1_000_040)).toMatchObject({ fen: 5_001, halvedFen: 2_501 })
    expect(feeOf(1_000_040).steps).toHaveLength(2)
    expect(fee(0).fen).toBe(5_000)
  })

  it('say each slice in words', () => {
    expect(fee(150_000).steps).toEqual([
      { text: '请求金额不超过 10000.00 元的部分，每件 50.00 元', fen: 5_000 },
      { text: '10000.00 元至 100000.00 元的部分 × 2.5%', fen: 225_000 },
      { text: '100000.00 元至 150000.00 元的部分 × 2%', fen: 100_000 },
    ])
    expect(feeOf(yuan(50_000), 'en').steps.map((step) => step.text)).toEqual([
      'claim up to 10000.00 yuan: 50.00 yuan flat',
      'part from 10000.00 to 50000.00 yuan × 2.5%',
    ])
  })

  it('are unknown before the rates were in force, and where there are none', () => {
    expect(courtFee({ ...rates, day: '2007-03-31' }, 100, 'zh-CN')).toBeUndefined()
    expect(courtFee({ ...rates, day: '2007-04-01' }, 100, 'zh-CN')?.fen).toBe(5_000)
    expect(chargeFen({ ...rates, day: '2007-03-31' }, 'execution', 100)).toBeUndefined()
    expect(chargeFen({ fees: {}, day: rates.day }, 'payment-order', 100)).toBeUndefined()
    const { acceptance: _gone, ...others } = Object.fromEntries(
      Object.values(knowledge.fees).map((one) => [one.charge, one]),
    )
    expect(chargeFen({ fees: others, day: rates.day }, 'payment-order', 100)).toBeUndefined()
    expect(charge('lawyer', 100)).toBeUndefined()
  })

  it('never fall when the claim grows, and their steps add up', () => {
    const claim = fc.integer({ min: 0, max: 1e12 })
    fc.assert(
      fc.property(claim, claim, (a, b) => {
        const [low, high] = [feeOf(Math.min(a, b)), feeOf(Math.max(a, b))]
        expect(low.fen).toBeLessThanOrEqual(high.fen)
        expect(Number.isSafeInteger(high.fen)).toBe(true)
        expect(high.steps.reduce((sum, step) => sum + step.fen, 0)).toBe(high.fen)
        expect(Math.abs(high.halvedFen * 2 - high.fen)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

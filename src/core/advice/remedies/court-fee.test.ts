import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courtFee, enforcementFee, paymentOrderFee, preservationFee } from './court-fee.ts'

const yuan = (n: number) => Math.round(n * 100)
const fee = (n: number) => courtFee(yuan(n), 'zh-CN')

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
    expect(enforcementFee(yuan(claim))).toBe(yuan(run))
    expect(preservationFee(yuan(claim))).toBe(yuan(freeze))
    expect(paymentOrderFee(yuan(claim))).toBe(yuan(order))
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
    expect(enforcementFee(yuan(claim))).toBe(yuan(cost))
  })

  it.each([
    [1_000, 30],
    [1_001, 30.01],
    [100_000, 1_020],
    [896_000, 5_000],
    [896_001, 5_000],
    [895_800, 4_999],
  ])('of preservation stop at 5,000 yuan: %d yuan costs %d', (claim, cost) => {
    expect(preservationFee(yuan(claim))).toBe(yuan(cost))
  })

  it('start a new slice only above its edge', () => {
    expect(fee(10_000).steps).toHaveLength(1)
    expect(courtFee(1_000_040, 'zh-CN')).toMatchObject({ fen: 5_001, halvedFen: 2_501 })
    expect(courtFee(1_000_040, 'zh-CN').steps).toHaveLength(2)
    expect(fee(0).fen).toBe(5_000)
  })

  it('say each slice in words', () => {
    expect(fee(150_000).steps).toEqual([
      { text: '请求金额不超过 1 万元的部分，每件 50 元', fen: 5_000 },
      { text: '10000.00 元至 100000.00 元的部分 × 2.5%', fen: 225_000 },
      { text: '100000.00 元至 150000.00 元的部分 × 2%', fen: 100_000 },
    ])
    expect(courtFee(yuan(50_000), 'en').steps.map((step) => step.text)).toEqual([
      'claim up to 10,000 yuan: 50 yuan flat',
      'part from 10000.00 to 50000.00 yuan × 2.5%',
    ])
  })

  it('never fall when the claim grows, and their steps add up', () => {
    const claim = fc.integer({ min: 0, max: 5_000_000_000 })
    fc.assert(
      fc.property(claim, claim, (a, b) => {
        const [low, high] = [courtFee(Math.min(a, b), 'zh-CN'), courtFee(Math.max(a, b), 'zh-CN')]
        expect(low.fen).toBeLessThanOrEqual(high.fen)
        expect(high.steps.reduce((sum, step) => sum + step.fen, 0)).toBe(high.fen)
        expect(Math.abs(high.halvedFen * 2 - high.fen)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

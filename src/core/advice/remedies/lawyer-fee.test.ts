import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { contingencyCap, lawyerFee, worthFrom } from './lawyer-fee.ts'

const cap = knowledge.fees['lawyer-contingency-cap']
if (cap === undefined) throw new Error('no cap')

describe("a lawyer's fee", () => {
  it.each([
    [300_000, 10, 129_900, 312_990],
    [300_000, 0, 129_900, 300_000],
    [0, 12.5, 100, 13],
    [0, 12.35, 1_000_000, 123_500],
  ])('of %d fen and %d %% on %d fen won is %d', (baseFen, percent, won, fen) => {
    expect(lawyerFee({ baseFen, percent }, won)).toBe(fen)
  })

  it.each([
    [300_000, 10, 333_334],
    [800_000, 15, 941_177],
    [300_000, 0, 300_000],
    [0, 50, 0],
  ])('of %d fen and %d %% is paid for by %d fen won', (baseFen, percent, fen) => {
    expect(worthFrom({ baseFen, percent })).toBe(fen)
  })

  it('is never paid for where the share eats all', () => {
    expect(worthFrom({ baseFen: 1, percent: 100 })).toBeUndefined()
  })

  it('is less than what is won just above the break-even, and not below it', () => {
    const quote = fc.record({ baseFen: fc.integer({ min: 1, max: 1e8 }), percent: fc.integer({ min: 0, max: 90 }) })
    fc.assert(
      fc.property(quote, (one) => {
        const worth = worthFrom(one) ?? 0
        expect(lawyerFee(one, worth)).toBeLessThanOrEqual(worth)
        expect(lawyerFee(one, worth - 1)).toBeGreaterThanOrEqual(worth - 1)
      }),
    )
  })
})

describe('the cap on contingency fees', () => {
  it.each([
    [129_900, 23_382],
    [99, 17],
    [100_000_000, 18_000_000],
  ])('on %d fen won is %d', (won, fen) => {
    expect(contingencyCap(cap, won)).toBe(fen)
  })

  it('is unknown above one million yuan, and of a fee that is no cap', () => {
    expect(contingencyCap(cap, 100_000_001)).toBeUndefined()
    const { 'court-acceptance': tariff } = knowledge.fees
    expect(tariff && contingencyCap(tariff, 100)).toBeUndefined()
  })
})

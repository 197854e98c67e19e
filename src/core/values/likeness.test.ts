import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness } from './likeness.ts'

describe('the likeness of two texts', () => {
  it('is whole for the same text and nothing for texts that share no pair', () => {
    expect(likeness('要求退货退款', '要求退货退款')).toEqual({ jaccard: 1, containment: 1, pairs: 5 })
    expect(likeness('要求退货', '不合格品')).toEqual({ jaccard: 0, containment: 0, pairs: 3 })
  })

  it('counts distinct pairs of the shorter text that stand in the longer one', () => {
    // 要求 求退 退货 | 要求 求退 退款 → two in both, four in either
    expect(likeness('要求退货', '要求退款')).toEqual({ jaccard: 0.5, containment: 2 / 3, pairs: 3 })
    expect(likeness('退货', '要求退货退款').containment).toBe(1)
  })

  it('does not see width, case, blanks and punctuation', () => {
    expect(likeness('ＡＢＣ，退 货！', 'abc退货').jaccard).toBe(1)
  })

  it('is nothing for texts too short to have a pair', () => {
    expect(likeness('', '')).toEqual({ jaccard: 0, containment: 0, pairs: 0 })
    expect(likeness('退', '退')).toEqual({ jaccard: 0, containment: 0, pairs: 0 })
  })

  it('is the same both ways and stays between nothing and whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const alike = likeness(one, other)
        expect(alike).toEqual(likeness(other, one))
        expect(alike.jaccard).toBeGreaterThanOrEqual(0)
        expect(alike.containment).toBeLessThanOrEqual(1)
        expect(alike.containment).toBeGreaterThanOrEqual(alike.jaccard)
      }),
    )
  })
})

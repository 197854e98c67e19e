import { describe, expect, it } from 'vitest'
import { evener, unitsOf } from './search-text.ts'

const even = evener([
  ['商家', '卖家', '店家'],
  ['退款', '退钱'],
])
const units = (text: string) => unitsOf(even(text))

describe('texts made even', () => {
  it('fold width, case, counts and days', () => {
    expect(units('７天')).toEqual(units('七日'))
    expect(units('六个月')).toEqual(units('6个月'))
    expect(units('APP')).toEqual(units('ａｐｐ'))
  })
  it('say one word for all that stand for each other', () => {
    expect(units('店家不退钱')).toEqual(units('卖家不退款'))
    expect(even('店家')).toBe('商家')
  })
  it('come as pieces and pairs of neighbours, not over marks', () => {
    expect(units('退货，款')).toEqual(['退', '货', '退货', '款'])
    expect(units('统一')).toEqual(['统', '一', '统一'])
  })
  it('hold numbers together, so that 7 does not stand in 17', () => {
    expect(even('17日')).toContain(units('17日')[2])
    expect(even('17日')).not.toContain(units('7日')[2])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatYuan, parseYuan } from './fen.ts'

const read = (value: string | number) => {
  const parsed = parseYuan(value)
  return parsed.ok ? parsed.value : parsed.refusal.text.zh
}

describe('reading an amount', () => {
  it.each([
    ['1299', 129900],
    ['1299.00', 129900],
    ['1299.5', 129950],
    [1299.5, 129950],
    [1299.05, 129905],
    ['1,299.00', 129900],
    ['1,234,567.89', 123456789],
    ['¥1299', 129900],
    ['￥ 1299', 129900],
    ['1299元', 129900],
    ['１２９９．５', 129950],
    ['1万', 1_000_000],
    ['1.5万元', 1_500_000],
    ['3.123456万', 3_123_456],
    ['0', 0],
    [0, 0],
    ['0.01', 1],
    [10_000_000_000, 1_000_000_000_000],
  ])('takes %s', (value, fen) => {
    expect(read(value)).toBe(fen)
  })

  it.each([
    ['一百', '数字'],
    ['', '数字'],
    ['12,99', '数字'],
    ['1.2.3', '数字'],
    ['12²', '数字'],
    ['1e3', '数字'],
    ['.5', '数字'],
    ['0x10', '数字'],
    [Number.NaN, '数字'],
    [Number.POSITIVE_INFINITY, '数字'],
    ['12.345', '两位小数'],
    ['1.2345678万', '两位小数'],
    ['一万', '数字'],
    ['1万万', '数字'],
    ['万', '数字'],
    ['1000001万', '太大'],
    [0.1 + 0.2, '两位小数'],
    ['-5', '负数'],
    ['－5', '负数'],
    [-0.01, '负数'],
    ['10000000000.01', '太大'],
    [1e20, '太大'],
  ])('refuses %s, saying why', (value, why) => {
    expect(read(value)).toContain(why)
  })

  it('takes back every amount it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (fen) => {
        expect(parseYuan(formatYuan(fen))).toEqual({ ok: true, value: fen })
        expect(parseYuan(fen / 100)).toEqual({ ok: true, value: fen })
      }),
    )
  })
})

describe('writing an amount', () => {
  it.each([
    [129900, '1299.00'],
    [5, '0.05'],
    [0, '0.00'],
    [-1050, '-10.50'],
  ])('%i fen is %s', (fen, text) => {
    expect(formatYuan(fen)).toBe(text)
  })

  it('throws on part of a fen: that is a bug of the caller', () => {
    expect(() => formatYuan(0.5)).toThrow(RangeError)
  })
})

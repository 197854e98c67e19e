import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseNumber } from '../provision-ref.ts'
import { readNumber } from './written-number.ts'

describe('readNumber', () => {
  it('reads back whatever article number is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
        expect([readNumber(chineseNumber(n)), readNumber(String(n))]).toEqual([n, n])
      }),
    )
  })
  it.each([
    ['十', 10],
    ['一十二', 12],
    ['一百零五', 105],
    ['一四八', 148],
    ['一〇二四', 1024],
    ['两千', 2000],
    ['零', 0],
  ])('%s is %i', (text, n) => expect(readNumber(text)).toBe(n))
  it.each(['', '条', '十百', '一百二百', '百', '二二十', '12345', '一二三四五', '1十', '三条'])(
    '“%s” is no number',
    (text) => expect(readNumber(text)).toBeUndefined(),
  )
})

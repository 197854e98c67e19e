import { describe, expect, it } from 'vitest'
import { paperAmount } from './paper-amount.ts'
import { paperDay, paperDue, paperMoment } from './paper-date.ts'

describe('days and money in papers', () => {
  it('are written as Chinese legal papers write them, on the Shanghai clock', () => {
    expect(paperDay('2026-03-05')).toBe('2026年3月5日')
    expect(paperMoment('2026-03-15T06:28:59Z')).toBe('2026年3月15日14时28分')
    expect(paperMoment('2026-03-15T16:05:00Z')).toBe('2026年3月16日0时05分')
    expect(paperMoment('2026-03-15')).toBe('2026年3月15日')
    expect(paperAmount(129900)).toBe('人民币1299.00元')
  })

  it('name the end of a day by the day', () => {
    expect(paperDue('2026-03-15T23:59:59+08:00')).toBe('2026年3月15日')
    expect(paperDue('2026-03-15T23:59:00+08:00')).toBe('2026年3月15日23时59分')
    expect(paperDue('2026-03-15')).toBe('2026年3月15日')
  })
})

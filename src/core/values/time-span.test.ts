import { describe, expect, it } from 'vitest'
import { holdsOn, overlap, runsBackwards } from './time-span.ts'

const span = (from: string | null, to: string | null) => ({ from, to })

describe('a span of days', () => {
  it('holds on its first and its last day, and not beside them', () => {
    const year = span('2026-01-01', '2026-12-31')
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => holdsOn(year, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('is open where an end is not known', () => {
    expect(holdsOn(span(null, '2026-12-31'), '1990-01-01')).toBe(true)
    expect(holdsOn(span('2026-01-01', null), '9999-12-31')).toBe(true)
  })

  it.each([
    [span('2026-01-01', '2026-06-30'), span('2026-07-01', null), false],
    [span('2026-01-01', '2026-07-01'), span('2026-07-01', null), true],
    [span(null, null), span('2026-07-01', '2026-07-01'), true],
    [span(null, '2025-12-31'), span('2026-01-01', null), false],
  ])('%j and %j overlap: %s', (one, other, expected) => {
    expect([overlap(one, other), overlap(other, one)]).toEqual([expected, expected])
  })

  it('runs backwards only when it ends before it begins', () => {
    expect(runsBackwards(span('2026-01-02', '2026-01-01'))).toBe(true)
    expect(runsBackwards(span('2026-01-01', '2026-01-01'))).toBe(false)
    expect(runsBackwards(span(null, '2026-01-01')) || runsBackwards(span('2026-01-01', null))).toBe(false)
  })
})

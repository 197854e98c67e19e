import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  epochDay,
  fromEpochDay,
  isLocalDate,
  type LocalDate,
  parseLocalDate,
  weekdayOfEpochDay,
} from './local-date.ts'

const day = (text: string): LocalDate => {
  const parsed = parseLocalDate(text)
  if (!parsed.ok) throw new Error(parsed.refusal.code)
  return parsed.value
}
const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map(fromEpochDay)

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: true, value: text })
  })

  it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '0000-01-01', '今天', ''])(
    '%s does not',
    (text) => {
      expect(isLocalDate(text)).toBe(false)
      expect(parseLocalDate(text)).toMatchObject({ ok: false, refusal: { code: 'not-a-day' } })
    },
  )

  it('is not a number or nothing', () => {
    expect([isLocalDate(20260915), isLocalDate(undefined), isLocalDate(null)]).toEqual([false, false, false])
  })

  it('is told apart from others by its text alone', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0)
      }),
    )
  })
})

describe('reckoning with days', () => {
  it('agrees with Temporal on sums, differences and the day of the week', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (start, days) => {
        const theirs = Temporal.PlainDate.from(start)
        const later = theirs.add({ days })
        if (later.year < 1 || later.year > 9999) return
        expect(addDays(start, days)).toBe(later.toString())
        expect(daysBetween(start, addDays(start, days))).toBe(days)
        expect(weekdayOfEpochDay(epochDay(start))).toBe(theirs.dayOfWeek)
      }),
    )
  })

  it('agrees with Temporal on months', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (start, months) => {
        const later = Temporal.PlainDate.from(start).add({ months }, { overflow: 'constrain' })
        if (later.year < 1 || later.year > 9999) return
        expect(addMonths(start, months)).toBe(later.toString())
      }),
    )
  })

  it('ends a month that is too short on its last day', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(day('2023-11-30'), 3)).toBe('2024-02-29')
    expect(addMonths(day('2026-10-31'), 4)).toBe('2027-02-28')
  })

  it('counts days from 1970 and back', () => {
    expect(epochDay(day('1970-01-01'))).toBe(0)
    fc.assert(fc.property(anyDay, (date) => fromEpochDay(epochDay(date)) === date))
  })

  it('stops at the end of the calendar instead of inventing a day', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError)
  })
})

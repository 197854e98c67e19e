import { describe, expect, it } from 'vitest'
import { epochDay, isLocalDate } from '../values/local-date.ts'
import { calendar, year } from './working-calendar.fixture.ts'
import { calendarVersion, dayKind, isWorkingDay, provisionalFrom, unannouncedYears } from './working-calendar.ts'

const count = (text: string) => (isLocalDate(text) ? epochDay(text) : Number.NaN)

describe('a day of the working calendar', () => {
  it.each([
    ['2026-09-18', { type: 'weekday' }],
    ['2026-09-19', { type: 'weekend' }],
    ['2026-09-20', { type: 'make-up', name: '国庆节' }],
    ['2026-09-25', { type: 'holiday', name: '中秋节' }],
    ['2026-09-26', { type: 'holiday', name: '中秋节' }],
    ['2027-01-01', { type: 'weekday' }],
  ])('%s', (text, kind) => {
    expect(dayKind(calendar, count(text))).toEqual(kind)
    expect(isLocalDate(text) && isWorkingDay(calendar, text)).toBe(kind.type === 'weekday' || kind.type === 'make-up')
  })

  it('is off when the notice of the next year says so', () => {
    expect(dayKind(calendar, count('2022-12-31'))).toEqual({ type: 'holiday', name: '元旦' })
  })

  it('is what the later notice says where two speak of it', () => {
    const later = { '2023': year(2023, { 元旦: '+2022-12-31' }), '2022': year(2022, { 元旦: '2022-12-31' }) }
    expect(dayKind(later, count('2022-12-31'))).toEqual({ type: 'make-up', name: '元旦' })
  })

  it('stays a plain weekday when a notice merely confirms that it is worked', () => {
    expect(dayKind({ '2026': year(2026, { 春节: '+2026-02-13' }) }, count('2026-02-13'))).toEqual({ type: 'weekday' })
  })
})

describe('what the calendar covers', () => {
  it('ends with the last announced year', () => {
    expect(provisionalFrom(calendar)).toBe('2027-01-01')
  })

  it('ends at the first gap', () => {
    expect(
      provisionalFrom({ '2024': year(2024, { 元旦: '2024-01-01' }), '2026': year(2026, { 元旦: '2026-01-01' }) }),
    ).toBe('2025-01-01')
  })

  it('is nothing without a notice', () => {
    expect(provisionalFrom({})).toBe('0001-01-01')
    expect(calendarVersion({})).toBe('none@never')
  })

  it('names years without notice, absent or empty', () => {
    expect(unannouncedYears(calendar, count('2026-12-31'), count('2028-01-01'))).toEqual([2027, 2028])
    expect(unannouncedYears(calendar, count('2023-01-01'), count('2026-12-31'))).toEqual([])
    expect(unannouncedYears(calendar, count('2022-12-31'), count('2023-01-01'))).toEqual([2022])
  })

  it('has a version that tells years and day of the check', () => {
    expect(calendarVersion(calendar)).toBe('2023-2026@2026-08-07')
    const { '2024': _gap, ...rest } = calendar
    expect(calendarVersion(rest)).toBe('2023,2025-2026@2026-08-07')
  })
})

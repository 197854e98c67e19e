import { done, type Outcome, refuse } from './refusal.ts'

declare const brand: unique symbol
/** A day of the Gregorian calendar as `YYYY-MM-DD`, years 0001 to 9999. Strings of it sort as days do. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' }

export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [year, month, day] = digits(value)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function parseLocalDate(value: unknown): Outcome<LocalDate> {
  if (isLocalDate(value)) return done(value)
  return refuse('not-a-day', {
    zh: `“${String(value)}”不是一个日期；请写成 2026-09-15 这样的年-月-日，且当月确有这一天`,
    en: `"${String(value)}" is not a day; write year-month-day as in 2026-09-15, a day the month has`,
  })
}

/** The day `days` later (earlier when negative). Throws a RangeError beyond the year 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(epochDay(date) + days)
}

/** The same day number `months` later, or the month's last day where it has no such day (Civil Code art. 202). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = digits(date)
  const total = year * 12 + (month - 1) + months
  const toYear = Math.floor(total / 12)
  const toMonth = total - toYear * 12 + 1
  return checked(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from)
}

/** Day of the week of a day counted from 1970-01-01: 1 is Monday, 7 is Sunday. */
export function weekdayOfEpochDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Days since 1970-01-01. Formula: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil. */
export function epochDay(date: LocalDate): number {
  const [year, month, day] = digits(date)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The day that many days after 1970-01-01; the inverse of `epochDay`. Throws a RangeError beyond the year 9999. */
export function fromEpochDay(count: number): LocalDate {
  const { year, month, day } = civil(count)
  return checked(year, month, day)
}

/** Year, month and day of the month that many days after 1970-01-01 (Hinnant's civil_from_days). */
export function civil(count: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = count + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

function checked(year: number, month: number, day: number): LocalDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (year < 1 || year > 9999) throw new RangeError(`day out of range: ${text}`)
  return text as LocalDate
}

function digits(text: string): [number, number, number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

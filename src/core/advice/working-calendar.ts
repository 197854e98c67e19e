import type { Knowledge } from '../knowledge/knowledge.ts'
import { civil, epochDay, fromEpochDay, isLocalDate, type LocalDate, weekdayOfEpochDay } from '../values/local-date.ts'

export type Calendar = Knowledge['calendar']

/** What a day is: `holiday` and `make-up` (a weekend day worked) come from a notice and carry its name for them. */
export type DayKind =
  | { readonly type: 'weekday' | 'weekend' }
  | { readonly type: 'holiday' | 'make-up'; readonly name: string }

type NoticeDay = { readonly name: string; readonly off: boolean }
type Index = { readonly days: ReadonlyMap<number, NoticeDay>; readonly years: ReadonlySet<number> }

const weekdayKind: DayKind = { type: 'weekday' }
const weekendKind: DayKind = { type: 'weekend' }
const indexes = new WeakMap<Calendar, Index>()

/** What the day (counted from 1970-01-01) is; where no notice speaks, Saturday and Sunday are the weekend. */
export function dayKind(calendar: Calendar, day: number): DayKind {
  const notice = indexOf(calendar).days.get(day)
  const weekend = weekdayOfEpochDay(day) > 5
  if (notice === undefined) return weekend ? weekendKind : weekdayKind
  if (notice.off) return { type: 'holiday', name: notice.name }
  return weekend ? { type: 'make-up', name: notice.name } : weekdayKind
}

/** True unless the day is a weekend not worked or a day off of a holiday notice. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return isWorkingEpochDay(calendar, epochDay(date))
}

export function isWorkingEpochDay(calendar: Calendar, day: number): boolean {
  const notice = indexOf(calendar).days.get(day)
  return notice === undefined ? weekdayOfEpochDay(day) <= 5 : !notice.off
}

/** Years touched from one day to another whose notice is missing or not out yet. */
export function unannouncedYears(calendar: Calendar, from: number, to: number): readonly number[] {
  const { years } = indexOf(calendar)
  const missing: number[] = []
  for (let year = civil(from).year; year <= civil(to).year; year += 1) if (!years.has(year)) missing.push(year)
  return missing
}

/** The first day after the announced years; clocks that reach it are provisional. */
export function provisionalFrom(calendar: Calendar): LocalDate {
  const { years } = indexOf(calendar)
  let year = years.size === 0 ? 1 : Math.min(...years)
  while (years.has(year)) year += 1
  const text = `${String(year).padStart(4, '0')}-01-01`
  return isLocalDate(text) ? text : fromEpochDay(0)
}

/** Which years the calendar covers and when they were last checked: `2019-2026@2026-08-07`. */
export function calendarVersion(calendar: Calendar): string {
  const years = [...indexOf(calendar).years].sort((a, b) => a - b)
  const ranges = yearRanges(years).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
  const checkedOn = Object.values(calendar).map((entry) => entry.checkedOn)
  return `${ranges.join(',') || 'none'}@${checkedOn.sort().at(-1) ?? 'never'}`
}

/** Ascending years as runs without a gap. */
export function yearRanges(years: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const starts = years.filter((year, i) => years[i - 1] !== year - 1)
  const ends = years.filter((year, i) => years[i + 1] !== year + 1)
  return starts.map((from, i) => ({ from, to: ends[i] ?? from }))
}

/** Merged by date: a later year's notice may speak of the last days of the year before, and then it wins. */
function indexOf(calendar: Calendar): Index {
  const known = indexes.get(calendar)
  if (known !== undefined) return known
  const days = new Map<number, NoticeDay>()
  const announced = Object.values(calendar)
    .filter((entry) => entry.days.length > 0)
    .sort((a, b) => a.year - b.year)
  for (const { date, name, off } of announced.flatMap((entry) => entry.days)) {
    if (isLocalDate(date)) days.set(epochDay(date), { name, off })
  }
  const index = { days, years: new Set(announced.map((entry) => entry.year)) }
  indexes.set(calendar, index)
  return index
}

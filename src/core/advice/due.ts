import type { DeadlineRule } from '../values/deadline-rule.ts'
import { fromShanghaiMs, shanghaiMs } from '../values/instant.ts'
import { addMonths, epochDay, fromEpochDay } from '../values/local-date.ts'
import type { Text } from '../values/text.ts'
import * as steps from './due-steps.ts'
import { type Calendar, dayKind, isWorkingEpochDay, unannouncedYears } from './working-calendar.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export type DueInput = (Reckoning | { readonly rule: 'given-day' }) & {
  /** An instant as `parseInstant` gives it; for `given-day` a moment of the last day itself. */
  readonly start: string
  readonly calendar: Calendar
}

type Reckoning = {
  readonly rule: DeadlineRule
  /** Whole working days, days, months or hours, at least 1. */
  readonly n: number
}

export type Due = {
  /** RFC 3339 with +08:00; the last second of the day for rules that count days or months. */
  readonly due: string
  /** A day of a year without holiday notice was consulted or crossed: the date may still move. */
  readonly provisional: boolean
  /** How it was reckoned, in order, for the reader. */
  readonly steps: readonly Text[]
}

/**
 * When a clock runs out (Civil Code art. 201 to 203). The day of the start is not counted; working time is counted by
 * the notices in `calendar`. The zone of the process plays no part. Throws a RangeError unless `n` is whole and positive.
 */
export function dueAt(input: DueInput): Due {
  const { calendar } = input
  const start = shanghaiMs(input.start)
  const day = Math.floor(start / DAY_MS)
  if (input.rule === 'given-day') return plain(endOf(day), [steps.given(), steps.lastDay(day)])
  const { rule, n } = input
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`n must be whole and positive: ${n}`)
  switch (rule) {
    case 'working-days':
      return workingDays(calendar, day, n)
    case 'days':
      return plain(endOf(day + n), [steps.counted(day, n, 'day'), steps.lastDay(day + n)])
    case 'days-rolled':
      return rolled(calendar, day, day + n, [steps.counted(day, n, 'day')], isOff)
    case 'days-rolled-holidays':
      return rolled(calendar, day, day + n, [steps.counted(day, n, 'day')], isHoliday)
    case 'months':
      return plain(endOf(monthsLater(day, n)), [steps.counted(day, n, 'month'), steps.lastDay(monthsLater(day, n))])
    case 'months-rolled':
      return rolled(calendar, day, monthsLater(day, n), [steps.counted(day, n, 'month')], isOff)
    case 'hours':
      return plain(start + n * HOUR_MS, [steps.hoursOnEnd(start, n), steps.ends(start + n * HOUR_MS)])
    case 'hours-9-21-working':
      return windowed(calendar, start, n, { open: 9, close: 21, working: true })
    case 'hours-9-18-working':
      return windowed(calendar, start, n, { open: 9, close: 18, working: true })
    case 'hours-9-18-daily':
      return windowed(calendar, start, n, { open: 9, close: 18, working: false })
    case 'hours-9-21-daily':
      return windowed(calendar, start, n, { open: 9, close: 21, working: false })
    case 'hours-24-working':
      return windowed(calendar, start, n, { open: 0, close: 24, working: true })
    default:
      return rule satisfies never
  }
}

function workingDays(calendar: Calendar, start: number, n: number): Due {
  let day = start
  for (let left = n; left > 0; ) {
    day += 1
    if (isWorkingEpochDay(calendar, day)) left -= 1
  }
  const told = [
    steps.counted(start, n, 'working-day'),
    ...steps.skipped(calendar, start + 1, day),
    steps.lastWorkingDay(n, day),
  ]
  return checked(calendar, start + 1, day, endOf(day), told)
}

type Rolls = (calendar: Calendar, day: number) => boolean

function isOff(calendar: Calendar, day: number): boolean {
  return !isWorkingEpochDay(calendar, day)
}

/** Where a norm rolls on statutory holidays only (Measures on complaints and reports, art. 45): plain weekends stay. */
function isHoliday(calendar: Calendar, day: number): boolean {
  return dayKind(calendar, day).type === 'holiday'
}

function rolled(calendar: Calendar, start: number, last: number, told: readonly Text[], rolls: Rolls): Due {
  let day = last
  while (rolls(calendar, day)) day += 1
  const roll =
    day === last
      ? [steps.stays(calendar, last)]
      : [steps.rolls(last), ...steps.skipped(calendar, last, day), steps.lastDay(day)]
  return checked(calendar, start + 1, day, endOf(day), [...told, ...roll])
}

type Window = { readonly open: number; readonly close: number; readonly working: boolean }

function windowed(calendar: Calendar, start: number, n: number, window: Window): Due {
  let left = n * HOUR_MS
  let begun: number | undefined
  const first = Math.floor(start / DAY_MS)
  for (let day = first; ; day += 1) {
    if (window.working && !isWorkingEpochDay(calendar, day)) continue
    const from = Math.max(start, day * DAY_MS + window.open * HOUR_MS)
    const room = day * DAY_MS + window.close * HOUR_MS - from
    if (room <= 0) continue
    begun ??= from
    if (left > room) {
      left -= room
      continue
    }
    const told = [steps.windowed(n, window), ...(begun > start ? [steps.waits(start, begun)] : [])]
    if (!window.working) return plain(from + left, [...told, steps.ends(from + left)])
    const all = [...told, ...steps.skipped(calendar, first, day), steps.ends(from + left)]
    return checked(calendar, first, day, from + left, all)
  }
}

/** A due that no notice still to come can move. */
function plain(due: number, told: readonly Text[]): Due {
  return { due: fromShanghaiMs(due), provisional: false, steps: told }
}

/** A due that depends on the working calendar from one day to another. */
function checked(calendar: Calendar, from: number, to: number, due: number, told: readonly Text[]): Due {
  const missing = unannouncedYears(calendar, from, to)
  if (missing.length === 0) return plain(due, told)
  return { due: fromShanghaiMs(due), provisional: true, steps: [...told, steps.unannounced(missing)] }
}

function monthsLater(day: number, n: number): number {
  return epochDay(addMonths(fromEpochDay(day), n))
}

function endOf(day: number): number {
  return (day + 1) * DAY_MS - 1000
}

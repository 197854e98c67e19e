import { atShanghai, dayOf, epochMs, inShanghai } from '../../values/instant.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { dayShown, type Moment } from '../layout/moment.ts'
import type { Inference, Precision } from '../page-reading.ts'

/** A time of a chat page, and whether it stands between messages or on one. */
export type Stamp = { readonly moment: Moment; readonly isBetween: boolean }

export type StampAt = { readonly at: string; readonly precision: Precision; readonly inferred: readonly Inference[] }

/**
 * When the times of a conversation are. A clock without a day is of the day the page was seen when it stands between
 * messages (apps leave today's day out), else of the day above it; time never runs backwards between two of them, so that
 * 23:58 before 00:03 is the day before.
 */
export function stampsAt(stamps: readonly Stamp[], seen: string | undefined): readonly (StampAt | undefined)[] {
  const today = seen === undefined ? undefined : dayOf(seen)
  const known: (Known | undefined)[] = []
  for (const stamp of stamps) {
    const { moment, isBetween } = stamp
    const above = known.findLast((one) => one !== undefined)
    const shown = dayShown(moment, today)
    const guess = isBetween ? (today ?? above?.day) : (above?.day ?? today)
    const day = shown?.day ?? (isBare(moment) ? bareDay(stamp, above, guess, seen) : undefined)
    known.push(day === undefined ? undefined : { moment, day, inferred: shown?.inferred ?? ['day'] })
  }
  const days = pulledBack(
    stamps,
    known.map((one) => one?.day),
  )
  return stamps.map(({ moment }, i) => {
    const day = days[i]
    if (day === undefined) return undefined
    const precision = moment.hour === undefined ? 'day' : moment.second === undefined ? 'minute' : 'second'
    const at = precision === 'day' ? day : inShanghai(instantOf(day, moment))
    return { at, precision, inferred: known[i]?.inferred ?? ['day'] }
  })
}

/** Clocks of a phone and of a server may differ by so much. */
const MINUTES_MS = 300_000

type Known = { readonly moment: Moment; readonly day: LocalDate; readonly inferred: readonly Inference[] }

/**
 * The day of a clock alone: `day`, or the next one when it would run back behind the time above it, but none that was still to
 * come when the page was seen.
 */
function bareDay(
  { moment }: Stamp,
  above: Known | undefined,
  day: LocalDate | undefined,
  seen: string | undefined,
): LocalDate | undefined {
  if (day === undefined) return undefined
  const isToCome = (one: LocalDate) =>
    seen !== undefined && epochMs(instantOf(one, moment)) > epochMs(seen) + MINUTES_MS
  if (isToCome(day)) return addDays(day, -1)
  const isBack = above !== undefined && above.day === day && instantOf(day, moment) < instantOf(day, above.moment)
  return isBack && !isToCome(addDays(day, 1)) ? addDays(day, 1) : day
}

/** From the last to the first: a clock alone is not later than what follows it. */
function pulledBack(
  stamps: readonly Stamp[],
  days: readonly (LocalDate | undefined)[],
): readonly (LocalDate | undefined)[] {
  const pulled = [...days]
  for (let i = stamps.length - 2; i >= 0; i -= 1) {
    const [self, next, nextDay] = [stamps[i], stamps[i + 1], pulled[i + 1]]
    if (self === undefined || next === undefined || nextDay === undefined || !isBare(self.moment)) continue
    const late = instantOf(nextDay, next.moment)
    const day = pulled[i] ?? nextDay
    const isLate = instantOf(day, self.moment) > late
    pulled[i] = isLate ? (instantOf(nextDay, self.moment) > late ? addDays(nextDay, -1) : nextDay) : day
  }
  return pulled
}

function isBare({ month, back, weekday }: Moment): boolean {
  return month === undefined && back === undefined && weekday === undefined
}

function instantOf(day: LocalDate, { hour = 0, minute = 0, second = 0 }: Moment): string {
  return atShanghai(day, hour, minute, second)
}

import { shanghai } from '../values/instant.ts'
import { isLocalDate } from '../values/local-date.ts'

/** `2026-03-15` → 2026年3月15日, as Chinese papers write days. */
export function paperDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** An instant on the Shanghai clock to the minute: 2026年3月15日14时28分. A day stays a day. */
export function paperMoment(at: string): string {
  if (isLocalDate(at)) return paperDay(at)
  const { date, hour, minute } = shanghai(at)
  return `${paperDay(date)}${hour}时${String(minute).padStart(2, '0')}分`
}

/** When a clock runs out: one that runs to the end of a day is named by that day. */
export function paperDue(at: string): string {
  if (isLocalDate(at)) return paperDay(at)
  const { date, hour, minute, second } = shanghai(at)
  return hour === 23 && minute === 59 && second === 59 ? paperDay(date) : paperMoment(at)
}

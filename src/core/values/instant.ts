import { epochDay, fromEpochDay, isLocalDate, type LocalDate } from './local-date.ts'
import { done, type Outcome, refuse } from './refusal.ts'

/*
 * Instants are kept as RFC 3339 in UTC and shown in Shanghai, which is UTC+8 since 1991-09-15; the summer time of
 * 1986 to 1991 is older than any online order and is not modelled. The zone of the process never matters.
 */
const SHANGHAI_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const SHAPE = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?([Zz]|([+-])(\d{2}):(\d{2}))?$/

export type ShanghaiTime = {
  readonly date: LocalDate
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/**
 * Reads RFC 3339 (seconds may be left out, a blank may stand for the T, no zone means Asia/Shanghai) and answers
 * `YYYY-MM-DDTHH:mm:ss[.SSS]Z`. Years 1900 to 2999; fractions below a millisecond are cut.
 */
export function parseInstant(value: unknown): Outcome<string> {
  const parts = typeof value === 'string' ? SHAPE.exec(value.trim()) : null
  const [date, hour, minute, second] = [parts?.[1], Number(parts?.[2]), Number(parts?.[3]), Number(parts?.[4] ?? 0)]
  const [offsetHours, offsetMinutes] = [Number(parts?.[8] ?? 0), Number(parts?.[9] ?? 0)]
  if (parts === null || !isLocalDate(date) || date < '1900' || date >= '3000') return notAnInstant(value)
  if (hour > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59) return notAnInstant(value)
  const zone = parts[6]
  const offset = (offsetHours * 60 + offsetMinutes) * (parts[7] === '-' ? -60_000 : 60_000)
  const fraction = Number((parts[5] ?? '').slice(0, 3).padEnd(3, '0'))
  const local = epochDay(date) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + fraction
  return done(instantAt(local - (zone === undefined ? SHANGHAI_MS : offset)))
}

/** Milliseconds since 1970-01-01T00:00:00Z of an instant `parseInstant` or `inShanghai` gave. */
export function epochMs(instant: string): number {
  const ms = instant.endsWith('Z') || instant.endsWith('+08:00') ? Date.parse(instant) : Number.NaN
  if (!Number.isNaN(ms)) return ms
  const parsed = parseInstant(instant)
  if (!parsed.ok) throw new RangeError(`not an instant: ${instant}`)
  return Date.parse(parsed.value)
}

/** The instant that many milliseconds after 1970-01-01T00:00:00Z. */
export function instantAt(ms: number): string {
  return `${wall(ms)}Z`
}

/** The day in Shanghai. */
export function dayOf(instant: string): LocalDate {
  return fromEpochDay(Math.floor(shanghaiMs(instant) / DAY_MS))
}

/** The Shanghai clock face; what is below a second is left out. */
export function shanghai(instant: string): ShanghaiTime {
  const seconds = Math.floor(shanghaiMs(instant) / 1000)
  const ofDay = ((seconds % 86_400) + 86_400) % 86_400
  const date = fromEpochDay(Math.floor(seconds / 86_400))
  return { date, hour: Math.floor(ofDay / 3600), minute: Math.floor(ofDay / 60) % 60, second: ofDay % 60 }
}

/** `2026-09-15 14:28`, Shanghai time. */
export function formatShanghai(instant: string): string {
  return wall(shanghaiMs(instant)).slice(0, 16).replace('T', ' ')
}

/** RFC 3339 with the offset of Shanghai: `2026-09-15T14:28:00+08:00`. */
export function inShanghai(instant: string): string {
  return fromShanghaiMs(shanghaiMs(instant))
}

/** Milliseconds from 1970-01-01T00:00 to what the Shanghai clock shows: days are whole multiples of 86 400 000. */
export function shanghaiMs(instant: string): number {
  return epochMs(instant) + SHANGHAI_MS
}

/** The inverse of `shanghaiMs`, written with the offset of Shanghai. */
export function fromShanghaiMs(ms: number): string {
  return `${wall(ms)}+08:00`
}

/** The instant at which a Shanghai clock shows that time of that day. */
export function atShanghai(date: LocalDate, hour: number, minute = 0, second = 0): string {
  return instantAt(epochDay(date) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 - SHANGHAI_MS)
}

function wall(ms: number): string {
  const day = Math.floor(ms / DAY_MS)
  const ofDay = ms - day * DAY_MS
  const [hour, minute] = [Math.floor(ofDay / 3_600_000), Math.floor(ofDay / 60_000) % 60]
  const [second, rest] = [Math.floor(ofDay / 1000) % 60, ofDay % 1000]
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`
  return `${fromEpochDay(day)}T${two(hour)}:${two(minute)}:${two(second)}${fraction}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function notAnInstant(value: unknown) {
  return refuse('not-an-instant', {
    zh: `“${String(value)}”不是一个可用的时刻；请写日期和时间，例如 2026-09-15 14:28（按北京时间）或 2026-09-15T14:28:00+08:00，年份在 1900 至 2999 之间`,
    en: `"${String(value)}" is not a usable moment; write day and time, such as 2026-09-15 14:28 (Beijing time) or 2026-09-15T14:28:00+08:00, years 1900 to 2999`,
  })
}

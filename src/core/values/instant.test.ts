import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, it } from 'vitest'
import {
  atShanghai,
  dayOf,
  epochMs,
  formatShanghai,
  fromShanghaiMs,
  inShanghai,
  instantAt,
  parseInstant,
  shanghai,
  shanghaiMs,
} from './instant.ts'
import { isLocalDate } from './local-date.ts'

const ms = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2999, 0, 1) })
const read = (text: unknown) => {
  const parsed = parseInstant(text)
  return parsed.ok ? parsed.value : parsed.refusal.code
}

describe('reading an instant', () => {
  it.each([
    ['2026-09-15T14:28:00+08:00', '2026-09-15T06:28:00Z'],
    ['2026-09-15T06:28:00Z', '2026-09-15T06:28:00Z'],
    ['2026-09-15t06:28:00z', '2026-09-15T06:28:00Z'],
    ['2026-09-14T22:58:30-07:30', '2026-09-15T06:28:30Z'],
    ['2026-09-15T06:28:00.1234567Z', '2026-09-15T06:28:00.123Z'],
    ['2026-09-15T06:28:00.5Z', '2026-09-15T06:28:00.500Z'],
    ['2026-01-01T03:00:00+08:00', '2025-12-31T19:00:00Z'],
  ])('takes RFC 3339: %s', (text, utc) => {
    expect(read(text)).toBe(utc)
  })

  it.each(['2026-09-15 14:28', '2026-09-15T14:28', '2026-09-15 14:28:00', ' 2026-09-15 14:28:00 '])(
    'takes %s without a zone as Shanghai time',
    (text) => {
      expect(read(text)).toBe('2026-09-15T06:28:00Z')
    },
  )

  it.each([
    '2026-09-15',
    '2026-02-29 10:00',
    '2026-09-15 24:00',
    '2026-09-15 10:60',
    '2026-09-15 10:00:60',
    '2026-09-15T10:00:00+24:00',
    '2026-09-15T10:00:00+0800',
    '0026-09-15 10:00',
    '3000-01-01 10:00',
    '昨天下午',
    '',
    20260915,
    null,
    undefined,
  ])('refuses %s', (text) => {
    expect(read(text)).toBe('not-an-instant')
  })

  it('agrees with Temporal on every instant and offset', () => {
    fc.assert(
      fc.property(ms, fc.integer({ min: -1439, max: 1439 }), (at, offset) => {
        const size = Math.abs(offset)
        const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
        const text = new Date(at + offset * 60_000).toISOString().replace('Z', zone)
        expect(epochMs(read(text))).toBe(Temporal.Instant.from(text).epochMilliseconds)
      }),
    )
  })
})

describe('showing an instant in Shanghai', () => {
  it('agrees with Temporal', () => {
    fc.assert(
      fc.property(ms, (at) => {
        const theirs = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Shanghai')
        const ours = instantAt(at)
        expect(dayOf(ours)).toBe(theirs.toPlainDate().toString())
        expect(shanghai(ours)).toEqual({
          date: theirs.toPlainDate().toString(),
          hour: theirs.hour,
          minute: theirs.minute,
          second: theirs.second,
        })
        expect(epochMs(read(inShanghai(ours)))).toBe(at)
        expect(fromShanghaiMs(shanghaiMs(ours))).toBe(inShanghai(ours))
      }),
    )
  })

  it('reads as people write it', () => {
    expect(formatShanghai('2026-09-15T06:28:59Z')).toBe('2026-09-15 14:28')
    expect(inShanghai('2026-12-31T16:00:00Z')).toBe('2027-01-01T00:00:00+08:00')
    expect(dayOf('2026-12-31T16:00:00Z')).toBe('2027-01-01')
    expect(dayOf('2026-12-31T15:59:59.999Z')).toBe('2026-12-31')
  })

  it('finds the instant of a clock face', () => {
    const date = '2026-09-15'
    expect(isLocalDate(date) && atShanghai(date, 14, 28)).toBe('2026-09-15T06:28:00Z')
    expect(isLocalDate(date) && atShanghai(date, 0)).toBe('2026-09-14T16:00:00Z')
  })

  it('throws on what is no instant: that is a bug of the caller', () => {
    expect(() => epochMs('soon')).toThrow(RangeError)
    expect(() => dayOf('2026-09-15')).toThrow(RangeError)
  })
})

describe('the zone of the process', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it.each(['America/New_York', 'Pacific/Apia', 'UTC'])('%s changes nothing, on the nights clocks change too', (tz) => {
    process.env.TZ = tz
    expect(read('2026-03-08 15:30')).toBe('2026-03-08T07:30:00Z')
    expect(formatShanghai('2026-11-01T05:30:00Z')).toBe('2026-11-01 13:30')
    expect(dayOf('2026-03-08T16:30:00Z')).toBe('2026-03-09')
  })
})

function two(value: number): string {
  return String(value).padStart(2, '0')
}

import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type DeadlineRule, deadlineRules } from '../values/deadline-rule.ts'
import { dayOf, epochMs, inShanghai, instantAt, parseInstant, shanghai } from '../values/instant.ts'
import { addDays, daysBetween } from '../values/local-date.ts'
import { dueAt } from './due.ts'
import { calendar } from './working-calendar.fixture.ts'
import { isWorkingDay, provisionalFrom } from './working-calendar.ts'

const instant = (text: string): string => {
  const parsed = parseInstant(text)
  if (!parsed.ok) throw new Error(parsed.refusal.text.en)
  return parsed.value
}
const due = (rule: DeadlineRule, n: number, start: string) => {
  const answer = dueAt({ rule, n, start: instant(start), calendar })
  return `${answer.due}${answer.provisional ? ' provisional' : ''}`
}
const told = (rule: DeadlineRule, n: number, start: string, lang: 'zh' | 'en' = 'zh') =>
  dueAt({ rule, n, start: instant(start), calendar }).steps.map((step) => step[lang])

describe('working days', () => {
  it.each([
    ['a plain week', 5, '2026-06-01 10:00', '2026-06-08'],
    ['a weekend start counts from Monday', 1, '2026-06-06 10:00', '2026-06-08'],
    ['the make-up Sunday counts, the mid-autumn days do not', 7, '2026-09-18 14:28', '2026-09-29'],
    ['the make-up Saturday is the last day', 3, '2026-10-07 23:59', '2026-10-10'],
    ['a start on a make-up Sunday is not counted either', 1, '2026-09-20 08:00', '2026-09-21'],
    ['a holiday start', 1, '2026-10-03 08:00', '2026-10-08'],
    ['over the leap day', 3, '2024-02-28 09:00', '2024-03-04'],
    ['the last announced day', 1, '2026-12-30 09:00', '2026-12-31'],
  ])('%s', (_title, n, start, day) => {
    expect(due('working-days', n, start)).toBe(`${day}T23:59:59+08:00`)
  })
})

describe('days and months', () => {
  it.each([
    ['days', 7, '2026-09-24 10:00', '2026-10-01'],
    ['days', 1, '2024-02-28 10:00', '2024-02-29'],
    ['days-rolled', 7, '2026-09-24 10:00', '2026-10-08'],
    ['days-rolled', 3, '2026-10-07 10:00', '2026-10-10'],
    ['days-rolled', 1, '2026-06-05 10:00', '2026-06-08'],
    ['days-rolled-holidays', 1, '2026-06-05 10:00', '2026-06-06'],
    ['days-rolled-holidays', 7, '2026-09-24 10:00', '2026-10-08'],
    ['days-rolled-holidays', 2, '2024-02-08 10:00', '2024-02-13'],
    ['months', 1, '2026-01-31 10:00', '2026-02-28'],
    ['months', 3, '2023-11-30 10:00', '2024-02-29'],
    ['months-rolled', 1, '2026-01-31 10:00', '2026-03-02'],
    ['months-rolled', 1, '2026-04-09 10:00', '2026-05-09'],
    ['months-rolled', 1, '2026-04-01 10:00', '2026-05-06'],
  ] as const)('%s: %i from %s', (rule, n, start, day) => {
    expect(due(rule, n, start)).toBe(`${day}T23:59:59+08:00`)
  })

  it('count from the Shanghai day of the start', () => {
    expect(due('days', 1, '2026-06-01T16:00:00Z')).toBe('2026-06-03T23:59:59+08:00')
    expect(due('days', 1, '2026-06-01T15:59:59Z')).toBe('2026-06-02T23:59:59+08:00')
  })
})

describe('hours', () => {
  it.each([
    ['hours', 48, '2026-09-30 20:15:30', '2026-10-02T20:15:30+08:00'],
    ['hours-9-21-working', 2, '2026-06-01 10:30', '2026-06-01T12:30:00+08:00'],
    ['hours-9-21-working', 1, '2026-06-01 20:00', '2026-06-01T21:00:00+08:00'],
    ['hours-9-21-working', 1, '2026-06-01 20:01', '2026-06-02T09:01:00+08:00'],
    ['hours-9-21-working', 1, '2026-06-05 21:00', '2026-06-08T10:00:00+08:00'],
    ['hours-9-21-working', 1, '2026-06-01 08:59:59', '2026-06-01T10:00:00+08:00'],
    ['hours-9-21-working', 12, '2026-09-25 10:00', '2026-09-28T21:00:00+08:00'],
    ['hours-9-21-working', 13, '2026-09-20 09:00', '2026-09-21T10:00:00+08:00'],
    ['hours-9-18-working', 9, '2026-06-05 12:00', '2026-06-08T12:00:00+08:00'],
    ['hours-9-18-working', 9, '2026-06-05 09:00', '2026-06-05T18:00:00+08:00'],
    ['hours-9-18-daily', 4, '2026-10-01 10:00', '2026-10-01T14:00:00+08:00'],
    ['hours-9-18-daily', 4, '2026-10-01 16:30', '2026-10-02T11:30:00+08:00'],
    ['hours-9-18-daily', 4, '2026-06-06 14:00', '2026-06-06T18:00:00+08:00'],
    ['hours-9-18-daily', 4, '2026-06-05 18:00', '2026-06-06T13:00:00+08:00'],
    ['hours-9-21-daily', 12, '2026-10-01 15:00', '2026-10-02T15:00:00+08:00'],
    ['hours-9-21-daily', 1, '2026-10-01 23:00', '2026-10-02T10:00:00+08:00'],
    ['hours-24-working', 12, '2026-06-05 18:00', '2026-06-08T06:00:00+08:00'],
    ['hours-24-working', 6, '2026-06-05 18:00', '2026-06-06T00:00:00+08:00'],
    ['hours-24-working', 12, '2026-09-19 10:00', '2026-09-20T12:00:00+08:00'],
  ] as const)('%s: %i from %s', (rule, n, start, end) => {
    expect(due(rule, n, start)).toBe(end)
  })
})

describe('a given day', () => {
  it('is itself the last, whatever kind of day it is', () => {
    const given = (start: string) => dueAt({ rule: 'given-day', start: instant(start), calendar })
    expect(given('2026-10-01 00:00')).toMatchObject({ due: '2026-10-01T23:59:59+08:00', provisional: false })
    expect(given('2027-02-06T16:00:00Z').due).toBe('2027-02-07T23:59:59+08:00')
    expect(given('2026-10-01 00:00').steps.map((step) => step.zh)).toEqual([
      '最后一天是定好的，不用推算。',
      '最后一天是2026年10月1日（周四），到当天 23:59:59 为止。',
    ])
  })
})

describe('a due that a coming notice may move', () => {
  it.each([
    ['working-days', 2, '2026-12-30 09:00', '2027-01-01'],
    ['days-rolled', 7, '2026-12-29 09:00', '2027-01-05'],
    ['days-rolled-holidays', 7, '2026-12-29 09:00', '2027-01-05'],
    ['months-rolled', 3, '2026-12-31 12:00', '2027-03-31'],
    ['working-days', 1, '2027-01-25 10:00', '2027-01-26'],
    ['working-days', 1, '2018-06-01 10:00', '2018-06-04'],
  ] as const)('%s: %i from %s is provisional', (rule, n, start, day) => {
    expect(due(rule, n, start)).toBe(`${day}T23:59:59+08:00 provisional`)
    expect(told(rule, n, start).at(-1)).toContain('年的放假安排')
  })

  it('is one whose counted hours reach into that year, and no other', () => {
    expect(due('hours-9-21-working', 2, '2026-12-31 20:00')).toBe('2027-01-01T10:00:00+08:00 provisional')
    expect(due('hours-9-21-working', 1, '2026-12-31 20:00')).toBe('2026-12-31T21:00:00+08:00')
    expect(due('hours-24-working', 4, '2026-12-31 20:00')).toBe('2027-01-01T00:00:00+08:00')
  })

  it.each(['days', 'months', 'hours', 'hours-9-18-daily', 'hours-9-21-daily'] as const)(
    'is never one of %s, which ask no calendar',
    (rule) => {
      expect(due(rule, 1, '2027-02-01 10:00')).not.toContain('provisional')
    },
  )
})

describe('the steps', () => {
  it('name the skipped holiday and weekend, the make-up day and the end', () => {
    expect(told('working-days', 7, '2026-09-18 14:28')).toEqual([
      '从2026年9月18日（周五）起算，当天不计，自次日起数 7 个工作日。',
      '跳过2026年9月25日（周五）至2026年9月27日（周日）（中秋节放假，3 天）。',
      '跳过周末共 1 天：2026年9月19日（周六）。',
      '2026年9月20日（周日）是国庆节调休上班日，按工作日计。',
      '第 7 个工作日是2026年9月29日（周二），到当天 23:59:59 为止。',
    ])
    expect(told('working-days', 7, '2026-09-18 14:28', 'en')).toEqual([
      'Counted from Fri 2026-09-18, that day left out: 7 working days.',
      'Skipped: Fri 2026-09-25 to Sun 2026-09-27 (Mid-Autumn Festival, 3 days).',
      'Skipped weekends, 1 day: Sat 2026-09-19.',
      'Sun 2026-09-20 is a make-up working day for National Day and counts.',
      'Working day number 7 is Tue 2026-09-29, until 23:59:59.',
    ])
  })

  it('say why a last day rolls, and why it does not', () => {
    expect(told('days-rolled', 7, '2026-09-24 10:00')).toContain('期满那天是2026年10月1日（周四），是休息日，顺延。')
    expect(told('months-rolled', 1, '2026-04-09 10:00').at(-1)).toContain('劳动节调休上班，不顺延')
    expect(told('days-rolled-holidays', 1, '2026-06-05 10:00').at(-1)).toContain('普通周末不顺延')
  })

  it('say from when hours are counted and which days are not', () => {
    expect(told('hours-9-21-working', 12, '2026-09-25 10:00')).toEqual([
      '只计工作日 9:00—21:00，共 12 小时。',
      '起点2026年9月25日（周五） 10:00不在计时时间内，自2026年9月28日（周一） 09:00开始计。',
      '跳过2026年9月25日（周五）至2026年9月27日（周日）（中秋节放假，3 天）。',
      '到2026年9月28日（周一） 21:00为止。',
    ])
  })

  it('stay readable over a year', () => {
    const steps = told('working-days', 250, '2025-01-01 10:00')
    expect(steps.length).toBeLessThan(15)
    expect(steps.join('').length).toBeLessThan(900)
  })
})

const clocks = fc.record({
  rule: fc.constantFrom(...deadlineRules),
  n: fc.integer({ min: 1, max: 400 }),
  start: fc.integer({ min: Date.UTC(2022, 11, 1), max: Date.UTC(2027, 5, 1) }).map(instantAt),
})
const at = (input: { rule: DeadlineRule; n: number; start: string }) => epochMs(dueAt({ ...input, calendar }).due)

describe('every clock', () => {
  it('runs out after it starts', () => {
    fc.assert(fc.property(clocks, (clock) => at(clock) > epochMs(clock.start)))
  })

  it('never runs out earlier for a longer period or a later start', () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 0, max: 40 * 86_400_000 }), (clock, ms) => {
        expect(at({ ...clock, n: clock.n + 1 })).toBeGreaterThanOrEqual(at(clock))
        expect(at({ ...clock, start: instantAt(epochMs(clock.start) + ms) })).toBeGreaterThanOrEqual(at(clock))
      }),
    )
  })

  it('ends on a working day where it counts or rolls to working days, and exactly n of them later', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const end = dayOf(instantAt(at({ ...clock, rule: 'working-days' })))
        const start = dayOf(clock.start)
        let counted = 0
        for (let i = 1; i <= daysBetween(start, end); i += 1)
          if (isWorkingDay(calendar, addDays(start, i))) counted += 1
        expect(counted).toBe(clock.n)
        for (const rule of ['working-days', 'days-rolled', 'months-rolled'] as const)
          expect(isWorkingDay(calendar, dayOf(instantAt(at({ ...clock, rule }))))).toBe(true)
      }),
    )
  })

  it('rolls no further than to the next working day, and past holidays no further than past days off', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const [days, holidays, rolled] = [
          at({ ...clock, rule: 'days' }),
          at({ ...clock, rule: 'days-rolled-holidays' }),
          at({ ...clock, rule: 'days-rolled' }),
        ]
        expect(days).toBeLessThanOrEqual(holidays)
        expect(holidays).toBeLessThanOrEqual(rolled)
        for (let end = days; end < rolled; end += 86_400_000)
          expect(isWorkingDay(calendar, dayOf(instantAt(end)))).toBe(false)
      }),
    )
  })

  it('ends within its hours of the day', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const end = shanghai(instantAt(at({ ...clock, rule: 'hours-9-18-working' })))
        const minutes = end.hour * 60 + end.minute
        expect(minutes >= 540 && minutes <= 1080 && isWorkingDay(calendar, end.date)).toBe(true)
      }),
    )
  })

  it('is certain when it ends before the first day without notice', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const answer = dueAt({ ...clock, calendar })
        if (dayOf(clock.start) >= '2023-01-01' && dayOf(answer.due) < provisionalFrom(calendar))
          expect(answer.provisional).toBe(false)
      }),
    )
  })

  it('explains itself in both languages', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const { steps } = dueAt({ ...clock, calendar })
        expect(steps.length).toBeGreaterThan(1)
        expect(steps.every((step) => step.zh !== '' && step.en !== '' && !/[一-龥]/.test(step.en))).toBe(true)
      }),
    )
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('throws for a period of %s: that is a bug', (n) => {
    expect(() => dueAt({ rule: 'days', n, start: '2026-06-01T00:00:00Z', calendar })).toThrow(RangeError)
  })
})

describe('the zone of the process', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Apia'])('%s changes no due', (tz) => {
    process.env.TZ = tz
    expect(due('hours-9-21-working', 12, '2026-03-07 20:00')).toBe('2026-03-09T21:00:00+08:00')
    expect(due('days', 1, '2026-10-31 23:30')).toBe('2026-11-01T23:59:59+08:00')
    expect(inShanghai(instant('2026-03-08 02:30'))).toBe('2026-03-08T02:30:00+08:00')
  })
})

describe('the way told', () => {
  it('names the first day, what was counted, and the end, for days and hours', () => {
    expect(told('days', 7, '2026-09-24 10:00')).toEqual([
      '从2026年9月24日（周四）起算，当天不计，自次日起数 7 天。',
      '最后一天是2026年10月1日（周四），到当天 23:59:59 为止。',
    ])
    expect(told('hours', 72, '2026-09-24 10:00')).toEqual([
      '从2026年9月24日（周四） 10:00起连续计 72 小时，不分工作日和休息日。',
      '到2026年9月27日（周日） 10:00为止。',
    ])
    expect(told('hours-9-21-daily', 20, '2026-09-24 10:00')).toEqual([
      '只计每天 9:00—21:00，共 20 小时。',
      '到2026年9月25日（周五） 18:00为止。',
    ])
  })

  it('says when counting had to wait for the opening, and only then', () => {
    expect(told('hours-9-21-daily', 1, '2026-09-24 08:00')).toHaveLength(3)
    expect(told('hours-9-21-daily', 1, '2026-09-24 09:00')).toHaveLength(2)
    expect(told('hours-9-21-daily', 1, '2026-09-24 21:00')[1]).toContain('2026年9月25日')
  })

  it('does not hold the day of the start itself against the calendar', () => {
    expect(due('working-days', 1, '2022-12-31 10:00')).toBe('2023-01-03T23:59:59+08:00')
    expect(due('days-rolled', 1, '2022-12-31 10:00')).toBe('2023-01-03T23:59:59+08:00')
    expect(due('working-days', 1, '2022-12-30 10:00')).toContain('provisional')
  })
})

import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { renderFeed } from './calendar.ts'

const now = '2026-11-20T02:00:00Z'
const clock = (more: object = {}) => ({
  caseId: 'c1',
  id: 'reply',
  who: 'consumer',
  what: '回应方案',
  due: '2026-11-21T15:59:59Z',
  provisional: false,
  title: '示例手表',
  ...more,
})

/** The feed as a client library reads it. */
function read(clocks: Parameters<typeof renderFeed>[0]) {
  const text = Buffer.from(renderFeed(clocks, now)).toString('utf8')
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { text, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) }
}

describe('the calendar feed', () => {
  it('is read by a calendar library: when, who, what, which case', () => {
    const { events, text } = read([clock(), clock({ id: 'late', provisional: true })])
    expect(events.map((event) => event.startDate.toJSDate().toISOString())).toEqual(
      Array(2).fill('2026-11-21T15:59:59.000Z'),
    )
    expect(events[0]).toMatchObject({ summary: expect.stringContaining('回应方案'), description: '示例手表' })
    expect(events[1]?.summary).toContain('暂定')
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2)
    expect(text).toContain('BEGIN:VALARM')
  })

  it('survives every text: what is read back is what was written, but for control characters', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'a,b;c\\n',
        'BEGIN:VEVENT\r\nEND:VEVENT',
        '\u202eevil',
        '长'.repeat(200),
        '👩‍👩‍👧‍👦'.repeat(30),
        '"',
        ':',
        '\t',
      ),
    )
    fc.assert(
      fc.property(text, text, (what, title) => {
        const { text: feed, events } = read([clock({ what, title }), clock({ id: 'next' })])
        expect(events).toHaveLength(2)
        for (const line of feed.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const kept = what
          .replace(/\r\n?/g, '\n')
          .replace(/[\p{Cc}\p{Cs}]/gu, (control) => (/[\n\t]/.test(control) ? control : ''))
        expect(events[0]?.summary).toContain(kept)
      }),
    )
  })
})

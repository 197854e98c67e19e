import { describe, expect, it } from 'vitest'
import { sampleAdvice, sampleCase, sampleDossier } from '../../core/documents/sample-case.fixture.ts'
import { renderCalendar } from './calendar.ts'

const [clock] = sampleAdvice().deadlines
const text = (advice = sampleAdvice(), kase = sampleCase()) =>
  Buffer.from(renderCalendar(sampleDossier(kase, advice))).toString('utf8')
const unfolded = (calendar: string) => calendar.replaceAll('\r\n ', '')

describe('the calendar file', () => {
  it('holds each open clock with who must act, in UTC, stamped with the given moment', () => {
    const calendar = unfolded(text())
    expect(calendar).toContain('DTSTART:20260327T100000Z')
    expect(calendar).toContain('DTSTAMP:20260325T020000Z')
    expect(calendar).toContain('SUMMARY:您：查看商家答复，必要时再催一次')
    expect(calendar).toContain('UID:sample.reply@youju')
    expect(calendar).toContain('TRIGGER:-P1D')
  })

  it('leaves out what is done and marks what is provisional', () => {
    const deadlines = [
      ...(clock ? [{ ...clock, id: 'a', status: 'done' as const }] : []),
      ...(clock ? [{ ...clock, id: 'b', who: 'seller', provisional: true }] : []),
    ]
    const calendar = unfolded(text(sampleAdvice({ deadlines })))
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(calendar).toContain('SUMMARY:商家：查看商家答复，必要时再催一次（暂定）')
    expect(calendar).not.toContain('VALARM')
  })

  it('ends every line with CR LF and never takes words for lines of its own', () => {
    const deadlines = clock ? [{ ...clock, what: 'a\r\nEND:VCALENDAR;x,y' }] : []
    const calendar = text(sampleAdvice({ deadlines }))
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(calendar.match(/^END:VCALENDAR/gm)).toHaveLength(1)
    expect(calendar.split('\r\n').every((line) => !line.includes('\n') && Buffer.byteLength(line) <= 75)).toBe(true)
  })
})

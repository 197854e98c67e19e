import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'
import { actors, openClocks } from '../../core/documents/blocks/clocks.ts'
import type { Dossier } from '../../core/documents/dossier.ts'
import { inert } from '../../core/documents/user-text.ts'
import { epochMs } from '../../core/values/instant.ts'

/**
 * The open clocks as a calendar file (RFC 5545): who must act, by when, how the day was counted. An entry keeps its
 * UID from one pack to the next, so that reading the file again mends it instead of doubling it.
 */
export function renderCalendar({ advice, kase, now }: Dossier): Uint8Array {
  const calendar = ical({
    name: `有据：${inert(kase.order.number ?? kase.id)}`,
    prodId: { company: 'youju', product: 'youju', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const deadline of openClocks(advice.deadlines)) {
    const due = new Date(epochMs(deadline.due))
    calendar.createEvent({
      id: `${idPart(kase.id)}.${idPart(deadline.id)}@youju`,
      stamp: new Date(epochMs(now)),
      start: due,
      end: due,
      summary: `${actors[deadline.who] ?? deadline.who}：${deadline.what}${deadline.provisional ? '（暂定）' : ''}`,
      description: [
        ...deadline.explain,
        ...(deadline.provisional ? ['跨过尚未公布放假安排的年份，日期暂定。'] : []),
      ].join('\n'),
      alarms: deadline.who === 'consumer' ? [{ type: ICalAlarmType.display, trigger: 24 * 3600 }] : [],
    })
  }
  return new TextEncoder().encode(`${calendar.toString()}\r\n`)
}

function idPart(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/g, (char) => (char.codePointAt(0) ?? 0).toString(16))
}

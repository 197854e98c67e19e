import ical, { ICalAlarmType, type ICalCalendar, ICalCalendarMethod } from 'ical-generator'
import { actors, openClocks } from '../../core/documents/blocks/clocks.ts'
import type { Dossier } from '../../core/documents/dossier.ts'
import { inert } from '../../core/documents/user-text.ts'
import { epochMs } from '../../core/values/instant.ts'

/** One clock as a calendar shows it. */
type Entry = {
  readonly caseId: string
  readonly id: string
  readonly who: string
  readonly what: string
  readonly due: string
  readonly provisional: boolean
  /** More lines for whoever opens the entry. */
  readonly about: readonly string[]
}

/**
 * The open clocks as a calendar file (RFC 5545): who must act, by when, how the day was counted. An entry keeps its
 * UID from one pack to the next, so that reading the file again mends it instead of doubling it.
 */
export function renderCalendar({ advice, kase, now }: Dossier): Uint8Array {
  const calendar = calendarNamed(`有据：${inert(kase.order.number ?? kase.id)}`)
  for (const { id, who, what, due, provisional, explain } of openClocks(advice.deadlines))
    addEntry(calendar, { caseId: kase.id, id, who, what, due, provisional, about: explain }, now)
  return bytesOf(calendar)
}

/**
 * The clocks of all cases, as a calendar application subscribes to them. It tells which case by its title and nothing
 * else of it: whoever holds the address can read along.
 */
export function renderFeed(
  clocks: readonly (Omit<Entry, 'about'> & { readonly title: string })[],
  now: string,
): Uint8Array {
  const calendar = calendarNamed('有据：期限').ttl(3600)
  for (const { title, ...clock } of clocks) addEntry(calendar, { ...clock, about: [inert(title)] }, now)
  return bytesOf(calendar)
}

function calendarNamed(name: string): ICalCalendar {
  return ical({
    name: plain(name),
    prodId: { company: 'youju', product: 'youju', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
}

function addEntry(
  calendar: ICalCalendar,
  { caseId, id, who, what, due, provisional, about }: Entry,
  now: string,
): void {
  const at = new Date(epochMs(due))
  const lines = [...about, ...(provisional ? ['跨过尚未公布放假安排的年份，日期暂定。'] : [])]
  calendar.createEvent({
    id: `${idPart(caseId)}.${idPart(id)}@youju`,
    stamp: new Date(epochMs(now)),
    start: at,
    end: at,
    summary: plain(`${actors[who] ?? who}：${what}${provisional ? '（暂定）' : ''}`),
    description: plain(lines.join('\n')),
    alarms: who === 'consumer' ? [{ type: ICalAlarmType.display, trigger: 24 * 3600 }] : [],
  })
}

/** Without the control characters and halves of characters that the format has no place for. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
}

function bytesOf(calendar: ICalCalendar): Uint8Array {
  return new TextEncoder().encode(`${calendar.toString()}\r\n`)
}

function idPart(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/g, (char) => (char.codePointAt(0) ?? 0).toString(16))
}

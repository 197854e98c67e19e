import type { Channel } from '../../knowledge/channel.ts'
import { atShanghai, formatShanghai, shanghai } from '../../values/instant.ts'
import { addDays } from '../../values/local-date.ts'
import { say, type Text } from '../../values/text.ts'
import type { World } from '../clocks/happening.ts'
import { verdictOf } from '../evaluate.ts'
import { type Calendar, isWorkingDay } from '../working-calendar.ts'

type Contact = Channel['contacts'][number]
type Hours = NonNullable<Contact['hours']>

/** When a door with these hours is next open, on the Shanghai clock and working calendar: now, or from that instant. */
export function opening(hours: Hours, now: string, calendar: Calendar): { open: true } | { open: false; from: string } {
  const { date, hour, minute } = shanghai(now)
  const clock = hour * 60 + minute
  const works = (day: typeof date) => hours.days === 'daily' || isWorkingDay(calendar, day)
  if (works(date) && clock >= minutes(hours.from) && clock < minutes(hours.to)) return { open: true }
  let day = works(date) && clock < minutes(hours.from) ? date : addDays(date, 1)
  while (!works(day)) day = addDays(day, 1)
  return { open: false, from: atShanghai(day, 0, minutes(hours.from)) }
}

/** `09:30` → 570, `24:00` → 1440. */
function minutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

/** Each phone with known hours, and whether it can be called now. Numbers of the guide alone are never named. */
export function phonesNow(channel: Channel, { facts, knowledge, now }: Omit<World, 'kase'>): string[] {
  return channel.contacts.flatMap(({ kind, value, hours, standing, when }) => {
    if (kind !== 'phone' || hours === undefined || standing === 'guide') return []
    if (when && verdictOf(when, facts) === false) return []
    const state = opening(hours, now, knowledge.calendar)
    const span = `${hours.from}–${hours.to}`
    return [say(state.open ? openNow(value, span) : opensAt(value, formatShanghai(state.from)), knowledge.lang)]
  })
}

function openNow(phone: string, span: string): Text {
  return { zh: `${phone} 现在可以打（${span}）`, en: `${phone} can be called now (${span})` }
}

function opensAt(phone: string, from: string): Text {
  return { zh: `${phone} 将于 ${from} 开放`, en: `${phone} opens at ${from}` }
}

import { timeRoles } from '../knowledge/library/field-role.ts'
import { atShanghai, dayOf } from '../values/instant.ts'
import { addDays, isLocalDate, type LocalDate } from '../values/local-date.ts'
import { cueBeside } from './cue.ts'
import type { Lexicon } from './lexicon.ts'
import type { ReadField } from './read-field.ts'

const clock =
  '(?<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?\\s?(?<hour>\\d{1,2})(?:[:：点时](?<minute>[0-5]\\d|半)?分?(?:[:：](?<second>[0-5]\\d)秒?)?)'
const full = '(?<year>20\\d{2})\\s?[-/.年]\\s?(?<month>\\d{1,2})\\s?[-/.月]\\s?(?<day>\\d{1,2})\\s?[日号]?'
const short = '(?<shortmonth>\\d{1,2})月(?<shortday>\\d{1,2})[日号]?'
const near = '(?<near>今天|今日|今早|今晚|昨天|昨日|昨晚|前天|大前天)'
const ago = '(?<ago>\\d{1,3}|[一二两三四五六七八九十]{1,2})天(?:之)?前'
const time = new RegExp(`(?<![\\d.])(?:${full}|${short}|${near}|${ago})(?:[t\\s]{0,2}${clock})?`, 'g')

const daysBack: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  今早: 0,
  今晚: 0,
  昨天: 1,
  昨日: 1,
  昨晚: 1,
  前天: 2,
  大前天: 3,
}
const small: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}

/** What happened stands after the day, with the shop or the goods between. */
const AFTER = 24

type Groups = Readonly<Record<string, string | undefined>>

/**
 * Days and instants in a text in plain form, with what happened then. A day without its year is the last such day; days
 * counted from today need `now`, without it they are left out.
 */
export function readTimes(plain: string, { cues }: Lexicon, now?: string): readonly ReadField[] {
  const ours = cues.filter(({ field }) => field === 'time')
  const matches = [...plain.matchAll(time)].map((match) => ({
    groups: match.groups ?? {},
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))
  return matches.flatMap((place): ReadField[] => {
    const day = dayIn(place.groups, now === undefined ? undefined : dayOf(now))
    if (day === undefined) return []
    const beside = cueBeside(plain, place, ours, { others: matches, after: AFTER })
    const role = timeRoles.find((known) => known === beside?.role) ?? 'unknown'
    const sure = place.groups.year !== undefined ? 1 : place.groups.ago === undefined ? 0.9 : 0.7
    const score = Math.round((beside?.score ?? 0.5) * sure * 100) / 100
    return [
      { field: 'time', role, value: instantIn(place.groups, day) ?? day, score, start: place.start, end: place.end },
    ]
  })
}

function dayIn(groups: Groups, today: LocalDate | undefined): LocalDate | undefined {
  const { year, month, day, shortmonth, shortday, near: word, ago: count } = groups
  if (year !== undefined) return dayOfParts(year, month, day)
  if (today === undefined) return undefined
  if (shortmonth !== undefined) {
    const thisYear = Number(today.slice(0, 4))
    const inYear = (of: number) => dayOfParts(String(of), shortmonth, shortday)
    const here = inYear(thisYear)
    return here !== undefined && here <= today ? here : inYear(thisYear - 1)
  }
  if (word !== undefined) return addDays(today, -(daysBack[word] ?? 0))
  return count === undefined ? undefined : addDays(today, -counted(count))
}

function counted(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [first = '', second] = Array.from(text)
  if (second === undefined) return small[first] ?? 0
  return first === '十' ? 10 + (small[second] ?? 0) : (small[first] ?? 0) * 10
}

function dayOfParts(year: string, month = '', day = ''): LocalDate | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(text) ? text : undefined
}

function instantIn({ part, hour, minute, second }: Groups, day: LocalDate): string | undefined {
  if (hour === undefined) return undefined
  const given = Number(hour)
  const isLate = (part === '下午' || part === '傍晚' || part === '晚上' || part === '晚') && given < 12
  const isNoon = part === '中午' && given < 11
  const of24 = isLate || isNoon ? given + 12 : given
  if (of24 > 23) return undefined
  return atShanghai(day, of24, minute === '半' ? 30 : Number(minute ?? 0), Number(second ?? 0))
}

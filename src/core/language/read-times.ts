import { type TimeRole, timeRoles } from '../knowledge/library/field-role.ts'
import { readNumber } from '../knowledge/lookup/written-number.ts'
import { atShanghai, dayOf } from '../values/instant.ts'
import { addDays, daysBetween, isLocalDate, type LocalDate } from '../values/local-date.ts'
import { cueBeside } from './cue.ts'
import type { Lexicon } from './lexicon.ts'
import type { ReadField } from './read-field.ts'

const clock =
  '(?<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?\\s?(?<hour>\\d{1,2})(?:[:：点时](?<minute>[0-5]\\d|半)?分?(?:[:：](?<second>[0-5]\\d)秒?)?)'
const full = '(?<year>20\\d{2})\\s?[-/.年]\\s?(?<month>\\d{1,2})\\s?[-/.月]\\s?(?<day>\\d{1,2})\\s?[日号]?'
const short = '(?<shortmonth>\\d{1,2})月(?<shortday>\\d{1,2})[日号]?'
/** `9.15` may be a price or a version: it counts only where a word right beside it says what happened. */
const bare = '(?<baremonth>1[0-2]|0?[1-9])[./](?<bareday>3[01]|[12]\\d|0?[1-9])(?![\\d./%元块折寸版万])'
const near = '(?<near>今天|今日|今早|今晚|昨天|昨日|昨晚|前天|大前天)'
const ago = '(?<ago>\\d{1,3}|[一二两三四五六七八九十]{1,3})天(?:之)?前'
const time = new RegExp(`(?<![\\d./¥])(?:${full}|${short}|${bare}|${near}|${ago})(?:[t\\s]{0,2}${clock})?`, 'g')

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
/** Of 昨晚8点 the word for the day tells the part of it. */
const partOf: Readonly<Record<string, string>> = { 今早: '早上', 今晚: '晚上', 昨晚: '晚上' }

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
    const beside = cueBeside(plain, place, ours, { others: matches, after: AFTER, labelsOnly: true })
    const role = timeRoles.find((known) => known === beside?.role) ?? 'unknown'
    const day = dayIn(place.groups, now === undefined ? undefined : dayOf(now), role)
    const isBare = place.groups.baremonth !== undefined
    if (day === undefined || (isBare && (beside === undefined || beside.score < 0.8))) return []
    const sure = place.groups.year !== undefined ? 1 : isBare || place.groups.ago !== undefined ? 0.7 : 0.9
    const score = Math.round((beside?.score ?? 0.5) * sure * 100) / 100
    return [
      { field: 'time', role, value: instantIn(place.groups, day) ?? day, score, start: place.start, end: place.end },
    ]
  })
}

function dayIn(groups: Groups, today: LocalDate | undefined, role: TimeRole): LocalDate | undefined {
  const { year, month, day, shortmonth = groups.baremonth, shortday = groups.bareday, near: word, ago: count } = groups
  if (year !== undefined) return dayOfParts(year, month, day)
  if (today === undefined) return undefined
  if (shortmonth !== undefined) return nearestDay(shortmonth, shortday, today, role)
  if (word !== undefined) return addDays(today, -(daysBack[word] ?? 0))
  const days = count === undefined ? undefined : readNumber(count)
  return days === undefined ? undefined : addDays(today, -days)
}

/** The last such day; of a promise the nearest one, which may be to come. */
function nearestDay(month: string, day: string | undefined, today: LocalDate, role: TimeRole): LocalDate | undefined {
  const year = Number(today.slice(0, 4))
  const days = [year - 1, year, year + 1].flatMap((of) => dayOfParts(String(of), month, day) ?? [])
  if (role !== 'promised') return days.findLast((one) => one <= today)
  const away = (one: LocalDate) => Math.abs(daysBetween(today, one))
  return [...days].sort((a, b) => away(a) - away(b))[0]
}

function dayOfParts(year: string, month = '', day = ''): LocalDate | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(text) ? text : undefined
}

function instantIn(
  { near: word = '', part = partOf[word], hour, minute, second }: Groups,
  day: LocalDate,
): string | undefined {
  if (hour === undefined) return undefined
  const given = Number(hour)
  const isLate = (part === '下午' || part === '傍晚' || part === '晚上' || part === '晚') && given < 12
  const isNoon = part === '中午' && given < 11
  const of24 = isLate || isNoon ? given + 12 : given
  if (of24 > 23) return undefined
  return atShanghai(day, of24, minute === '半' ? 30 : Number(minute ?? 0), Number(second ?? 0))
}

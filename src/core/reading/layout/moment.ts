import { atShanghai, dayOf, inShanghai, shanghai } from '../../values/instant.ts'
import { addDays, epochDay, isLocalDate, type LocalDate, weekdayOfEpochDay } from '../../values/local-date.ts'
import type { Inference, Precision } from '../page-reading.ts'

/** A moment as it stands on a page; what is absent was not shown. */
export type Moment = {
  readonly start: number
  readonly end: number
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** Days before the day the page was seen. */
  readonly back?: number
  readonly weekday?: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  /** A mark between the digits was missing or strange, or something was cut off. */
  readonly isOdd: boolean
  /** Of the year two digits are shown. */
  readonly isShort: boolean
}

export type Resolved = {
  readonly value: string
  readonly precision: Precision
  readonly inferred: readonly Inference[]
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const named = `(?<name>${months.join('|')})[a-z]{0,6}\\.?`
/** A day of one digit and the hour behind it, where no blank keeps them apart. */
const dayAndHour = '[1-9](?:[01]\\d|2[0-4])[:：]'
const dayOfMonth = `0\\d|(?!${dayAndHour})[1-3]\\d|\\d`
const date = [
  `(?<year>20\\d{2})\\s?(?<y1>[-/.年])\\s?(?<month>\\d{1,2})\\s?[-/.月]\\s?(?<day>${dayOfMonth})(?:\\s?(?<sun>日))?`,
  '(?<packed>20\\d{2}[01]\\d[0-3]\\d)(?=\\s|T|$)',
  `\\b${named}\\s?(?<day4>[0-3]?\\d),?\\s?(?<year4>20\\d{2})`,
  `(?<!\\d)(?<day5>[0-3]?\\d)\\s?${named.replace('name', 'name5')},?\\s?(?<year5>20\\d{2})`,
  // `26-11-02`, only with a clock: three numbers alone can be anything.
  '(?<![\\d.:/-])(?<year2>2\\d)(?<y2>[-/.])(?<month6>[01]\\d)\\k<y2>(?<day6>[0-3]\\d)(?=\\s?[0-2]\\d[:：])',
].join('|')
const shortDate =
  '(?<month2>\\d{1,2})\\s?月\\s?(?<day2>\\d{1,2})\\s?[日号]?|(?<![\\d.:/-])(?<month3>1[0-2]|0?[1-9])(?<dash>[-/])(?<day3>3[01]|[12]\\d|0?[1-9])(?:(?![\\d/%])|(?=[0-2]\\d[:：]\\d))'
const near = '(?<near>今天|今日|昨天|昨日|前天|刚刚|Today|Yesterday)'
const week = '(?:星期|周|礼拜)(?<week>[一二三四五六日天-])'
const clock =
  '(?<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|AM|PM)?\\s?(?<hour>[01]?\\d|2[0-4])(?<c1>\\s?[:：;.]\\s?|[时点])(?<minute>[0-5]\\d)分?(?:(?<c2>\\s?[:：;.]\\s?|(?=[0-5]\\d(?:\\D|$)))(?<second>[0-5]\\d)秒?)?(?:\\s?(?<ampm>AM|PM))?'
const pattern = new RegExp(
  `(?:(?:${date}|${shortDate}|${near}|${week})(?:\\s?\\(?(?:星期|周)[一二三四五六日天-]\\)?)?(?<gap>[\\sT,，|·]{0,3})(?:${clock.replaceAll('<', '<d')})?|(?<![\\d:.])${clock.replaceAll(';.]', ']')}(?![\\d.]))(?<tail>[:\\d]*)`
    .replaceAll('(?<d!', '(?<!')
    .replaceAll('(?<d=', '(?<='),
  'gi',
)

/**
 * Every moment in a line, as far as it is shown. `O` and `l` between digits are read as the digits they look like, the stroke of
 * 星期一 too where it came out as a hyphen.
 */
export function momentsIn(text: string): readonly Moment[] {
  const plain = text.replaceAll(/(?<=20\d\d[-/.]\d\d[-/.]\d\d)\|(?=\d\d:)/g, ' ')
  const fixed = plain
    .replaceAll(/(?<=[\d:/-])[Oo](?=[\d:/\s-]|$)/g, '0')
    .replaceAll(/(?<=\s)[Il|](?=\d:\d\d)/g, '1')
    .replaceAll(/(?<=[\d:/-])[Il|](?=[\d:/\s-]|$)/g, '1')
  return [...fixed.matchAll(pattern)].flatMap((match): Moment[] => {
    const { groups = {} } = match
    const get = (name: string) => groups[`d${name}`] ?? groups[name]
    const number = (value: string | undefined) => (value === undefined ? undefined : Number(value))
    const { packed, year2 } = groups
    const year = number(
      groups.year ??
        packed?.slice(0, 4) ??
        groups.year4 ??
        groups.year5 ??
        (year2 === undefined ? year2 : `20${year2}`),
    )
    const month =
      number(groups.month ?? groups.month2 ?? groups.month3 ?? groups.month6 ?? packed?.slice(4, 6)) ??
      monthNamed(groups.name ?? groups.name5)
    const days = [groups.day, groups.day2, groups.day3, groups.day4, groups.day5, groups.day6, packed?.slice(6)]
    const day = number(days.find((one) => one !== undefined))
    const hour = hourOf(number(get('hour')), get('part') ?? get('ampm'))
    // `3/5` alone is as likely a fraction, a count, a page.
    if (groups.dash !== undefined && hour === undefined) return []
    if (month !== undefined && (month < 1 || month > 12 || day === undefined || day < 1 || day > 31)) return []
    const marks = [get('c1'), get('c2')].filter((mark) => mark !== undefined)
    // `2026/11/215:33` may also be early on the twenty-first.
    const isRunOn = groups.day?.length === 1 && groups.sun === undefined && groups.gap === '' && hour !== undefined
    const isSpelled = /[时点]/.test(get('c1') ?? '')
    // `2026-03-1` was `2026-03-15`: who writes the month in two digits writes the day so.
    const isCut = /^[-/.]$/.test(groups.y1 ?? '') && groups.month?.length === 2 && groups.day?.length === 1
    const isOdd =
      isCut ||
      (groups.tail ?? '') !== '' ||
      fixed !== plain ||
      isRunOn ||
      marks.some((mark, i) => !/^(?:\s?[:：]\s?|[时点])$/.test(mark) && !(i === 1 && mark === '' && isSpelled))
    const back = backOf(groups.near)
    const weekday = groups.week === undefined ? undefined : Math.max(1, '一二三四五六日天'.indexOf(groups.week) + 1)
    const parts = {
      year,
      month,
      day,
      back,
      weekday: weekday === 8 ? 7 : weekday,
      hour,
      minute: number(get('minute')),
      second: number(get('second')),
    }
    const known = Object.entries(parts).filter(([, value]) => value !== undefined)
    const end = match.index + match[0].replace(/[\s,，|·]+$/, '').length
    return [{ start: match.index, end, isOdd, isShort: year2 !== undefined, ...Object.fromEntries(known) }]
  })
}

/** The moment of a text that holds little else. */
export function momentMostly(text: string): Moment | undefined {
  const [moment] = momentsIn(text)
  return moment !== undefined && moment.end - moment.start > text.length * 0.6 ? moment : undefined
}

/** The moment of a text that is nothing but one, but for a mark. */
export function momentAlone(text: string): Moment | undefined {
  const [moment] = momentsIn(text)
  return moment !== undefined && moment.end - moment.start >= text.length - 1 ? moment : undefined
}

function monthNamed(name: string | undefined): number | undefined {
  if (name === undefined) return undefined
  return months.findIndex((month) => month.toLowerCase() === name.toLowerCase()) + 1
}

function backOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  if (/昨|yesterday/i.test(word)) return 1
  return word === '前天' ? 2 : 0
}

function hourOf(hour: number | undefined, part: string | undefined): number | undefined {
  if (hour === undefined) return undefined
  const isLate = part !== undefined && /下午|傍晚|晚上|pm/i.test(part) && hour < 12
  const isNoon = part === '中午' && hour < 11
  if (part !== undefined && /凌晨|am/i.test(part) && hour === 12) return 0
  if (part === '晚上' && hour === 12) return 0
  return isLate || isNoon ? hour + 12 : hour === 24 ? 0 : hour
}

/** The moment as an instant or a day; undefined when the day does not exist or cannot be told without `seen`. */
export function resolved(moment: Moment, seen: string | undefined): Resolved | undefined {
  const today = seen === undefined ? undefined : dayOf(seen)
  const found = dayShown(moment, today)
  if (found === undefined) return undefined
  const { day, inferred } = found
  const { hour, minute, second } = moment
  if (hour === undefined || minute === undefined) return { value: day, precision: 'day', inferred }
  const value = inShanghai(atShanghai(day, hour, minute, second ?? 0))
  return { value, precision: second === undefined ? 'minute' : 'second', inferred }
}

/** The day a moment names, the last such day before the page was seen where the year is missing. */
export function dayShown(
  { year, isShort, month, day, back, weekday }: Moment,
  today: LocalDate | undefined,
): { readonly day: LocalDate; readonly inferred: readonly Inference[] } | undefined {
  if (month !== undefined && day !== undefined) {
    if (year !== undefined) return known(dayOfParts(year, month, day), isShort ? ['year'] : [])
    if (today === undefined) return undefined
    const now = Number(today.slice(0, 4))
    const days = [now - 1, now].flatMap((of) => dayOfParts(of, month, day) ?? [])
    return known(
      days.findLast((one) => one <= today),
      ['year'],
    )
  }
  if (today === undefined) return undefined
  if (back !== undefined) return known(addDays(today, -back), ['relative-day'])
  if (weekday === undefined) return undefined
  const ago = (weekdayOfEpochDay(epochDay(today)) - weekday + 7) % 7
  return known(addDays(today, -(ago === 0 ? 7 : ago)), ['weekday'])
}

function known(day: LocalDate | undefined, inferred: readonly Inference[]) {
  return day === undefined ? undefined : { day, inferred }
}

function dayOfParts(year: number, month: number, day: number): LocalDate | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isLocalDate(text) ? text : undefined
}

/** The minute of the day, when the clock is shown. */
export function minuteOfDay({ hour, minute }: Moment): number | undefined {
  return hour === undefined || minute === undefined ? undefined : hour * 60 + minute
}

/** `14:28` of an instant in Shanghai. */
export function clockOf(instant: string): string {
  const { hour, minute } = shanghai(instant)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

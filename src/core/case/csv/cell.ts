import { parseYuan } from '../../values/fen.ts'
import { atShanghai, parseInstant } from '../../values/instant.ts'
import { fromEpochDay, isLocalDate, type LocalDate } from '../../values/local-date.ts'
import { done, type Outcome, refuse } from '../../values/refusal.ts'

/** The text of a cell without what spreadsheets wrap around it: `="00123"`, a leading apostrophe, blanks. */
export function cellText(cell: string): string {
  const text = cell.replaceAll(/[\u200b-\u200f\u202a-\u202e\ufeff]/g, '').trim()
  const kept = /^="(.*)"$/s.exec(text)?.[1] ?? text
  return kept.replace(/^'/, '').trim()
}

/** `¥1,299.00`, `1299元`, `RMB 1299`, `人民币1299元整`: whole fen. */
export function amountCell(text: string): Outcome<number> {
  const plain = text
    .replace(/^(?:rmb|cny|人民币)\s*/i, '')
    .replace(/整$/, '')
    .replace(/\s*(?:rmb|cny|yuan)$/i, '')
  return parseYuan(plain)
}

/** A number that is a name, not a quantity. What a spreadsheet rounded cannot be had back. */
export function numberCell(text: string): Outcome<string> {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(plain))
    return refuse('number-rounded', {
      zh: `“${text}”是表格软件改写过的号码，后面几位已经丢了；请把这一列设为“文本”，对照原页面重新填写`,
      en: `"${text}" is a number the spreadsheet rewrote, its last digits are lost; set the column to Text and enter it again from the page`,
    })
  return done(plain.replace(/^(\d+)\.0+$/, '$1'))
}

/** Yes and no as people write them. */
export function yesNoCell(text: string): Outcome<boolean> {
  const plain = text.normalize('NFKC').toLowerCase()
  if (/^(?:是|自营|京东自营|对|有|yes|y|true|1|√|✓)$/.test(plain)) return done(true)
  if (/^(?:否|不是|非自营|第三方|第三方店铺|pop|不|无|no|n|false|0|×)$/.test(plain)) return done(false)
  return refuse('not-yes-or-no', {
    zh: `“${text}”看不出是不是自营；请填“自营”或“第三方”`,
    en: `"${text}" does not say whether it is the platform's own shop; write yes or no`,
  })
}

export function countCell(text: string): Outcome<number> {
  const count = /^(\d{1,7})(?:\.0+)?\s*(?:件|个|台|双|瓶|箱|套|部|盒)?$/.exec(text.normalize('NFKC'))
  if (count && Number(count[1]) >= 1) return done(Number(count[1]))
  return refuse('not-a-count', {
    zh: `“${text}”不是数量；请填 1 以上的整数`,
    en: `"${text}" is not a quantity; write a whole number from 1`,
  })
}

const day = /^(?<year>\d{4})\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})\s?日?(?<rest>.*)$/
const packed = /^(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})(?<rest>)$/
const western = /^(?<one>\d{1,2})[/.-](?<two>\d{1,2})[/.-](?<year>20\d{2})(?<rest>.*)$/
const clock =
  /^[t\s,]*(?:星期.\s*)?(?<part>上午|下午|晚上|凌晨|中午|am|pm)?\s*(?<hour>\d{1,2})[:：时点](?<minute>\d{1,2})分?(?:[:：]?(?<second>\d{1,2})(?:\.\d+)?秒?)?\s*(?<late>am|pm)?$/
/** Days since 1899-12-30 as spreadsheets count, within the years 2000 to 2099. */
const serial = { first: 36_526, last: 73_050, epoch: -25_569 }

/**
 * A day or an instant in the forms spreadsheets give: `2026/9/15`, `2026年9月15日 14:28`, `20260915`, `46280.6`,
 * `9/15/2026`. A day alone stays a day; midnight is how spreadsheets write one.
 */
export function timeCell(text: string): Outcome<string> {
  const plain = text.normalize('NFKC').toLowerCase().trim()
  const instant = /t.*(?:z|[+-]\d{2}:\d{2})$/.test(plain) ? parseInstant(plain.toUpperCase()) : undefined
  if (instant?.ok) return instant
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) return serialTime(text, Number(plain))
  const west = western.exec(plain)?.groups
  const parts = (day.exec(plain) ?? packed.exec(plain))?.groups ?? (west && inOrder(west))
  if (parts === undefined) return west ? ambiguous(text) : notATime(text)
  const date = `${parts.year}-${parts.month?.padStart(2, '0')}-${parts.day?.padStart(2, '0')}`
  if (!isLocalDate(date)) return notATime(text)
  const rest = (parts.rest ?? '').trim()
  if (rest === '') return done(date)
  const time = clock.exec(rest)?.groups
  return time === undefined ? notATime(text) : atClock(text, date, time)
}

type Groups = Readonly<Record<string, string | undefined>>

function atClock(text: string, date: LocalDate, { part, late, hour, minute, second }: Groups): Outcome<string> {
  const of = part ?? late
  const given = Number(hour)
  const isAfternoon = of === '下午' || of === '晚上' || of === 'pm' || (of === '中午' && given < 11)
  const of24 =
    isAfternoon && given < 12 ? given + 12 : (of === 'am' || of === '上午' || of === '凌晨') && given === 12 ? 0 : given
  const [m, s] = [Number(minute), Number(second ?? 0)]
  if (of24 > 23 || m > 59 || s > 59) return notATime(text)
  return done(of24 + m + s === 0 ? date : atShanghai(date, of24, m, s))
}

/** Month and day of a western date, where only one reading is a day. */
function inOrder({ one, two, year, rest }: Groups): Groups | undefined {
  const [a, b] = [Number(one), Number(two)]
  if (a <= 12 && b > 12) return { year, month: one, day: two, rest }
  if (b <= 12 && a > 12) return { year, month: two, day: one, rest }
  return a === b ? { year, month: one, day: two, rest } : undefined
}

function serialTime(text: string, count: number): Outcome<string> {
  if (count < serial.first || count >= serial.last + 1) return notATime(text)
  const date = fromEpochDay(Math.floor(count) + serial.epoch)
  const seconds = Math.round((count % 1) * 86_400)
  if (seconds === 0 || seconds === 86_400) return done(date)
  return done(atShanghai(date, Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60))
}

function ambiguous(text: string) {
  return refuse('time-ambiguous', {
    zh: `“${text}”分不清月和日；请写成 2026-09-15 或 2026-09-15 14:28`,
    en: `"${text}" can be read with either as the month; write 2026-09-15 or 2026-09-15 14:28`,
  })
}

function notATime(text: string) {
  return refuse('not-a-time', {
    zh: `“${text}”不是能用的日期；请写成 2026-09-15 或 2026-09-15 14:28（北京时间）`,
    en: `"${text}" is not a usable date; write 2026-09-15 or 2026-09-15 14:28 (Beijing time)`,
  })
}

import { civil, weekdayOfEpochDay } from '../values/local-date.ts'
import type { Text } from '../values/text.ts'
import { type Calendar, dayKind, yearRanges } from './working-calendar.ts'

/* The sentences with which `dueAt` explains itself. Days count from 1970-01-01, moments in Shanghai milliseconds. */

const DAY_MS = 86_400_000
/** Weekends named one by one up to here; a longer list tells nobody anything. */
const LISTED = 6
const zhDays = ['一', '二', '三', '四', '五', '六', '日']
const enDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The announced names of holidays, in English. */
const enHolidays: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
}

const units = {
  day: { zh: '天', en: 'day' },
  'working-day': { zh: '个工作日', en: 'working day' },
  month: { zh: '个月', en: 'month' },
} as const

export function counted(start: number, n: number, unit: keyof typeof units): Text {
  const [from, { zh, en }] = [dayText(start), units[unit]]
  return {
    zh: `从${from.zh}起算，当天不计，${unit === 'month' ? '满' : '自次日起数'} ${n} ${zh}。`,
    en: `Counted from ${from.en}, that day left out: ${several(n, en)}.`,
  }
}

export function lastDay(day: number): Text {
  const { zh, en } = dayText(day)
  return { zh: `最后一天是${zh}，到当天 23:59:59 为止。`, en: `The last day is ${en}, until 23:59:59.` }
}

/** The last day is the one that was given. */
export function given(): Text {
  return { zh: '最后一天是定好的，不用推算。', en: 'The last day is given, not reckoned.' }
}

export function lastWorkingDay(n: number, day: number): Text {
  const { zh, en } = dayText(day)
  return {
    zh: `第 ${n} 个工作日是${zh}，到当天 23:59:59 为止。`,
    en: `Working day number ${n} is ${en}, until 23:59:59.`,
  }
}

/** The last day needs no roll; a weekend or make-up day says why. */
export function stays(calendar: Calendar, day: number): Text {
  const [{ zh, en }, kind] = [dayText(day), dayKind(calendar, day)]
  if (kind.type === 'make-up') {
    const name = holiday(kind.name)
    return {
      zh: `最后一天是${zh}，因${name.zh}调休上班，不顺延，到当天 23:59:59 为止。`,
      en: `The last day is ${en}, a make-up working day for ${name.en}: no roll, until 23:59:59.`,
    }
  }
  if (kind.type === 'weekend') {
    return {
      zh: `最后一天是${zh}；这一期限只因法定节假日顺延，普通周末不顺延，到当天 23:59:59 为止。`,
      en: `The last day is ${en}; this period rolls past statutory holidays only, not past a plain weekend: until 23:59:59.`,
    }
  }
  return lastDay(day)
}

export function rolls(day: number): Text {
  const { zh, en } = dayText(day)
  return { zh: `期满那天是${zh}，是休息日，顺延。`, en: `It would end on ${en}, a day off, so it rolls on.` }
}

export function hoursOnEnd(start: number, n: number): Text {
  const { zh, en } = momentText(start)
  return {
    zh: `从${zh}起连续计 ${n} 小时，不分工作日和休息日。`,
    en: `Counted from ${en}: ${several(n, 'hour')} on end, days off included.`,
  }
}

export function windowed(n: number, window: { open: number; close: number; working: boolean }): Text {
  const hours = window.close - window.open === 24 ? '0:00—24:00' : `${window.open}:00—${window.close}:00`
  return {
    zh: `只计${window.working ? '工作日' : '每天'} ${hours}，共 ${n} 小时。`,
    en: `Only ${hours} on ${window.working ? 'working days' : 'every day'} is counted: ${several(n, 'hour')}.`,
  }
}

export function waits(start: number, begun: number): Text {
  const [from, to] = [momentText(start), momentText(begun)]
  return {
    zh: `起点${from.zh}不在计时时间内，自${to.zh}开始计。`,
    en: `The start, ${from.en}, is outside the counted time; counting begins at ${to.en}.`,
  }
}

export function ends(due: number): Text {
  const { zh, en } = momentText(due)
  return { zh: `到${zh}为止。`, en: `It ends at ${en}.` }
}

export function unannounced(years: readonly number[]): Text {
  const ranges = yearRanges(years)
  const zh = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from} 至 ${to}`)).join('、')
  const en = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ')
  return {
    zh: `没有 ${zh} 年的放假安排（尚未公布或未收录），暂按平常周末推算，日期可能变动，须以公布的通知为准。`,
    en: `There is no holiday notice for ${en} (not announced or not on file); reckoned with plain weekends, and the date may move once the notice is out.`,
  }
}

/** Which days from one to another are left out and why, and which weekend days count because they are worked. */
export function skipped(calendar: Calendar, from: number, to: number): readonly Text[] {
  const runs = offRuns(calendar, from, to)
  const weekends = runs.filter((run) => run.name === undefined)
  const told = runs.flatMap((run) => (run.name === undefined ? [] : [holidayText(run, run.name)]))
  if (weekends.length > 0) told.push(weekendText(weekends))
  for (let day = from; day <= to; day += 1) {
    const kind = dayKind(calendar, day)
    if (kind.type === 'make-up') told.push(makeUpText(day, kind.name))
  }
  return told
}

/** Neighbouring days off of one kind; `name` is the holiday's, absent for a plain weekend. */
type Run = { readonly from: number; to: number; readonly name: string | undefined }

function offRuns(calendar: Calendar, from: number, to: number): readonly Run[] {
  const runs: Run[] = []
  for (let day = from; day <= to; day += 1) {
    const kind = dayKind(calendar, day)
    if (kind.type === 'weekday' || kind.type === 'make-up') continue
    const name = kind.type === 'holiday' ? kind.name : undefined
    const last = runs.at(-1)
    if (last !== undefined && last.to === day - 1 && last.name === name) last.to = day
    else runs.push({ from: day, to: day, name })
  }
  return runs
}

function holidayText(run: Run, announced: string): Text {
  const [days, name, count] = [runText(run), holiday(announced), run.to - run.from + 1]
  return {
    zh: `跳过${days.zh}（${name.zh}放假，${count} 天）。`,
    en: `Skipped: ${days.en} (${name.en}, ${several(count, 'day')}).`,
  }
}

function weekendText(runs: readonly Run[]): Text {
  const count = runs.reduce((sum, run) => sum + run.to - run.from + 1, 0)
  const listed = runs.slice(0, LISTED).map(runText)
  const more = runs.length > LISTED
  return {
    zh: `跳过周末共 ${count} 天：${listed.map((text) => text.zh).join('、')}${more ? '等' : ''}。`,
    en: `Skipped weekends, ${several(count, 'day')}: ${listed.map((text) => text.en).join(', ')}${more ? ' and so on' : ''}.`,
  }
}

function makeUpText(day: number, announced: string): Text {
  const [{ zh, en }, name] = [dayText(day), holiday(announced)]
  return {
    zh: `${zh}是${name.zh}调休上班日，按工作日计。`,
    en: `${en} is a make-up working day for ${name.en} and counts.`,
  }
}

function runText(run: Run): Text {
  const [from, to] = [dayText(run.from), dayText(run.to)]
  if (run.from === run.to) return from
  return { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` }
}

function holiday(announced: string): Text {
  const names = announced.split('、').map((name) => enHolidays[name] ?? name)
  return { zh: announced, en: names.join(' and ') }
}

function dayText(count: number): Text {
  const [{ year, month, day }, weekday] = [civil(count), weekdayOfEpochDay(count) - 1]
  const iso = `${year}-${two(month)}-${two(day)}`
  return { zh: `${year}年${month}月${day}日（周${zhDays[weekday]}）`, en: `${enDays[weekday]} ${iso}` }
}

function momentText(ms: number): Text {
  const day = Math.floor(ms / DAY_MS)
  const seconds = Math.floor((ms - day * DAY_MS) / 1000)
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const clock = `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`
  const { zh, en } = dayText(day)
  return { zh: `${zh} ${clock}`, en: `${en} ${clock}` }
}

function several(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

import { isLocalDate } from '../../values/local-date.ts'
import { readNumber } from '../lookup/written-number.ts'

export type StatuteDays = { readonly published: string | null; readonly effective: string | null }

const written =
  /([0-9]{4}|[〇零一二三四五六七八九]{4}) ?(?:年|-|\.) ?([0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?(?:月|-|\.) ?([0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?日?/g
const takesEffect = /^[^，。；、0-9]{0,8}(?:施行|实施|生效)/
const isPublished = /^[^。；]{0,80}?(?:通过|修正|修订|修改|公布|发布|批准|颁布|令)/

/**
 * The days a statute names: in its head, when it was passed or last amended and when it takes effect; in its last articles,
 * when it takes effect. A day of effect before the newest amendment is that of the first text and says nothing of this one.
 * In the name of a file: the day of its text, as `民事诉讼法(2023-09-01)` or `…_20230901`.
 */
export function statuteDays(head: readonly string[], lastArticles: readonly string[], fileName: string): StatuteDays {
  const told = head.flatMap(daysIn)
  const named = nameDay(fileName)
  const passed = daysOf(told, 'published')
  const published = latest(named === undefined ? passed : [...passed, named]) ?? latest(daysOf(told, 'other')) ?? null
  const tail = daysOf(lastArticles.flatMap(daysIn), 'effective')
  const effective = latest(daysOf(told, 'effective')) ?? latest(tail)
  if (effective !== undefined && (published === null || effective >= published)) return { published, effective }
  const atOnce = lastArticles.some((text) => /自(?:公布|发布)之日起(?:施行|实施)/.test(text))
  const isFirst = passed.length <= 1 && !head.join('').includes('修')
  return { published, effective: atOnce && isFirst ? published : null }
}

type Told = { readonly day: string; readonly about: 'published' | 'effective' | 'other' }

/** A line of a head is no longer. */
const MOST_LINE = 2000

/** What a day is of is said by what follows it, up to the next. */
function daysIn(long: string): Told[] {
  const line = long.slice(0, MOST_LINE)
  const places = [...line.matchAll(written)]
  return places.flatMap((place, i): Told[] => {
    const day = dayOf(place[1], place[2], place[3])
    if (day === undefined) return []
    const rest = line.slice(place.index + place[0].length, places[i + 1]?.index)
    const before = line.slice(Math.max(0, place.index - 8), place.index)
    const about = takesEffect.test(rest) || /施行日期|生效日期|施行$/.test(before)
    return [{ day, about: about ? 'effective' : isPublished.test(rest) ? 'published' : 'other' }]
  })
}

function daysOf(told: readonly Told[], wanted: Told['about']): string[] {
  return told.flatMap(({ day, about }) => (about === wanted ? [day] : []))
}

function latest(days: readonly string[]): string | undefined {
  return [...days].sort().at(-1)
}

/** The day at the end of a file's name. */
export function nameDay(fileName: string): string | undefined {
  const [, year, month, day] =
    /[(（_-]([12][0-9]{3})-?([01][0-9])-?([0-3][0-9])[)）]?(?:\.[a-z]+)*$/i.exec(fileName) ?? []
  return dayOf(year, month, day)
}

function dayOf(...parts: readonly (string | undefined)[]): string | undefined {
  const [year, month, day] = parts.map((part) => readNumber(part ?? ''))
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isLocalDate(date) ? date : undefined
}

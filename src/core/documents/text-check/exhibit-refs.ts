import { readNumber } from '../../knowledge/lookup/written-number.ts'
import type { ReadField } from '../../language/read-field.ts'
import { numberExhibits } from '../exhibit-number.ts'
import { showing } from '../exhibit-showing.ts'
import { type Checked, type Found, placeOf } from './checked.ts'
import * as words from './text-check-words.ts'

const number = '[0-9]{1,3}|[一二三四五六七八九十]{1,3}'
/** `图1`, `证据三`, or several in a row: `图1、图4`. */
const refs = new RegExp(
  `(?:图|证据|附件)\\s?(?:${number})(?![\\d.年月日元件张份个项种])(?:[、,，和及至](?:图|证据|附件)?\\s?(?:${number})(?![\\d.年月日元件张份个项种]))*`,
  'g',
)
const single = new RegExp(number, 'g')

/** What stands before `（见图2）` in its sentence, as an exhibit may show it. */
const paths = {
  'order-number': 'order.number',
  'waybill-number': 'order.waybill',
  paid: 'order.paid',
  'paid-time': 'order.paid-at',
  signed: 'order.signed-at',
  shipped: 'order.shipped-at',
  cancelled: 'order.cancelled-at',
} as const

/** Exhibits that are referred to and are not there, and those said to show what only others show. */
export function exhibitRefs(checked: Checked): readonly Found[] {
  const numbered = numberExhibits(checked.kase)
  return [...checked.plain.matchAll(refs)].flatMap((match): Found[] => {
    const place = placeOf(match, checked)
    const named = [...match[0].matchAll(single)].map(([one]) => readNumber(one) ?? 0)
    const absent = named.find((one) => numbered[one - 1] === undefined)
    if (absent !== undefined)
      return [{ ...place, rule: 'no-such-exhibit', severity: 'error', ...words.noSuchExhibit(absent, numbered.length) }]
    const path = namedBefore(match.index, checked)
    const showers = path === undefined ? [] : showing(path, numbered)
    const cited = named.flatMap((one) => numbered[one - 1] ?? [])
    if (path === undefined || showers.length === 0 || cited.some(({ exhibit }) => showers.includes(exhibit.id)))
      return []
    const better = numbered.filter(({ exhibit }) => showers.includes(exhibit.id))
    return [{ ...place, rule: 'exhibit-shows-other', severity: 'advice', ...words.showsOther(cited, path, better) }]
  })
}

/** Nothing but this may stand between what an exhibit is called up for and its number. */
const leading = /^[\s，,、：:（()）元整]*(?:有|详见|参见|见|如)?[\s（(]*$/

const NEAR = 12

/** What is named right before a place is what an exhibit there is called up for. */
function namedBefore(at: number, { points, inPoints, fields }: Checked): string | undefined {
  const { end } = inPoints({ start: at, end: at })
  const beside = fields.filter(
    (field) => field.end <= end && end - field.end <= NEAR && leading.test(points.slice(field.end, end).join('')),
  )
  return beside.flatMap((field) => pathOf(field) ?? []).at(-1)
}

function pathOf(field: ReadField): string | undefined {
  const named =
    'role' in field ? (field.field === 'time' && field.role === 'paid' ? 'paid-time' : field.role) : field.field
  return Object.hasOwn(paths, named) ? paths[named as keyof typeof paths] : undefined
}

import { epochMs, formatShanghai, parseInstant } from '../values/instant.ts'
import { isLocalDate } from '../values/local-date.ts'
import { done, type Outcome, type Refusal, refuse } from '../values/refusal.ts'
import type { Text } from '../values/text.ts'
import type { Case } from './case.ts'

/** A refusal, or undefined when there is nothing to object to. `at` is the key as `case.yaml` writes it. */
export type Objection = { readonly ok: false; readonly refusal: Refusal } | undefined

const MOST_FEN = 1_000_000_000_000
const LONGEST_TEXT = 20_000

/** The events when no check objects; else every objection, the first one leading. */
export function admit<E>(checks: readonly Objection[], ...events: readonly E[]): Outcome<readonly E[]> {
  const refusals = checks.flatMap((check) => (check === undefined ? [] : [check.refusal]))
  const [first] = refusals
  if (first === undefined) return done(events)
  if (refusals.length === 1) return { ok: false, refusal: first }
  const text = { zh: refusals.map((r) => r.text.zh).join('\n'), en: refusals.map((r) => r.text.en).join('\n') }
  return { ok: false, refusal: { ...first, text, all: refusals } }
}

/** Text that must be there. */
export function needsText(value: string | undefined, at: string): Objection {
  if (value !== undefined && value.trim() !== '') return fitsText(value, at)
  return refuse('text-missing', { zh: `${at} 是空的，请写上内容`, en: `${at} is empty; write something there` }, at)
}

/** Text that may be absent but is not endless. */
export function fitsText(value: string | undefined, at: string): Objection {
  if (value === undefined || value.length <= LONGEST_TEXT) return undefined
  return refuse(
    'text-too-long',
    {
      zh: `${at} 有 ${value.length} 个字，最多 ${LONGEST_TEXT} 个；长文请存成文件放进 evidence/`,
      en: `${at} has ${value.length} characters, at most ${LONGEST_TEXT}; keep a long text as a file in evidence/`,
    },
    at,
  )
}

/** An instant in the canonical form of `parseInstant`. */
export function needsInstant(value: string | undefined, at: string): Objection {
  if (value === undefined) return undefined
  const parsed = parseInstant(value)
  if (!parsed.ok) return refuse(parsed.refusal.code, parsed.refusal.text, at)
  if (parsed.value === value) return undefined
  return refuse('not-in-utc', { zh: `${at} 应写成 ${parsed.value}`, en: `${at} must be written ${parsed.value}` }, at)
}

/** Something that has happened cannot lie after the instant it is recorded at. */
export function happened(value: string | undefined, recordedAt: string, at: string): Objection {
  if (value === undefined) return undefined
  const malformed = needsInstant(value, at)
  if (malformed !== undefined || epochMs(value) <= epochMs(recordedAt)) return malformed
  return refuse(
    'in-the-future',
    {
      zh: `${at} 是 ${formatShanghai(value)}，晚于现在（${formatShanghai(recordedAt)}）；请核对日期，或改用正确的 --now`,
      en: `${at} is ${formatShanghai(value)}, later than now (${formatShanghai(recordedAt)}); check the date, or give the right --now`,
    },
    at,
  )
}

/** Two things known to follow one another, compared to the minute because that is how they are often written down. */
export function follows(later: Named, earlier: Named, unless?: Text): Objection {
  if (later.instant === undefined || earlier.instant === undefined) return undefined
  if (!parseInstant(later.instant).ok || !parseInstant(earlier.instant).ok) return undefined
  if (minute(later.instant) >= minute(earlier.instant)) return undefined
  const [late, early] = [formatShanghai(later.instant), formatShanghai(earlier.instant)]
  const key = earlier.at === '' ? '' : `${earlier.at} `
  return refuse(
    'contradiction',
    {
      zh: `${later.zh}（${later.at} ${late}）早于${earlier.zh}（${key}${early}），两者矛盾；请对照页面改正其中一个${unless === undefined ? '' : `；${unless.zh}`}`,
      en: `${later.en} (${later.at} ${late}) is before ${earlier.en} (${key}${early}): they contradict each other; correct one of them from the page${unless === undefined ? '' : `; ${unless.en}`}`,
    },
    earlier.at === '' ? later.at : `${later.at}, ${earlier.at}`,
  )
}

export type Named = {
  readonly instant: string | undefined
  readonly at: string
  readonly zh: string
  readonly en: string
}

export function needsDay(value: string | undefined, at: string): Objection {
  if (value === undefined || isLocalDate(value)) return undefined
  return refuse('not-a-day', { zh: `${at}“${value}”不是日期`, en: `${at} "${value}" is not a day` }, at)
}

export function needsFen(value: number | undefined, at: string): Objection {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 0 && value <= MOST_FEN)) return undefined
  return refuse(
    'not-an-amount',
    { zh: `${at} 不是可用的金额（${value}）`, en: `${at} is not a usable amount (${value})` },
    at,
  )
}

/** A short name made of ASCII letters, digits, `.`, `_` and `-`. */
export function needsId(value: string, at: string): Objection {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(value)) return undefined
  return refuse(
    'not-an-id',
    {
      zh: `${at}“${value}”不能用作名称：只用英文字母、数字和 . _ -，以字母或数字开头，不超过 100 个`,
      en: `${at} "${value}" cannot be a name: use ASCII letters, digits and . _ - only, a letter or digit first, at most 100`,
    },
    at,
  )
}

export function oneOf(value: string, allowed: readonly string[], at: string): Objection {
  if (allowed.includes(value)) return undefined
  const list = allowed.join(', ')
  return refuse(
    'not-a-choice',
    { zh: `${at}“${value}”不在可选项中：${list}`, en: `${at} "${value}" is not one of: ${list}` },
    at,
  )
}

/** Exhibits referred to must be in the case and not withdrawn. */
export function needsExhibits(kase: Case, ids: readonly string[], at: string): Objection {
  const there = kase.evidence.filter((exhibit) => exhibit.withdrawn !== true).map((exhibit) => exhibit.id)
  const absent = ids.filter((id) => !there.includes(id))
  if (absent.length === 0) return undefined
  const have = there.length === 0 ? { zh: '还没有证据', en: 'there is none yet' } : undefined
  return refuse(
    'exhibit-unknown',
    {
      zh: `${at} 提到的证据 ${absent.join('、')} 不在证据中（现有：${have?.zh ?? there.join('、')}）；请先加入该证据或改正编号`,
      en: `${at} names exhibit ${absent.join(', ')}, which the case does not have (it has: ${have?.en ?? there.join(', ')}); add it or correct the number`,
    },
    at,
  )
}

/** The id given, or the next of that letter; ids of erased payloads are not given out again. */
export function idFor(kase: Case, given: string | undefined, letter: string, used: readonly string[]): string {
  if (given !== undefined) return given
  const erased = (kase.erasures ?? []).flatMap((erasure) => erasure.id ?? [])
  const numbers = [...used, ...erased].flatMap((id) => (id.startsWith(letter) ? Number(id.slice(letter.length)) : []))
  return `${letter}${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`
}

/** An id that is free, also of erased payloads. */
export function freeId(kase: Case, id: string, used: readonly string[], at: string): Objection {
  const taken = used.includes(id) || (kase.erasures ?? []).some((erasure) => erasure.id === id)
  if (!taken) return needsId(id, at)
  return refuse(
    'id-taken',
    { zh: `编号 ${id} 已经用过，请换一个`, en: `the id ${id} is already used; choose another` },
    at,
  )
}

function minute(instant: string): number {
  return Math.floor(epochMs(instant) / 60_000)
}

import { type AmountRole, amountRoles } from '../knowledge/library/field-role.ts'
import { readNumber } from '../knowledge/lookup/written-number.ts'
import { parseYuan } from '../values/fen.ts'
import { cueBeside } from './cue.ts'
import type { Lexicon } from './lexicon.ts'
import type { ReadField } from './read-field.ts'
import type { Span } from './span.ts'

const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,9}(?:\\.\\d{1,2})?'
/** With a sign or a unit; written in Chinese digits with a unit. */
const money = new RegExp(
  `[¥￥]\\s?(?<signed>${number})(?<signedwan>万)?|(?<![\\d.])(?<united>${number})\\s?(?<wan>万)?(?:元|块钱|块|圆|rmb|yuan)|(?<written>[一二两三四五六七八九十百千]{1,7})(?<writtenwan>万)?(?:元钱|元|块钱|块)(?!钱的|屏|表|布|板)`,
  'g',
)
/** A bare number counts only right after a word that names an amount. */
const bare = new RegExp(
  `(?<![\\d.\\-/:年月#])(?<bare>${number})(?![\\d.\\-/:年月日号点时分秒%％个件台瓶斤天次克寸gmkwx*×])`,
  'g',
)

/** Every sum of money in a text in plain form, with what it is: paid, offered as a refund or as compensation, and so on. */
export function readAmounts(plain: string, { cues }: Lexicon): readonly ReadField[] {
  const ours = cues.filter(({ field }) => field === 'amount')
  const marked = [...plain.matchAll(money)].map(placed)
  const alone = [...plain.matchAll(bare)].map(placed).filter((one) => !marked.some((other) => overlap(one, other)))
  const all = [...marked, ...alone]
  const fields = all.flatMap((place): ReadField[] => {
    const fen = fenOf(place.match.groups ?? {})
    if (fen === undefined || fen === 0) return []
    const beside = cueBeside(plain, place, ours, { others: all })
    const isBare = place.match.groups?.bare !== undefined
    if (isBare && (beside === undefined || beside.score < 0.8 || fen < 1000)) return []
    const named = amountRoles.find((known) => known === beside?.role)
    const role = named ?? (followsBuying(plain, place) ? 'paid' : 'unknown')
    const score = Math.round((beside?.score ?? (role === 'paid' ? 0.6 : 0.5)) * (isBare ? 0.8 : 1) * 100) / 100
    return [{ field: 'amount', role: asked(plain, place, role), value: fen, score, start: place.start, end: place.end }]
  })
  return fields.sort((a, b) => a.start - b.start)
}

/** `买的洗衣机，1899块，`: a sum alone in its clause, after one that tells of the buying. */
function followsBuying(plain: string, { start, end }: Span): boolean {
  const isAlone =
    /[，,]\s*$/.test(plain.slice(Math.max(0, start - 3), start)) &&
    /^\s*(?:[，。！？；,!?;\n]|$)/.test(plain.slice(end, end + 3))
  return isAlone && /(?:买|购|拍|下单)[^，。！？；,!?;\n]*[，,]\s*$/.test(plain.slice(Math.max(0, start - 40), start))
}

/** 要求…退 is the user's own demand even where 退 stands nearer to the sum. */
function asked(plain: string, { start }: { readonly start: number }, role: AmountRole): AmountRole {
  if (role !== 'refund-offered' && role !== 'compensation-offered') return role
  const clause = /[^，。！？；,!?;\n]*$/.exec(plain.slice(Math.max(0, start - 24), start))?.[0] ?? ''
  return /要求|请求|应该|应当|必须|我要|我想|希望/.test(clause) ? 'demanded' : role
}

function fenOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { signed, united, written, bare: alone } = groups
  const wan = (groups.signedwan ?? groups.wan ?? groups.writtenwan) === undefined ? '' : '万'
  if (written !== undefined) {
    const yuan = readNumber(written)
    return yuan === undefined ? undefined : yuan * 100 * (wan === '' ? 1 : 10_000)
  }
  const parsed = parseYuan(`${signed ?? united ?? alone ?? ''}${wan}`)
  return parsed.ok ? parsed.value : undefined
}

function placed(match: RegExpExecArray) {
  return { match, start: match.index, end: match.index + match[0].length }
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}

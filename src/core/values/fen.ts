import { done, type Outcome, refuse } from './refusal.ts'
import type { Text } from './text.ts'

/** Ten billion yuan: beyond it an amount is a slip of the finger. */
const MOST_FEN = 1_000_000_000_000

/**
 * Reads an amount in yuan as whole fen: `1299`, `1299.00`, `1,299.00`, `¥1299`, `1299元`, `1.5万`, full-width digits,
 * or a number. Refuses words, signs, parts of a fen and more than ten billion yuan.
 */
export function parseYuan(value: string | number): Outcome<number> {
  const text = halfWidth(String(value)).replaceAll(/\s/g, '')
  if (/^[-−–]/.test(text)) return no(value, { zh: '金额不能是负数', en: 'an amount cannot be negative' })
  const match = /^¥?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(万?)元?$/.exec(text)
  if (match === null) return no(value, { zh: '请用阿拉伯数字写金额', en: 'write the amount in digits' })
  const [, whole = '', decimals = '', wan] = match
  const places = wan === '万' ? 6 : 2
  if (decimals.length > places)
    return no(value, { zh: '金额最多到分（两位小数）', en: 'an amount has two decimals at most' })
  const fen = Number(whole.replaceAll(',', '')) * 10 ** places + Number(decimals.padEnd(places, '0'))
  if (fen > MOST_FEN) return no(value, { zh: '金额太大，请核对', en: 'the amount is too large, check it' })
  return done(fen)
}

/** `129900` → `1299.00`; yuan with two decimals, no grouping. */
export function formatYuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not whole fen: ${fen}`)
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Full-width forms as phones type them; nothing else is folded, so that `²` never becomes a digit. */
function halfWidth(text: string): string {
  return text.replaceAll(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)).replaceAll('￥', '¥')
}

function no(value: string | number, why: Text) {
  return refuse('not-an-amount', {
    zh: `“${value}”不是可用的金额：${why.zh}；例如 1299 或 1299.00（单位：元）`,
    en: `"${value}" is not a usable amount: ${why.en}; for example 1299 or 1299.00 (in yuan)`,
  })
}

import { parseYuan } from '../../values/fen.ts'
import type { Text } from '../../values/text.ts'
import { asDigits, type Parsed } from './parsed.ts'

/** A sign of money as it stands, or as recognisers see it. */
const sign = '[¥￥YV羊半]|RMB|CNY|人民币'
const amount = new RegExp(
  `^(?<minus>[-+]\\s?)?(?<sign>${sign})?\\s?(?<minus2>-\\s?)?(?<whole>\\d[\\dOoIl]{0,2}(?:[,.]\\s?\\d{3})+(?!\\d)|\\d[\\dOoIl]*)(?:\\s?[.·]\\s?(?<decimals>[\\dOo]{1,2})(?!\\d))?\\s?(?<wan>万)?(?<unit>元|圆)?(?<tail>.?)`,
  'i',
)

const noDecimals: Text = { zh: '没有看到小数点，请核对', en: 'no decimal point was seen; please check' }
const several: Text = { zh: '旁边还有别的金额', en: 'there is another amount beside it' }
const unclear: Text = {
  zh: '数字之间的符号不清楚，请核对',
  en: 'the marks between the digits are unclear; please check',
}

export type AmountReading = Parsed<number> & { readonly isSigned: boolean; readonly isNegative: boolean }

/** The amount a text begins with, in fen. Pieces side by side (`¥1299` `.00`) are one amount. */
export function readAmount(text: string, { isPicture }: { readonly isPicture: boolean }): AmountReading | undefined {
  const match = amount.exec(text.replace(/^[^\d¥￥\-+YV羊半R人]{0,2}(?=[¥￥\d])/, ''))
  const { minus, minus2, sign: marked, whole = '', decimals, wan, unit, tail = '' } = match?.groups ?? {}
  if (match === null || /[\d*%‰/:xX×年月日号件个天次分]/.test(tail)) return undefined
  const rest = text.slice(text.indexOf(match[0]) + match[0].length)
  if (marked === undefined && unit === undefined && /^\s?[-\d]/.test(rest)) return undefined
  // `1.299.00`: the first point stands for a comma.
  const isOdd = /[.OoIl]/.test(whole) || (decimals !== undefined && decimals.length === 1 && isPicture)
  const digits = asDigits(whole).replaceAll(/[,.\s]/g, '')
  const parsed = parseYuan(`${digits}${decimals === undefined ? '' : `.${asDigits(decimals)}`}${wan ?? ''}`)
  if (!parsed.ok || (digits.length > 1 && digits.startsWith('0'))) return undefined
  const isBare = decimals === undefined && wan === undefined
  const isMore = /[¥￥]\s?\d/.test(rest)
  const notes = [
    ...(isBare && isPicture ? [noDecimals] : []),
    ...(isMore ? [several] : []),
    ...(isOdd ? [unclear] : []),
  ]
  const bare = isBare && isPicture ? (unit === undefined ? 0.9 : 0.95) : 1
  return {
    value: parsed.value,
    fit:
      bare *
      (isMore ? 0.9 : 1) *
      (isOdd ? 0.85 : 1) *
      (marked === undefined && unit === undefined && isBare ? 0.95 : 1),
    notes,
    isSigned: marked !== undefined || unit !== undefined,
    isNegative: minus?.startsWith('-') === true || minus2 !== undefined,
  }
}

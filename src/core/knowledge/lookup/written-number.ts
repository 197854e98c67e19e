const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** A number as articles are counted, in Arabic or Chinese digits, as the inside of a regular expression. */
export const numberPattern = '[0-9]{1,4}|[零〇一二两三四五六七八九十百千]{1,9}'

/**
 * The whole number written `148`, `一百四十八` or `一四八`, from 0 to 9999; undefined for what is no number, such as `十百`
 * or `一百二百`.
 */
export function readNumber(text: string): number | undefined {
  if (/^[0-9]{1,4}$/.test(text)) return Number(text)
  const chars = Array.from(text)
  if (chars.length === 0) return undefined
  if (chars.every((char) => char in digits)) return chars.length > 4 ? undefined : chars.reduce(byPlace, 0)
  return byUnits(chars)
}

function byPlace(sum: number, char: string): number {
  return sum * 10 + (digits[char] ?? 0)
}

function byUnits(chars: readonly string[]): number | undefined {
  let [sum, above] = [0, 10_000]
  let digit: number | undefined
  for (const [at, char] of chars.entries()) {
    const unit = units[char]
    if (unit === undefined) {
      if (!(char in digits) || digit !== undefined) return undefined
      digit = digits[char] === 0 ? undefined : digits[char]
      continue
    }
    if (unit >= above || (digit === undefined && !(unit === 10 && at === 0))) return undefined
    sum += (digit ?? 1) * unit
    digit = undefined
    above = unit
  }
  return sum + (digit ?? 0)
}

import { readNumber } from '../knowledge/lookup/written-number.ts'

/** Counted things whose numbers laws write in Chinese and people in Arabic digits. */
const counted = /([零一二两三四五六七八九十百千]{1,7})(?=个?(?:工作日|小时|日|天|倍|年|月|元|成))/g

/** Makes texts alike that say the same in other letters. */
export type Evener = (text: string) => string

/**
 * Width, case, marks between words, 天 for 日 and the way a count is written do not matter, nor which of the words is used
 * that stand for each other (the first of each list stays). A number or a word in Latin letters is held together by bars.
 */
export function evener(same: readonly (readonly string[])[]): Evener {
  const first = new Map(same.flatMap(([kept = '', ...others]) => others.map((other) => [other, kept] as const)))
  const longestFirst = [...new Set(same.flat())].sort((a, b) => b.length - a.length)
  const words = longestFirst.length > 0 ? new RegExp(longestFirst.join('|'), 'g') : /(?!)/g
  return (text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(words, (word) => first.get(word) ?? word)
      .replaceAll(counted, (_whole, number: string) => String(readNumber(number) ?? number))
      .replaceAll(/(?<=[0-9]个?)天/g, '日')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .replaceAll(/[a-z]+|[0-9]+/g, '|$&|')
      .trim()
}

/**
 * The pieces by which texts are compared, of a text made even: characters, numbers and Latin words, and pairs of
 * neighbours; pairs do not reach over marks.
 */
export function unitsOf(even: string): readonly string[] {
  return even.split(' ').flatMap((run) => {
    const pieces = run.match(/\|[^|]+\||./gu) ?? []
    return [...pieces, ...pieces.slice(1).map((piece, i) => `${pieces[i]}${piece}`)]
  })
}

/** Whether a unit is one character and no pair. */
export function isSingle(unit: string): boolean {
  return Array.from(unit).length === 1
}

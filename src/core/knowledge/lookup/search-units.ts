import { readNumber } from './written-number.ts'

/** Counted things whose numbers laws write in Chinese and people in Arabic digits. */
const counted = /([零一二两三四五六七八九十百千]{1,7})(?=个?(?:工作日|小时|日|天|倍|年|月|元|成))/g

/**
 * The pieces by which texts are compared: single characters and digit or letter groups, and pairs of neighbours; pairs do
 * not reach over punctuation. Width, case, 天 for 日 and the way a count is written do not matter.
 */
export function searchUnits(text: string): readonly string[] {
  const even = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(counted, (_whole, number: string) => String(readNumber(number) ?? number))
    .replaceAll(/(?<=[0-9]个?)天/g, '日')
  return even.split(/[^\p{L}\p{N}]+/u).flatMap((run) => {
    const pieces = run.match(/[a-z]+|[0-9]+|./gu) ?? []
    return [...pieces, ...pieces.slice(1).map((piece, i) => `${pieces[i]}${piece}`)]
  })
}

/** Whether a unit is one character and no pair. */
export function isSingle(unit: string): boolean {
  return Array.from(unit).length === 1
}

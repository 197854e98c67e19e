import type { Text } from '../../values/text.ts'
import type { Inference, Precision } from '../page-reading.ts'

/** What a place on the page was read as: `fit` is how well it has the shape of what is looked for, 0 to 1. */
export type Parsed<T extends string | number = string | number> = {
  readonly value: T
  readonly fit: number
  readonly notes: readonly Text[]
  readonly precision?: Precision
  readonly inferred?: readonly Inference[]
  /** What else it could be. */
  readonly rival?: T
}

export const corrected: Text = {
  zh: '有字符像是认错了，已按数字改正，请核对',
  en: 'a character looked misread and was taken as a digit; please check',
}

export const split: Text = {
  zh: '号码分在几处，是否相连请核对',
  en: 'the number stands in several pieces; please check that they belong together',
}

/** Letters that recognisers take for digits, as the digits they stand for. */
export function asDigits(text: string): string {
  return text.replaceAll(/[OoQ]/g, '0').replaceAll(/[Il|]/g, '1')
}

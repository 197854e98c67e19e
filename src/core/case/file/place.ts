import { type Refusal, refuse } from '../../values/refusal.ts'
import type { Text } from '../../values/text.ts'

/** Where in `case.yaml` something stands: keys and list positions from the top. */
export type Path = readonly (string | number)[]

/** `order.items[0].price`; the top of the file is the empty text. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}

/** A fault with its place in front, in `at` and in the words: `case.yaml:12 order.items[0].price`. */
export function placed(code: string, text: Text, at: string): Refusal {
  return refuse(code, { zh: `${at}：${text.zh}`, en: `${at}: ${text.en}` }, at).refusal
}

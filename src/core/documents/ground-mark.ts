import { type NumberedExhibit, numbersText } from './exhibit-number.ts'
import type { Sentence } from './outline.ts'

/**
 * Writes into a sentence what it rests on: （见图1、图3） after what an exhibit shows, （本人陈述） after what only the
 * consumer says. The mark stands before the closing stop and outside of quoted words.
 */
export function markGround(sentence: Sentence, exhibits: readonly NumberedExhibit[]): Sentence {
  const { ground, text } = sentence
  if (ground.type !== 'exhibit' && ground.type !== 'statement') return sentence
  const mark = ground.type === 'exhibit' ? `（见${numbersText(exhibits, ground.ids)}）` : '（本人陈述）'
  const stop = /[。；]$/.exec(text)?.[0] ?? ''
  return { ...sentence, text: `${text.slice(0, text.length - stop.length)}${mark}${stop}` }
}

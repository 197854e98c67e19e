import type { Letter } from '../knowledge/letter.ts'
import { chineseNumber } from '../knowledge/provision-ref.ts'
import { type Dossier, dossierFor } from './dossier.ts'
import { sectionsOf } from './forms/section.ts'
import { harmsOf } from './harms.ts'
import { missingName, missingOf } from './missing.ts'
import type { Block, Missing, Outline, Withheld } from './outline.ts'
import { textSentence } from './template-text.ts'
import { type Built, usesOf } from './uses.ts'

export type Composed =
  | { readonly status: 'written'; readonly outline: Outline }
  | { readonly status: 'withheld'; readonly withheld: Withheld }

/**
 * Writes a paper from its template and the case, or says what is missing for it, or which words of it would harm the
 * writer. Nothing is written half.
 */
export function compose(letter: Letter, everything: Dossier): Composed {
  const dossier = dossierFor(letter, everything)
  const missing: Missing[] = [...missingOf(letter, dossier)]
  const parts: Built[] = letter.addressee === undefined ? [] : [addressee(letter, dossier, missing)]
  let count = 0
  for (const { heading, parts: built } of letter.sections.flatMap((one) =>
    sectionsOf(one, { letter, dossier, missing }),
  )) {
    if (built.every(({ blocks }) => blocks.length === 0)) continue
    if (heading !== undefined) {
      count += 1
      const number = letter.numbered ? `${chineseNumber(count)}、` : ''
      parts.push({ blocks: [{ type: 'heading', text: `${number}${heading}` }] })
    }
    parts.push(...built)
  }
  if (missing.length > 0) return { status: 'withheld', withheld: { id: letter.id, missing: eachOnce(missing) } }
  const outline: Outline = {
    id: letter.id,
    title: letter.title,
    blocks: parts.flatMap(({ blocks }) => blocks),
    uses: usesOf(parts),
    ...(letter.landscape ? { landscape: true } : {}),
    ...(letter.kind === 'form' ? { form: true } : {}),
    ...(letter.kind === 'overview' ? { onePage: true } : {}),
  }
  const harms = harmsOf(outline, letter, dossier)
  if (harms.length > 0) return { status: 'withheld', withheld: { id: letter.id, missing: eachOnce(harms) } }
  return { status: 'written', outline }
}

function addressee(letter: Letter, dossier: Dossier, missing: Missing[]): Built {
  const sentence = textSentence(dossier, {
    text: letter.addressee ?? '',
    ground: 'form',
    optional: false,
    join: false,
    note: false,
  })
  if (sentence === undefined) return { blocks: [] }
  if ('lacking' in sentence) {
    missing.push(...sentence.lacking.map((what) => missingName(what, letter, dossier)))
    return { blocks: [] }
  }
  const block: Block = { type: 'paragraph', sentences: [sentence], indent: false }
  return { blocks: [block] }
}

function eachOnce(missing: readonly Missing[]): readonly Missing[] {
  return missing.filter((one, i) => missing.findIndex((other) => other.what === one.what) === i)
}

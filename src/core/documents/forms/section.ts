import type { Letter } from '../../knowledge/letter.ts'
import type { LetterBlockPart, LetterPart, LetterText } from '../../knowledge/letters/letter-part.ts'
import { buildBlock } from '../blocks/build-block.ts'
import { exhibitList } from '../blocks/exhibit-list.ts'
import { addressed, type Dossier } from '../dossier.ts'
import { fill } from '../fill.ts'
import { missingName } from '../missing.ts'
import type { Missing, Sentence } from '../outline.ts'
import { textSentence } from '../template-text.ts'
import { type Built, usesOf } from '../uses.ts'
import { claimList } from './claim-list.ts'
import { type NamedRespondent, pathOf, valuesOf } from './respondents.ts'
import { rowsTable } from './rows-table.ts'

type Section = Letter['sections'][number]

/** What a paper is written with; `missing` gathers what its texts lack. */
export type Writing = {
  readonly letter: Letter
  readonly dossier: Dossier
  readonly missing: Missing[]
  /** Of whom a section is that is repeated for each. */
  readonly of?: NamedRespondent
}

export type BuiltSection = { readonly heading?: string; readonly parts: readonly Built[] }

/** A section of a paper, or one for each respondent: its heading and what stands below it. */
export function sectionsOf({ heading, each, parts }: Section, writing: Writing): readonly BuiltSection[] {
  const { dossier } = writing
  const writings = each === undefined ? [writing] : dossier.respondents.map((of) => about(of, writing))
  return writings.map((one) => ({
    ...(heading === undefined ? {} : { heading: fill(heading, (name) => one.dossier.values(name)?.text) }),
    parts: partsOf(parts, one),
  }))
}

/** The writing in which `{respondent.name}` is this respondent's. */
function about(of: NamedRespondent, writing: Writing): Writing {
  return { ...writing, of, dossier: { ...writing.dossier, values: valuesOf(of, writing.dossier.values) } }
}

function partsOf(parts: readonly LetterPart[], writing: Writing): Built[] {
  const { letter, dossier } = writing
  const built: Built[] = []
  let open: Sentence[] | undefined
  for (const part of parts) {
    const sentence = 'text' in part ? sentenceOf(part, writing) : undefined
    if (sentence && 'text' in part && part.join && open) open.push(sentence)
    else if (sentence && 'text' in part && part.note) built.push(noteOf(sentence))
    else if (sentence) {
      open = [sentence]
      built.push({ blocks: [{ type: 'paragraph', sentences: open, indent: true }] })
    } else if (!('text' in part)) {
      open = undefined
      if ('block' in part) built.push(buildBlock(part, addressedFor(part, dossier), letter))
      else if ('rows' in part) built.push(rowsTable(part, (cell) => partsOf(cell, writing)))
      else if ('exhibits' in part) built.push(exhibitList(part, dossier))
      else built.push(claimList(part, dossier))
    }
  }
  return built
}

function sentenceOf(part: LetterText, { letter, dossier, missing, of }: Writing): Sentence | undefined {
  const sentence = textSentence(dossier, part)
  if (sentence === undefined || !('lacking' in sentence)) return sentence
  const paths = sentence.lacking.map((name) =>
    of && name.startsWith('respondent.') ? pathOf(of.party, name.slice(11)) : name,
  )
  missing.push(...paths.map((what) => missingName(what, letter, dossier)))
  return undefined
}

/** A block may speak of what somebody else owes than the one addressed. */
function addressedFor({ of }: LetterBlockPart, dossier: Dossier): Dossier {
  return of === undefined ? dossier : addressed(dossier, { to: of })
}

/** A note has no sentences of its own: what it rests on is told beside it. */
function noteOf(sentence: Sentence): Built {
  const uses = usesOf([{ blocks: [{ type: 'paragraph', sentences: [sentence] }] }])
  return { blocks: [{ type: 'note', text: sentence.text }], uses }
}

import type { Knowledge } from '../knowledge/knowledge.ts'
import type { FieldCue, TellingSign } from '../knowledge/library/telling-words.ts'
import { phraseFinder } from './phrase-finder.ts'
import { anyOf, type Sets, sayingsPattern, setsOf } from './saying.ts'
import type { Span } from './span.ts'

/** A sign made ready to look for. */
export type Sign = Pick<TellingSign, 'say' | 'as' | 'strength'> & {
  readonly problem: string
  readonly unless: RegExp | undefined
}

/** A cue made ready: what it looks like before and after the value. */
export type Cue = Pick<FieldCue, 'field' | 'role'> & {
  readonly before: RegExp | undefined
  readonly after: RegExp | undefined
}

export type Lexicon = {
  /** The signs in a text in plain form, by place. */
  readonly signsIn: (plain: string) => readonly (Span & { readonly owner: Sign })[]
  readonly cues: readonly Cue[]
  readonly sets: Sets
  /** Kinds of goods by their names. */
  readonly goods: ReadonlyMap<string, string>
  /** Any name of goods, the longest first. */
  readonly goodsNamed: RegExp
  /** Denies what follows at once. */
  readonly denied: RegExp
  /** Makes what follows in the clause a supposition. */
  readonly supposed: RegExp
}

/** The words of a knowledge base, made ready once. */
export function lexiconOf({ language }: Pick<Knowledge, 'language'>): Lexicon {
  const known = ready.get(language)
  if (known) return known
  const sets = setsOf(language)
  const files = Object.values(language)
  const goods = new Map(
    files.flatMap((file) =>
      file.goods.flatMap(({ category, words }) => words.map((word) => [word.toLowerCase(), category] as const)),
    ),
  )
  const lexicon: Lexicon = {
    signsIn: phraseFinder(
      files.flatMap(({ problem, signs }) =>
        problem === undefined ? [] : signs.map((sign) => signOf(problem, sign, sets)),
      ),
      sets,
    ),
    cues: files.flatMap(({ cues }) => cues.map((cue) => cueOf(cue, sets))),
    sets,
    goods,
    goodsNamed: new RegExp(anyOf([...goods.keys()]), 'g'),
    denied: new RegExp(`${anyOf(sets.negator ?? [])}$`),
    supposed: new RegExp(anyOf(sets.supposing ?? [])),
  }
  ready.set(language, lexicon)
  return lexicon
}

const ready = new WeakMap<Knowledge['language'], Lexicon>()

function signOf(problem: string, { as, strength, say, unless }: TellingSign, sets: Sets): Sign {
  return {
    problem,
    say,
    as,
    strength,
    unless: unless.length === 0 ? undefined : sayingsPattern(unless, sets),
  }
}

function cueOf({ field, role, before, after }: FieldCue, sets: Sets): Cue {
  const ending = (sayings: readonly string[]) => (sayings.length === 0 ? undefined : sayingsPattern(sayings, sets))
  return { field, role, before: ending(before), after: ending(after) }
}

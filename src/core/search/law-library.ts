import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Law, Provision } from '../knowledge/law.ts'
import { type Found, versionsOf } from '../knowledge/provision-ref.ts'
import { type Shelf, shelfOf } from './fit.ts'
import { type HelpingText, helpingTexts } from './helping-texts.ts'
import { type Evener, evener } from './search-text.ts'

/** How much a word says where it stands in a provision. */
const weights = { title: 3, law: 0.5, grants: 1, details: 0.6 } as const
/** How far long texts count less. */
const LONG_PROVISION = 0.6
const LONG_HELP = 0.3

/** Texts that lead to provisions: of each, the provisions it names (their places in `entries`) and their rank there. */
type Guide = {
  readonly shelf: Shelf
  readonly leads: readonly (readonly (readonly [entry: number, rank: number])[])[]
}

/** All provisions of a knowledge base, and what leads to them, as texts made even. */
export type LawLibrary = {
  readonly even: Evener
  readonly entries: readonly Found[]
  readonly provisions: Shelf
  /** What the knowledge says that rests on provisions. */
  readonly helping: Guide
  /** What people ask for: all ways of asking together, and each by itself. */
  readonly asked: Guide & { readonly problems: readonly (string | undefined)[] }
  readonly ways: Guide
}

const libraries = new WeakMap<Knowledge['laws'], LawLibrary>()

/** The library of a knowledge base, put together once. */
export function lawLibrary(knowledge: Knowledge): LawLibrary {
  const known = libraries.get(knowledge.laws)
  if (known) return known
  const built = build(knowledge)
  libraries.set(knowledge.laws, built)
  return built
}

function build(knowledge: Knowledge): LawLibrary {
  const lists = Object.values(knowledge['search-words'])
  const even = evener(lists.flatMap(({ same }) => same))
  const entries = Object.values(knowledge.laws).flatMap((law) =>
    law.provisions.map((provision) => ({ law, provision })),
  )
  const places = new Map(entries.map(({ provision }, at) => [provision, at]))
  const guide = (texts: readonly HelpingText[]): Guide => ({
    shelf: shelfOf(
      texts.map(({ says }) => [{ text: even(says.join('。')), weight: 1 }]),
      LONG_HELP,
    ),
    leads: texts.map(({ refs }) =>
      refs.flatMap((ref, i) =>
        versionsOf(knowledge, ref).map(({ provision }) => [places.get(provision) ?? -1, i + 1] as const),
      ),
    ),
  })
  const asked = lists.flatMap((list) => list.asked)
  return {
    even,
    entries,
    provisions: shelfOf(
      entries.map(({ law, provision }) => fieldsOf(law, provision, even)),
      LONG_PROVISION,
    ),
    helping: guide([...helpingTexts(knowledge)].map(({ refs, says }) => ({ says, refs }))),
    asked: {
      ...guide(asked.map(({ refs, say }) => ({ refs, says: say }))),
      problems: asked.map(({ problem }) => problem),
    },
    ways: guide(asked.flatMap(({ refs, say }) => say.map((one) => ({ refs, says: [one] })))),
  }
}

function fieldsOf(law: Law, provision: Provision, even: Evener) {
  const { title, grants, conditions, limits, exceptions, proof, note } = provision
  const said = [conditions, limits, exceptions, proof].map(textOf)
  return [
    { text: even(title), weight: weights.title },
    { text: even(law.short[0] ?? law.title), weight: weights.law },
    { text: even(textOf(grants)), weight: weights.grants },
    { text: even([...said, note ?? ''].join('。')), weight: weights.details },
  ]
}

function textOf(said: Provision['grants'] | undefined): string {
  return said === undefined ? '' : typeof said === 'string' ? said : said.text
}

import type { Knowledge } from '../knowledge/knowledge.ts'
import type { CarrierWords, PageLabel, PageWords } from '../knowledge/library/page-words.ts'
import { anyOf, sayingsPattern } from '../language/saying.ts'

/** One way of writing a label. */
export type LabelWord = Pick<PageLabel, 'field' | 'strength' | 'on'> & { readonly say: string }

export type PageLexicon = {
  /** By their `labelKey`; several where the kind of the page decides. */
  readonly labels: ReadonlyMap<string, readonly LabelWord[]>
  /** Any label, the longest first. */
  readonly labelled: RegExp
  readonly carriers: readonly CarrierWords[]
  readonly carrierNamed: RegExp
  readonly kinds: readonly PageWords['kinds'][number][]
  readonly sets: Readonly<Record<string, readonly string[]>>
  readonly says: Readonly<Record<Said, RegExp>>
}

/** Sets whose words may stand anywhere in a line, with gaps in them. */
type Said =
  | 'notPlacedYet'
  | 'notPaidYet'
  | 'alreadyPaid'
  | 'placedSays'
  | 'placedNot'
  | 'signedSays'
  | 'signedNot'
  | 'shippedSays'
  | 'shippedNot'
  | 'shopEndings'

export type PageKnowledge = Pick<Knowledge, 'page-words'>

/** The words of pages, made ready once. */
export function pageLexiconOf(knowledge: PageKnowledge): PageLexicon {
  const words = knowledge['page-words']
  const known = ready.get(words)
  if (known) return known
  const files = Object.values(words)
  const labels = new Map<string, readonly LabelWord[]>()
  for (const { field, strength, on, say } of files.flatMap((file) => file.labels))
    for (const word of say) {
      const key = labelKey(word)
      labels.set(key, [...(labels.get(key) ?? []), { field, strength, on, say: word }])
    }
  const carriers = files.flatMap((file) => file.carriers)
  const sets = Object.fromEntries(
    files.flatMap((file) => Object.entries(file.sets).map(([name, set]) => [name, set.words] as const)),
  )
  const said = (name: Said) => new RegExp(sayingsPattern(sets[name] ?? [], {}).source || '(?!)')
  const lexicon: PageLexicon = {
    labels,
    labelled: new RegExp(anyOf([...labels.values()].flatMap(([word]) => word?.say ?? [])).replaceAll(' ', ' ?'), 'gi'),
    carriers,
    carrierNamed: new RegExp(anyOf(carriers.flatMap(({ name, also }) => [name, ...also])), 'gi'),
    kinds: files.flatMap((file) => file.kinds),
    sets,
    says: {
      notPlacedYet: said('notPlacedYet'),
      notPaidYet: said('notPaidYet'),
      alreadyPaid: said('alreadyPaid'),
      placedSays: said('placedSays'),
      placedNot: said('placedNot'),
      signedSays: said('signedSays'),
      signedNot: said('signedNot'),
      shippedSays: said('shippedSays'),
      shippedNot: said('shippedNot'),
      shopEndings: said('shopEndings'),
    },
  }
  ready.set(words, lexicon)
  return lexicon
}

/** A label in small letters and without the blanks that recognisers lose between English words. */
export function labelKey(said: string): string {
  return said.toLowerCase().replaceAll(' ', '')
}

const ready = new WeakMap<PageKnowledge['page-words'], PageLexicon>()

/** The carrier's usual name for any of the names it goes by. */
export function carrierName(text: string, { carriers }: PageLexicon): string | undefined {
  const small = text.toLowerCase()
  const named = carriers.find(({ name, also }) => [name, ...also].some((word) => word.toLowerCase() === small))
  return named?.name
}

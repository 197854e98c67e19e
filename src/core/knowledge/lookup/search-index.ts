import type { Knowledge } from '../knowledge.ts'
import type { Law, Provision } from '../law.ts'
import type { Found } from '../provision-ref.ts'
import { helpingTexts } from './helping-texts.ts'
import { isSingle, searchUnits } from './search-units.ts'

/** Where a text stands in a provision, and how much a word there says of it. */
const weights = { title: 3, law: 0.5, grants: 1, details: 0.6, helping: 1.2 } as const
type Field = keyof typeof weights
const fields: readonly Field[] = ['title', 'law', 'grants', 'details', 'helping']

/** Saturation of repeated words, and how far long texts count less (BM25F). */
const K = 1.2
const B = 0.6
/** A single character says less than a pair. */
const SINGLE = 0.3

export type SearchIndex = {
  readonly entries: readonly Found[]
  /** By unit: how telling it is, and the entries it stands in (their place in `entries`) with its saturated weight. */
  readonly units: ReadonlyMap<string, { readonly worth: number; readonly in: readonly Posting[] }>
}
type Posting = readonly [entry: number, weight: number]

const indexes = new WeakMap<Knowledge, SearchIndex>()

/** The index of a knowledge base, built once. */
export function searchIndex(knowledge: Knowledge): SearchIndex {
  const known = indexes.get(knowledge)
  if (known) return known
  const built = build(knowledge)
  indexes.set(knowledge, built)
  return built
}

function build(knowledge: Knowledge): SearchIndex {
  const entries = Object.values(knowledge.laws).flatMap((law) =>
    law.provisions.map((provision) => ({ law, provision })),
  )
  const helping = helpingTexts(knowledge)
  const texts = entries.map(({ law, provision }) => {
    const written = fieldTexts(law, provision, helping.get(provision) ?? [])
    return fields.map((field) => ({ field, units: written[field].flatMap(searchUnits) }))
  })
  const mean = fields.map((_, f) => texts.reduce((sum, text) => sum + (text[f]?.units.length ?? 0), 0) / texts.length)
  const postings = new Map<string, Posting[]>()
  for (const [entry, text] of texts.entries()) {
    const here = new Map<string, number>()
    for (const [f, { field, units }] of text.entries()) {
      const share = weights[field] / (1 - B + (B * units.length) / (mean[f] || 1))
      for (const unit of units) here.set(unit, (here.get(unit) ?? 0) + share)
    }
    for (const [unit, n] of here) {
      const row = postings.get(unit)
      if (row) row.push([entry, n / (K + n)])
      else postings.set(unit, [[entry, n / (K + n)]])
    }
  }
  const units = new Map<string, { worth: number; in: Posting[] }>()
  for (const [unit, row] of postings) {
    const rare = Math.log(1 + (entries.length - row.length + 0.5) / (row.length + 0.5))
    units.set(unit, { worth: rare * (isSingle(unit) ? SINGLE : 1), in: row })
  }
  return { entries, units }
}

function fieldTexts(law: Law, provision: Provision, helping: readonly string[]): Record<Field, readonly string[]> {
  const { title, grants, conditions, limits, exceptions, proof, note } = provision
  const said = (one: Provision['grants'] | undefined) =>
    one === undefined ? [] : [typeof one === 'string' ? one : one.text]
  return {
    title: [title],
    law: [law.short[0] ?? law.title],
    grants: said(grants),
    details: [...[conditions, limits, exceptions, proof].flatMap(said), ...(note ? [note] : [])],
    helping,
  }
}

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
  /** By unit: how telling it is, and the entries it stands in with its saturated weight. */
  readonly units: ReadonlyMap<string, { readonly worth: number; readonly in: readonly (readonly [number, number])[] }>
}

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
    const units = fieldTexts(law, provision, helping.get(provision) ?? [])
    return fields.map((field) => ({ field, units: units[field].flatMap(searchUnits) }))
  })
  const mean = fields.map((_, f) => texts.reduce((sum, text) => sum + (text[f]?.units.length ?? 0), 0) / texts.length)
  const tf = new Map<string, Map<number, number>>()
  for (const [entry, text] of texts.entries())
    for (const [f, { field, units }] of text.entries()) {
      const share = weights[field] / (1 - B + (B * units.length) / (mean[f] || 1))
      for (const unit of units) {
        const row = tf.get(unit) ?? new Map<number, number>()
        if (row.size === 0) tf.set(unit, row)
        row.set(entry, (row.get(entry) ?? 0) + share)
      }
    }
  const units = new Map(
    [...tf].map(([unit, row]) => {
      const rare = Math.log(1 + (entries.length - row.size + 0.5) / (row.size + 0.5))
      const worth = rare * (isSingle(unit) ? SINGLE : 1)
      return [unit, { worth, in: [...row].map(([entry, n]) => [entry, n / (K + n)] as const) }]
    }),
  )
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

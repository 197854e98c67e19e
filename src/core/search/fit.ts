import { isSingle } from './search-text.ts'

/** A text made even, and how much a word there says of its document. */
export type Field = { readonly text: string; readonly weight: number }

/** Documents of one kind: lists of the same fields in the same order. */
export type Shelf = {
  readonly documents: readonly (readonly Field[])[]
  /** How far long texts count less, 0 to 1. */
  readonly lengthMatters: number
  /** Of each field, in characters. */
  readonly meanLengths: readonly number[]
}

/** Saturation of repeated words (BM25F). */
const K = 1
/** A single character says less than a pair. */
const SINGLE = 0.4

export function shelfOf(documents: Shelf['documents'], lengthMatters: number): Shelf {
  const meanLengths = (documents[0] ?? []).map(
    (_, f) => documents.reduce((sum, fields) => sum + (fields[f]?.text.length ?? 0), 0) / documents.length || 1,
  )
  return { documents, lengthMatters, meanLengths }
}

/**
 * How well each document (its place) fits the units, each with its share. Single characters only add to what pairs have
 * found, unless nothing else is asked. Nothing is kept: a question has few units, and looking for them is cheaper than an
 * index of all there are.
 */
export function fits(asked: ReadonlyMap<string, number>, shelf: Shelf): Map<number, number> {
  const scores = new Map<number, number>()
  const pairsFirst = [...asked].sort(([a], [b]) => Number(isSingle(a)) - Number(isSingle(b)))
  const hasPairs = pairsFirst.some(([unit]) => !isSingle(unit))
  for (const [unit, share] of pairsFirst) {
    const found = weightsOf(unit, shelf)
    const rare = Math.log(1 + (shelf.documents.length - found.length + 0.5) / (found.length + 0.5))
    const worth = rare * share * (isSingle(unit) ? SINGLE : 1)
    for (const [at, weight] of found) {
      const before = scores.get(at)
      if (before === undefined && hasPairs && isSingle(unit)) continue
      scores.set(at, (before ?? 0) + weight * worth)
    }
  }
  return scores
}

/** The documents a unit stands in, with its saturated weight there. */
function weightsOf(unit: string, { documents, lengthMatters, meanLengths }: Shelf): [at: number, weight: number][] {
  const found: [number, number][] = []
  for (const [at, fields] of documents.entries()) {
    let n = 0
    for (const [f, { text, weight }] of fields.entries()) {
      const times = countOf(unit, text)
      if (times > 0) n += (times * weight) / (1 - lengthMatters + (lengthMatters * text.length) / (meanLengths[f] ?? 1))
    }
    if (n > 0) found.push([at, n / (K + n)])
  }
  return found
}

function countOf(unit: string, text: string): number {
  let times = 0
  for (let from = text.indexOf(unit); from >= 0; from = text.indexOf(unit, from + unit.length)) times += 1
  return times
}

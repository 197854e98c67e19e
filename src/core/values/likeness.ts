/** How alike two texts are: shares of character pairs, 0 to 1. */
export type Likeness = {
  /** Pairs in both, of the pairs in either. */
  readonly jaccard: number
  /** Pairs in both, of the pairs in the shorter text. */
  readonly containment: number
  /** Distinct pairs in the shorter text. */
  readonly pairs: number
}

/**
 * Compares two texts by their distinct pairs of neighbouring letters and digits, after folding width and case and
 * leaving out blanks and punctuation: re-spacing and re-punctuating a text does not make it another one.
 */
export function likeness(one: string, other: string): Likeness {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  const fewer = Math.min(a.size, b.size)
  const either = a.size + b.size - shared
  return {
    jaccard: either === 0 ? 0 : shared / either,
    containment: fewer === 0 ? 0 : shared / fewer,
    pairs: fewer,
  }
}

function pairsOf(text: string): ReadonlySet<string> {
  const marks = Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  )
  const pairs = new Set<string>()
  for (let at = 1; at < marks.length; at += 1) pairs.add(`${marks[at - 1]}${marks[at]}`)
  return pairs
}

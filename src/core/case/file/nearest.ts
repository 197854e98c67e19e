/** The word most like `word`, if it is near enough to be what was meant: at most a third of its letters differ. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  const best = ranked[0]
  if (best === undefined || best.far > Math.max(2, Math.floor(Math.max(word.length, best.candidate.length) / 3)))
    return undefined
  return best.candidate
}

/** Edits (insert, delete, replace, swap of neighbours) from one word to the other; words beyond 60 letters are cut. */
function distance(one: string, other: string): number {
  const [a, b] = [Array.from(one).slice(0, 60), Array.from(other).slice(0, 60)]
  let [twoAbove, above]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (twoAbove[j - 2] ?? 0) + 1 : 99
      row.push(Math.min(replaced, swapped, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    ;[twoAbove, above] = [above, row]
  }
  return above[b.length] ?? 0
}

/**
 * The known name the typed one was most likely meant to be, by the least number of letters to add, drop, change or
 * swap (restricted Damerau–Levenshtein); undefined when none is within a third of the longer name (but at least one).
 * Names are compared by their first 60 characters.
 */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  let best: { name: string; steps: number } | undefined
  for (const name of known) {
    const steps = editSteps(typed.toLowerCase(), name.toLowerCase())
    const most = Math.max(1, Math.floor(Math.max(typed.length, name.length) / 3))
    const within = steps <= most && steps < name.length
    if (within && (best === undefined || steps < best.steps)) best = { name, steps }
  }
  return best?.name
}

function editSteps(one: string, other: string): number {
  const [a, b] = [letters(one), letters(other)]
  let before: readonly number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = cell(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(cell(above, j) + 1, cell(row, j - 1) + 1, change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, cell(before, j - 2) + 1)
      row.push(least)
    }
    before = above
    above = row
  }
  return cell(above, b.length)
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY
}

function letters(name: string): readonly string[] {
  return Array.from(name.slice(0, 120)).slice(0, 60)
}

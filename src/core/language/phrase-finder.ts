import { patternsByFirst, type Sets } from './saying.ts'
import type { Span } from './span.ts'

/**
 * Finds the sayings of many owners in one walk over a text in plain form, by place: at each character only those are
 * tried that begin with it. Of one owner what is found does not overlap. Time grows with the length of the text, whatever
 * it holds.
 */
export function phraseFinder<Owner extends { readonly say: readonly string[] }>(
  owners: readonly Owner[],
  sets: Sets,
): (plain: string) => readonly (Span & { readonly owner: Owner })[] {
  const byFirst = new Map<number, { readonly owner: Owner; readonly pattern: RegExp }[]>()
  for (const owner of owners)
    for (const [first, patterns] of allByFirst(owner.say, sets)) {
      const tried = byFirst.get(first) ?? []
      byFirst.set(first, tried)
      tried.push({ owner, pattern: new RegExp(patterns.join('|'), 'y') })
    }
  return (plain) => {
    const found: (Span & { readonly owner: Owner })[] = []
    const until = new Map<Owner, number>()
    for (let start = 0; start < plain.length; start += 1)
      for (const { owner, pattern } of byFirst.get(plain.charCodeAt(start)) ?? none) {
        pattern.lastIndex = start
        if ((until.get(owner) ?? 0) > start || !pattern.test(plain)) continue
        found.push({ start, end: pattern.lastIndex, owner })
        until.set(owner, pattern.lastIndex)
      }
    return found
  }
}

const none: readonly never[] = []

/** The longest sayings first. */
function allByFirst(say: readonly string[], sets: Sets): ReadonlyMap<number, readonly string[]> {
  const byFirst = new Map<number, string[]>()
  for (const saying of [...say].sort((a, b) => b.length - a.length))
    for (const [first, pattern] of patternsByFirst(saying, sets))
      byFirst.set(first, [...(byFirst.get(first) ?? []), pattern])
  return byFirst
}

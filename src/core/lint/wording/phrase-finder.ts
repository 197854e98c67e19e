import { type Sets, sayingPattern } from '../../language/saying.ts'
import type { Span } from '../../language/span.ts'

/**
 * Finds the sayings of many owners in one walk over a text in plain form: at each character only those are tried that
 * begin with it. Sayings do not begin with a gap. Time grows with the length of the text, whatever it holds.
 */
export function phraseFinder<Owner extends { readonly say: readonly string[] }>(
  owners: readonly Owner[],
  sets: Sets,
): (plain: string) => readonly (Span & { readonly owner: Owner })[] {
  const byFirst = new Map<number, { readonly owner: Owner; readonly pattern: RegExp }[]>()
  for (const owner of owners)
    for (const [first, patterns] of patternsByFirst(owner.say, sets)) {
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

function patternsByFirst(say: readonly string[], sets: Sets): ReadonlyMap<number, readonly string[]> {
  const byFirst = new Map<number, string[]>()
  for (const saying of [...say].sort((a, b) => b.length - a.length)) {
    const set = /^\{([a-z]+)\}/.exec(saying)?.[1]
    const beginnings = set === undefined ? [saying] : (sets[set] ?? [])
    for (const first of new Set(beginnings.map((word) => word.toLowerCase().charCodeAt(0)))) {
      const patterns = byFirst.get(first) ?? []
      byFirst.set(first, patterns)
      patterns.push(wholeWords(saying, sayingPattern(saying, sets)))
    }
  }
  return byFirst
}

/** Latin letters are looked for as words: `sb` is not in `usb`. */
function wholeWords(saying: string, pattern: string): string {
  const [before, after] = [/^[a-z0-9]/i.test(saying), /[a-z0-9]$/i.test(saying)]
  return `${before ? '(?<![a-z0-9])' : ''}${pattern}${after ? '(?![a-z0-9])' : ''}`
}

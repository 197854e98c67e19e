import type { PageLexicon } from '../page-lexicon.ts'
import type { Speaker } from './chat-line.ts'

/**
 * Whose name it is. Of two names, when one is known the other is the other side's counterpart; with more, each must be
 * known by itself.
 */
export function speakersOf(shown: Iterable<string>, lexicon: PageLexicon): ReadonlyMap<string, Speaker> {
  const names = [...new Set(shown)]
  const told = new Map(names.map((name) => [name, speakerByName(name, lexicon)] as const))
  if (names.length === 2) {
    const [a, b] = names
    const [first, second] = [told.get(a ?? ''), told.get(b ?? '')]
    if (a !== undefined && b !== undefined && first !== undefined && second === undefined) told.set(b, counter(first))
    if (a !== undefined && b !== undefined && second !== undefined && first === undefined) told.set(a, counter(second))
  }
  return new Map([...told].map(([name, speaker]) => [name, speaker ?? 'unknown']))
}

function counter(speaker: Speaker): Speaker {
  return speaker === 'self' ? 'other' : 'self'
}

export function speakerByName(name: string, { sets }: PageLexicon): Speaker | undefined {
  if ((sets.selfSide ?? []).some((word) => word.toLowerCase() === name.toLowerCase())) return 'self'
  if ((sets.selfBegins ?? []).some((begin) => name.toLowerCase().startsWith(begin.toLowerCase()))) return 'self'
  return (sets.sellerSide ?? []).some((word) => name.includes(word)) ? 'other' : undefined
}

import type { TellingWords } from '../knowledge/library/telling-words.ts'

export type Sets = Readonly<Record<string, readonly string[]>>

/** What ends a clause, and what ends a sentence. A full stop between digits is part of a number. */
const CLAUSE = '，。！？；,!?;…\\n'
const SENTENCE = '。！？!?\\n'

/** The sets of all files; every name is given once. */
export function setsOf(files: Readonly<Record<string, Pick<TellingWords, 'sets'>>>): Sets {
  return Object.fromEntries(
    Object.values(files).flatMap(({ sets }) => Object.entries(sets).map(([name, { words }]) => [name, words])),
  )
}

/**
 * The pattern of a saying (see `telling-words.ts`), for texts in plain form. A word after a gap is not found where it is
 * denied: `屏幕…模糊` is not in 屏幕不模糊. Every repetition is bounded, so no text makes it slow.
 */
function sayingPattern(saying: string, sets: Sets): string {
  const negators = sets.negator ?? []
  return partsOf(saying)
    .map((part, i, parts) => {
      if (part === '…') return `[^${CLAUSE}]{0,8}`
      if (part === '~') return `[^${SENTENCE}]{0,24}`
      const words = wordsOf(part, sets)
      if (!isGap(parts[i - 1]) || negators.length === 0 || words.length === 0) return anyOf(words)
      // Which characters the words begin with is cheap to see; whether they are denied is asked only there.
      const firsts = [...new Set(words.map((word) => escaped(word.charAt(0))))].join('')
      return `(?=[${firsts}])(?<!${anyOf(negators)})${anyOf(words)}`
    })
    .join('')
}

/**
 * The patterns of a saying by the UTF-16 unit that what they find begins with; none for one that begins with a gap. Latin
 * letters at its ends are looked for as words: `sb` is not in `usb`.
 */
export function patternsByFirst(saying: string, sets: Sets): ReadonlyMap<number, string> {
  const [head = '', ...rest] = partsOf(saying)
  const tail = sayingPattern(rest.join(''), sets) + (/[a-z0-9]$/i.test(saying) ? '(?![a-z0-9])' : '')
  const before = /^[a-z0-9]/i.test(saying) ? '(?<![a-z0-9])' : ''
  const byFirst = new Map<number, string[]>()
  for (const word of isGap(head) ? [] : wordsOf(head, sets)) {
    const first = word.toLowerCase().charCodeAt(0)
    byFirst.set(first, [...(byFirst.get(first) ?? []), word])
  }
  return new Map([...byFirst].map(([first, words]) => [first, `${before}${anyOf(words)}${tail}`]))
}

function partsOf(saying: string): readonly string[] {
  return saying.split(/(\{[a-z]+\}|…|~)/).filter((part) => part !== '')
}

function wordsOf(part: string, sets: Sets): readonly string[] {
  return part.startsWith('{') ? (sets[part.slice(1, -1)] ?? []) : [part]
}

/** One pattern for several sayings. */
export function sayingsPattern(sayings: readonly string[], sets: Sets): RegExp {
  return new RegExp(sayings.map((saying) => sayingPattern(saying, sets)).join('|'), 'g')
}

export function anyOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  return `(?:${longestFirst.map(escaped).join('|')})`
}

/** Clauses and sentences are looked for no farther than this: a text without a mark takes no longer than another. */
const FAR = 160

/** The clause around a place, as the bounds of it. */
export function clauseAt(text: string, start: number, end: number): { readonly from: number; readonly to: number } {
  return between(clauseEnds, text, start, end)
}

/** The sentence around a place, as the bounds of it. */
export function sentenceAt(text: string, start: number, end: number): { readonly from: number; readonly to: number } {
  return between(sentenceEnds, text, start, end)
}

const clauseEnds: ReadonlySet<string> = new Set('，。！？；,!?;…\n')
const sentenceEnds: ReadonlySet<string> = new Set('。！？!?\n')

function between(marks: ReadonlySet<string>, text: string, start: number, end: number) {
  const [first, last] = [Math.max(0, start - FAR), Math.min(text.length, end + FAR)]
  let from = start
  while (from > first && !marks.has(text.charAt(from - 1))) from -= 1
  let to = end
  while (to < last && !marks.has(text.charAt(to))) to += 1
  return { from, to }
}

function isGap(part: string | undefined): boolean {
  return part === '…' || part === '~'
}

function escaped(word: string): string {
  return word.toLowerCase().replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

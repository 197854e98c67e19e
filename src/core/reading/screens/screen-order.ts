import { likeness } from '../../values/likeness.ts'
import type { Text } from '../../values/text.ts'
import type { Page } from '../page.ts'
import { screenOverlap } from './screen-overlap.ts'

/** A picture to be put in order with others. */
export type Screen = {
  readonly id: string
  readonly page: Page
  /** Difference hash of the picture, 16 hex digits. */
  readonly print?: string
  /** The first moment it shows, else when it was taken; RFC 3339. */
  readonly at?: string
}

export type ScreenOrder = {
  /** Pictures that show the same: the first of each group is the fullest. */
  readonly alike: readonly (readonly string[])[]
  /** Pieces of one scrolled page each, from its top; single pictures are pieces of one. Told times, then the given order, order them. */
  readonly runs: readonly (readonly string[])[]
  /** Places in the order where nothing overlaps, so something may be missing. */
  readonly gaps: readonly { readonly after: string; readonly before: string; readonly why: Text }[]
}

/** Bits that may differ between two copies of one picture (of 64). */
const MOST_BITS = 6
const SAME_WORDS = 0.85
/** A line that more pictures than this show is furniture of the app. */
const MOST_HOLDERS = 12

/**
 * Puts pictures of one kind (the screens of one chat, say) in order, finds copies and where they overlap. `alike` pictures but the
 * first are left out of the runs.
 */
export function orderScreens(screens: readonly Screen[]): ScreenOrder {
  const alike = groups(screens)
  const copies = new Set(alike.flatMap(([, ...rest]) => rest))
  const single = screens.filter(({ id }) => !copies.has(id))
  const runs = chains(single).toSorted((a, b) => timeOf(a).localeCompare(timeOf(b)))
  const gaps = runs.slice(1).flatMap((run, index) => {
    const [after, before] = [runs[index]?.at(-1)?.id, run[0]?.id]
    return after === undefined || before === undefined ? [] : [{ after, before, why: GAP }]
  })
  return { alike, runs: runs.map((run) => run.map(({ id }) => id)), gaps }
}

const GAP: Text = {
  zh: '前后两张没有重叠的内容，中间可能漏截；请补截，或说明中间没有别的内容',
  en: 'the two do not overlap, so something between them may be missing; add it, or say that nothing is',
}

/** Two pictures are copies when they look alike and, where they hold words, say the same. */
function groups(screens: readonly Screen[]): readonly (readonly string[])[] {
  const found: Screen[][] = []
  for (const screen of screens) {
    const group = found.find(([first]) => first !== undefined && isCopy(first, screen))
    if (group === undefined) found.push([screen])
    else group.push(screen)
  }
  return found
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((a, b) => area(b) - area(a)).map(({ id }) => id))
}

function isCopy(a: Screen, b: Screen): boolean {
  const [words, others] = [wordsOf(a), wordsOf(b)]
  const bits = a.print === undefined || b.print === undefined ? 64 : differingBits(a.print, b.print)
  if (words.length > 20 && others.length > 20)
    return (
      bits <= MOST_BITS * 2 &&
      Math.abs(words.length - others.length) < words.length / 8 &&
      likeness(words, others).jaccard >= SAME_WORDS
    )
  return bits <= MOST_BITS && !isFlat(a.print) && words === others
}

/** A picture without light and dark (a white page) has a hash that says nothing. */
function isFlat(print: string | undefined): boolean {
  return print === undefined || differingBits(print, '0000000000000000') < 4
}

function differingBits(a: string, b: string): number {
  let bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  let count = 0
  for (; bits > 0n; bits >>= 1n) count += Number(bits & 1n)
  return count
}

/** Follows from each picture the one that goes on where it ends, the nearest first; a circle is left open. */
function chains(screens: readonly Screen[]): readonly (readonly Screen[])[] {
  const related = sharingLines(screens)
  const links = screens
    .flatMap((upper) =>
      [...(related.get(upper) ?? [])].flatMap((lower) => {
        const overlap = screenOverlap(upper.page, lower.page)
        return overlap === undefined ? [] : [{ upper, lower, ...overlap }]
      }),
    )
    .sort((a, b) => a.shift - b.shift || b.lines - a.lines)
  const [next, previous] = [new Map<Screen, Screen>(), new Map<Screen, Screen>()]
  const startOf = (screen: Screen): Screen => {
    let at = screen
    for (let before = previous.get(at); before !== undefined; before = previous.get(at)) at = before
    return at
  }
  for (const { upper, lower } of links) {
    if (next.has(upper) || previous.has(lower) || startOf(upper) === lower) continue
    next.set(upper, lower)
    previous.set(lower, upper)
  }
  return screens
    .filter((screen) => !previous.has(screen))
    .map((screen) => {
      const chain = [screen]
      for (let after = next.get(screen); after !== undefined; after = next.get(after)) chain.push(after)
      return chain
    })
}

/** For each picture the others that hold a line of it; lines that stand on most pictures (a title) tell nothing. */
function sharingLines(screens: readonly Screen[]): ReadonlyMap<Screen, ReadonlySet<Screen>> {
  const holders = new Map<string, Set<Screen>>()
  for (const screen of screens)
    for (const { text } of screen.page.lines) {
      const bare = text.replaceAll(/\s/g, '')
      if (bare.length >= 4) holders.set(bare, (holders.get(bare) ?? new Set()).add(screen))
    }
  const related = new Map<Screen, Set<Screen>>(screens.map((screen) => [screen, new Set()]))
  for (const together of holders.values()) {
    if (together.size > MOST_HOLDERS) continue
    for (const one of together) for (const other of together) if (one !== other) related.get(one)?.add(other)
  }
  return related
}

/** Runs whose time is not known come last, in the order given. */
function timeOf(run: readonly Screen[]): string {
  const [first] = run.flatMap(({ at }) => at ?? [])
  return first ?? '~'
}

function wordsOf({ page }: Screen): string {
  return page.lines.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
}

function area({ page }: Screen): number {
  return (page.width ?? 0) * (page.height ?? 0)
}

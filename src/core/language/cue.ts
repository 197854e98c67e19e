import type { Cue } from './lexicon.ts'
import type { Span } from './span.ts'

/** How far a cue may stand before what it speaks of, and after. */
const BEFORE = 16
const AFTER = 10

/** Between a label and its value; more means that something else stands between. */
const joins = /^[\s:：是为=（(【\]：¥￥约大约共了我的就才]*$/

/** A cue beside a value: what it says the value is, and whether it is the label of it. */
export type Beside = { readonly role: string | undefined; readonly score: number }

type Reach = {
  /** Other values: none of them lies between a cue and what it speaks of. */
  readonly others?: readonly Span[]
  readonly after?: number
  /** What stands before counts only as the label of the value. */
  readonly labelsOnly?: boolean
}

/**
 * The cue that stands nearest to a value in its clause, one before it rather than one after. `after` a value counts only
 * close by. A cue that another value stands nearer to is that one's.
 */
export function cueBeside(
  plain: string,
  { start, end }: Span,
  cues: readonly Cue[],
  { others = [], after: far = AFTER, labelsOnly = false }: Reach = {},
): Beside | undefined {
  const { text: before, isWalled } = reach(plain, start, others)
  const after = ahead(plain, end, end + far, others)
  let best: { readonly role: string | undefined; readonly score: number; readonly away: number } | undefined
  for (const { role, before: leading, after: trailing } of cues) {
    for (const match of leading ? before.matchAll(leading) : []) {
      const between = before.slice(match.index + match[0].length)
      const isLabel = joins.test(between)
      // `9/10下单 9/15收到`: what stands right behind another value, without a colon, speaks of that one.
      const isOthers = isWalled && match.index <= 1 && !/[:\n]/.test(between)
      if (isOthers || (labelsOnly && !isLabel)) continue
      const away = between.length - match[0].length / 10 - (isLabel ? 4 : 0)
      if (best === undefined || away < best.away) best = { role, score: isLabel ? 0.9 : 0.65, away }
    }
    for (const match of trailing ? after.matchAll(trailing) : []) {
      const away = match.index + 1.5 - match[0].length / 10
      if (best === undefined || away < best.away) best = { role, score: match.index <= 1 ? 0.8 : 0.6, away }
    }
  }
  return best && { role: best.role, score: best.score }
}

/**
 * What stands before a value, back to the end of a clause or another value. A colon ends none, nor does the end of a line
 * when the value begins the next: pages put labels above what they label.
 */
function reach(
  plain: string,
  start: number,
  others: readonly Span[],
): { readonly text: string; readonly isWalled: boolean } {
  const wall = others.reduce((far, { end }) => (end <= start && end > far ? end : far), Math.max(0, start - BEFORE))
  const text = plain.slice(wall, start)
  const near = /[^，。！？；,!?;\n]*(?:\n[\s¥]*)?$/.exec(text)?.[0] ?? ''
  return { text: near, isWalled: near.length === text.length && others.some(({ end }) => end === wall) }
}

function ahead(plain: string, end: number, most: number, others: readonly Span[]): string {
  const wall = others.reduce((near, { start }) => (start >= end && start < near ? start : near), most)
  return (/^[^，。！？；,!?;\n]*/.exec(plain.slice(end, wall)) ?? [''])[0]
}

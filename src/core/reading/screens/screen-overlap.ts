import { likeness } from '../../values/likeness.ts'
import type { Page, PageLine } from '../page.ts'

/** How two pictures of one scrolled page lie: the second shows what stands `shift` pixels further down. */
export type Overlap = { readonly shift: number; readonly lines: number }

type Placed = { readonly text: string; readonly y: number; readonly x: number }

/** Lines that look the same are the same line from here on: recognition errs in a character now and then. */
const SAME = 0.5
/** A single line tells of an overlap only when it is long. */
const TELLING = 10

/**
 * Whether `lower` goes on where `upper` ends: lines of both that lie the same way further up in `lower`. What stands at the same
 * place in both (status bar, title, input row) says nothing. Undefined when they do not overlap, or not in this order.
 */
export function screenOverlap(upper: Page, lower: Page): Overlap | undefined {
  const { width = 0, height = 0 } = upper
  if (width === 0 || height === 0 || Math.abs(width - (lower.width ?? 0)) > width * 0.02) return undefined
  const near = height * 0.012
  const [first, second] = [placed(upper), placed(lower)]
  const fixed = ({ text, x, y }: Placed, others: readonly Placed[]) =>
    others.some(
      (other) => Math.abs(other.y - y) < near && Math.abs(other.x - x) < width * 0.02 && same(other.text, text),
    )
  const [above, below] = [first.filter((line) => !fixed(line, second)), second.filter((line) => !fixed(line, first))]
  const votes = above.flatMap((a) =>
    below.flatMap((b) =>
      a.y - b.y > near * 2 && Math.abs(a.x - b.x) < width * 0.03 && same(a.text, b.text)
        ? [{ shift: a.y - b.y, length: a.text.length }]
        : [],
    ),
  )
  let best: { readonly shift: number; readonly lines: number; readonly length: number } | undefined
  for (const { shift } of votes) {
    const agreeing = votes.filter((vote) => Math.abs(vote.shift - shift) < near)
    const length = agreeing.reduce((sum, vote) => sum + vote.length, 0)
    if (best === undefined || length > best.length)
      best = { shift: median(agreeing.map((vote) => vote.shift)), lines: agreeing.length, length }
  }
  if (best === undefined || (best.lines < 2 && best.length < TELLING)) return undefined
  const { shift, lines } = best
  // Most of what both should show must be in both; else the lines are alike by chance (好的, 您好).
  const shared = above.filter(({ y }) => y > shift + (below[0]?.y ?? 0) - near).length
  return lines * 2 >= Math.min(shared, below.length) ? { shift, lines } : undefined
}

function placed(page: Page): readonly Placed[] {
  return page.lines
    .flatMap(({ text, box }: PageLine) => {
      const bare = text.replaceAll(/\s/g, '')
      return box === undefined || bare.length < 2 ? [] : [{ text: bare, y: box.y + box.height / 2, x: box.x }]
    })
    .sort((a, b) => a.y - b.y)
}

function same(a: string, b: string): boolean {
  return a === b || (Math.abs(a.length - b.length) <= 2 && a.length > 4 && likeness(a, b).jaccard >= SAME)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

import type { Block, Cell } from '../../core/documents/outline.ts'
import { sentencesText } from '../../core/documents/plain-text.ts'

/** What may stand right before a signature, and, above that, closing lines: 此致, the name of the court. */
const [closing, line] = [200, 40]

/** A row with a longer text than this may run on over the page; shorter ones stay whole. */
const longCell = 300

/** Whether a row of a table may be broken, all of its cells alike: one cell that may not would run off the page. */
export function mayBreak(row: readonly Cell[]): boolean {
  return row.some(({ text }) => text.length > longCell)
}

/** Whether no page may end between this block and the next: closing lines stay with the signature below them. */
export function staysWithNext(blocks: readonly Block[], place: number): boolean {
  const block = blocks[place]
  const next = blocks[place + 1]
  if (block?.type !== 'paragraph' || next === undefined) return false
  const { length } = sentencesText(block.sentences)
  return next.type === 'signature' ? length <= closing : length <= line && staysWithNext(blocks, place + 1)
}

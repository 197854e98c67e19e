import type { LinePart, RowsPart } from '../../knowledge/letters/letter-part.ts'
import { blocksText } from '../plain-text.ts'
import { type Built, nothing, usesOf } from '../uses.ts'

/** The table of a form: what is asked on the left; on the right what the case says, or the blank to be filled in by hand. */
export function rowsTable({ rows }: RowsPart, write: (parts: readonly LinePart[]) => readonly Built[]): Built {
  const written = rows.flatMap(({ label, parts, blank }) => {
    const cell = write(parts)
    const text = blocksText(cell.flatMap(({ blocks }) => blocks)) || blank
    return text === undefined ? [] : [{ cell, row: [{ text: label }, { text }] }]
  })
  if (written.length === 0) return nothing
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          { title: '', width: 46, label: true },
          { title: '', width: 'auto' },
        ],
        rows: written.map(({ row }) => row),
      },
    ],
    uses: usesOf(written.flatMap(({ cell }) => cell)),
  }
}

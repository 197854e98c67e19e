import type { Box } from '../page.ts'
import { beside, type Cell, middle } from './cell.ts'

/** A cell of a picture: it has its place. */
export type Placed = Cell & { readonly box: Box }

export function placedOf(cells: readonly Cell[]): readonly Placed[] {
  return cells.flatMap((cell) => (cell.box === undefined || cell.text === '' ? [] : [{ ...cell, box: cell.box }]))
}

/** Cells side by side, rows from the top, cells from the left. */
export function rowsOf(cells: readonly Placed[]): readonly (readonly Placed[])[] {
  const rows: Placed[][] = []
  for (const cell of [...cells].sort((a, b) => middle(a.box) - middle(b.box))) {
    const row = rows.at(-1)
    const isMate = row?.some(({ box }) => beside(box, cell.box) > 0.55) ?? false
    if (isMate) row?.push(cell)
    else rows.push([cell])
  }
  return rows.map((row) => row.sort((a, b) => a.box.x - b.box.x))
}

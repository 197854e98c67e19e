import type { Box, Page, PageLine } from '../page.ts'

/** A line made ready to be read: width forms made plain, single blanks between Chinese characters dropped. */
export type Cell = Omit<PageLine, 'text'> & { readonly line: number; readonly text: string }

export function cellsOf({ lines }: Pick<Page, 'lines'>): readonly Cell[] {
  return lines.map((one, line) => ({ ...one, line, text: plainLine(one.text) }))
}

export function plainLine(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=:)/gu, '')
    .replaceAll(/[—–−]/g, '-')
    .trim()
}

export function right(box: Box): number {
  return box.x + box.width
}

export function bottom(box: Box): number {
  return box.y + box.height
}

export function middle(box: Box): number {
  return box.y + box.height / 2
}

/** The share of the lower of two boxes that stands beside the other. */
export function beside(a: Box, b: Box): number {
  const shared = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y)
  return shared / Math.max(1, Math.min(a.height, b.height))
}

/** The share of the narrower of two boxes that stands under or over the other. */
export function stacked(a: Box, b: Box): number {
  const shared = Math.min(right(a), right(b)) - Math.max(a.x, b.x)
  return shared / Math.max(1, Math.min(a.width, b.width))
}

export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  return { x, y, width: Math.max(...boxes.map(right)) - x, height: Math.max(...boxes.map(bottom)) - y }
}

/** The size of the type by how wide the text runs: outlines of short lines are too loose to compare by height. */
export function typeSize({ text, box }: { readonly text: string; readonly box: Box }): number {
  const ems = [...text].reduce((sum, mark) => sum + (mark.charCodeAt(0) > 0x2e7f ? 1 : 0.55), 0)
  return box.width / Math.max(0.5, ems)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

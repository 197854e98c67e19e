import type { Barcode, Page, PageLine } from './page.ts'

/** How wide a text is drawn: Chinese characters a full size, others a little over half. */
function widthOf(text: string, size: number): number {
  return Math.round([...text].reduce((sum, mark) => sum + (mark.charCodeAt(0) > 255 ? size : 0.56 * size), 0))
}

export type Drawn = {
  readonly text: string
  readonly x?: number
  readonly right?: number
  readonly center?: number
  readonly size?: number
  readonly score?: number
  readonly dy?: number
}

/** A phone's screen drawn row by row, 1080 wide. Each row is one text or several side by side. */
export function drawnPage(
  rows: readonly (string | Drawn | readonly Drawn[])[],
  {
    pitch = 84,
    top = 60,
    height,
    barcodes = [],
  }: {
    readonly pitch?: number
    readonly top?: number
    readonly height?: number
    readonly barcodes?: readonly Barcode[]
  } = {},
): Page {
  const lines = rows.flatMap((row, i): PageLine[] => {
    const texts: readonly Drawn[] = typeof row === 'string' ? [{ text: row }] : 'text' in row ? [row] : row
    return texts.map(({ text, x, right, center, size = 40, score = 0.995, dy = 0 }) => {
      const width = widthOf(text, size)
      const left = center !== undefined ? center - width / 2 : right !== undefined ? right - width : (x ?? 60)
      return { text, score, box: { x: Math.round(left), y: Math.round(top + i * pitch + dy), width, height: size } }
    })
  })
  return { lines, barcodes, width: 1080, height: height ?? Math.max(2340, top + rows.length * pitch + 300) }
}

/** A label at the left and its value at the right edge. */
export function pair(label: string, value: string, size = 40): readonly Drawn[] {
  return [
    { text: label, x: 60, size },
    { text: value, right: 1020, size },
  ]
}

/** The text alone, as a paste has it. */
export function pasted(text: string): Page {
  return { lines: text.split('\n').map((line) => ({ text: line })), barcodes: [] }
}

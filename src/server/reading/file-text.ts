import type { Barcode, Box, Page, PageLine } from '../../core/reading/page.ts'
import type { Decoded, DecodedPicture, NoteCode } from './decode/decoded.ts'
import type { QuarterTurns } from './ocr/pixels.ts'
import type { PictureText } from './ocr/read-picture.ts'

/** A line of a file; `at` says how far along it the middle of each character stands, 0 to 1. */
export type FileLine = PageLine & { readonly at?: readonly number[] }

/** What was found in a file, before anything is concluded from it. */
export type FileText = Omit<Decoded, 'lines' | 'pictures'> & {
  readonly lines: readonly FileLine[]
  readonly barcodes: readonly Barcode[]
  /** Quarter turns the picture needs, after those its metadata ask for, to stand upright; boxes are those of the upright picture. */
  readonly turns: QuarterTurns
  /** The same lines laid level, in the same order: what conclusions about rows and columns are drawn from. */
  readonly page: Page
}

export type SeenPicture = PictureText & { readonly picture: DecodedPicture }

/** Pictures stand under one another below what was text from the start; boxes are brought to the size of the file's own picture. */
export function fileText(decoded: Decoded, seen: readonly SeenPicture[], notes: readonly NoteCode[]): FileText {
  const { lines: textLines, pictures: _, ...told } = decoded
  const lines: FileLine[] = [...textLines]
  const level: PageLine[] = [...textLines]
  const barcodes: Barcode[] = []
  let top = textLines.length > 0 && seen.length > 0 ? (decoded.height ?? 0) : 0
  const [only] = seen
  const turns = seen.length === 1 && only !== undefined ? only.turns : 0
  const scale = scaleOf(decoded, seen)
  for (const { picture, turns: own, lines: found } of seen) {
    const place = placed(scale, top)
    for (const { text, score, box, level: levelled, panel, at } of found) {
      lines.push({ text, score, box: place(box), at })
      level.push({ text, score, box: place(levelled), ...(panel && { panel: { ...panel, ...place(panel) } }) })
    }
    for (const code of picture.barcodes)
      barcodes.push(code.box === undefined ? code : { ...code, box: place(turnedBox(code.box, picture, own)) })
    top += Math.round((own % 2 === 0 ? picture.pixels.height : picture.pixels.width) * scale)
  }
  const size = sizeOf(told, turns)
  return {
    ...told,
    ...size,
    notes: [...decoded.notes, ...notes],
    lines,
    barcodes,
    turns,
    page: { lines: level, barcodes, ...size },
  }
}

/** A single picture may have been read smaller than it is. */
function scaleOf({ width }: Decoded, seen: readonly SeenPicture[]): number {
  const [only] = seen
  return width === undefined || only === undefined || seen.length > 1 ? 1 : width / only.picture.pixels.width
}

function sizeOf({ width, height }: Pick<Decoded, 'width' | 'height'>, turns: QuarterTurns) {
  if (width === undefined || height === undefined) return {}
  return turns % 2 === 0 ? { width, height } : { width: height, height: width }
}

function placed(scale: number, top: number): (box: Box) => Box {
  return ({ x, y, width, height }) => ({
    x: Math.round(x * scale),
    y: Math.round(y * scale) + top,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  })
}

function turnedBox({ x, y, width, height }: Box, { pixels }: DecodedPicture, turns: QuarterTurns): Box {
  switch (turns) {
    case 0:
      return { x, y, width, height }
    case 1:
      return { x: pixels.height - y - height, y: x, width: height, height: width }
    case 2:
      return { x: pixels.width - x - width, y: pixels.height - y - height, width, height }
    case 3:
      return { x: y, y: pixels.width - x - width, width: height, height: width }
  }
}

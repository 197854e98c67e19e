import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageLine } from '../../../core/reading/page.ts'
import type { Pixels } from '../ocr/pixels.ts'
import { barcodesOf } from './barcodes.ts'
import { type Decoded, type DecodedPicture, type NoteCode, nothingDecoded } from './decoded.ts'

const MOST_PAGES = 30
const MOST_SCANNED = 8
const LONGEST = 100_000_000
/** Points to pixels for a page without text: about 150 dots an inch. */
const SCAN_SCALE = 2

/** The text of a PDF, its pages under one another; pages that are pictures only are drawn, to be read by OCR. */
export async function decodePdf(bytes: Uint8Array): Promise<Decoded> {
  if (bytes.length > LONGEST) return { ...nothingDecoded, notes: ['too-large'] }
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: 40_000_000,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    const lines: PageLine[] = []
    const pictures: DecodedPicture[] = []
    let [top, width] = [0, 0]
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
      const page = await pdf.getPage(number)
      const view = page.getViewport({ scale: 1 })
      const found = await linesOf(page, top)
      lines.push(...found)
      if (found.length === 0 && pictures.length < MOST_SCANNED) pictures.push(...(await drawn(page, pdf.canvasFactory)))
      top += Math.round(view.height)
      width = Math.max(width, Math.round(view.width))
      page.cleanup()
    }
    const notes: readonly NoteCode[] = pdf.numPages > MOST_PAGES ? ['too-many-pages'] : []
    return { ...nothingDecoded, notes, lines, pictures, width, height: top }
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return { ...nothingDecoded, notes: [locked ? 'needs-password' : 'unreadable'] }
  } finally {
    await task.destroy()
  }
}

type Word = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Pieces on one base line are one line; a wide gap between them parts two columns. Setters leave a little room between Chinese and
 * digits, which is no blank.
 */
async function linesOf(page: PDFPageProxy, top: number): Promise<readonly PageLine[]> {
  const { height: pageHeight } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const words = items.flatMap((item): readonly Word[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , , x, y] = item.transform
    const height = item.height > 0 ? item.height : 10
    return [{ text: item.str, x: Number(x), y: top + pageHeight - Number(y) - height, width: item.width, height }]
  })
  words.sort((a, b) => (Math.abs(a.y - b.y) < Math.min(a.height, b.height) / 2 ? a.x - b.x : a.y - b.y))
  const lines: Word[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const gap = last === undefined ? 0 : word.x - last.x - last.width
    const joins =
      last !== undefined && Math.abs(last.y - word.y) < word.height / 2 && gap < word.height * 1.5 && gap > -word.height
    if (!joins) lines.push(word)
    else
      lines[lines.length - 1] = {
        ...last,
        text: `${last.text}${gap > word.height / 2 ? ' ' : ''}${word.text}`,
        width: word.x + word.width - last.x,
        height: Math.max(last.height, word.height),
      }
  }
  return lines.map(({ text, x, y, width, height }) => ({
    text: text.replaceAll(/(?<=\p{Script=Han}) (?=\w)|(?<=\w) (?=\p{Script=Han})/gu, '').trim(),
    box: {
      x: Math.max(0, Math.round(x)),
      y: Math.max(0, Math.round(y)),
      width: Math.max(1, Math.round(width)),
      height: Math.max(1, Math.round(height)),
    },
  }))
}

/** A page as a picture; none where no canvas can be had on this system. */
async function drawn(page: PDFPageProxy, factory: unknown): Promise<readonly DecodedPicture[]> {
  try {
    const viewport = page.getViewport({ scale: SCAN_SCALE })
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
    if (width * height > 16_000_000) return []
    const { canvas, context } = (factory as CanvasFactory).create(width, height)
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    await page.render({ canvas, canvasContext: context, viewport } as never).promise
    const rgba = context.getImageData(0, 0, width, height).data
    const data = new Uint8Array(width * height * 3)
    for (let at = 0; at < width * height; at += 1) data.set(rgba.subarray(at * 4, at * 4 + 3), at * 3)
    const pixels: Pixels = { data, width, height }
    return data.every((value) => value === data[0]) ? [] : [{ pixels, barcodes: await barcodesOf(pixels) }]
  } catch {
    return []
  }
}

/** What is used of a canvas; the types of the browser's own are not those of Node. */
type CanvasFactory = {
  readonly create: (
    width: number,
    height: number,
  ) => {
    readonly canvas: object
    readonly context: {
      fillStyle: string
      readonly fillRect: (x: number, y: number, width: number, height: number) => void
      readonly getImageData: (
        x: number,
        y: number,
        width: number,
        height: number,
      ) => { readonly data: Uint8ClampedArray }
    }
  }
}

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PdfPage = { readonly width: number; readonly height: number; readonly body: string; readonly foot: string }

/** What a reader can copy out of a PDF, page by page; the foot is its lowest line. */
export async function pdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ disableNormalization: true })
    const words = items.flatMap((item) =>
      'str' in item && item.str !== '' ? [{ text: item.str, y: Number(item.transform[5]) }] : [],
    )
    const lowest = Math.min(...words.map(({ y }) => y))
    const where = (isFoot: boolean) =>
      words
        .filter(({ y }) => y < lowest + 1 === isFoot)
        .map(({ text }) => text)
        .join('')
    pages.push({ width, height, body: where(false), foot: where(true) })
  }
  await pdf.destroy()
  return pages
}

/** Words without whitespace and without what has no ink: how texts of two formats are compared. */
export function inked(text: string): string {
  return text.replace(/[\s\p{Cf}\p{Variation_Selector}]/gu, '')
}

/** The words of the pages, without the table head that is repeated at the top of each following page. */
export function pdfInk(pages: readonly PdfPage[], repeatedHead = ''): string {
  const head = inked(repeatedHead)
  return pages
    .map(({ body }, i) =>
      i > 0 && head !== '' && inked(body).startsWith(head) ? inked(body).slice(head.length) : inked(body),
    )
    .join('')
}

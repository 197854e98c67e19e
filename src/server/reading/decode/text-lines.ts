import type { PageLine } from '../../../core/reading/page.ts'

const MOST_LINES = 20_000
const MOST_CHARACTERS = 2_000_000

/** The lines of a text, without the blank ones at its ends. */
export function textLines(text: string): readonly PageLine[] {
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/, MOST_LINES)
    .map((line) => ({ text: line.trimEnd() }))
    .filter(({ text }) => text !== '')
}

/** Text whose encoding is not told: UTF-16 with its mark, UTF-8, else GB18030, in which older Chinese files are written. */
export function textOf(bytes: Uint8Array, charset?: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (charset !== undefined) return new TextDecoder(charset).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

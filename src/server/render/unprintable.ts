import type { Block, Outline } from '../../core/documents/outline.ts'
import { sentencesText } from '../../core/documents/plain-text.ts'
import { isDrawable } from './fonts.ts'

/** A character that a format cannot carry, and the first stretch of text it stands in. */
export type Unprintable = { readonly char: string; readonly codePoint: string; readonly near: string }

/** Characters of the paper for which the PDF fonts have no glyph. */
export function undrawable(outline: Outline): readonly Unprintable[] {
  return find(outline, (codePoint) => !isInkless(codePoint) && !isDrawable(codePoint))
}

/** Characters that XML 1.0, and so a DOCX, cannot hold: most controls, halves of surrogate pairs. */
export function unstorable(outline: Outline): readonly Unprintable[] {
  return find(outline, (c) => (c < 0x20 && !isBlank(c)) || (c >= 0xd800 && c <= 0xdfff) || c === 0xfffe || c === 0xffff)
}

/** Characters that UTF-8 cannot hold: halves of surrogate pairs. */
export function unwritable(outline: Outline): readonly Unprintable[] {
  return find(outline, (codePoint) => codePoint >= 0xd800 && codePoint <= 0xdfff)
}

/** Format characters (Unicode Cf: direction marks, joiners) and variation selectors have no ink: the PDF leaves them out. */
export function withoutInkless(text: string): string {
  return text.replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
}

function isInkless(codePoint: number): boolean {
  return isBlank(codePoint) || withoutInkless(String.fromCodePoint(codePoint)) === ''
}

function isBlank(codePoint: number): boolean {
  return codePoint === 0x09 || codePoint === 0x0a || codePoint === 0x0d || codePoint === 0x2028 || codePoint === 0x2029
}

function find(outline: Outline, isBad: (codePoint: number) => boolean): readonly Unprintable[] {
  const found = new Map<string, Unprintable>()
  for (const text of [outline.title, ...outline.blocks.flatMap(textsOf)]) {
    for (const char of text) {
      const code = char.codePointAt(0) ?? 0
      if (found.has(char) || !isBad(code)) continue
      found.set(char, {
        char,
        codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
        near: around(text, char),
      })
    }
  }
  return [...found.values()]
}

function around(text: string, char: string): string {
  const at = text.indexOf(char)
  return text.slice(Math.max(0, at - 8), at + char.length + 8)
}

function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
    case 'note':
      return [block.text]
    case 'paragraph':
      return [sentencesText(block.sentences)]
    case 'list':
      return block.items.map(sentencesText)
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flatMap((row) => row.map(({ text }) => text))]
    case 'signature':
      return block.lines
    default:
      return block satisfies never
  }
}

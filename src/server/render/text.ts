import type { Outline } from '../../core/documents/outline.ts'
import { plainText } from '../../core/documents/plain-text.ts'
import type { Rendered } from './pdf.ts'
import { unwritable } from './unprintable.ts'

/** The paper as UTF-8 text with line feeds, for forms and chats. */
export function renderText(outline: Outline): Rendered {
  const unprintable = unwritable(outline)
  if (unprintable.length > 0) return { ok: false, unprintable }
  return { ok: true, bytes: new TextEncoder().encode(plainText(outline)) }
}

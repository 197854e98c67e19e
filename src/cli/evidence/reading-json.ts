import { CERTAIN } from '../../core/reading/page-reading.ts'
import { noteWords } from '../../server/reading/note-words.ts'
import type { FileReading } from '../../server/reading/read-file.ts'

/**
 * A reading in the shape other people's scripts rely on: boxes `{x, y, width, height}` in pixels of the upright picture, scores 0 to 1,
 * sums in fen, instants RFC 3339. What a file does not have is left out. Whatever scores below `certainFrom` is only likely.
 */
export function readingJson(file: string, reading: FileReading) {
  const { sha256, mime, lines, barcodes, captured, notes, dates, turns, width, height, says } = reading
  const { film, mail, url, camera, hasPlace } = reading
  return {
    file,
    sha256,
    mime: mime ?? null,
    text: lines.map(({ text }) => text).join('\n'),
    lines: lines.map(({ text, box, score }) => ({ text, box, score })),
    fields: says.fields,
    certainFrom: CERTAIN,
    items: says.items,
    barcodes,
    capturedAt: captured?.at,
    looksLike: says.looksLike,
    chat: says.chat?.lines,
    gaps: says.chat?.gaps,
    conflicts: says.conflicts,
    spots: says.spots,
    notes: notes.map((code) => ({ code, ...noteWords[code] })),
    dates,
    turns,
    width,
    height,
    film,
    mail,
    url,
    camera,
    hasPlace,
  }
}

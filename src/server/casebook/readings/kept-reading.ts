import type { Exhibit } from '../../../core/case/case.ts'
import { type Concluded, concluded } from '../../reading/concluded.ts'
import type { FileText } from '../../reading/file-text.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Casebook } from '../casebook.ts'

/** Raised when the reader finds more or other things than before: originals are then read anew. */
export const READING_VERSION = 2
const SIDECAR = { name: 'reading', version: READING_VERSION } as const
const THUMBNAIL = { name: 'thumbnail', version: READING_VERSION } as const

/** What was found in an original, as it is kept beside it. What it says of a purchase is concluded when it is asked for. */
export type KeptText = Omit<FileText, 'thumbnail'>

export type ExhibitReading = KeptText & Concluded

/** The reading kept of an exhibit; undefined when it was not read yet. */
export async function keptReading(book: Casebook, exhibit: Exhibit): Promise<ExhibitReading | undefined> {
  const text = await keptText(book, exhibit.sha256)
  if (text === undefined) return undefined
  const { file: name, takenAt } = exhibit
  return { ...text, ...concluded(text, { knowledge: book.knowledge, now: book.now(), name, takenAt }) }
}

async function isRead(book: Casebook, sha256: string): Promise<boolean> {
  return (await keptText(book, sha256)) !== undefined
}

/** Reads an original and keeps what was found, unless that was done before. False when there is no such original. */
export async function readOriginal(
  book: Casebook,
  reader: Reader,
  sha256: string,
  isStopped: () => boolean = () => false,
): Promise<boolean> {
  if (await isRead(book, sha256)) return true
  const read = await book.vault.withFile(sha256, (path) => reader.read(path))
  // A reader that was ended with the server says nothing of the file.
  if (read === undefined || isStopped()) return false
  const { thumbnail, ...text } = read
  if (thumbnail !== undefined) await book.vault.keepSidecar(sha256, THUMBNAIL, thumbnail)
  return book.vault.keepSidecar(sha256, SIDECAR, Buffer.from(JSON.stringify(text)))
}

/** The words kept of an original, a line each: what a search may find its case by. */
export async function keptWords(book: Casebook, sha256: string): Promise<string> {
  return (await keptText(book, sha256))?.lines.map(({ text }) => text).join('\n') ?? ''
}

/** The small picture kept of an original. */
export function keptThumbnail(book: Casebook, sha256: string): Promise<Uint8Array | undefined> {
  return book.vault.sidecar(sha256, THUMBNAIL)
}

/** Draws and keeps it; undefined where none can be drawn. */
export async function drawThumbnail(book: Casebook, reader: Reader, sha256: string): Promise<Uint8Array | undefined> {
  const drawn = await book.vault.withFile(sha256, (path) => reader.thumbnail(path))
  if (drawn !== undefined) await book.vault.keepSidecar(sha256, THUMBNAIL, drawn)
  return drawn
}

async function keptText(book: Casebook, sha256: string): Promise<KeptText | undefined> {
  const content = await book.vault.sidecar(sha256, SIDECAR)
  if (content === undefined) return undefined
  try {
    return JSON.parse(Buffer.from(content).toString('utf8')) as KeptText
  } catch {
    // What lies there is not whole: it is derived again.
    return undefined
  }
}

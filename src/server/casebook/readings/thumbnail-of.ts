import type { Exhibit } from '../../../core/case/case.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Casebook } from '../casebook.ts'
import { keptThumbnail, readOriginal } from './kept-reading.ts'

/** Nobody waits longer than this for a small picture: a list is drawn without it. */
const LARGEST = 64 * 1_048_576

/** A small picture of an exhibit; undefined when none can be drawn. One that was not read yet is read now. */
export async function thumbnailOf(book: Casebook, reader: Reader, exhibit: Exhibit): Promise<Uint8Array | undefined> {
  const kept = await keptThumbnail(book, exhibit.sha256)
  if (kept !== undefined || !isPicture(exhibit)) return kept
  await readOriginal(book, reader, exhibit.sha256)
  return keptThumbnail(book, exhibit.sha256)
}

function isPicture({ mime, bytes }: Exhibit): boolean {
  return bytes <= LARGEST && mime !== 'image/svg+xml' && mime?.startsWith('image/') === true
}

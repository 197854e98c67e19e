import type { Exhibit } from '../../../core/case/case.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Casebook } from '../casebook.ts'
import { drawThumbnail, keptThumbnail } from './kept-reading.ts'

/** Larger files are no screenshots or photos: they get no small picture. */
const LARGEST = 64 * 1_048_576

/** A small picture of an exhibit; undefined when none can be drawn. It is not waited for the exhibit to be read. */
export async function thumbnailOf(book: Casebook, reader: Reader, exhibit: Exhibit): Promise<Uint8Array | undefined> {
  const kept = await keptThumbnail(book, exhibit.sha256)
  if (kept !== undefined || !isPicture(exhibit)) return kept
  return drawThumbnail(book, reader, exhibit.sha256)
}

function isPicture({ mime, bytes }: Exhibit): boolean {
  return bytes <= LARGEST && mime !== 'image/svg+xml' && mime?.startsWith('image/') === true
}

import type { Exhibit } from '../../../core/case/case.ts'
import { mayBePicture } from '../../pack/exhibit-thumbnails.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Casebook } from '../casebook.ts'
import { drawThumbnail, keptThumbnail } from './kept-reading.ts'

/** A small picture of an exhibit; undefined when none can be drawn. It is not waited for the exhibit to be read. */
export async function thumbnailOf(book: Casebook, reader: Reader, exhibit: Exhibit): Promise<Uint8Array | undefined> {
  const kept = await keptThumbnail(book, exhibit.sha256)
  if (kept !== undefined || !mayBePicture(exhibit)) return kept
  return drawThumbnail(book, reader, exhibit.sha256)
}

import type { Case, Exhibit } from '../../core/case/case.ts'
import type { Thumbnails } from '../render/pdf.ts'

/** Larger files are no screenshots or photos: they get no small picture. */
const LARGEST = 64 * 1_048_576
const pictureName = /\.(jpe?g|png|webp|gif|tiff?|avif|heic|heif)$/i

/** Whether a small picture of an exhibit is worth trying for. */
export function mayBePicture({ file, mime, bytes }: Exhibit): boolean {
  if (bytes > LARGEST || mime === 'image/svg+xml') return false
  return mime?.startsWith('image/') === true || pictureName.test(file)
}

/** The small pictures of the exhibits that papers rely on. What cannot be drawn has none; `draw` reads a file from strangers. */
export async function exhibitThumbnails(
  { evidence }: Pick<Case, 'evidence'>,
  draw: (exhibit: Exhibit) => Promise<Uint8Array | undefined>,
): Promise<Thumbnails> {
  const drawn = new Map<string, Uint8Array>()
  for (const exhibit of evidence.filter((one) => one.withdrawn !== true && mayBePicture(one))) {
    const small = await draw(exhibit)
    if (small !== undefined) drawn.set(exhibit.id, small)
  }
  return drawn
}

import type { Thumbnails } from './pdf.ts'

/** Pictures beyond this many pixels are not opened: they would cost more memory than any camera's photo. */
const mostPixels = 100_000_000
const pictureName = /^image\/(jpeg|png|webp|gif|tiff|avif|heif|heic)$|\.(jpe?g|png|webp|gif|tiff?|avif|heic|heif)$/i

export type Picture = {
  readonly id: string
  readonly file: string
  readonly mime?: string
  readonly sha256: string
  readonly bytes: () => Promise<Uint8Array>
}

/**
 * Small JPEGs of the pictures among the exhibits, turned as their EXIF orientation says, without any of their
 * metadata. What is no picture, or cannot be read as one, has no thumbnail; the exhibit itself is not touched.
 */
export async function thumbnailsOf(exhibits: readonly Picture[]): Promise<Thumbnails> {
  const waiting = exhibits.filter(isPicture)
  const found = new Map<string, Uint8Array>()
  const lanes = Array.from({ length: atOnce }, async () => {
    for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
      const small = await remembered(picture)
      if (small) found.set(picture.id, small)
    }
  })
  await Promise.all(lanes)
  return found
}

/** Pictures in work at the same time: more would only hold more memory. */
const atOnce = 2
/** Thumbnails kept by the digest of their original, a few kilobytes each: a case is packed again and again. */
const kept = new Map<string, Uint8Array | undefined>()
const mostKept = 500

function isPicture({ file, mime }: Picture): boolean {
  return pictureName.test(mime ?? '') || pictureName.test(file)
}

async function remembered({ sha256, bytes }: Picture): Promise<Uint8Array | undefined> {
  if (kept.has(sha256)) return kept.get(sha256)
  const small = await thumbnail(await bytes()).catch(() => undefined)
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(sha256, small)
  return small
}

async function thumbnail(bytes: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    .rotate()
    .resize({ width: 360, height: 360, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 72, chromaSubsampling: '4:2:0' })
    .toBuffer()
}

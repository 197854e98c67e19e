import type { Thumbnails } from './pdf.ts'

/** Pictures beyond this many pixels are not opened: they would cost more memory than any camera's photo. */
const mostPixels = 100_000_000
const pictureName = /^image\/(jpeg|png|webp|gif|tiff|avif|heif|heic)$|\.(jpe?g|png|webp|gif|tiff?|avif|heic|heif)$/i

export type Picture = {
  readonly id: string
  readonly file: string
  readonly mime?: string
  readonly bytes: () => Promise<Uint8Array>
}

/**
 * Small JPEGs of the pictures among the exhibits, turned as their EXIF orientation says, without any of their
 * metadata. What is no picture, or cannot be read as one, has no thumbnail; the exhibit itself is not touched.
 */
export async function thumbnailsOf(pictures: readonly Picture[]): Promise<Thumbnails> {
  const found = new Map<string, Uint8Array>()
  for (const picture of pictures.filter(isPicture)) {
    const small = await thumbnail(await picture.bytes()).catch(() => undefined)
    if (small) found.set(picture.id, small)
  }
  return found
}

function isPicture({ file, mime }: Picture): boolean {
  return pictureName.test(mime ?? '') || pictureName.test(file)
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

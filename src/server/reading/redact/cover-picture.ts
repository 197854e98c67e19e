import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import type { Box } from '../../../core/reading/page.ts'
import { heicPicture } from '../decode/heic-picture.ts'
import { MIME_HEAD, mimeOf } from '../mime.ts'
import type { QuarterTurns } from '../ocr/pixels.ts'

/** What is to be covered: boxes of the upright picture, as a reading gives them with its turns. */
export type Cover = { readonly turns: QuarterTurns; readonly boxes: readonly Box[] }

export type Redacted = {
  readonly bytes: Uint8Array
  readonly mime: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
}

/**
 * A copy of a picture that shows nothing under the boxes: the pixels there are painted over before the copy is written, and nothing of the
 * original's metadata (place, time, camera, preview) goes along. The original is only read. A photo becomes a JPEG, anything else a PNG.
 */
export async function coverPicture(path: string, { turns, boxes }: Cover): Promise<Redacted> {
  const bytes = await readFile(path)
  const mime = mimeOf(bytes.subarray(0, MIME_HEAD))
  if (mime?.startsWith('image/') !== true || mime === 'image/svg+xml') throw new Error('no picture')
  const opened = mime === 'image/heic' ? await heicPicture(bytes) : sharp(bytes, { failOn: 'none' }).autoOrient()
  // Once upright it is raw pixels: boxes and picture speak of the same corner, and no metadata is left to carry along.
  const upright = await turnedBy(opened.flatten({ background: '#ffffff' }).toColourspace('srgb').removeAlpha(), turns)
  const { data, info } = upright
  const picture = { width: info.width, height: info.height }
  for (const box of boxes) paint(data, picture, box)
  const covered = sharp(data, { raw: { ...picture, channels: 3 } })
  const isPhoto = mime === 'image/jpeg' || mime === 'image/heic'
  const written = isPhoto ? await covered.jpeg({ quality: 90 }).toBuffer() : await covered.png().toBuffer()
  return { bytes: written, mime: isPhoto ? 'image/jpeg' : 'image/png', ...picture }
}

async function turnedBy(picture: Sharp, turns: QuarterTurns) {
  const raw = await picture.raw().toBuffer({ resolveWithObject: true })
  if (turns === 0) return raw
  const { width, height } = raw.info
  return sharp(raw.data, { raw: { width, height, channels: 3 } })
    .rotate(turns * 90)
    .raw()
    .toBuffer({ resolveWithObject: true })
}

/** Black, over whole pixels, and a pixel more on each side than the box says. */
function paint(
  data: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  box: Box,
): void {
  const [left, right] = [Math.max(0, Math.floor(box.x) - 1), Math.min(width, Math.ceil(box.x + box.width) + 1)]
  const [top, bottom] = [Math.max(0, Math.floor(box.y) - 1), Math.min(height, Math.ceil(box.y + box.height) + 1)]
  for (let row = top; row < bottom && left < right; row += 1)
    data.fill(0, (row * width + left) * 3, (row * width + right) * 3)
}

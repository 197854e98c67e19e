import ExifReader from 'exifreader'
import sharp, { type Sharp } from 'sharp'
import type { Pixels } from '../ocr/pixels.ts'
import { barcodesOf } from './barcodes.ts'
import { type Decoded, type FileDate, type NoteCode, nothingDecoded } from './decoded.ts'
import { heicPicture } from './heic-picture.ts'

/** Pictures beyond this many pixels are not opened: they would cost more memory than any camera's photo. */
const MOST_PIXELS = 120_000_000
/** What is handed on to be read: enough for the smallest print a phone shows, little enough for memory. */
const MOST_READ = 16_000_000
const LONGEST_SHORT_SIDE = 2400

/** A picture in a file: upright, on white where it is transparent, with what its metadata say. */
export async function decodePicture(bytes: Uint8Array, mime: string): Promise<Decoded> {
  const told = metadataOf(bytes)
  const opened = await openPicture(bytes, mime)
  if (typeof opened === 'string') return { ...nothingDecoded, ...told, notes: [opened] }
  const { pixels, notes } = opened
  const { data, width, height } = pixels
  const from = () => sharp(data, { raw: { width, height, channels: 3 } })
  return {
    ...nothingDecoded,
    ...told,
    notes,
    width: opened.width,
    height: opened.height,
    thumbnail: await small(from()),
    print: await differenceHash(from()),
    pictures: [{ pixels, barcodes: await barcodesOf(pixels) }],
  }
}

/** A small upright JPEG without metadata, and nothing else: what a list of pictures needs at once. */
export async function smallPicture(bytes: Uint8Array, mime: string): Promise<Uint8Array | undefined> {
  const opened = await openPicture(bytes, mime)
  if (typeof opened === 'string') return undefined
  const { data, width, height } = opened.pixels
  return small(sharp(data, { raw: { width, height, channels: 3 } }))
}

/** Width and height are those of the upright picture before it was made smaller. */
type Opened = {
  readonly pixels: Pixels
  readonly width: number
  readonly height: number
  readonly notes: readonly NoteCode[]
}

async function openPicture(bytes: Uint8Array, mime: string): Promise<Opened | NoteCode> {
  if (mime === 'image/heic') return openHeic(bytes)
  // What is broken is tried again leniently: half a picture is better than none, and it is said.
  const strict = await openWith(bytes, 'error')
  if (typeof strict === 'object' || strict === 'too-many-pixels') return strict
  const lenient = await openWith(bytes, 'none')
  return typeof lenient === 'object' ? { ...lenient, notes: ['cut-short'] } : lenient
}

async function openWith(bytes: Uint8Array, failOn: 'error' | 'none'): Promise<Opened | NoteCode> {
  try {
    const picture = sharp(bytes, { failOn, limitInputPixels: false, sequentialRead: true })
    const { width = 0, height = 0, autoOrient } = await picture.metadata()
    if (width * height > MOST_PIXELS) return 'too-many-pixels'
    return await pixelsOf(picture.autoOrient(), autoOrient.width ?? width, autoOrient.height ?? height)
  } catch {
    return 'unreadable'
  }
}

async function openHeic(bytes: Uint8Array): Promise<Opened | NoteCode> {
  try {
    const picture = await heicPicture(bytes)
    const { width, height } = await picture.metadata()
    return width * height > MOST_PIXELS ? 'too-many-pixels' : await pixelsOf(picture, width, height)
  } catch {
    return 'unreadable'
  }
}

async function pixelsOf(upright: Sharp, width: number, height: number): Promise<Opened> {
  const { data, info } = await upright
    .flatten({ background: '#ffffff' })
    .resize({ ...fitting(width, height), fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { pixels: { data, width: info.width, height: info.height }, width, height, notes: [] }
}

function fitting(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(
    1,
    LONGEST_SHORT_SIDE / Math.max(1, Math.min(width, height)),
    Math.sqrt(MOST_READ / Math.max(1, width * height)),
  )
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

function small(picture: Sharp): Promise<Uint8Array> {
  return picture
    .resize({ width: 480, height: 480, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72, chromaSubsampling: '4:2:0' })
    .toBuffer()
}

/** Whether each of 8 × 8 cells is brighter than its right neighbour: pictures that look alike differ in few bits. */
async function differenceHash(picture: Sharp): Promise<string> {
  const grey = await picture.greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer()
  let bits = ''
  for (let row = 0; row < 8; row += 1)
    for (let column = 0; column < 8; column += 1)
      bits += (grey[row * 9 + column] ?? 0) > (grey[row * 9 + column + 1] ?? 0) ? '1' : '0'
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0')
}

/** What the camera or the phone wrote into the file. Where it was taken is not read out, only that the file tells it. */
function metadataOf(bytes: Uint8Array): Pick<Decoded, 'dates' | 'hasPlace' | 'camera'> {
  try {
    const { exif, gps } = ExifReader.load(Buffer.from(bytes), { expanded: true })
    const taken = dateOf(exif?.DateTimeOriginal?.description, exif?.OffsetTimeOriginal?.description)
    const camera = [exif?.Make?.description, exif?.Model?.description].filter((part) => part !== undefined).join(' ')
    return {
      dates: taken === undefined ? [] : [taken],
      ...(gps?.Latitude === undefined ? {} : { hasPlace: true }),
      ...(camera.trim() === '' ? {} : { camera: camera.trim().slice(0, 80) }),
    }
  } catch {
    return { dates: [] }
  }
}

function dateOf(text: string | undefined, offset: string | undefined): FileDate | undefined {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(text ?? '')
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second] = match
  const stated = /^[+-]\d\d:\d\d$/.test(offset ?? '')
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}${stated ? offset : '+08:00'}`
  return Number.isNaN(Date.parse(at)) ? undefined : { at, from: 'exif', zone: stated ? 'stated' : 'assumed' }
}

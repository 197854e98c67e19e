import { constants } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { MIME_HEAD, mimeOf } from '../mime.ts'
import { type Decoded, nothingDecoded } from './decoded.ts'
import type { DkimKeys } from './mail.ts'
import { textLines, textOf } from './text-lines.ts'

const LARGEST_PICTURE = 200_000_000
const LARGEST_TEXT = 20_000_000

/**
 * What a file holds, by its content. Runs in a process of its own (see `process/reader.ts`): files come from strangers. Each
 * decoder is loaded when it is first needed.
 */
export async function decode(path: string, keys: DkimKeys): Promise<Decoded> {
  const { head, size } = await headOf(path)
  if (size === 0) return { ...nothingDecoded, notes: ['empty-file'] }
  const mime = (await mimeIn(head)) ?? chineseText(head)
  if (mime === undefined) return { ...nothingDecoded, notes: ['unknown-type'] }
  const decoded = await decodeAs(mime, path, size, keys).catch(
    (): Decoded => ({ ...nothingDecoded, notes: ['unreadable'] }),
  )
  return { ...decoded, mime }
}

/** The small picture of a file, where it is a picture. A link put in the place of the file meanwhile is not followed. */
export async function decodeSmall(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    const { head, size } = await headIn(file)
    const mime = await mimeIn(head)
    if (mime?.startsWith('image/') !== true || mime === 'image/svg+xml' || size > LARGEST_PICTURE) return undefined
    const { smallPicture } = await import('./picture.ts')
    return smallPicture(await file.readFile(), mime)
  } finally {
    await file.close()
  }
}

async function decodeAs(mime: string, path: string, size: number, keys: DkimKeys): Promise<Decoded> {
  const whole = async (largest: number, use: (bytes: Uint8Array) => Decoded | Promise<Decoded>): Promise<Decoded> =>
    size > largest ? { ...nothingDecoded, notes: ['too-large'] } : use(await readFile(path))
  // A drawing in SVG is a program that can reach out; it is kept and not opened.
  if (mime === 'image/svg+xml') return nothingDecoded
  if (mime.startsWith('image/')) {
    const { decodePicture } = await import('./picture.ts')
    return whole(LARGEST_PICTURE, (bytes) => decodePicture(bytes, mime))
  }
  if (/^(video|audio)\//.test(mime)) return (await import('./film.ts')).decodeFilm(path)
  if (mime === 'application/pdf') {
    const { decodePdf } = await import('./pdf.ts')
    return whole(LARGEST_PICTURE, decodePdf)
  }
  if (mime === 'message/rfc822') {
    const { decodeMail } = await import('./mail.ts')
    return whole(LARGEST_PICTURE, (bytes) => decodeMail(bytes, keys))
  }
  if (mime === 'text/html') {
    const { decodeWebPage } = await import('./web-page.ts')
    return whole(LARGEST_TEXT, decodeWebPage)
  }
  if (mime === 'text/plain')
    return whole(LARGEST_TEXT, (bytes) => ({ ...nothingDecoded, lines: textLines(textOf(bytes)) }))
  return nothingDecoded
}

async function mimeIn(head: Uint8Array): Promise<string | undefined> {
  return mimeOf(head) ?? (await fileTypeFromBuffer(head))?.mime
}

async function headOf(path: string): Promise<Head> {
  const file = await open(path)
  try {
    return await headIn(file)
  } finally {
    await file.close()
  }
}

type Head = { readonly head: Uint8Array; readonly size: number }

async function headIn(file: FileHandle): Promise<Head> {
  const head = new Uint8Array(MIME_HEAD)
  const { bytesRead } = await file.read(head, 0, MIME_HEAD, 0)
  return { head: head.subarray(0, bytesRead), size: (await file.stat()).size }
}

/** A text in GB18030 has no marks of its own: it is one when it decodes and is mostly Chinese. */
function chineseText(head: Uint8Array): string | undefined {
  if (head.includes(0)) return undefined
  const text = new TextDecoder('gb18030').decode(head)
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (text.slice(0, -2).includes('\uFFFD') || han * 4 < text.length) return undefined
  return 'text/plain'
}

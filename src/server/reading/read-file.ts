import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { FileDate } from './decode/decoded.ts'
import type { DkimKeys } from './decode/mail.ts'
import { fileNameDate } from './file-name-date.ts'
import type { FileText } from './file-text.ts'
import type { Reader } from './reader.ts'

/** A file and everything that was found in it. */
export type FileReading = FileText & {
  readonly sha256: string
  readonly bytes: number
  /** The moment the file itself tells it was taken at: camera, container, mail, saved page, and last its name. */
  readonly captured?: FileDate
}

/** Reads a file and hashes it; both see the file once, as a stream where it is large. */
export async function readFile(
  reader: Reader,
  path: string,
  { name = basename(path), keys }: { readonly name?: string; readonly keys?: DkimKeys } = {},
): Promise<FileReading> {
  const [digest, text] = await Promise.all([digestOf(path), reader.read(path, keys === undefined ? {} : { keys })])
  const fromName = fileNameDate(name)
  const dates = fromName === undefined ? text.dates : [...text.dates, fromName]
  const [captured] = dates
  return { ...text, ...digest, dates, ...(captured === undefined ? {} : { captured }) }
}

async function digestOf(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

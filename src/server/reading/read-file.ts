import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { PageKnowledge } from '../../core/reading/page-lexicon.ts'
import type { PageReading } from '../../core/reading/page-reading.ts'
import { readPage } from '../../core/reading/read-page.ts'
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
  /** What the page says of a purchase. */
  readonly says: PageReading
}

export type ReadFileOptions = {
  readonly knowledge: PageKnowledge
  /** The present moment, an instant as `parseInstant` gives it. */
  readonly now: string
  /** The name the file came with, when it lies under another one. */
  readonly name?: string
  readonly keys?: DkimKeys
}

/** Reads a file and hashes it; both see the file once, as a stream where it is large. */
export async function readFile(
  reader: Reader,
  path: string,
  { knowledge, now, name = basename(path), keys }: ReadFileOptions,
): Promise<FileReading> {
  const [digest, text] = await Promise.all([digestOf(path), reader.read(path, keys === undefined ? {} : { keys })])
  const fromName = fileNameDate(name)
  const dates = fromName === undefined ? text.dates : [...text.dates, fromName]
  const [captured] = dates
  const taken = captured === undefined ? {} : { capturedAt: captured.at }
  const says = placed(readPage(text.page, { knowledge, now, ...taken }), text)
  return { ...text, ...digest, dates, says, ...(captured === undefined ? {} : { captured }) }
}

/** Values on a page that had to be laid level are shown where their line really stands. */
function placed(says: PageReading, { lines, page }: FileText): PageReading {
  const isLevel = lines.every((line, index) => line.box?.y === page.lines[index]?.box?.y)
  if (isLevel) return says
  const there = <T extends { readonly line?: number }>(one: T): T => {
    const box = one.line === undefined ? undefined : lines[one.line]?.box
    return box === undefined ? one : { ...one, box }
  }
  const fields = Object.fromEntries(Object.entries(says.fields).map(([name, field]) => [name, there(field)]))
  return { ...says, fields, unread: says.unread.map(there), spots: says.spots.map(there) }
}

async function digestOf(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

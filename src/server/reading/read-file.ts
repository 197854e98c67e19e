import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { PageKnowledge } from '../../core/reading/page-lexicon.ts'
import { type Concluded, concluded } from './concluded.ts'
import type { DkimKeys } from './decode/mail.ts'
import type { FileText } from './file-text.ts'
import type { Reader } from './reader.ts'

/** A file and everything that was found in it. */
export type FileReading = FileText & Concluded & { readonly sha256: string; readonly bytes: number }

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
  return { ...text, ...digest, ...concluded(text, { knowledge, now, name }) }
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

import { Readable, type Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** One file to be packed. Its content is asked for when its turn comes, and never held whole. */
export type ZipEntry = {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
  /** Where it is known: lets a file beyond 4 GB be written in the form that such files need. */
  readonly bytes?: number
  /** Pictures and films do not get smaller. */
  readonly compress: boolean
}

export function textEntry(name: string, text: string): ZipEntry {
  return pieceEntry(name, Buffer.from(text))
}

export function pieceEntry(name: string, bytes: Uint8Array): ZipEntry {
  return { name, content: inOnePiece(bytes), compress: true }
}

/** What is in memory already, as content that streams. */
export async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/**
 * Writes a ZIP into `sink`, one entry after the other, and ends it. The same entries give the same bytes: every time is
 * the first that the format knows, because times in a ZIP depend on the zone of the machine.
 */
export async function writeZip(entries: AsyncIterable<ZipEntry>, sink: Writable): Promise<void> {
  const zip = new ZipFile()
  const stop = new AbortController()
  const written = pipeline(zip.outputStream, sink)
  const fed = feed(zip, entries, stop.signal)
  try {
    await Promise.all([written, fed])
  } catch (error) {
    stop.abort()
    sink.destroy()
    await Promise.allSettled([written, fed])
    throw error
  }
}

async function feed(zip: ZipFile, entries: AsyncIterable<ZipEntry>, signal: AbortSignal): Promise<void> {
  for await (const { name, content, bytes, compress } of entries) {
    signal.throwIfAborted()
    const source = Readable.from(content, { objectMode: false })
    const read = finished(source, { signal })
    const options = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100600, compress }
    zip.addReadStreamLazy(name, { ...options, ...(bytes === undefined ? {} : { size: bytes }) }, handedOver(source))
    try {
      await read
    } finally {
      source.destroy()
    }
  }
  zip.end()
}

/** Lets go of what was handed over: the list of a ZIP keeps this function to its end, for every entry. */
function handedOver(source: Readable): (take: (error: null, source: Readable) => void) => void {
  const once = [source]
  return (take) => {
    const next = once.pop()
    if (next !== undefined) take(null, next)
  }
}

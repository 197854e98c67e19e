import { createWriteStream } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { openPromise } from 'yauzl'
import { inOnePiece, writeZip } from './zip-writing.ts'

/** A ZIP in a fresh folder, as `write` fills it. */
export async function aZipFile<T>(write: (sink: Writable) => Promise<T>): Promise<{ path: string; result: T }> {
  const path = join(await mkdtemp(join(tmpdir(), 'youju-zip-')), '备份 1.zip')
  return { path, result: await write(createWriteStream(path)) }
}

/** What is in a ZIP, by name. */
export async function unzipped(path: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(path)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  return files
}

/** A ZIP of those files. */
export async function zipped(files: ReadonlyMap<string, Buffer>): Promise<string> {
  async function* entries() {
    for (const [name, bytes] of files) yield { name, content: inOnePiece(bytes), bytes: bytes.length, compress: false }
  }
  return (await aZipFile((sink) => writeZip(entries(), sink))).path
}

import { createHash, type Hash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { textEntry, writeZip, type ZipEntry } from '../zip/zip-writing.ts'
import { writtenPath } from './bag-manifest.ts'

export type BagRequest = {
  /** The one folder everything lies in; plain letters, so that every system can hold it. */
  readonly folder: string
  /** What the bag tells of itself, in this order; the size of the payload is added. */
  readonly info: readonly (readonly [label: string, value: string])[]
}

export type WrittenBag = { readonly files: number; readonly bytes: number }

const algorithms = ['sha256', 'sha512'] as const
type Digests = Readonly<Record<(typeof algorithms)[number], string>>

/**
 * Writes a BagIt 1.0 bag (RFC 8493) as a ZIP into `sink` and ends it: the payload as it comes, under `data/`, then what says how to
 * check it. Each file is seen once, as a stream. The same payload and request give the same bytes.
 */
export async function writeBag(
  payload: AsyncIterable<ZipEntry>,
  request: BagRequest,
  sink: Writable,
): Promise<WrittenBag> {
  const written = { files: 0, bytes: 0 }
  await writeZip(entries(payload, request, written), sink)
  return written
}

async function* entries(
  payload: AsyncIterable<ZipEntry>,
  { folder, info }: BagRequest,
  written: { files: number; bytes: number },
): AsyncGenerator<ZipEntry> {
  const listed: [string, Digests][] = []
  for await (const entry of payload) {
    const hashes = algorithms.map((algorithm) => createHash(algorithm))
    const count = { bytes: 0 }
    yield { ...entry, name: `${folder}/data/${entry.name}`, content: hashed(entry.content, hashes, count) }
    listed.push([`data/${entry.name}`, digestsOf(hashes)])
    written.files += 1
    written.bytes += count.bytes
  }
  const tagFiles: [string, string][] = [
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', infoText([...info, ['Payload-Oxum', `${written.bytes}.${written.files}`]])],
    ...algorithms.map((algorithm): [string, string] => [`manifest-${algorithm}.txt`, manifestText(listed, algorithm)]),
  ]
  const tags = tagFiles.map(([name, text]): [string, Digests] => [
    name,
    digestsOf(algorithms.map((algorithm) => createHash(algorithm).update(text))),
  ])
  const tagManifests = algorithms.map((algorithm): [string, string] => [
    `tagmanifest-${algorithm}.txt`,
    manifestText(tags, algorithm),
  ])
  for (const [name, text] of [...tagFiles, ...tagManifests]) yield textEntry(`${folder}/${name}`, text)
}

async function* hashed(
  content: AsyncIterable<Uint8Array>,
  hashes: readonly Hash[],
  count: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    for (const hash of hashes) hash.update(chunk)
    count.bytes += chunk.length
    yield chunk
  }
}

function digestsOf([sha256, sha512]: readonly Hash[]): Digests {
  return { sha256: sha256?.digest('hex') ?? '', sha512: sha512?.digest('hex') ?? '' }
}

/** As `sha256sum -c` reads it, run in the folder of the bag. */
function manifestText(files: readonly (readonly [string, Digests])[], algorithm: keyof Digests): string {
  const sorted = files.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([path, digests]) => `${digests[algorithm]}  ${writtenPath(path)}\n`).join('')
}

function infoText(info: readonly (readonly [string, string])[]): string {
  return info.map(([label, value]) => `${label}: ${value.replaceAll(/\s*[\r\n]+\s*/g, '\n  ')}\n`).join('')
}

import { createReadStream } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Finding } from '../../../core/case/log/finding-words.ts'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import { openZip, UnreadableEntry } from '../zip/zip-reading.ts'
import { MOST_FILES } from './bag-manifest.ts'

export type BagFile = {
  readonly bytes: number
  readonly read: () => AsyncIterable<Uint8Array>
  /** What a ZIP says its content sums up to. */
  readonly crc32?: number
}

/** The files of a bag by their path below its base folder, in a folder or a ZIP; read as they are asked for, never unpacked. */
export type BagSource = {
  /** The name of the base folder; empty where a ZIP has none. */
  readonly name: string
  readonly files: ReadonlyMap<string, BagFile>
  readonly findings: readonly Finding[]
  readonly close: () => void
}

const DEEPEST = 40
/** In bytes, as most file systems have it. */
const LONGEST_NAME = 255

/** What lies at a path; close it when done. */
export async function bagSource(path: string): Promise<Outcome<BagSource>> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true
  return isFolder ? done(await folderSource(path)) : zipSource(path)
}

/** Links and special files are named and not followed. */
async function folderSource(base: string): Promise<BagSource> {
  const files = new Map<string, BagFile>()
  const findings: Finding[] = []
  const walk = async (below: string, depth: number): Promise<void> => {
    for (const name of (await readdir(join(base, below))).sort()) {
      const path = below === '' ? name : `${below}/${name}`
      const place = join(base, path)
      const found = await lstat(place)
      if (files.size >= MOST_FILES || depth > DEEPEST) {
        findings.push({ what: 'too-many-files', item: below })
        return
      }
      if (found.isDirectory()) await walk(path, depth + 1)
      else if (!found.isFile()) findings.push({ what: found.isSymbolicLink() ? 'link' : 'special-file', item: path })
      else files.set(path, { bytes: found.size, read: () => createReadStream(place, { highWaterMark: 1 << 20 }) })
    }
  }
  await walk('', 1)
  return { name: basename(base), files, findings, close: () => undefined }
}

/** Names that stay below the base folder wherever they are unpacked, and no deeper than a folder may be. */
const safeName = /^(?=[^/]*(?:\/[^/]*){0,40}$)(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?!.*\/\/)[^\\\0:]+$/
/** What packs tighter than this is no picture, film or paper but made to fill disks. */
const TIGHTEST = 400
const SMALL = 10_000_000
/** Many small ones fill a disk as well. Pictures and films hardly shrink, and what is written here of them is not packed. */
const TIGHTEST_IN_ALL = 100
const SMALL_IN_ALL = 100_000_000

/** A bag in a ZIP lies in one folder there (RFC 8493, section 4); one without that folder is read too. */
async function zipSource(path: string): Promise<Outcome<BagSource>> {
  const opened = await openZip(path, safeName, { folders: true, most: 2 * MOST_FILES })
  if (!opened.ok) return opened
  const { entries, odd, overlapping, read, close } = opened.value
  const unpacked = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const { size } = await stat(path)
  if (unpacked > SMALL_IN_ALL && unpacked > size * TIGHTEST_IN_ALL) {
    close()
    return packedTooTight(path, size, unpacked)
  }
  const findings: Finding[] = [...odd, ...overlapping.map((item) => ({ what: 'entries-overlap', item }))]
  const names = [...entries.keys()]
  const base = names.includes('bagit.txt')
    ? ''
    : (/^[^/]+\//.exec(names.find((name) => /^[^/]+\/bagit\.txt$/.test(name)) ?? '')?.[0] ?? '')
  const files = new Map<string, BagFile>()
  for (const [name, entry] of entries) {
    if (name.split('/').some((part) => Buffer.byteLength(part) > LONGEST_NAME))
      findings.push({ what: 'entry-name', item: name.slice(0, 200) })
    else if (!name.startsWith(base)) findings.push({ what: 'beside-the-bag', item: name })
    else if (entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * TIGHTEST)
      findings.push({
        what: 'packed-too-tight',
        item: name,
        found: `${entry.compressedSize} → ${entry.uncompressedSize}`,
      })
    else if (entry.isEncrypted()) findings.push({ what: 'encrypted', item: name })
    else if (parents(name).some((folder) => entries.has(folder))) findings.push({ what: 'file-and-folder', item: name })
    else
      files.set(name.slice(base.length), { bytes: entry.uncompressedSize, read: () => read(entry), crc32: entry.crc32 })
  }
  return done({ name: base.slice(0, -1), files, findings, close })
}

function parents(name: string): readonly string[] {
  const parts = name.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

function packedTooTight(path: string, size: number, unpacked: number) {
  return refuse(
    'packed-too-tight',
    {
      zh: `${path} 只有 ${size} 字节，解开却有 ${unpacked} 字节，像是用来撑满磁盘的；没有取用任何内容`,
      en: `${path} has ${size} bytes and would unpack to ${unpacked}, as files do that are made to fill disks; nothing was taken`,
    },
    path,
  )
}

/** Files whose content cannot be read or is not what the ZIP says: all that can be told without manifests. */
export async function unreadableFiles({ files }: BagSource): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const [item, file] of files) {
    let sum = 0
    try {
      for await (const chunk of file.read()) sum = crc32(chunk, sum)
      if (file.crc32 !== undefined && sum !== file.crc32) findings.push({ what: 'changed', item })
    } catch (error) {
      if (!isDamage(error)) throw error
      findings.push({ what: 'unreadable', item })
    }
  }
  return findings
}

/** Whether an error says that the file, not the machine, is broken. */
export function isDamage(error: unknown): boolean {
  return error instanceof UnreadableEntry
}

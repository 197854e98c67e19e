import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'

/** A ZIP whose list of entries was read. Nothing is unpacked to the disk: an entry is a name, a size and bytes. */
export type OpenZip = {
  readonly entries: ReadonlyMap<string, Entry>
  /** Names that stand twice, lead elsewhere, are links or folders, or are not of the expected form. */
  readonly odd: readonly { readonly what: string; readonly item: string }[]
  /** Entries whose bytes lie over those of another: one content made to look like many. */
  readonly overlapping: readonly string[]
  /** The content; throws `UnreadableEntry` where the file is damaged. */
  readonly read: (entry: Entry) => AsyncIterable<Uint8Array>
  readonly close: () => void
}

/** What stands in a ZIP cannot be unpacked: its bytes are not what its own directory says. */
export class UnreadableEntry extends Error {}

/**
 * Opens a ZIP and reads its list. Only entries whose whole name fits `expected` are taken for entries; entries for folders are
 * odd too, but where `folders` lets them be passed over. One with more than `most` entries is refused before its list is read.
 */
export async function openZip(
  path: string,
  expected: RegExp,
  { folders = false, most = Number.POSITIVE_INFINITY }: { readonly folders?: boolean; readonly most?: number } = {},
): Promise<Outcome<OpenZip>> {
  let zip: ZipFile
  try {
    // Names stay bytes: they are judged here, each by itself, and one odd name does not hide the others.
    zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: true })
  } catch (error) {
    return unopened(path, error)
  }
  if (zip.entryCount > most) {
    zip.close()
    return tooMany(path, zip.entryCount)
  }
  try {
    return done({
      ...(await listed(zip, expected, folders)),
      read: (entry) => contentOf(zip, entry),
      close: () => zip.close(),
    })
  } catch (error) {
    zip.close()
    if (isMachinery(error)) throw error
    return notWhole(path, error)
  }
}

async function listed(
  zip: ZipFile,
  expected: RegExp,
  folders: boolean,
): Promise<Pick<OpenZip, 'entries' | 'odd' | 'overlapping'>> {
  const entries = new Map<string, Entry>()
  const odd: { what: string; item: string }[] = []
  const seen = new Set<string>()
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString('utf8')
    const item = JSON.stringify(name.slice(0, 200)).slice(1, -1)
    if (folders && name.endsWith('/') && entry.uncompressedSize === 0 && expected.test(name.slice(0, -1))) continue
    if (!expected.test(name)) odd.push({ what: 'entry-name', item })
    else if (seen.has(name)) odd.push({ what: 'entry-twice', item })
    else if (isSpecial(entry)) odd.push({ what: 'entry-link', item })
    else entries.set(name, entry)
    seen.add(name)
  }
  return { entries, odd, overlapping: overlapping(entries) }
}

function overlapping(entries: ReadonlyMap<string, Entry>): readonly string[] {
  let end = 0
  return [...entries]
    .sort(([, a], [, b]) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
    .flatMap(([name, { relativeOffsetOfLocalHeader: start, compressedSize }]) => {
      const covered = start < end
      end = Math.max(end, start + 30 + compressedSize)
      return covered ? [name] : []
    })
}

/** A symbolic link, a folder or a device by the mode that a Unix writer leaves. */
function isSpecial({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0o170000
  return versionMadeBy >>> 8 === 3 && kind !== 0 && kind !== 0o100000
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    yield* await zip.openReadStreamPromise(entry)
  } catch (error) {
    if (isMachinery(error) || !(error instanceof Error)) throw error
    throw new UnreadableEntry(error.message)
  }
}

/** A fault of the disk, not of the file. */
function isMachinery(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function unopened(path: string, error: unknown) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return refuse('file-unknown', { zh: `没有文件 ${path}`, en: `there is no file ${path}` }, path)
  if (code === 'EISDIR') return refuse('not-a-file', { zh: `${path} 是文件夹`, en: `${path} is a folder` }, path)
  if (code === 'EACCES' || code === 'EPERM')
    return refuse(
      'not-allowed',
      { zh: `没有权限读取 ${path}；请修改它的权限`, en: `no permission to read ${path}; change its rights` },
      path,
    )
  if (isMachinery(error)) throw error
  return notWhole(path, error)
}

function tooMany(path: string, entries: number) {
  return refuse(
    'zip-too-many',
    {
      zh: `${path} 里有 ${entries} 个文件，多得不合理；没有取用任何内容`,
      en: `${path} holds ${entries} files, too many to be true; nothing was taken`,
    },
    path,
  )
}

function notWhole(path: string, error: unknown) {
  const why = error instanceof Error ? error.message : String(error)
  return refuse(
    'zip-unreadable',
    {
      zh: `${path} 不是完整的 ZIP 文件（可能没有复制完，或已损坏）；没有取用任何内容，请换一份备份（${why}）`,
      en: `${path} is not a whole ZIP file (copied in part, or damaged); nothing was taken, use another copy (${why})`,
    },
    path,
  )
}

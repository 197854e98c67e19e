import { createHash } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExhibitFile } from '../../core/case/file/exhibit-file.ts'
import { done, type Outcome, type Refusal, refuse } from '../../core/values/refusal.ts'
import { MIME_HEAD, mimeOf } from '../reading/mime.ts'

const MOST_FILES = 2000
const DEEPEST = 8
/** What systems leave behind in folders; never evidence. */
const litter = /^(\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/i

export type FoundFiles = {
  /** In the order of their paths. */
  readonly files: readonly ExhibitFile[]
  /** Paths that begin with a dot and were passed over. */
  readonly hidden: readonly string[]
}

/** Everything in `evidence/` of a case folder, hashed. Links, pipes, sockets and devices are refused, not followed. */
export async function findExhibitFiles(folder: string): Promise<Outcome<FoundFiles>> {
  const found = await findExhibitPaths(folder)
  if (!found.ok) return found
  const files: ExhibitFile[] = []
  for (const path of found.value.paths) {
    const file = await hashed(folder, path)
    if (!file.ok) return file
    files.push(file.value)
  }
  return done({ files, hidden: found.value.hidden })
}

/** The paths of the same, in order; nothing is read. */
export async function findExhibitPaths(
  folder: string,
): Promise<Outcome<{ readonly paths: readonly string[]; readonly hidden: readonly string[] }>> {
  const top = await kindOf(join(folder, 'evidence'))
  if (top === 'absent') return done({ paths: [], hidden: [] })
  if (top !== 'folder') return top === 'file' ? notAFolder('evidence') : notOrdinary('evidence', top)
  const paths: string[] = []
  const hidden: string[] = []
  const fault = await walk(folder, 'evidence', 1, paths, hidden)
  if (fault !== undefined) return { ok: false, refusal: fault }
  const all = new Set(paths)
  return done({ paths: paths.sort().filter((one) => !isToken(one, all)), hidden: hidden.sort() })
}

/** A time stamp that lies beside the file it is about is no exhibit. */
function isToken(path: string, paths: ReadonlySet<string>): boolean {
  return path.endsWith('.tsr') && paths.has(path.slice(0, -'.tsr'.length))
}

/** What stands at a path, itself and not what a link there leads to. */
export async function kindOf(path: string): Promise<'absent' | 'folder' | 'file' | 'link' | 'special'> {
  const stat = await lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  })
  if (stat === undefined) return 'absent'
  return stat.isSymbolicLink() ? 'link' : stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'special'
}

/** Opens an ordinary file for reading; a link is not followed and a pipe does not block. */
export function openOrdinary(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
}

export function notOrdinary(path: string, kind: 'link' | 'special') {
  const name = shown(path)
  if (kind === 'link')
    return refuse(
      'symbolic-link',
      {
        zh: `${name} 是符号链接（快捷方式），不会跟随；请把真正的文件或文件夹复制过来`,
        en: `${name} is a symbolic link and is not followed; copy the real file or folder there`,
      },
      path,
    )
  return refuse(
    'special-file',
    {
      zh: `${name} 不是普通文件（管道、设备等）；请移走`,
      en: `${name} is not an ordinary file (a pipe, a device …); take it away`,
    },
    path,
  )
}

export function notAFolder(path: string) {
  return refuse('not-a-folder', { zh: `${shown(path)} 不是文件夹`, en: `${shown(path)} is not a folder` }, path)
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

async function walk(
  folder: string,
  at: string,
  depth: number,
  paths: string[],
  hidden: string[],
): Promise<Refusal | undefined> {
  if (depth > DEEPEST) return tooMany(at, `${DEEPEST} 层文件夹`, `${DEEPEST} levels of folders`)
  for (const entry of await readdir(join(folder, at), { withFileTypes: true, encoding: 'buffer' })) {
    const name = nameOf(entry)
    if (name === undefined) return badName(at, entry.name)
    const path = `${at}/${name}`
    if (litter.test(name)) continue
    if (name.startsWith('.')) {
      hidden.push(path)
      continue
    }
    const kind = await kindOf(join(folder, path))
    if (kind === 'link' || kind === 'special') return notOrdinary(path, kind).refusal
    if (kind === 'file') paths.push(path)
    if (paths.length > MOST_FILES) return tooMany('evidence', `${MOST_FILES} 个文件`, `${MOST_FILES} files`)
    const fault = kind === 'folder' ? await walk(folder, path, depth + 1, paths, hidden) : undefined
    if (fault !== undefined) return fault
  }
  return undefined
}

async function hashed(folder: string, path: string): Promise<Outcome<ExhibitFile>> {
  let handle: FileHandle
  try {
    handle = await openOrdinary(join(folder, path))
  } catch (error) {
    return unreadable(path, error)
  }
  try {
    if (!(await handle.stat()).isFile()) return notOrdinary(path, 'special')
    const hash = createHash('sha256')
    let [bytes, head] = [0, Buffer.alloc(0)]
    for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) {
      if (head.length < MIME_HEAD) head = Buffer.concat([head, chunk]).subarray(0, MIME_HEAD)
      bytes += chunk.length
      hash.update(chunk)
    }
    const mime = mimeOf(head)
    return done({ file: path, sha256: hash.digest('hex'), bytes, ...(mime === undefined ? {} : { mime }) })
  } finally {
    await handle.close()
  }
}

/** A file that cannot be opened: a link put there meanwhile, or missing rights. */
export function unreadable(path: string, error: unknown) {
  const code = codeOf(error)
  if (code === 'ELOOP') return notOrdinary(path, 'link')
  if (code === 'EACCES' || code === 'EPERM')
    return refuse(
      'not-allowed',
      {
        zh: `没有权限读取 ${shown(path)}；请修改它的权限`,
        en: `no permission to read ${shown(path)}; change its rights`,
      },
      path,
    )
  throw error
}

function nameOf(entry: Dirent<Buffer>): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry.name)
  } catch {
    return undefined
  }
}

function badName(at: string, name: Buffer): Refusal {
  const bytes = name.toString('latin1').replaceAll(/[^ -~]/g, '?')
  return refuse(
    'file-name-off',
    {
      zh: `${at}/ 里有一个文件名不是 UTF-8（${bytes}）；请给它改名`,
      en: `a file name in ${at}/ is not UTF-8 (${bytes}); rename it`,
    },
    at,
  ).refusal
}

function tooMany(at: string, zh: string, en: string): Refusal {
  return refuse(
    'evidence-too-many',
    {
      zh: `${at} 超过 ${zh}；请只放与本案有关的文件`,
      en: `${at} has more than ${en}; keep only what belongs to this case`,
    },
    at,
  ).refusal
}

/** A path in a message: line ends in a name cannot break the line. */
function shown(path: string): string {
  return path.replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}

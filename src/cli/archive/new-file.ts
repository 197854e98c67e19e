import { randomBytes } from 'node:crypto'
import { link, lstat, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { type Outcome, refuse } from '../../core/values/refusal.ts'

/**
 * Writes a new file by way of a sink: it is there whole and on the disk, or not at all. A file that is there already is
 * not overwritten.
 */
export async function writeNewFile<T>(
  path: string,
  write: (sink: Writable) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (await isThere(path)) return thereAlready(path)
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  try {
    const file = await open(draft, 'wx', 0o600)
    const written = await write(file.createWriteStream()).finally(() => file.close())
    if (!written.ok) return written
    await sync(draft)
    if (!(await moveTo(draft, path))) return thereAlready(path)
    if (process.platform !== 'win32') await sync(dirname(path))
    return written
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return refuse(
      'folder-unknown',
      { zh: `没有文件夹 ${dirname(path)}；请先建好`, en: `there is no folder ${dirname(path)}; make it first` },
      path,
    )
  } finally {
    await rm(draft, { force: true })
  }
}

/** By a second name, which is refused where the first is taken; on file systems without such, by renaming. */
async function moveTo(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || (await isThere(path))) return false
    await rename(draft, path)
    return true
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    },
  )
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

export function thereAlready(path: string) {
  return refuse(
    'file-there-already',
    {
      zh: `${path} 已经存在，没有覆盖；请换一个文件名`,
      en: `${path} is there already and was not overwritten; choose another name`,
    },
    path,
  )
}

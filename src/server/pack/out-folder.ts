import { chmod, mkdir, mkdtemp, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { earlierFiles, manifestName, sha256 } from './manifest.ts'

/** A folder that may be written, and what it holds that is not of an earlier pack. */
export type OutFolder = { readonly path: string; readonly exists: boolean; readonly foreign: readonly string[] }

/**
 * Looks before anything is written: the folder must not be, hold, or lie in the evidence of the case folder, and
 * files of an earlier pack that the user has changed since stay where they are.
 */
export async function checkOut(out: string, caseFolder: string): Promise<Outcome<OutFolder>> {
  const path = await realPathOf(resolve(out))
  const from = await realPathOf(resolve(caseFolder))
  if (isWithin(from, path) || isWithin(path, join(from, 'evidence')))
    return refuse('out-in-case', {
      zh: `输出文件夹不能是案件文件夹本身、它的上级或它的 evidence 文件夹：${out}；请另选一个，例如 -o ${basename(from)}-papers`,
      en: `OUT cannot be the case folder, a folder above it, or its evidence folder: ${out}; choose another, such as -o ${basename(from)}-papers`,
    })
  const found = await stat(path).catch(() => undefined)
  if (!found) return done({ path, exists: false, foreign: [] })
  if (!found.isDirectory())
    return refuse('out-not-a-folder', {
      zh: `${out} 不是文件夹；请换一个名字`,
      en: `${out} is not a folder; choose another name`,
    })
  const names = await readdir(path)
  const earlier = await earlierPack(path)
  const changed = await changedSince(path, earlier)
  if (changed.length > 0)
    return refuse('out-changed', {
      zh: `${out} 里上次生成的文件被改过，没有覆盖：${changed.join('、')}；请先把它们移走或改名，或换一个输出文件夹`,
      en: `Files of the last pack in ${out} were changed and are not overwritten: ${changed.join(', ')}; move or rename them first, or choose another folder`,
    })
  const own = new Set([...earlier.keys(), ...(earlier.size > 0 ? [manifestName] : [])])
  return done({ path, exists: true, foreign: names.filter((name) => !own.has(name)) })
}

/** Whether writing these names would overwrite something that no pack made. */
export function checkForeign(out: OutFolder, names: readonly string[]): Outcome<OutFolder> {
  const taken = names.filter((name) => out.foreign.some((other) => other.toLowerCase() === name.toLowerCase()))
  if (taken.length === 0) return done(out)
  return refuse('out-taken', {
    zh: `${out.path} 里已有不是有据生成的同名文件，没有覆盖：${taken.join('、')}；请换一个输出文件夹，或先移走它们`,
    en: `${out.path} holds files of the same name that youju did not make; nothing was overwritten: ${taken.join(', ')}; choose another folder or move them first`,
  })
}

/**
 * Puts a whole pack in place at once: everything is written and flushed beside the folder, then takes its name. What
 * the folder held of an earlier pack goes; anything else in it stays. A new folder is for its owner alone.
 */
export async function replaceOut(out: OutFolder, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const parent = dirname(out.path)
  await mkdir(parent, { recursive: true })
  const fresh = await mkdtemp(join(parent, `.${basename(out.path)}-`))
  try {
    for (const [name, bytes] of files) await writeFlushed(join(fresh, name), bytes)
    if (!out.exists) await rename(fresh, out.path)
    else await swap(out, fresh)
    await flushFolder(parent)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    throw error
  }
}

async function swap(out: OutFolder, fresh: string): Promise<void> {
  const old = `${fresh}-old`
  await chmod(fresh, (await stat(out.path)).mode & 0o777)
  await rename(out.path, old)
  await rename(fresh, out.path).catch(async (error: unknown) => {
    await rename(old, out.path)
    throw error
  })
  for (const name of out.foreign) await rename(join(old, name), join(out.path, name))
  await rm(old, { recursive: true, force: true })
}

async function earlierPack(path: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(path, manifestName), 'utf8').catch(() => undefined)
  return (text === undefined ? undefined : earlierFiles(text)) ?? new Map()
}

async function changedSince(path: string, earlier: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const changed: string[] = []
  for (const [name, digest] of earlier) {
    const bytes = await readFile(join(path, name)).catch(() => undefined)
    if (bytes && sha256(bytes) !== digest) changed.push(name)
  }
  return changed
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o644)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Some systems do not let a folder be opened; then the rename stands on their own promise. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

/** The real path of what exists; of a path that does not, the real path of its nearest parent that does. */
async function realPathOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined)
  if (real !== undefined || dirname(path) === path) return real ?? path
  return join(await realPathOf(dirname(path)), basename(path))
}

/** Whether `path` is `folder` or lies below it. */
function isWithin(path: string, folder: string): boolean {
  const steps = relative(folder, path)
  return steps === '' || (steps !== '..' && !steps.startsWith(`..${sep}`) && resolve(folder, steps) === path)
}

import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isAbsent, namesIn } from './absent.ts'
import { sidecarFile } from './original-file.ts'
import type { Sidecar } from './vault.ts'

const sidecarName = /^([0-9a-f]{64})\.(reading|thumbnail)-\d{1,6}\.(json|jpg)$/

/** `ab/abcdef….reading-1.json`, beside the original at `place`. */
function pathOf(place: string, sidecar: Sidecar): string {
  return `${place}.${sidecarFile(sidecar)}`
}

/** Whether a name on a shelf is that of something kept beside one of these originals. */
export function isSidecarName(name: string, originals: ReadonlySet<string>): boolean {
  const [, original = ''] = sidecarName.exec(name) ?? []
  return originals.has(original)
}

export async function readSidecar(place: string, sidecar: Sidecar): Promise<Uint8Array | undefined> {
  try {
    return await readFile(pathOf(place, sidecar))
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/** Moved into place once it is whole. It is not waited for the disk: what is lost is derived again. */
export async function keepSidecar(
  place: string,
  sidecar: Sidecar,
  content: Uint8Array,
  incoming: string,
): Promise<void> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const temporary = join(incoming, randomUUID())
  try {
    await writeFile(temporary, content, { flag: 'wx', mode: 0o600 })
    await rename(temporary, pathOf(place, sidecar))
  } finally {
    await rm(temporary, { force: true })
  }
  await removeSidecars(place, (path) => path !== pathOf(place, sidecar) && path.startsWith(`${place}.${sidecar.name}-`))
}

/** Drops what is kept beside an original, all of it unless told which. */
export async function removeSidecars(place: string, which: (path: string) => boolean = () => true): Promise<void> {
  const folder = dirname(place)
  for (const name of await namesIn(folder)) {
    const isOurs = name.startsWith(`${basename(place)}.`) && sidecarName.test(name)
    if (isOurs && which(join(folder, name))) await rm(join(folder, name), { force: true })
  }
}

import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isAbsent, namesIn } from './absent.ts'
import { isSidecarName, keepSidecar, readSidecar, removeSidecars } from './folder-sidecars.ts'
import { checkedDigest, digestName, writeThrough } from './original-file.ts'
import { syncFolder } from './sync-folder.ts'
import type { Original, Vault } from './vault.ts'

/** Where content lies until it is whole. */
const INCOMING = 'incoming'

/** A vault in a folder: `ab/abcdef…`, written beside and moved into place once it is whole and on the disk. */
export function folderVault(root: string): Vault {
  const placeOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256)
  return {
    put: (content) => put(root, placeOf, content),
    async read(sha256, range) {
      const bytes = await sizeOf(placeOf(checkedDigest(sha256)))
      return bytes === undefined ? undefined : createReadStream(placeOf(sha256), range)
    },
    size: (sha256) => sizeOf(placeOf(checkedDigest(sha256))),
    list: () => list(root),
    dropIncoming: () => rm(join(root, INCOMING), { recursive: true, force: true }),
    strays: () => strays(root),
    async remove(sha256) {
      const place = placeOf(checkedDigest(sha256))
      if ((await sizeOf(place)) === undefined) return false
      await unlink(place)
      await removeSidecars(place)
      await syncFolder(dirname(place))
      return true
    },
    async withFile(sha256, use) {
      const place = placeOf(checkedDigest(sha256))
      return (await sizeOf(place)) === undefined ? undefined : use(place)
    },
    sidecar: (sha256, sidecar) => readSidecar(placeOf(checkedDigest(sha256)), sidecar),
    async keepSidecar(sha256, sidecar, content) {
      const place = placeOf(checkedDigest(sha256))
      if ((await sizeOf(place)) === undefined) return false
      await keepSidecar(place, sidecar, content, join(root, INCOMING))
      // Erased meanwhile: what was found in it goes too.
      if ((await sizeOf(place)) !== undefined) return true
      await removeSidecars(place)
      return false
    },
  }
}

async function put(
  root: string,
  placeOf: (sha256: string) => string,
  content: AsyncIterable<Uint8Array>,
): Promise<Original> {
  const incoming = join(root, INCOMING)
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const temporary = join(incoming, randomUUID())
  try {
    const original = await writeThrough(temporary, content)
    const place = placeOf(original.sha256)
    if ((await sizeOf(place)) === original.bytes) return original
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await chmod(temporary, 0o400)
    await rename(temporary, place)
    await syncFolder(dirname(place))
    await syncFolder(root)
    return original
  } finally {
    await rm(temporary, { force: true })
  }
}

async function* list(root: string): AsyncGenerator<Original> {
  for (const shelf of (await namesIn(root)).filter(isShelf))
    for (const sha256 of await namesIn(join(root, shelf))) {
      const bytes = isOn(shelf, sha256) ? await sizeOf(join(root, shelf, sha256)) : undefined
      if (bytes !== undefined) yield { sha256, bytes }
    }
}

async function* strays(root: string): AsyncGenerator<string> {
  for (const name of await namesIn(root)) {
    if (!isShelf(name)) {
      if (name !== INCOMING) yield name
      continue
    }
    const inners = await namesIn(join(root, name))
    const originals = new Set(inners.filter((inner) => isOn(name, inner)))
    for (const inner of inners)
      if (
        !isSidecarName(inner, originals) &&
        (!isOn(name, inner) || (await sizeOf(join(root, name, inner))) === undefined)
      )
        yield `${name}/${inner}`
  }
}

function isShelf(name: string): boolean {
  return /^[0-9a-f]{2}$/.test(name)
}

function isOn(shelf: string, name: string): boolean {
  return digestName.test(name) && name.startsWith(shelf)
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : undefined
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isAbsent, namesIn } from './absent.ts'
import { isSidecarName, keepSidecar, readSidecar, removeSidecars } from './folder-sidecars.ts'
import { syncFolder } from './sync-folder.ts'
import type { Original, Vault } from './vault.ts'

const digestName = /^[0-9a-f]{64}$/
/** Where content lies until it is whole. */
const INCOMING = 'incoming'

/** A vault in a folder: `ab/abcdef…`, written beside and moved into place once it is whole and on the disk. */
export function folderVault(root: string): Vault {
  const placeOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256)
  return {
    put: (content) => put(root, placeOf, content),
    async read(sha256, range) {
      const bytes = await sizeOf(placeOf(checked(sha256)))
      return bytes === undefined ? undefined : createReadStream(placeOf(sha256), range)
    },
    size: (sha256) => sizeOf(placeOf(checked(sha256))),
    list: () => list(root),
    dropIncoming: () => rm(join(root, INCOMING), { recursive: true, force: true }),
    strays: () => strays(root),
    async remove(sha256) {
      const place = placeOf(checked(sha256))
      if ((await sizeOf(place)) === undefined) return false
      await unlink(place)
      await removeSidecars(place)
      await syncFolder(dirname(place))
      return true
    },
    async withFile(sha256, use) {
      const place = placeOf(checked(sha256))
      return (await sizeOf(place)) === undefined ? undefined : use(place)
    },
    sidecar: (sha256, sidecar) => readSidecar(placeOf(checked(sha256)), sidecar),
    async keepSidecar(sha256, sidecar, content) {
      const place = placeOf(checked(sha256))
      if ((await sizeOf(place)) === undefined) return false
      await keepSidecar(place, sidecar, content, join(root, INCOMING))
      // Erased meanwhile: what was found in it goes too.
      if ((await sizeOf(place)) !== undefined) return true
      await removeSidecars(place)
      return false
    },
  }
}

function checked(sha256: string): string {
  if (!digestName.test(sha256)) throw new RangeError(`not a SHA-256: ${sha256}`)
  return sha256
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

async function writeThrough(path: string, content: AsyncIterable<Uint8Array>): Promise<Original> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of content) {
      // The disk writes while the digest is reckoned.
      const written = file.writeFile(chunk)
      hash.update(chunk)
      bytes += chunk.length
      await written
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
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

import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Original, Sidecar } from './vault.ts'

export const digestName = /^[0-9a-f]{64}$/

const endings: Readonly<Record<Sidecar['name'], string>> = { reading: 'json', thumbnail: 'jpg' }

/** A digest as it is; anything else is no name of an original. */
export function checkedDigest(sha256: string): string {
  if (!digestName.test(sha256)) throw new RangeError(`not a SHA-256: ${sha256}`)
  return sha256
}

/** `reading-1.json` */
export function sidecarFile({ name, version }: Sidecar): string {
  return `${name}-${version}.${endings[name]}`
}

/** Writes content to a new file, on the disk when done, and tells its digest. */
export async function writeThrough(path: string, content: AsyncIterable<Uint8Array>): Promise<Original> {
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

import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { checkedDigest, digestName, sidecarFile, writeThrough } from './original-file.ts'
import type { S3Bucket } from './s3-bucket.ts'
import type { Original, Sidecar, Vault } from './vault.ts'

/** What is sent in one piece: more goes in parts of this size, one of which is held in memory. */
const PART = 8 * 1024 * 1024

/**
 * A vault in a bucket: originals at `originals/ab/abcdef…`, what was derived from them at `derived/abcdef…/reading-1.json`.
 * What comes in lies in `spool`, a folder of this machine, until its digest is known.
 */
export function s3Vault(bucket: S3Bucket, spool: string): Vault {
  const sizeOf = (sha256: string) => bucket.size(keyOf(sha256))
  const dropDerived = async (below: string, but?: string) => {
    for await (const { key } of bucket.list(below)) if (key !== but) await bucket.remove(key)
  }
  return {
    put: (content) => put(bucket, spool, content),
    async read(sha256, range) {
      const stream = await bucket.read(keyOf(checkedDigest(sha256)), range)
      return stream && Readable.fromWeb(stream as WebStream)
    },
    size: (sha256) => sizeOf(checkedDigest(sha256)),
    async *list() {
      for await (const { key, bytes } of bucket.list('originals/')) {
        const sha256 = digestIn(key)
        if (sha256 !== undefined) yield { sha256, bytes }
      }
    },
    async *strays() {
      for await (const { key } of bucket.list('originals/'))
        if (digestIn(key) === undefined) yield key.slice('originals/'.length)
    },
    dropIncoming: () => rm(spool, { recursive: true, force: true }),
    async remove(sha256) {
      if ((await sizeOf(checkedDigest(sha256))) === undefined) return false
      await bucket.remove(keyOf(sha256))
      await dropDerived(`derived/${sha256}/`)
      return true
    },
    async withFile(sha256, use) {
      const stream = await bucket.read(keyOf(checkedDigest(sha256)))
      if (stream === undefined) return undefined
      await mkdir(spool, { recursive: true, mode: 0o700 })
      const path = join(spool, randomUUID())
      try {
        const fetched = await writeThrough(path, Readable.fromWeb(stream as WebStream))
        if (fetched.sha256 !== sha256) throw new Error(`${sha256} came back from the object storage changed`)
        return await use(path)
      } finally {
        await rm(path, { force: true })
      }
    },
    async sidecar(sha256, sidecar) {
      const stream = await bucket.read(derivedKey(checkedDigest(sha256), sidecar))
      return stream && new Uint8Array(await new Response(stream).arrayBuffer())
    },
    async keepSidecar(sha256, sidecar, content) {
      if ((await sizeOf(checkedDigest(sha256))) === undefined) return false
      const key = derivedKey(sha256, sidecar)
      await bucket.put(key, content)
      await dropDerived(`derived/${sha256}/${sidecar.name}-`, key)
      // Erased meanwhile: what was found in it goes too.
      if ((await sizeOf(sha256)) !== undefined) return true
      await dropDerived(`derived/${sha256}/`)
      return false
    },
  }
}

async function put(bucket: S3Bucket, spool: string, content: AsyncIterable<Uint8Array>): Promise<Original> {
  await mkdir(spool, { recursive: true, mode: 0o700 })
  const path = join(spool, randomUUID())
  try {
    const original = await writeThrough(path, content)
    const key = keyOf(original.sha256)
    if ((await bucket.size(key)) === original.bytes) return original
    if (original.bytes > PART) await bucket.putParts(key, partsOf(path))
    else for await (const only of partsOf(path)) await bucket.put(key, only)
    return original
  } finally {
    await rm(path, { force: true })
  }
}

/** A file in pieces of one size, the last one shorter; an empty file is one empty piece. */
async function* partsOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    for (let at = 0; ; at += PART) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(PART), 0, PART, at)
      if (bytesRead > 0 || at === 0) yield buffer.subarray(0, bytesRead)
      if (bytesRead < PART) return
    }
  } finally {
    await file.close()
  }
}

function keyOf(sha256: string): string {
  return `originals/${sha256.slice(0, 2)}/${sha256}`
}

function digestIn(key: string): string | undefined {
  const [, shelf, name = ''] = key.split('/')
  return digestName.test(name) && key === keyOf(name) && shelf === name.slice(0, 2) ? name : undefined
}

function derivedKey(sha256: string, sidecar: Sidecar): string {
  return `derived/${sha256}/${sidecarFile(sidecar)}`
}

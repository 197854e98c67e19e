import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFauxqs } from 'fauxqs'
import { afterAll, describe, expect, it } from 'vitest'
import { folderVault } from './folder-vault.ts'
import { readS3Address } from './s3-address.ts'
import { s3Bucket } from './s3-bucket.ts'
import { s3Vault } from './s3-vault.ts'
import type { Original, Sidecar, Vault } from './vault.ts'

const storage = await startFauxqs({ port: 0, logger: false })
afterAll(() => storage.stop())
const keys = { YOUJU_S3_ACCESS_KEY_ID: 'test', YOUJU_S3_SECRET_ACCESS_KEY: 'test' }

const adapters: readonly (readonly [
  name: string,
  make: () => Promise<{
    vault: Vault
    leftovers: () => Promise<readonly string[]>
    /** Puts something there by another way. */
    stray: () => Promise<void>
    /** Leaves a delivery half done, as a process that was killed does. */
    breakOff: () => Promise<void>
  }>,
])[] = [
  [
    'a folder',
    async () => {
      const root = await mkdtemp(join(tmpdir(), 'youju-vault-'))
      return {
        vault: folderVault(root),
        leftovers: () => readdir(join(root, 'incoming')).catch(() => []),
        breakOff: () => writeFile(join(root, 'incoming', 'half'), 'half an original'),
        async stray() {
          await mkdir(join(root, 'ab'), { recursive: true })
          await writeFile(join(root, 'ab', 'f'.repeat(64)), 'x')
        },
      }
    },
  ],
  [
    'a bucket',
    async () => {
      const name = `vault-${randomUUID()}`
      storage.createBucket(name)
      const address = readS3Address(`s3://${name}/clinic/one?endpoint=${storage.address}`, keys)
      if (!address.ok) throw new Error(address.refusal.text.en)
      const [bucket, spool] = [s3Bucket(address.value), await mkdtemp(join(tmpdir(), 'youju-vault-'))]
      return {
        vault: s3Vault(bucket, spool),
        leftovers: () => readdir(spool).catch(() => []),
        breakOff: () => writeFile(join(spool, 'half'), 'half an original'),
        stray: () => bucket.put(`originals/ab/${'f'.repeat(64)}`, new Uint8Array([1])),
      }
    },
  ],
]

async function* bytes(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield new TextEncoder().encode(part)
}

async function textOf(content: AsyncIterable<Uint8Array> | undefined): Promise<string | undefined> {
  if (content === undefined) return undefined
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function listed(vault: Vault): Promise<readonly Original[]> {
  const all: Original[] = []
  for await (const original of vault.list()) all.push(original)
  return all
}

async function namesOf(names: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = []
  for await (const name of names) all.push(name)
  return all
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

describe.each(adapters)('a vault in %s', (_name, make) => {
  it('keeps bytes under their digest and gives them back, whole or a part', async () => {
    const { vault } = await make()
    const kept = await vault.put(bytes('开箱', '视频'))
    expect(kept).toEqual({ sha256: digest('开箱视频'), bytes: 12 })
    expect(await textOf(await vault.read(kept.sha256))).toBe('开箱视频')
    expect(await textOf(await vault.read(kept.sha256, { start: 0, end: 5 }))).toBe('开箱')
    expect(await vault.size(kept.sha256)).toBe(12)
  })

  it('keeps the same bytes once', async () => {
    const { vault, leftovers } = await make()
    await Promise.all([vault.put(bytes('a')), vault.put(bytes('a')), vault.put(bytes('b'))])
    expect((await listed(vault)).map(({ sha256 }) => sha256)).toEqual([digest('a'), digest('b')].sort())
    expect(await leftovers()).toEqual([])
  })

  it('keeps nothing of a delivery that breaks off', async () => {
    const { vault, leftovers } = await make()
    async function* breaking() {
      yield new Uint8Array([1, 2, 3])
      throw new Error('connection lost')
    }
    await expect(vault.put(breaking())).rejects.toThrow('connection lost')
    expect(await listed(vault)).toEqual([])
    expect(await leftovers()).toEqual([])
  })

  it('says when it has nothing of that digest, and takes no other name', async () => {
    const { vault } = await make()
    expect(await vault.read(digest('none'))).toBeUndefined()
    expect(await vault.size(digest('none'))).toBeUndefined()
    expect(() => vault.size('../../etc/passwd')).toThrow('not a SHA-256')
  })

  it('names what lies there and is no original, and nothing that it put there itself', async () => {
    const { vault, stray } = await make()
    await vault.put(bytes('开箱'))
    expect(await namesOf(vault.strays())).toEqual([])
    await stray()
    expect(await namesOf(vault.strays())).toHaveLength(1)
    expect(await listed(vault)).toHaveLength(1)
  })

  it('lets go of what is erased', async () => {
    const { vault } = await make()
    const { sha256 } = await vault.put(bytes('private'))
    expect(await vault.remove(sha256)).toBe(true)
    expect(await vault.remove(sha256)).toBe(false)
    expect(await vault.read(sha256)).toBeUndefined()
  })

  it('lets go of what a process that was killed left on its way in', async () => {
    const { vault, leftovers, breakOff } = await make()
    const { sha256 } = await vault.put(bytes('kept'))
    await breakOff()
    expect(await leftovers()).toEqual(['half'])
    await vault.dropIncoming()
    expect(await leftovers()).toEqual([])
    expect(await textOf(await vault.read(sha256))).toBe('kept')
  })

  it('lends a path to an original for as long as it is used', async () => {
    const { vault } = await make()
    const { sha256 } = await vault.put(bytes('开箱'))
    expect(await vault.withFile(sha256, (path) => readFile(path, 'utf8'))).toBe('开箱')
    expect(await vault.withFile(digest('none'), () => Promise.resolve('used'))).toBeUndefined()
  })

  describe('beside an original', () => {
    const reading = (version: number): Sidecar => ({ name: 'reading', version })
    const text = (content: Uint8Array | undefined) => content && new TextDecoder().decode(content)
    const encoded = (content: string) => new TextEncoder().encode(content)

    it('keeps what was found in it, by name, and counts none of it as an original or a stray', async () => {
      const { vault, leftovers } = await make()
      const { sha256 } = await vault.put(bytes('开箱'))
      expect(await vault.sidecar(sha256, reading(1))).toBeUndefined()
      expect(await vault.keepSidecar(sha256, reading(1), encoded('{"lines":[]}'))).toBe(true)
      expect(await vault.keepSidecar(sha256, { name: 'thumbnail', version: 1 }, encoded('jpeg'))).toBe(true)
      expect(text(await vault.sidecar(sha256, reading(1)))).toBe('{"lines":[]}')
      expect(text(await vault.sidecar(sha256, { name: 'thumbnail', version: 1 }))).toBe('jpeg')
      expect(await listed(vault)).toEqual([{ sha256, bytes: 6 }])
      expect(await namesOf(vault.strays())).toEqual([])
      expect(await leftovers()).toEqual([])
    })

    it('has nothing of a newer version until it is kept, and then nothing of the older', async () => {
      const { vault } = await make()
      const { sha256 } = await vault.put(bytes('开箱'))
      await vault.keepSidecar(sha256, reading(1), encoded('old'))
      await vault.keepSidecar(sha256, { name: 'thumbnail', version: 1 }, encoded('jpeg'))
      expect(await vault.sidecar(sha256, reading(2))).toBeUndefined()
      await vault.keepSidecar(sha256, reading(2), encoded('new'))
      await vault.keepSidecar(sha256, reading(2), encoded('newer'))
      expect(text(await vault.sidecar(sha256, reading(2)))).toBe('newer')
      expect(await vault.sidecar(sha256, reading(1))).toBeUndefined()
      expect(text(await vault.sidecar(sha256, { name: 'thumbnail', version: 1 }))).toBe('jpeg')
    })

    it('lets go of it with the original, and keeps nothing beside what is not there', async () => {
      const { vault } = await make()
      const { sha256 } = await vault.put(bytes('private'))
      await vault.keepSidecar(sha256, reading(1), encoded('private words'))
      await vault.remove(sha256)
      expect(await vault.sidecar(sha256, reading(1))).toBeUndefined()
      expect(await vault.keepSidecar(sha256, reading(1), encoded('late'))).toBe(false)
      await vault.put(bytes('private'))
      expect(await vault.sidecar(sha256, reading(1))).toBeUndefined()
      expect(await namesOf(vault.strays())).toEqual([])
    })
  })
})

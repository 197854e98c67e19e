import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFauxqs } from 'fauxqs'
import { afterAll, describe, expect, it } from 'vitest'
import { readS3Address } from './s3-address.ts'
import { s3Bucket } from './s3-bucket.ts'
import { s3Vault } from './s3-vault.ts'
import { VaultUnusable } from './vault-unusable.ts'

const keys = { YOUJU_S3_ACCESS_KEY_ID: 'id', YOUJU_S3_SECRET_ACCESS_KEY: 'geheim' }
const storage = await startFauxqs({ port: 0, logger: false })
afterAll(() => storage.stop())

async function vaultAt(endpoint: string, name = `b-${randomUUID()}`) {
  const address = readS3Address(`s3://${name}?endpoint=${endpoint}`, keys)
  if (!address.ok) throw new Error(address.refusal.text.en)
  const spool = await mkdtemp(join(tmpdir(), 'youju-spool-'))
  const bucket = s3Bucket(address.value)
  return { vault: s3Vault(bucket, spool), bucket, spool, name }
}

async function* pieces(total: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < total; at += 1 << 20) yield Buffer.alloc(Math.min(1 << 20, total - at), at >> 20)
}

/** A server between the vault and the storage that does something to requests first. */
async function between(meddle: (request: IncomingMessage, response: ServerResponse) => boolean): Promise<string> {
  const server = createServer((request, response) => {
    if (meddle(request, response)) return
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const { method = 'GET', url = '/', headers } = request
      const body = ['GET', 'HEAD'].includes(method) ? {} : { body: Buffer.concat(chunks) }
      const { host: _host, connection: _connection, 'content-length': _length, ...rest } = headers
      const answer = await fetch(storage.address + url, { method, headers: rest as Record<string, string>, ...body })
      const length = answer.headers.get('content-length')
      response.writeHead(answer.status, {
        ...(answer.headers.has('etag') && { etag: answer.headers.get('etag') ?? '' }),
        ...(length !== null && method === 'HEAD' && { 'content-length': length }),
      })
      response.end(Buffer.from(await answer.arrayBuffer()))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('a vault in a bucket', () => {
  it('keeps what is larger than a part, and lists more than a page', async () => {
    const { vault, bucket, name, spool } = await vaultAt(storage.address)
    storage.createBucket(name)
    const large = await vault.put(pieces((20 << 20) + 7))
    const hash = createHash('sha256')
    for await (const piece of pieces((20 << 20) + 7)) hash.update(piece)
    expect(large).toEqual({ sha256: hash.digest('hex'), bytes: (20 << 20) + 7 })
    expect(await vault.size(large.sha256)).toBe(large.bytes)
    expect(
      await vault.withFile(large.sha256, async () => 'the digest of what came back was held against its name'),
    ).toBeDefined()
    expect(await readdir(spool)).toEqual([])
    const digests = Array.from({ length: 1_005 }, (_, n) => createHash('sha256').update(`${n}`).digest('hex'))
    for (let at = 0; at < digests.length; at += 67)
      await Promise.all(
        digests.slice(at, at + 67).map((one) => bucket.put(`originals/${one.slice(0, 2)}/${one}`, new Uint8Array(1))),
      )
    let count = 0
    for await (const _ of vault.list()) count += 1
    expect(count).toBe(1_006)
  })

  it('asks again when the storage is busy or the line is cut, and gives up in the user’s words', async () => {
    let faults = 0
    const flaky = await between((request, response) => {
      faults += 1
      if (faults % 3 === 1) response.writeHead(503).end()
      else if (faults % 3 === 2) request.socket.destroy()
      return faults % 3 !== 0
    })
    const { vault, name } = await vaultAt(flaky)
    storage.createBucket(name)
    const { sha256 } = await vault.put(pieces(3))
    expect(await vault.size(sha256)).toBe(3)
    const gone = createServer().listen(0, '127.0.0.1')
    await once(gone, 'listening')
    const { port } = gone.address() as AddressInfo
    gone.close()
    const down = await vaultAt(`http://127.0.0.1:${port}`)
    await expect(down.vault.put(pieces(3))).rejects.toMatchObject({
      text: { zh: expect.stringContaining('ECONNREFUSED') },
    })
    expect(await readdir(down.spool)).toEqual([])
  })

  it('never takes a refusal for an absence', async () => {
    const closed = await between((_request, response) => {
      response.writeHead(403, { 'content-type': 'application/xml' })
      response.end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
      return true
    })
    const { vault } = await vaultAt(closed)
    const digest = 'a'.repeat(64)
    for (const ask of [
      () => vault.size(digest),
      () => vault.read(digest),
      () => vault.put(pieces(1)),
      () => vault.remove(digest),
    ]) {
      const fault = await ask().catch((error: unknown) => error)
      expect(fault).toBeInstanceOf(VaultUnusable)
      expect(String(fault)).not.toContain('geheim')
    }
    const none = await vaultAt(storage.address)
    await expect(none.vault.put(pieces(1))).rejects.toBeInstanceOf(VaultUnusable)
  })

  it('does not hand out what came back changed', async () => {
    const { vault, bucket, name } = await vaultAt(storage.address)
    storage.createBucket(name)
    const { sha256 } = await vault.put(pieces(3))
    await bucket.put(`originals/${sha256.slice(0, 2)}/${sha256}`, new TextEncoder().encode('xyz'))
    await expect(vault.withFile(sha256, async () => 'used')).rejects.toThrow('changed')
  })
})

describe('the address of a bucket', () => {
  it('puts the bucket into the path of an endpoint of one’s own, else before the host', () => {
    const base = (text: string) => {
      const read = readS3Address(text, keys)
      return read.ok ? read.value.base : read.refusal.code
    }
    expect(base('s3://b/p/q?endpoint=http://127.0.0.1:9000')).toBe('http://127.0.0.1:9000/b/p/q/')
    expect(base('s3://b?endpoint=https://oss.example.com&style=host')).toBe('https://b.oss.example.com/')
    expect(base('s3://b?region=cn-north-1')).toBe('https://b.s3.cn-north-1.amazonaws.com/')
    for (const off of ['', 'https://b', 's3://', 's3://b?endpoint=ftp://x', 's3://id:geheim@b'])
      expect(base(off)).toBe('vault-url-off')
    const keyless = readS3Address('s3://b', {})
    expect(keyless.ok || keyless.refusal.code).toBe('vault-keys-missing')
  })
})

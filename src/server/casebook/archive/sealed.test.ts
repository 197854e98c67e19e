import { describe, expect, it } from 'vitest'
import { isSealed, SealBroken, seal, unseal } from './sealed.ts'

const passphrase = '一句很长很长的口令 2026'
const PIECE = 64 * 1024
/** Cheap to try: for tests alone. */
const COST = 6

async function* inChunks(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

async function gathered(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const sealed = (content: Uint8Array, chunk = 1000) => gathered(seal(inChunks(content, chunk), passphrase, COST))

/** What opening gives: the content, the code of a refusal, or that it broke. */
async function opened(file: Uint8Array, words = passphrase): Promise<Buffer | string> {
  const content = await unseal(inChunks(file, 777), words)
  if (!content.ok) return content.refusal.code
  return gathered(content.value).catch((error: unknown) => (error instanceof SealBroken ? 'broken' : String(error)))
}

const content = (size: number) => Buffer.from(Array.from({ length: size }, (_, n) => (n * 31 + (n >> 8)) & 255))

describe('a sealed file', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_001])(
    'of %d bytes opens to what it was made of',
    async (size) => {
      const file = await sealed(content(size), 4096)
      expect(isSealed(file)).toBe(true)
      expect(await opened(file)).toEqual(content(size))
      if (size > 100) expect(file.includes(content(size).subarray(0, 64))).toBe(false)
    },
  )

  it('is another each time, and opens with its passphrase alone, however it is typed', async () => {
    const [one, other] = [await sealed(content(10)), await sealed(content(10))]
    expect(one.equals(other)).toBe(false)
    expect(await opened(one, passphrase.normalize('NFD'))).toEqual(content(10))
    expect(await opened(one, `${passphrase} `)).toBe('passphrase-wrong')
  })

  it('shows every change: of head, content and tags, cut, grown, pieces left out or put elsewhere', async () => {
    const file = await sealed(content(3 * PIECE + 5), 5000)
    const head = file.length - (3 * (PIECE + 16) + 5 + 16)
    const piece = (n: number) => file.subarray(head + n * (PIECE + 16), head + (n + 1) * (PIECE + 16))
    const start = file.subarray(0, head)
    const flipped = (at: number) => Buffer.from(file.map((byte, n) => (n === at ? byte ^ 1 : byte)))
    for (let at = 0; at < head; at += 1) expect(typeof (await opened(flipped(at)))).toBe('string')
    for (const at of [head, head + PIECE, head + PIECE + 15, file.length - 1])
      expect(await opened(flipped(at))).toBe('broken')
    for (const cut of [1, 16, 21, PIECE, 2 * PIECE])
      expect(await opened(file.subarray(0, file.length - cut))).toBe('broken')
    for (const other of [
      [start, piece(0), piece(1), piece(2)],
      [start, piece(1), piece(0), piece(2), piece(3)],
      [start, piece(0), piece(2), piece(3)],
      [start, piece(0), piece(0), piece(1), piece(2), piece(3)],
      [file, Buffer.from([0])],
      [start],
    ])
      expect(await opened(Buffer.concat(other))).toBe('broken')
    expect(await opened(file.subarray(0, head - 1))).toBe('backup-damaged')
  })
})

import { createCipheriv, createDecipheriv, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'

/*
 * A file under a passphrase. Head: a name (9 bytes), the version (1), the logarithm of the cost of scrypt (1), a salt (16), the
 * first 7 bytes of every nonce, a check of the passphrase (16). Then pieces of 64 KiB, each with AES-256-GCM and its tag: the
 * nonce goes on with the number of the piece and a mark on the last one (the STREAM construction), so that nothing can be cut
 * off, put elsewhere or left out unseen. The head is authenticated with each piece.
 */
const NAME = Buffer.from('youjuseal')
const VERSION = 1
const COST = 17
const [SALT, NONCE, CHECK, TAG] = [16, 7, 16, 16]
const HEAD = NAME.length + 2 + SALT + NONCE + CHECK
const PIECE = 64 * 1024

/** The shortest passphrase that is taken for sealing. */
export const SHORTEST_PASSPHRASE = 12

/** Whether a file begins as a sealed one does. */
export function isSealed(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, NAME.length)).equals(NAME)
}

/** Seals content under a passphrase, piece by piece. `cost` is the logarithm of what trying a passphrase costs. */
export async function* seal(
  content: AsyncIterable<Uint8Array>,
  passphrase: string,
  cost = COST,
): AsyncGenerator<Uint8Array> {
  const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)]
  const { key, check } = await keyOf(passphrase, salt, cost)
  const head = Buffer.concat([NAME, Buffer.from([VERSION, cost]), salt, nonce, check])
  yield head
  let count = 0
  for await (const [piece, last] of pieces(content, PIECE)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(nonce, count, last)).setAAD(head)
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
    count += 1
  }
}

/** Why a sealed file cannot be read: thrown by `unseal` while it reads. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

/**
 * Opens sealed content: refused at once where the passphrase is another. Damage throws `SealBroken` where it is met: what was
 * handed out before it is as it was written, and is not the whole.
 */
export async function unseal(
  content: AsyncIterable<Uint8Array>,
  passphrase: string,
): Promise<Outcome<AsyncGenerator<Uint8Array>>> {
  const source = reader(content)
  const head = await source.take(HEAD)
  const [version = 0, cost = 0] = head.subarray(NAME.length)
  if (head.length < HEAD || !isSealed(head) || version !== VERSION || cost < 1 || cost > COST) return unreadable()
  const salt = head.subarray(NAME.length + 2).subarray(0, SALT)
  const nonce = head.subarray(NAME.length + 2 + SALT).subarray(0, NONCE)
  const { key, check } = await keyOf(passphrase, salt, cost)
  if (!timingSafeEqual(check, head.subarray(HEAD - CHECK))) return otherPassphrase()
  return done(opened(source, { key, head, nonce }))
}

type Opening = { readonly key: Buffer; readonly head: Buffer; readonly nonce: Buffer }

async function* opened(source: ReturnType<typeof reader>, { key, head, nonce }: Opening): AsyncGenerator<Uint8Array> {
  for (let count = 0; ; count += 1) {
    const sealed = await source.take(PIECE + TAG)
    const last = await source.isOver()
    if (sealed.length < TAG) throw new SealBroken('the file is cut')
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(nonce, count, last)).setAAD(head)
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
    const piece = decipher.update(sealed.subarray(0, sealed.length - TAG))
    try {
      decipher.final()
    } catch {
      throw new SealBroken(`piece ${count + 1} is damaged`)
    }
    yield piece
    if (last) return
  }
}

/** One half encrypts, the other shows whether the passphrase is right. */
async function keyOf(passphrase: string, salt: Uint8Array, cost: number): Promise<{ key: Buffer; check: Buffer }> {
  const options = { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** cost * 8 * 128 + (1 << 20) }
  const both = await new Promise<Buffer>((resolve, reject) =>
    scrypt(passphrase.normalize('NFKC'), salt, 32 + CHECK, options, (error, derived) =>
      error === null ? resolve(derived) : reject(error),
    ),
  )
  return { key: both.subarray(0, 32), check: both.subarray(32) }
}

function nonceOf(start: Uint8Array, count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.set(start)
  nonce.writeUInt32BE(count, NONCE)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Content in pieces of one size, the last marked; nothing is one empty piece. */
async function* pieces(
  content: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<readonly [piece: Uint8Array, last: boolean]> {
  const source = reader(content)
  for (;;) {
    const piece = await source.take(size)
    const last = await source.isOver()
    yield [piece, last]
    if (last) return
  }
}

/** Takes bytes from content by number. */
function reader(content: AsyncIterable<Uint8Array>) {
  const chunks = content[Symbol.asyncIterator]()
  let [held, over]: [Buffer, boolean] = [Buffer.alloc(0), false]
  const fill = async (bytes: number) => {
    const parts = [held]
    let length = held.length
    while (length < bytes && !over) {
      const next = await chunks.next()
      if (next.done === true) over = true
      else {
        parts.push(Buffer.from(next.value))
        length += next.value.length
      }
    }
    held = Buffer.concat(parts)
  }
  return {
    async take(bytes: number): Promise<Buffer> {
      await fill(bytes)
      const taken = held.subarray(0, bytes)
      held = held.subarray(bytes)
      return taken
    },
    async isOver(): Promise<boolean> {
      await fill(1)
      return held.length === 0
    },
  }
}

function unreadable() {
  return refuse('backup-damaged', {
    zh: '这份加密备份的开头坏了，或是更新版本的有据写的；没有取用任何内容',
    en: 'the head of this sealed backup is damaged, or a newer Youju wrote it; nothing was taken',
  })
}

function otherPassphrase() {
  return refuse('passphrase-wrong', {
    zh: '口令不对（或备份的开头坏了）；没有取用任何内容。忘了口令就打不开，没有别的办法',
    en: 'the passphrase is another (or the head of the backup is damaged); nothing was taken. Without the passphrase nobody can open it',
  })
}

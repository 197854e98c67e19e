import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Who may speak to a local server: whoever opened a link that this process printed, once, and holds its cookie since. */
export type Sessions = {
  /** A token for one link. It is used up by the first `take`. */
  readonly mint: () => string
  /** The cookie's value for a token that was minted here and not taken yet. */
  readonly take: (token: string) => string | undefined
  readonly holds: (cookie: string | undefined) => boolean
}

const TOKEN_LIFE_MS = 24 * 3_600_000

/**
 * The secret lies in the data folder, for its owner alone, so that a browser that was let in stays in when the server is
 * started again.
 */
export async function openSessions(folder: string, now: () => number = Date.now): Promise<Sessions> {
  const secret = await secretOf(join(folder, 'session-secret'))
  const cookie = createHmac('sha256', secret).update('local session').digest('base64url')
  const waiting = new Map<string, number>()
  return {
    mint() {
      const token = randomBytes(24).toString('base64url')
      waiting.set(token, now() + TOKEN_LIFE_MS)
      return token
    },
    take(token) {
      const until = waiting.get(token)
      waiting.delete(token)
      return until !== undefined && now() < until ? cookie : undefined
    },
    holds: (given) => given !== undefined && same(given, cookie),
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function secretOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      const secret = randomBytes(32)
      await file.writeFile(secret)
      await file.sync()
      return secret
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return whole(path)
  }
}

/** Another process may be writing it this very moment; a file left short by a crash is worth nothing and made anew. */
async function whole(path: string): Promise<Buffer> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const secret = await readFile(path)
    if (secret.length === 32) return secret
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await rm(path, { force: true })
  return secretOf(path)
}

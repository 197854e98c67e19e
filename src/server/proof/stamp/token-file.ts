import { createHash } from 'node:crypto'

/* What is known of time stamps without reading them: the reader of certificates is loaded only where there is one. */

/** Tokens are some kilobytes; with lists of revoked certificates inside, some hundred. */
export const LARGEST_TOKEN = 262_144

/** Lies in the data folder only once its owner has chosen an authority; none is asked before. */
export const CHOSEN = 'time-stamps.json'

/** What a token is told by where it is spoken of: half of the SHA-256 of its bytes. */
export function tokenDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}

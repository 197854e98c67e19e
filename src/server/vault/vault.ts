import type { Readable } from 'node:stream'

export type Original = { readonly sha256: string; readonly bytes: number }

/**
 * Originals by their SHA-256, kept as they came. What `put` acknowledges is on the disk; the same bytes are kept once.
 * Nothing is ever changed; `remove` is for erasure alone.
 */
export type Vault = {
  readonly put: (content: AsyncIterable<Uint8Array>) => Promise<Original>
  /** The content, or undefined when there is none of that digest. `range` counts bytes, both ends included. */
  readonly read: (sha256: string, range?: { start: number; end: number }) => Promise<Readable | undefined>
  readonly size: (sha256: string) => Promise<number | undefined>
  readonly list: () => AsyncIterable<Original>
  /** Names of what lies among the originals and is none. */
  readonly strays: () => AsyncIterable<string>
  /** Drops what is on its way in; for erasure alone. */
  readonly dropIncoming: () => Promise<void>
  readonly remove: (sha256: string) => Promise<boolean>
}

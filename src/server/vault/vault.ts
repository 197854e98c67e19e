import type { Readable } from 'node:stream'

export type Original = { readonly sha256: string; readonly bytes: number }

/**
 * Something derived from an original and kept beside it. `version` is that of what derived it: a newer one asks for its own
 * version, finds nothing, and derives it anew.
 */
export type Sidecar = { readonly name: 'reading' | 'thumbnail'; readonly version: number }

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
  /** Takes what is kept beside it along. */
  readonly remove: (sha256: string) => Promise<boolean>
  /**
   * A path on this machine where the original lies while `use` runs, for programs that need one; it is to be read only.
   * Undefined when there is none of that digest.
   */
  readonly withFile: <T>(sha256: string, use: (path: string) => Promise<T>) => Promise<T | undefined>
  /** What is kept beside an original under that name and version. It may be gone at any time: it can be derived again. */
  readonly sidecar: (sha256: string, sidecar: Sidecar) => Promise<Uint8Array | undefined>
  /** Keeps it whole in place of all other versions; false when the original is not there (any more), then nothing is kept. */
  readonly keepSidecar: (sha256: string, sidecar: Sidecar, content: Uint8Array) => Promise<boolean>
}

import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Missing, Uses } from '../../core/documents/outline.ts'

/** What a pack holds: printed by `pack --json` and kept beside the papers as `manifest.json`. */
export type Manifest = {
  readonly now: string
  readonly case: string
  /** SHA-256 over the knowledge files the papers were written with. */
  readonly knowledge: string
  readonly files: readonly FileEntry[]
  readonly withheld: readonly WithheldEntry[]
  /** Papers of no use in this case as it stands; `because` in the language of the call. */
  readonly notCalledFor: readonly NotCalledFor[]
  /** What to know before using a paper that was written, in the language of the call. */
  readonly hints: readonly PaperHints[]
  readonly notices: readonly string[]
}

export type FileKind = 'letter' | 'script' | 'list' | 'overview' | 'form' | 'calendar' | 'advice'

export type FileEntry = {
  readonly file: string
  readonly paper: string
  readonly kind: FileKind
  readonly title: string
  readonly sha256: string
  readonly bytes: number
} & Uses

/** `file` is given when only one format of the paper could not be made. */
export type WithheldEntry = { readonly id: string; readonly file?: string; readonly missing: readonly Missing[] }

export type NotCalledFor = { readonly id: string; readonly title: string; readonly because: string }

export type PaperHints = { readonly id: string; readonly title: string; readonly texts: readonly string[] }

export const manifestName = 'manifest.json'

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function manifestBytes(manifest: Manifest): Uint8Array {
  return jsonBytes(manifest)
}

export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}

const plainName = z.string().regex(/^[a-z0-9][a-z0-9-]*\.[a-z]+$/)
const earlierSchema = z.object({
  files: z.array(z.object({ file: plainName, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})

/** The files an earlier pack says it wrote, by name, with their digests; undefined when this is no manifest of ours. */
export function earlierFiles(text: string): ReadonlyMap<string, string> | undefined {
  try {
    const parsed = earlierSchema.safeParse(JSON.parse(text))
    return parsed.success ? new Map(parsed.data.files.map(({ file, sha256 }) => [file, sha256])) : undefined
  } catch {
    return undefined
  }
}

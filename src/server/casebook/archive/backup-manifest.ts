import { z } from 'zod'
import type { StoreFinding } from '../../store/store.ts'

export const MANIFEST = 'manifest.json'
export const caseEntry = (caseId: string) => `cases/${caseId}.jsonl`
export const originalEntry = (sha256: string) => `originals/${sha256}`
export const proofEntry = (caseId: string, token: string) => `proofs/${caseId}/${token}`
/** Every name that a backup may hold. */
export const backupEntryName =
  /^(manifest\.json|cases\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.jsonl|originals\/[0-9a-f]{64}|proofs\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\/[0-9a-f]{64}\.[0-9a-f]{32}\.tsr)$/

const FORMAT = 'youju-backup'
/** Raised when an older program could not read what a newer one writes: 2 knows time stamps. */
const VERSION = 2
/** Of a backup without any, so that older programs still read it. */
const WITHOUT_PROOFS = 1

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const caseId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)

const manifest = z.object({
  format: z.literal(FORMAT),
  version: z.literal([WITHOUT_PROOFS, VERSION]),
  madeAt: z.string(),
  knowledge: z.string(),
  counts: z.object({ cases: count, events: count, originals: count }),
  /** The head of every chain, and when its last event was recorded. */
  cases: z.array(z.object({ id: caseId, version: count, hash: digest, at: z.string() })),
  entries: z.array(z.object({ name: z.string().regex(backupEntryName), sha256: digest, bytes: count })),
  /** What was damaged in the casebook already when the backup was made: kept as it was found. */
  findings: z.array(
    z.object({ what: z.string(), item: z.string(), expected: z.string().optional(), found: z.string().optional() }),
  ),
})

export type BackupManifest = Omit<z.infer<typeof manifest>, 'format' | 'version' | 'findings'> & {
  readonly findings: readonly StoreFinding[]
}

/** The text of a manifest, a piece at a time, a line for each case and entry. */
export async function* manifestText(made: BackupManifest): AsyncGenerator<Uint8Array> {
  const { madeAt, knowledge, counts } = made
  const version = made.entries.some(({ name }) => name.startsWith('proofs/')) ? VERSION : WITHOUT_PROOFS
  const head = JSON.stringify({ format: FORMAT, version, madeAt, knowledge, counts }).slice(0, -1)
  yield Buffer.from(head)
  for (const list of ['cases', 'entries', 'findings'] as const) {
    yield Buffer.from(`,\n"${list}":[`)
    for (const [index, row] of made[list].entries())
      yield Buffer.from(`${index === 0 ? '' : ','}\n${JSON.stringify(row)}`)
    yield Buffer.from(']')
  }
  yield Buffer.from('}\n')
}

/** What a text says if it is a manifest; `newer` when a later version of the program wrote it. */
export function readManifest(text: string): BackupManifest | 'newer' | undefined {
  const value = jsonOf(text)
  const parsed = manifest.safeParse(value)
  if (parsed.success) return parsed.data as BackupManifest
  const other = z.object({ format: z.literal(FORMAT), version: z.number() }).safeParse(value)
  return other.success && other.data.version > VERSION ? 'newer' : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

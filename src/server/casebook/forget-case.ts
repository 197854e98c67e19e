import { done, type Outcome } from '../../core/values/refusal.ts'
import { noteDropped } from './archive/heads.ts'
import { sweepErased } from './archive/snapshot.ts'
import { spokenOriginals } from './archive/spoken-originals.ts'
import type { Casebook } from './casebook.ts'
import { keptCase } from './kept-case.ts'
import { dropTokens } from './proofs/kept-stamps.ts'

/**
 * Drops a case for good, with its time stamps and the originals that no other case holds, from the snapshots too. For examples that were
 * opened to look at, and for people who want everything gone; a case that is over is closed instead.
 */
export async function forgetCase(book: Casebook, caseId: string): Promise<Outcome<{ readonly originals: number }>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  // Before it goes: a case that is gone and not said to be dropped counts as lost.
  await noteDropped(book, caseId)
  await book.store.forget(caseId)
  await dropTokens(book, caseId)
  const originals = await dropUnspoken(book, spokenOriginals(caseId, kept.value.kase))
  await sweepErased(book)
  return done({ originals })
}

/** Removes those originals that no case speaks of any more, and tells how many. */
export async function dropUnspoken(
  { store, vault }: Casebook,
  originals: readonly { readonly sha256: string }[],
): Promise<number> {
  let dropped = 0
  for (const sha256 of new Set(originals.map((original) => original.sha256)))
    if ((await store.exhibitsOf(sha256)).length === 0 && (await vault.remove(sha256))) dropped += 1
  return dropped
}

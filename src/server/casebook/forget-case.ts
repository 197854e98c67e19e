import { done, type Outcome } from '../../core/values/refusal.ts'
import type { Casebook } from './casebook.ts'
import { keptCase } from './kept-case.ts'

/**
 * Drops a case for good, with the originals that no other case holds. For examples that were opened to look at, and for
 * people who want everything gone; a case that is over is closed instead.
 */
export async function forgetCase(book: Casebook, caseId: string): Promise<Outcome<{ readonly originals: number }>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  await book.store.forget(caseId)
  let originals = 0
  for (const sha256 of new Set(kept.value.kase.evidence.map((exhibit) => exhibit.sha256))) {
    const others = await book.store.exhibitsOf(sha256)
    if (others.length === 0 && (await book.vault.remove(sha256))) originals += 1
  }
  return done({ originals })
}

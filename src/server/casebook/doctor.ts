import { verifyChain } from '../../core/case/log/chain.ts'
import { headFindings } from '../../core/case/log/noted-heads.ts'
import { projectionOf } from '../store/projection.ts'
import { sha256 } from '../store/sql/event-rows.ts'
import type { StoreFinding } from '../store/store.ts'
import { contentDigest } from './archive/content-digest.ts'
import { lostCases, witnessed } from './archive/heads.ts'
import { spokenOriginals } from './archive/spoken-originals.ts'
import type { Casebook } from './casebook.ts'
import { everyCase, keptCase } from './kept-case.ts'
import { tokenNames } from './proofs/kept-stamps.ts'

export type Examination = {
  readonly cases: number
  readonly originals: number
  readonly findings: readonly StoreFinding[]
  /** Worth a look and no damage: files that no case speaks of (one may just be on its way in), lines that say nothing. */
  readonly notes: readonly StoreFinding[]
  /** Lists and reminders that were made anew: they were behind their case or made with other knowledge. */
  readonly renewed: number
}

/**
 * Looks through everything kept: the database itself, the chain of every case, beside it the heads once noted and the
 * time stamps, every original an exhibit speaks of (its size; its bytes too when `read` is `all`). What can be derived is made anew;
 * nothing else is touched.
 */
export async function examine(book: Casebook, read: 'structure' | 'all'): Promise<Examination> {
  const checked = await book.store.check()
  const findings = checked.filter(({ what }) => what !== 'projection')
  const behind = new Set(checked.flatMap(({ what, item }) => (what === 'projection' ? [item] : [])))
  // Before any chain: one that grows and is noted meanwhile is no shorter than its note.
  const { heads, unreadable } = await witnessed(book)
  const tokens = await tokenNames(book)
  const unmet = new Set(heads.keys())
  const seen = new Set<string>()
  let [cases, renewed] = [0, 0]
  try {
    for await (const caseId of everyCase(book)) {
      const kept = await keptCase(book, caseId)
      if (!kept.ok) continue
      cases += 1
      unmet.delete(caseId)
      const { kase, links } = kept.value
      const broken = verifyChain(links, sha256)
      for (const { item, what, expected, found } of broken)
        findings.push({ what: `chain-${what}`, item: `${caseId} #${item - 1}`, expected, found })
      findings.push(...headFindings(caseId, links, heads.get(caseId) ?? []))
      const names = tokens.get(caseId)
      if (names !== undefined) {
        const { stampFindings } = await import('./proofs/stamp-findings.ts')
        findings.push(...(await stampFindings(book, kept.value, names)))
      }
      for (const original of spokenOriginals(caseId, kase)) {
        if (seen.has(original.sha256)) continue
        seen.add(original.sha256)
        const faults = await originalFindings(book, original, read)
        // A case that was dropped while it was looked at took its originals along.
        if (faults.length > 0 && (await book.store.head(caseId)) !== undefined) findings.push(...faults)
      }
      const last = links.at(-1)
      // Nothing is made anew of a chain that does not hold.
      if (last && broken.length === 0 && (behind.has(caseId) || (await madeWithOther(book, caseId)))) {
        await book.store.project(kase.version, projectionOf(kase, book.knowledge, last.at))
        renewed += 1
      }
    }
    findings.push(...(await lostCases(book, [...unmet])))
  } catch (error) {
    // What stands in a damaged database cannot all be read: that is said already.
    if (!findings.some(({ what }) => what === 'database')) throw error
  }
  const notes = [
    ...unreadable.map((line) => ({ what: 'heads-unreadable', item: `heads.jsonl:${line}` })),
    ...(await unspoken(book, seen)),
  ]
  return { cases, originals: seen.size, findings, notes, renewed }
}

async function madeWithOther({ store, knowledge, now }: Casebook, caseId: string): Promise<boolean> {
  const [row] = await store.cases({ now: now(), limit: 1, id: caseId })
  return row !== undefined && row.knowledge !== knowledge.version
}

async function originalFindings(
  { vault }: Casebook,
  { sha256: expected, bytes, item }: ReturnType<typeof spokenOriginals>[number],
  read: 'structure' | 'all',
): Promise<readonly StoreFinding[]> {
  const size = await vault.size(expected)
  if (size === undefined) return [{ what: 'original-gone', item, expected, found: 'none' }]
  if (size !== bytes) return [{ what: 'original-changed', item, expected: `${bytes} bytes`, found: `${size} bytes` }]
  const content = read === 'all' ? await vault.read(expected) : undefined
  const found = content === undefined ? expected : await contentDigest(content)
  return found === expected ? [] : [{ what: 'original-changed', item, expected, found }]
}

/** What lies in the vault and no case speaks of, at the end as at the start. */
async function unspoken({ vault, store }: Casebook, spoken: ReadonlySet<string>): Promise<readonly StoreFinding[]> {
  const notes: StoreFinding[] = []
  for await (const { sha256: item } of vault.list())
    if (!spoken.has(item) && (await store.exhibitsOf(item)).length === 0)
      notes.push({ what: 'original-unspoken', item })
  for await (const item of vault.strays()) notes.push({ what: 'vault-stray', item })
  return notes
}

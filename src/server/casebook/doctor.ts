import { createHash } from 'node:crypto'
import { verifyChain } from '../../core/case/log/chain.ts'
import { projectionOf } from '../store/projection.ts'
import { sha256 } from '../store/sql/event-rows.ts'
import type { StoreFinding } from '../store/store.ts'
import type { Casebook } from './casebook.ts'
import { everyCase, keptCase } from './kept-case.ts'

export type Examination = {
  readonly cases: number
  readonly originals: number
  readonly findings: readonly StoreFinding[]
  /** Lists and reminders that were made anew: they were behind their case or made with other knowledge. */
  readonly renewed: number
}

/**
 * Looks through everything kept: the database itself, the chain of every case, every original an exhibit speaks of
 * (its size; its bytes too when `read` is `all`). What can be derived is made anew; nothing else is touched.
 */
export async function examine(book: Casebook, read: 'structure' | 'all'): Promise<Examination> {
  const checked = await book.store.check()
  const findings = checked.filter(({ what }) => what !== 'projection')
  const behind = new Set(checked.flatMap(({ what, item }) => (what === 'projection' ? [item] : [])))
  const seen = new Set<string>()
  let [cases, renewed] = [0, 0]
  for await (const caseId of everyCase(book)) {
    cases += 1
    const kept = await keptCase(book, caseId)
    if (!kept.ok) continue
    const { kase, links } = kept.value
    for (const { item, what, expected, found } of verifyChain(links, sha256))
      findings.push({ what: `chain-${what}`, item: `${caseId} #${item - 1}`, expected, found })
    for (const exhibit of kase.evidence) {
      if (seen.has(exhibit.sha256)) continue
      seen.add(exhibit.sha256)
      findings.push(...(await originalFindings(book, `${caseId} ${exhibit.id} ${exhibit.file}`, exhibit, read)))
    }
    const last = links.at(-1)
    if (last && (behind.has(caseId) || (await madeWithOther(book, caseId)))) {
      await book.store.project(kase.version, projectionOf(kase, book.knowledge, last.at))
      renewed += 1
    }
  }
  return { cases, originals: seen.size, findings, renewed }
}

async function madeWithOther({ store, knowledge, now }: Casebook, caseId: string): Promise<boolean> {
  const [row] = await store.cases({ now: now(), limit: 1, id: caseId })
  return row !== undefined && row.knowledge !== knowledge.version
}

async function originalFindings(
  { vault }: Casebook,
  item: string,
  { sha256: digest, bytes }: { readonly sha256: string; readonly bytes: number },
  read: 'structure' | 'all',
): Promise<readonly StoreFinding[]> {
  const size = await vault.size(digest)
  if (size === undefined) return [{ what: 'original-gone', item, expected: digest, found: 'none' }]
  if (size !== bytes) return [{ what: 'original-changed', item, expected: `${bytes} bytes`, found: `${size} bytes` }]
  if (read === 'structure') return []
  const hash = createHash('sha256')
  for await (const chunk of (await vault.read(digest)) ?? []) hash.update(chunk)
  const found = hash.digest('hex')
  return found === digest ? [] : [{ what: 'original-changed', item, expected: digest, found }]
}

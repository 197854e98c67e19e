import type { Writable } from 'node:stream'
import type { Exhibit } from '../../../core/case/case.ts'
import { caseFileText } from '../../../core/case/file/case-file-text.ts'
import { verifyChain } from '../../../core/case/log/chain.ts'
import { done, type Outcome } from '../../../core/values/refusal.ts'
import { sealText } from '../../pack/evidence-seal.ts'
import { writeCaseBag } from '../../proof/bag/case-bag.ts'
import { pieceEntry, textEntry, writeZip, type ZipEntry } from '../../proof/zip/zip-writing.ts'
import { sha256 } from '../../store/sql/event-rows.ts'
import type { StoreFinding } from '../../store/store.ts'
import type { Casebook } from '../casebook.ts'
import { type KeptCase, keptCase } from '../kept-case.ts'
import { stampNames } from '../proofs/stamp-names.ts'
import { caseLines } from './case-lines.ts'
import { exportNames } from './export-names.ts'
import { writeFolder } from './folder-writing.ts'
import { withWitness } from './heads.ts'
import { spokenOriginals } from './spoken-originals.ts'

export type Exported = {
  readonly caseId: string
  readonly events: number
  readonly exhibits: number
  /** What is damaged in the casebook itself: left out or written as it is, and named. */
  readonly findings: readonly StoreFinding[]
}

/**
 * Writes one case into `sink` as a ZIP and ends it: the case folder that `importFolder` reads back (`case.yaml`,
 * `evidence/`, its seal), and beside it what that form has no words for: every event as it is chained, the head of the
 * chain, time stamps, withdrawn exhibits. The head is noted. A case that is not there is refused and the sink left alone.
 */
export function exportCase(book: Casebook, caseId: string, sink: Writable): Promise<Outcome<Exported>> {
  return exported(book, caseId, (entries) => writeZip(entries, sink))
}

/** The same as the payload of a BagIt bag, with a page that tells how to check it. */
export function exportBag(book: Casebook, caseId: string, sink: Writable): Promise<Outcome<Exported>> {
  return exported(book, caseId, async (entries, exhibits) => {
    await writeCaseBag(entries, { caseId, exhibits, now: book.now() }, sink)
  })
}

/** The same into a folder that must be new. */
export function exportCaseFolder(book: Casebook, caseId: string, path: string): Promise<Outcome<Exported>> {
  return exported(book, caseId, (entries) => writeFolder(entries, path))
}

async function exported(
  book: Casebook,
  caseId: string,
  write: (entries: AsyncIterable<ZipEntry>, exhibits: number) => Promise<void>,
): Promise<Outcome<Exported>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const { kase, links } = kept.value
  const findings: StoreFinding[] = verifyChain(links, sha256).map(({ item, what, expected, found }) => ({
    what: `chain-${what}`,
    item: `${caseId} #${item - 1}`,
    expected,
    found,
  }))
  const gone = await goneOriginals(book, kept.value)
  findings.push(...gone.values())
  const there = kase.evidence.filter(({ id }) => !gone.has(id))
  await write(entriesOf(book, kept.value, there), there.length)
  const head = links.at(-1)
  if (head !== undefined) await withWitness(book, (note) => note(caseId, head))
  return done({ caseId, events: links.length, exhibits: there.length, findings })
}

/** Exhibits whose original is not there whole: a case that refers to them could not be read back. */
async function goneOriginals({ vault }: Casebook, { kase }: KeptCase): Promise<ReadonlyMap<string, StoreFinding>> {
  const gone = new Map<string, StoreFinding>()
  const items = spokenOriginals(kase.id, kase)
  for (const [index, { id, sha256: expected, bytes }] of kase.evidence.entries()) {
    const size = await vault.size(expected)
    const item = items[index]?.item ?? id
    if (size === undefined) gone.set(id, { what: 'original-gone', item, expected, found: 'none' })
    else if (size !== bytes)
      gone.set(id, { what: 'original-changed', item, expected: `${bytes} bytes`, found: `${size} bytes` })
  }
  return gone
}

async function* entriesOf(
  book: Casebook,
  { kase, links }: KeptCase,
  there: readonly Exhibit[],
): AsyncGenerator<ZipEntry> {
  const names = exportNames(there)
  const listed = there.filter(({ withdrawn }) => withdrawn !== true)
  const files = new Map(listed.flatMap(({ id }) => (names.has(id) ? [[id, names.get(id) ?? '']] : [])))
  yield textEntry('case.yaml', caseFileText({ kase, files, vocabulary: book.knowledge }))
  yield textEntry(
    'evidence.sha256',
    sealText(listed.map(({ id, ...rest }) => ({ ...rest, file: files.get(id) ?? '' }))),
  )
  for (const { id, sha256: digest, bytes } of there) {
    const content = await book.vault.read(digest)
    if (content !== undefined) yield { name: names.get(id) ?? '', content, bytes, compress: false }
  }
  yield { name: 'events.jsonl', content: caseLines(links), compress: true }
  for (const { name, bytes } of await stampNames(book, { kase, links }, names)) yield pieceEntry(name, bytes)
  yield textEntry('head.json', `${JSON.stringify(headOf(book, { kase, links }), null, 2)}\n`)
}

/** With it the chain in `events.jsonl` can be checked, and the casebook itself later. */
function headOf({ knowledge, now }: Casebook, { kase, links }: Pick<KeptCase, 'kase' | 'links'>) {
  const { version = 0, hash = '' } = links.at(-1) ?? {}
  const chain = 'sha256 over canonical JSON (RFC 8785) of {version,type,at,digest,previous}'
  return { case: kase.id, version, hash, at: now(), knowledge: knowledge.version, chain }
}

import { createHash } from 'node:crypto'
import { PassThrough, Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { verifyChain } from '../../../core/case/log/chain.ts'
import { inOnePiece, writeZip, type ZipEntry } from '../../proof/zip/zip-writing.ts'
import { sha256 } from '../../store/sql/event-rows.ts'
import type { StoreFinding } from '../../store/store.ts'
import type { Casebook } from '../casebook.ts'
import { everyCase, unfolded } from '../kept-case.ts'
import { tokensOf } from '../proofs/kept-stamps.ts'
import { type BackupManifest, caseEntry, MANIFEST, manifestText, originalEntry, proofEntry } from './backup-manifest.ts'
import { caseLines } from './case-lines.ts'
import { withWitness } from './heads.ts'
import { seal } from './sealed.ts'
import { snapshot } from './snapshot.ts'
import { type SpokenOriginal, spokenOriginals } from './spoken-originals.ts'

export type BackedUp = BackupManifest['counts'] & {
  /** What is damaged in the casebook itself: packed as it is, and named. */
  readonly findings: readonly StoreFinding[]
}

/**
 * Writes the whole casebook into `sink` as one ZIP and ends it: every case as its links, its time stamps, every original, and at the end
 * a manifest with the digest of each. Nothing large is held in memory; others may go on writing meanwhile. The heads of
 * all chains are noted, and a snapshot is taken along the way. With a passphrase the file is sealed under it.
 */
export async function backup(book: Casebook, sink: Writable, passphrase?: string): Promise<BackedUp> {
  const made = {
    madeAt: book.now(),
    knowledge: book.knowledge.version,
    counts: { cases: 0, events: 0, originals: 0 },
    cases: [] as BackupManifest['cases'],
    entries: [] as BackupManifest['entries'],
    findings: [] as StoreFinding[],
  }
  if (passphrase === undefined) await writeZip(entriesOf(book, made), sink)
  else {
    const plain = new PassThrough()
    await Promise.all([
      writeZip(entriesOf(book, made), plain).catch((error: Error) => {
        plain.destroy(error)
        throw error
      }),
      pipeline(Readable.from(seal(plain, passphrase), { objectMode: false }), sink),
    ])
  }
  await withWitness(book, async (note) => {
    // One that was dropped meanwhile is no loss.
    for (const kept of made.cases) if ((await book.store.head(kept.id)) !== undefined) await note(kept.id, kept)
  })
  return { ...made.counts, findings: [...made.findings, ...(await snapshotFindings(book))] }
}

type Making = BackupManifest & { readonly findings: StoreFinding[] }

async function* entriesOf(book: Casebook, made: Making): AsyncGenerator<ZipEntry> {
  const spoken = new Map<string, SpokenOriginal>()
  for await (const caseId of everyCase(book)) {
    const links = await book.store.links(caseId)
    const last = links.at(-1)
    if (last === undefined) continue
    made.cases.push({ id: caseId, version: last.version, hash: last.hash, at: last.at })
    made.counts.cases += 1
    made.counts.events += links.length
    for (const { what, item, expected, found } of verifyChain(links, sha256))
      made.findings.push({ what: `chain-${what}`, item: `${caseId} #${item - 1}`, expected, found })
    for (const original of spokenOriginals(caseId, unfolded(links).kase))
      if (!spoken.has(original.sha256)) spoken.set(original.sha256, original)
    yield { name: caseEntry(caseId), content: noted(made, caseEntry(caseId), caseLines(links)), compress: true }
    for (const { name, bytes, whole } of await tokensOf(book, caseId)) {
      if (!whole) made.findings.push({ what: 'stamp-changed', item: `${caseId} ${name}` })
      const entry = proofEntry(caseId, name)
      yield { name: entry, content: noted(made, entry, inOnePiece(bytes)), compress: true }
    }
  }
  for (const original of spoken.values()) yield* originalOf(book, made, original)
  yield { name: MANIFEST, content: manifestText(made), compress: true }
}

/** The backup is whole without it: a snapshot that fails is told, not thrown. */
async function snapshotFindings(book: Casebook): Promise<readonly StoreFinding[]> {
  const fault = (found: string) => [{ what: 'snapshot', item: 'snapshots', found }]
  try {
    const made = await snapshot(book)
    return made.ok ? [] : fault(made.refusal.text.en)
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error))
  }
}

async function* originalOf(
  { vault }: Casebook,
  made: Making,
  { sha256: expected, item }: SpokenOriginal,
): AsyncGenerator<ZipEntry> {
  const bytes = await vault.size(expected)
  const content = await vault.read(expected)
  if (bytes === undefined || content === undefined) {
    made.findings.push({ what: 'original-gone', item, expected, found: 'none' })
    return
  }
  const name = originalEntry(expected)
  yield { name, content: noted(made, name, content), bytes, compress: false }
  made.counts.originals += 1
  const found = made.entries.at(-1)?.sha256
  if (found !== undefined && found !== expected) made.findings.push({ what: 'original-changed', item, expected, found })
}

/** The content, and once it has passed its digest and size in the manifest. */
async function* noted(
  { entries }: Making,
  name: string,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of content) {
    hash.update(chunk)
    bytes += chunk.length
    yield chunk
  }
  entries.push({ name, sha256: hash.digest('hex'), bytes })
}

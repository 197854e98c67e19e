import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import { verifyChain } from '../../../core/case/log/chain.ts'
import { findingWords } from '../../../core/case/log/finding-words.ts'
import type { Knowledge } from '../../../core/knowledge/knowledge.ts'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import { LARGEST_TOKEN } from '../../proof/stamp/token-file.ts'
import { type OpenZip, UnreadableEntry } from '../../proof/zip/zip-reading.ts'
import { projectionOf } from '../../store/projection.ts'
import { sha256 } from '../../store/sql/event-rows.ts'
import type { StoreFinding } from '../../store/store.ts'
import { unfolded } from '../kept-case.ts'
import { type BackupManifest, caseEntry, MANIFEST, originalEntry, readManifest } from './backup-manifest.ts'
import { readCaseLines } from './case-lines.ts'
import { contentDigest } from './content-digest.ts'
import { type SpokenOriginal, spokenOriginals } from './spoken-originals.ts'

const MB = 1_048_576
const LARGEST_MANIFEST = 256 * MB
/** A case is held whole while it is looked at. */
const LARGEST_CASE = 256 * MB
/** A token and a byte: one that was damaged here comes along as it is. */
const LARGEST_PROOF = LARGEST_TOKEN + 1

export type CheckedBackup = {
  readonly manifest: BackupManifest
  /** The originals each case speaks of, by case id. */
  readonly originals: ReadonlyMap<string, readonly SpokenOriginal[]>
}

/** Reads a whole backup and takes nothing: its manifest, or everything that is not as it was when it was made. */
export async function checkBackup(zip: OpenZip, knowledge: Knowledge): Promise<Outcome<CheckedBackup>> {
  const read = await manifestOf(zip)
  if (!read.ok) return read
  const manifest = read.value
  const findings: StoreFinding[] = [...zip.odd, ...listFindings(zip, manifest)]
  const digests = new Map<string, string>()
  const originals = new Map<string, readonly SpokenOriginal[]>()
  const expected = new Map(manifest.entries.map((entry) => [entry.name, entry]))

  for (const kept of manifest.cases) {
    const entry = zip.entries.get(caseEntry(kept.id))
    if (entry === undefined) continue
    if (entry.uncompressedSize !== expected.get(caseEntry(kept.id))?.bytes) continue
    const checked = await checkCase(zip, entry, kept, knowledge)
    digests.set(caseEntry(kept.id), checked.digest)
    findings.push(...checked.findings)
    originals.set(kept.id, checked.originals)
  }
  for (const { name, sha256: noted, bytes } of manifest.entries) {
    const entry = zip.entries.get(name)
    if (entry === undefined || entry.uncompressedSize !== bytes) continue
    const found = digests.get(name) ?? (await digestOf(zip, entry))
    if (found !== noted) findings.push({ what: 'entry-changed', item: name, expected: noted, found })
  }
  findings.push(...originalFindings(manifest, originals))
  const fresh = findings.filter((finding) => !manifest.findings.some((known) => isSame(known, finding)))
  return fresh.length > 0 ? damaged(fresh) : done({ manifest, originals })
}

async function manifestOf(zip: OpenZip): Promise<Outcome<BackupManifest>> {
  const entry = zip.entries.get(MANIFEST)
  if (entry === undefined)
    return refuse('not-a-backup', {
      zh: '这个 ZIP 不是有据的备份（没有 manifest.json）；请选 youju backup 写出的文件',
      en: 'this ZIP is no backup of Youju (it has no manifest.json); choose a file that youju backup wrote',
    })
  if (entry.uncompressedSize > LARGEST_MANIFEST) return damaged([{ what: 'entry-too-big', item: MANIFEST }])
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of zip.read(entry)) chunks.push(chunk)
  } catch (error) {
    if (!(error instanceof UnreadableEntry)) throw error
    return damaged([{ what: 'entry-unreadable', item: MANIFEST, found: error.message }])
  }
  const bytes = Buffer.concat(chunks)
  // Its digest stands nowhere else.
  if (crc32(bytes) !== entry.crc32) return damaged([{ what: 'entry-changed', item: MANIFEST }])
  const manifest = readManifest(bytes.toString('utf8'))
  if (manifest === 'newer')
    return refuse('backup-too-new', {
      zh: '这份备份由更新版本的有据写出，本版本读不懂；请先升级有据，再恢复',
      en: 'a newer version of Youju wrote this backup and this one cannot read it; upgrade first, then restore',
    })
  return manifest === undefined ? damaged([{ what: 'manifest-unreadable', item: MANIFEST }]) : done(manifest)
}

/** The list of the ZIP beside that of the manifest: names and sizes. */
function listFindings(zip: OpenZip, { entries, cases }: BackupManifest): readonly StoreFinding[] {
  const noted = new Map(entries.map((entry) => [entry.name, entry.bytes]))
  const unnoted = [...zip.entries.keys()].filter((name) => name !== MANIFEST && !noted.has(name))
  const listed = new Set(cases.map(({ id }) => caseEntry(id)))
  return [
    ...unnoted.map((item) => ({ what: 'entry-unknown', item })),
    ...cases.flatMap(({ id }) => (noted.has(caseEntry(id)) ? [] : [{ what: 'entry-unlisted', item: caseEntry(id) }])),
    ...entries.flatMap(({ name, bytes }) => {
      if (name.startsWith('cases/') && !listed.has(name)) return [{ what: 'case-unlisted', item: name }]
      const found = zip.entries.get(name)?.uncompressedSize
      if (found === undefined) return [{ what: 'entry-gone', item: name }]
      if (name.startsWith('cases/') && bytes > LARGEST_CASE) return [{ what: 'entry-too-big', item: name }]
      if (name.startsWith('proofs/') && bytes > LARGEST_PROOF) return [{ what: 'entry-too-big', item: name }]
      return found === bytes
        ? []
        : [{ what: 'entry-changed', item: name, expected: `${bytes} bytes`, found: `${found} bytes` }]
    }),
  ]
}

async function checkCase(
  zip: OpenZip,
  entry: Entry,
  { id, version, hash }: BackupManifest['cases'][number],
  knowledge: Knowledge,
): Promise<{ digest: string; findings: readonly StoreFinding[]; originals: readonly SpokenOriginal[] }> {
  const name = caseEntry(id)
  const none = { digest: 'unreadable', originals: [] }
  if (entry.uncompressedSize > LARGEST_CASE) return { ...none, findings: [] }
  const hashed = createHash('sha256')
  try {
    const links = await readCaseLines(hashing(zip.read(entry), hashed))
    if (typeof links === 'number') return { ...none, findings: [{ what: 'case-unreadable', item: `${name}:${links}` }] }
    const findings = verifyChain(links, sha256, { version, hash }).map(({ what, item, expected, found }) => ({
      what: `chain-${what}`,
      item: `${id} #${item - 1}`,
      expected,
      found,
    }))
    const { kase } = unfolded(links)
    if (kase.id !== id) findings.push({ what: 'case-id', item: name, expected: id, found: kase.id })
    // What cannot be listed later is found now: nothing is taken of a backup that does not fit whole.
    projectionOf(kase, knowledge, links.at(-1)?.at ?? '')
    return { digest: hashed.digest('hex'), findings, originals: spokenOriginals(id, kase) }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error
    const found = error instanceof Error ? error.message : String(error)
    return { ...none, findings: [{ what: 'case-unreadable', item: name, found }] }
  }
}

async function digestOf(zip: OpenZip, entry: Entry): Promise<string> {
  try {
    return await contentDigest(zip.read(entry))
  } catch (error) {
    if (!(error instanceof UnreadableEntry)) throw error
    return `unreadable: ${error.message}`
  }
}

async function* hashing(content: AsyncIterable<Uint8Array>, hash: { update: (chunk: Uint8Array) => unknown }) {
  for await (const chunk of content) {
    hash.update(chunk)
    yield chunk
  }
}

/** Every original that a case speaks of is there, and is what its name says. */
function originalFindings({ entries }: BackupManifest, originals: CheckedBackup['originals']): readonly StoreFinding[] {
  const there = new Map(entries.map((entry) => [entry.name, entry.sha256]))
  const seen = new Set<string>()
  return [...originals.values()].flat().flatMap(({ sha256: expected, item }): readonly StoreFinding[] => {
    if (seen.has(expected)) return []
    seen.add(expected)
    const found = there.get(originalEntry(expected))
    if (found === expected) return []
    return [
      { what: found === undefined ? 'original-gone' : 'original-changed', item, expected, found: found ?? 'none' },
    ]
  })
}

function isSame(one: StoreFinding, other: StoreFinding): boolean {
  return (
    one.what === other.what && one.item === other.item && one.expected === other.expected && one.found === other.found
  )
}

function damaged(findings: readonly StoreFinding[]) {
  const refusals = findings.map((finding) => refuse(finding.what, findingWords(finding), finding.item).refusal)
  const list = (lang: 'zh' | 'en') => refusals.map(({ text }) => `- ${text[lang]}`).join('\n')
  const { refusal } = refuse('backup-damaged', {
    zh: `备份有 ${findings.length} 处损坏或被改动，没有取用任何内容；请换一份备份：\n${list('zh')}`,
    en: `the backup is damaged or changed in ${findings.length} places, nothing was taken; use another copy:\n${list('en')}`,
  })
  return { ok: false, refusal: { ...refusal, all: refusals } } as const
}

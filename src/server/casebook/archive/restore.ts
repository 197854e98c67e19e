import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Link } from '../../../core/case/log/chain.ts'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import { type OpenZip, openZip } from '../../proof/zip/zip-reading.ts'
import { projectionOf } from '../../store/projection.ts'
import type { StoreFinding } from '../../store/store.ts'
import type { Casebook } from '../casebook.ts'
import { unfolded } from '../kept-case.ts'
import { putToken, tokensOf } from '../proofs/kept-stamps.ts'
import { backupEntryName, caseEntry, originalEntry, proofEntry } from './backup-manifest.ts'
import { readCaseLines } from './case-lines.ts'
import { type CheckedBackup, checkBackup } from './check-backup.ts'
import { contentDigest } from './content-digest.ts'
import { withWitness } from './heads.ts'
import { isDatabase, restoreSnapshot } from './restore-snapshot.ts'
import { isSealed, SealBroken, unseal } from './sealed.ts'

export type Restored = {
  /** Cases and originals that were taken. */
  readonly cases: number
  readonly originals: number
  /** Cases that stood here already just so. */
  readonly same: readonly string[]
  /** Cases that stand here otherwise: what is here was left as it is. */
  readonly differing: readonly string[]
  /** What was damaged when the backup was made, and came back so. */
  readonly findings: readonly StoreFinding[]
}

/**
 * Takes the cases of a backup that are not here yet, with their originals. The whole backup is verified before anything
 * is taken; a damaged one is refused with every fault. What is here is never overwritten, but an original that is
 * damaged or gone here is put right. A snapshot of the database can be given as well.
 */
export async function restore(book: Casebook, path: string, passphrase?: string): Promise<Outcome<Restored>> {
  if (await beginsSealed(path)) return unsealed(book, path, passphrase)
  if (await isDatabase(path)) return restoreSnapshot(book, path)
  const opened = await openZip(path, backupEntryName)
  if (!opened.ok) return opened
  const zip = opened.value
  try {
    const checked = await checkBackup(zip, book.knowledge)
    return checked.ok ? await take(book, zip, checked.value) : checked
  } finally {
    zip.close()
  }
}

/** A sealed backup is opened into the data folder, verified and taken like another, and what was opened goes. */
async function unsealed(book: Casebook, path: string, passphrase: string | undefined): Promise<Outcome<Restored>> {
  if (passphrase === undefined) return passphraseNeeded(path)
  const content = await unseal(createReadStream(path), passphrase)
  if (!content.ok) return content
  const plain = join(book.folder, `.unsealed-${randomUUID()}`)
  try {
    await pipeline(
      Readable.from(content.value, { objectMode: false }),
      createWriteStream(plain, { flags: 'wx', mode: 0o600 }),
    )
    return await restore(book, plain)
  } catch (error) {
    if (error instanceof SealBroken) return sealBroken(error.message)
    throw error
  } finally {
    await rm(plain, { force: true })
  }
}

async function beginsSealed(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return isSealed(buffer.subarray(0, bytesRead))
  } catch {
    return false
  } finally {
    await file.close()
  }
}

function passphraseNeeded(path: string) {
  return refuse(
    'passphrase-needed',
    {
      zh: `${path} 是加密的备份；请给出口令：--pass-file 文件，或环境变量 YOUJU_PASSPHRASE`,
      en: `${path} is sealed: give its passphrase by --pass-file FILE or YOUJU_PASSPHRASE`,
    },
    path,
  )
}

function sealBroken(why: string) {
  return refuse('backup-damaged', {
    zh: `加密备份已损坏或不完整（${why}）；没有取用任何内容`,
    en: `the sealed backup is damaged or cut (${why}); nothing was taken`,
  })
}

type Kept = CheckedBackup['manifest']['cases'][number]

async function take(book: Casebook, zip: OpenZip, backup: CheckedBackup): Promise<Outcome<Restored>> {
  const { manifest } = backup
  const [absent, same]: [Kept[], Kept[]] = [[], []]
  const differing: string[] = []
  for (const kept of manifest.cases) {
    const here = await book.store.head(kept.id)
    if (here === undefined) absent.push(kept)
    else if (here.version === kept.version && here.hash === kept.hash) same.push(kept)
    else differing.push(kept.id)
  }
  const originals = await takeOriginals(book, zip, backup, [...absent, ...same])
  if (!originals.ok) return originals
  const taken: Kept[] = []
  // In the order in which they were last worked on: so they stand in lists.
  for (const kept of absent.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const { id } = kept
    const links = await linksOf(zip, id)
    if (links === undefined) return changedMeanwhile(caseEntry(id))
    const { kase } = unfolded(links)
    const adopted = await book.store.adopt(id, links, projectionOf(kase, book.knowledge, links.at(-1)?.at ?? ''))
    if (adopted === 'adopted') taken.push(kept)
    else differing.push(id)
  }
  await takeProofs(book, zip, [...same, ...taken])
  await withWitness(book, async (note) => {
    for (const kept of [...same, ...taken]) await note(kept.id, kept)
  })
  return done({
    cases: taken.length,
    originals: originals.value,
    same: same.map(({ id }) => id),
    differing,
    findings: manifest.findings,
  })
}

/** Only what the manifest, verified before, has under its own digest. */
async function takeOriginals(
  { vault }: Casebook,
  zip: OpenZip,
  { manifest, originals }: CheckedBackup,
  cases: readonly Kept[],
): Promise<Outcome<number>> {
  const whole = new Set(
    manifest.entries.flatMap(({ name, sha256 }) => (name === originalEntry(sha256) ? [sha256] : [])),
  )
  const wanted = new Set(cases.flatMap(({ id }) => (originals.get(id) ?? []).map(({ sha256 }) => sha256)))
  let taken = 0
  for (const sha256 of wanted) {
    const entry = whole.has(sha256) ? zip.entries.get(originalEntry(sha256)) : undefined
    if (entry === undefined) continue
    const here = await vault.read(sha256)
    if (here !== undefined) {
      if ((await contentDigest(here)) === sha256) continue
      await vault.remove(sha256)
    }
    const kept = await vault.put(zip.read(entry))
    if (kept.sha256 !== sha256) return changedMeanwhile(originalEntry(sha256))
    taken += 1
  }
  return done(taken)
}

/** Time stamps of the cases that are here as the backup has them: those that are not here whole. */
async function takeProofs(book: Casebook, zip: OpenZip, cases: readonly Kept[]): Promise<void> {
  const proofs = [...zip.entries].filter(([path]) => path.startsWith('proofs/'))
  if (proofs.length === 0) return
  for (const { id } of cases) {
    const here = new Set((await tokensOf(book, id)).flatMap(({ name, whole }) => (whole ? [name] : [])))
    for (const [path, entry] of proofs) {
      const name = path.startsWith(proofEntry(id, '')) ? path.slice(proofEntry(id, '').length) : undefined
      if (name !== undefined && !here.has(name)) await putToken(book, id, name, await bytesOf(zip.read(entry)))
    }
  }
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function linksOf(zip: OpenZip, caseId: string): Promise<readonly Link[] | undefined> {
  const entry = zip.entries.get(caseEntry(caseId))
  const links = entry && (await readCaseLines(zip.read(entry)))
  return typeof links === 'number' ? undefined : links
}

function changedMeanwhile(entry: string) {
  return refuse(
    'backup-changed',
    {
      zh: `备份文件在恢复途中被改动（${entry}）；已取用的案件都是核对过的，请等文件不再变化后再恢复一次`,
      en: `the backup was changed while it was restored (${entry}); what was taken had been verified, restore again when the file is at rest`,
    },
    entry,
  )
}

import { z } from 'zod'
import { type Link, verifyChain } from '../../core/case/log/chain.ts'
import type { Finding } from '../../core/case/log/finding-words.ts'
import type { BagFile } from '../proof/bag/bag-source.ts'
import { LARGEST_TOKEN } from '../proof/stamp/token-file.ts'
import { projectionOf } from '../store/projection.ts'
import { sha256 } from '../store/sql/event-rows.ts'
import { readCaseLines } from './archive/case-lines.ts'
import { contentDigest } from './archive/content-digest.ts'
import { withWitness } from './archive/heads.ts'
import { spokenOriginals } from './archive/spoken-originals.ts'
import type { Casebook } from './casebook.ts'
import { type KeptCase, unfolded } from './kept-case.ts'
import { keepToken } from './proofs/kept-stamps.ts'
import { stampedPart } from './proofs/stamped-part.ts'

/** A kept case as a bag brings it: its records as they were chained, and where each original lies. */
export type BroughtCase = KeptCase & {
  readonly originals: ReadonlyMap<string, BagFile>
  readonly tokens: readonly BagFile[]
}

type Files = ReadonlyMap<string, BagFile>

const LARGEST_RECORDS = 256 * 1_048_576
const LARGEST_HEAD = 100_000

const headFile = z.object({
  case: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
  version: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * Reads the records below `prefix` and takes nothing: what is off in them, or the case. Undefined where there are none, as
 * in the bag of a case folder.
 */
export async function broughtCase(
  { knowledge }: Pick<Casebook, 'knowledge'>,
  files: Files,
  prefix: string,
): Promise<BroughtCase | readonly Finding[] | undefined> {
  const records = await recordsIn(files, prefix)
  if (records === undefined || !('links' in records)) return records
  const { links, caseId } = records
  const kept = folded(links, knowledge)
  if (kept === undefined || kept.kase.id !== caseId) return [{ what: 'case-unreadable', item: `${prefix}events.jsonl` }]
  const originals = await byDigest(files, new RegExp(`^${prefix}(evidence|withdrawn)/`))
  const amiss = spokenOriginals(caseId, kept.kase).flatMap(({ item, sha256: expected, bytes }): readonly Finding[] => {
    const found = originals.get(expected)
    if (found === undefined) return [{ what: 'original-gone', item, expected }]
    return found.bytes === bytes
      ? []
      : [{ what: 'original-changed', item, expected: `${bytes} bytes`, found: `${found.bytes} bytes` }]
  })
  if (amiss.length > 0) return amiss
  const tokens = [...files].filter(([name, { bytes }]) => /\.tsr$/.test(name) && bytes <= LARGEST_TOKEN)
  return { ...kept, originals, tokens: tokens.map(([, file]) => file) }
}

/** The records below `prefix`, or what is off in their chain; undefined where there are none. */
export async function recordsIn(
  files: Files,
  prefix: string,
): Promise<{ readonly caseId: string; readonly links: readonly Link[] } | readonly Finding[] | undefined> {
  const [records, headText] = [files.get(`${prefix}events.jsonl`), files.get(`${prefix}head.json`)]
  if (records === undefined || headText === undefined) return undefined
  const head = await headOf(headText)
  if (head === undefined) return [{ what: 'case-unreadable', item: `${prefix}head.json` }]
  const item = `${prefix}events.jsonl`
  if (records.bytes > LARGEST_RECORDS) return [{ what: 'entry-too-big', item }]
  const links = await readCaseLines(records.read())
  if (typeof links === 'number') return [{ what: 'case-unreadable', item: `${item}:${links}` }]
  const broken = verifyChain(links, sha256, head)
  if (broken.length > 0)
    return broken.map(({ item: version, what, expected, found }) => ({
      what: `chain-${what}`,
      item: `${head.case} #${version - 1}`,
      expected,
      found,
    }))
  return { caseId: head.case, links }
}

/** Keeps such a case with everything it brings. False when a case of that id is there: then nothing is changed. */
export async function keepBrought(book: Casebook, brought: BroughtCase): Promise<boolean> {
  const { kase, links, originals, tokens } = brought
  const last = links.at(-1)
  if (last === undefined || (await book.store.head(kase.id)) !== undefined) return false
  for (const { sha256: digest } of spokenOriginals(kase.id, kase)) {
    const content = originals.get(digest)?.read()
    const kept = content === undefined ? undefined : await book.vault.put(content)
    if (kept?.sha256 !== digest) throw new Error(`an original was changed while it was taken: ${digest}`)
  }
  if ((await book.store.adopt(kase.id, links, projectionOf(kase, book.knowledge, last.at))) !== 'adopted') return false
  for (const token of tokens) await keepIfOurs(book, brought, await bytesOf(token))
  await withWitness(book, (note) => note(kase.id, last))
  return true
}

/** A time stamp of something else stays in the bag. */
async function keepIfOurs(book: Casebook, kept: KeptCase, token: Uint8Array): Promise<void> {
  const { imprintOf } = await import('../proof/stamp/judge.ts')
  const digest = imprintOf(token)?.digest
  if (digest !== undefined && stampedPart(digest, kept) !== undefined)
    await keepToken(book, kept.kase.id, digest, token)
}

/** Undefined when the events make no case that could be listed, whatever the chain says. */
function folded(links: readonly Link[], knowledge: Casebook['knowledge']): KeptCase | undefined {
  try {
    const kept = unfolded(links)
    projectionOf(kept.kase, knowledge, links.at(-1)?.at ?? '')
    return kept
  } catch {
    return undefined
  }
}

async function byDigest(files: Files, where: RegExp): Promise<ReadonlyMap<string, BagFile>> {
  const found = new Map<string, BagFile>()
  for (const [name, file] of files) if (where.test(name)) found.set(await contentDigest(file.read()), file)
  return found
}

async function headOf(file: BagFile): Promise<z.infer<typeof headFile> | undefined> {
  if (file.bytes > LARGEST_HEAD) return undefined
  try {
    return headFile.parse(JSON.parse((await bytesOf(file)).toString('utf8')))
  } catch {
    return undefined
  }
}

async function bytesOf(file: BagFile): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of file.read()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

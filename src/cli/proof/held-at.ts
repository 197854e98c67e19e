import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { done, type Outcome } from '../../core/values/refusal.ts'
import type { Held } from '../../server/proof/anchor/check-anchors.ts'
import type { BagFile } from '../../server/proof/bag/bag-source.ts'
import type { Context } from '../command.ts'
import { rootsFor } from './authorities.ts'

/** What lies at a path and can be held against anchors: a data folder, a case folder, a bag or an export. */
type HeldAt = Held & { readonly close: () => Promise<void> | void }

const LARGEST_SEAL = 4 * 1_048_576
const LARGEST_RECORDS = 256 * 1_048_576

export async function heldAt(path: string, options: Context['options']): Promise<Outcome<HeldAt>> {
  const isData = await isFile(join(path, 'youju.db'))
  const roots = await rootsFor(isData ? { ...options, data: path } : options)
  if (!roots.ok) return roots
  if (isData) return heldInData(path, roots.value)
  const [{ bagSource }, { readCaseLines }] = await Promise.all([
    import('../../server/proof/bag/bag-source.ts'),
    import('../../server/casebook/archive/case-lines.ts'),
  ])
  const source = await bagSource(path)
  if (!source.ok) return source
  const { files, close } = source.value
  const below = files.has('bagit.txt') ? 'data/' : ''
  const seal = await bytesOf(files.get(`${below}evidence.sha256`), LARGEST_SEAL)
  const head = caseIn(await bytesOf(files.get(`${below}head.json`), LARGEST_SEAL))
  const records = files.get(`${below}events.jsonl`)
  const tokens = [...files].filter(([name]) => name.startsWith(below) && name.endsWith('.tsr'))
  const { tokenDigest, LARGEST_TOKEN } = await import('../../server/proof/stamp/token-file.ts')
  return done({
    roots: roots.value,
    seal: { name: basename(resolve(path)), text: seal ?? new Uint8Array() },
    links: async (caseId) => {
      if (caseId !== head) return undefined
      const links = records && records.bytes <= LARGEST_RECORDS ? await readCaseLines(records.read()) : []
      return typeof links === 'number' ? [] : links
    },
    tokens: async (caseId) => {
      if (caseId !== head) return undefined
      const digests = new Set<string>()
      for (const [, file] of tokens) digests.add(tokenDigest((await bytesOf(file, LARGEST_TOKEN)) ?? new Uint8Array()))
      return digests
    },
    close,
  })
}

async function heldInData(folder: string, roots: Held['roots']): Promise<Outcome<HeldAt>> {
  const [{ readKnowledge }, { openCasebook }, { heldByCasebook }] = await Promise.all([
    import('../../server/pack/knowledge-folder.ts'),
    import('../../server/casebook/open-casebook.ts'),
    import('../../server/casebook/proofs/anchors-of.ts'),
  ])
  const book = await openCasebook(folder, await readKnowledge())
  return done({ ...heldByCasebook(book, roots), close: () => book.store.close() })
}

/** The case that an export says it is of. */
function caseIn(head: Uint8Array | undefined): string | undefined {
  try {
    return z.object({ case: z.string() }).parse(JSON.parse(Buffer.from(head ?? []).toString('utf8'))).case
  } catch {
    return undefined
  }
}

async function bytesOf(file: BagFile | undefined, most: number): Promise<Uint8Array | undefined> {
  if (file === undefined || file.bytes > most) return undefined
  const chunks: Uint8Array[] = []
  for await (const chunk of file.read()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true
}

import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ChainHead } from '../../../core/case/log/chain.ts'
import { headFinding } from '../../../core/case/log/noted-heads.ts'
import type { StoreFinding } from '../../store/store.ts'
import { isAbsent } from '../../vault/absent.ts'
import type { Casebook } from '../casebook.ts'

/**
 * The witness file: a head of a chain on each line, noted whenever the case left the house. Events can be dropped from a
 * database, and a chain written anew from its start; not without contradicting what was noted here.
 */
const HEADS = 'heads.jsonl'

const headLine = z.object({
  caseId: z.string(),
  /** 0: the case was dropped on purpose, and what was noted before counts no more. */
  version: z.int().min(0),
  hash: z.string(),
  at: z.string(),
})

export type Witnessed = {
  /** Every head noted of a case, oldest first. */
  readonly heads: ReadonlyMap<string, readonly ChainHead[]>
  /** Numbers of lines that say nothing. */
  readonly unreadable: readonly number[]
}

export async function witnessed({ folder }: Pick<Casebook, 'folder'>): Promise<Witnessed> {
  return readHeads(await textOf(folder))
}

function readHeads(text: string): Witnessed {
  const heads = new Map<string, ChainHead[]>()
  const unreadable: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue
    const noted = lineOf(line)
    if (noted === undefined) unreadable.push(index + 1)
    else if (noted.version === 0) heads.delete(noted.caseId)
    else heads.set(noted.caseId, [...(heads.get(noted.caseId) ?? []), { version: noted.version, hash: noted.hash }])
  }
  return { heads, unreadable }
}

/** Of cases that were not met, those that are truly not there and were not dropped meanwhile. */
export async function lostCases(
  book: Pick<Casebook, 'folder' | 'store'>,
  unmet: readonly string[],
): Promise<readonly StoreFinding[]> {
  if (unmet.length === 0) return []
  const lost: StoreFinding[] = []
  for (const caseId of unmet) {
    if ((await book.store.head(caseId)) !== undefined) continue
    const last = (await witnessed(book)).heads.get(caseId)?.at(-1)
    if (last !== undefined) lost.push(headFinding('head-missing', caseId, last, 'no such case'))
  }
  return lost
}

/** Notes that a case is dropped on purpose, where it was ever noted. */
export async function noteDropped(book: Pick<Casebook, 'folder' | 'now'>, caseId: string): Promise<void> {
  if ((await witnessed(book)).heads.has(caseId))
    await withWitness(book, (note) => note(caseId, { version: 0, hash: '' }))
}

/** Notes the head of a case, once. */
type Note = (caseId: string, head: ChainHead) => Promise<void>

/** Lets `work` note heads; when it is done they are on the disk. */
export async function withWitness<T>(
  book: Pick<Casebook, 'folder' | 'now'>,
  work: (note: Note) => Promise<T>,
): Promise<T> {
  const text = await textOf(book.folder)
  const { heads } = readHeads(text)
  const known = new Set([...heads].flatMap(([caseId, noted]) => noted.map((head) => keyOf(caseId, head))))
  const file = await open(join(book.folder, HEADS), 'a', 0o600)
  // A line that a crash cut short stays by itself.
  let start = text === '' || text.endsWith('\n') ? '' : '\n'
  try {
    const done = await work(async (caseId, { version, hash }) => {
      if (known.has(keyOf(caseId, { version, hash }))) return
      known.add(keyOf(caseId, { version, hash }))
      // In one piece, so that lines of several processes do not mix.
      await file.appendFile(`${start}${JSON.stringify({ caseId, version, hash, at: book.now() })}\n`)
      start = ''
    })
    await file.sync()
    return done
  } finally {
    await file.close()
  }
}

function keyOf(caseId: string, { version, hash }: ChainHead): string {
  return `${caseId} ${version} ${hash}`
}

function lineOf(line: string): z.infer<typeof headLine> | undefined {
  try {
    return headLine.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

async function textOf(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, HEADS), 'utf8')
  } catch (error) {
    if (isAbsent(error)) return ''
    throw error
  }
}

import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { epochMs } from '../../../core/values/instant.ts'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import { namesIn } from '../../vault/absent.ts'
import type { Casebook } from '../casebook.ts'
import { everyCase } from '../kept-case.ts'
import { withWitness } from './heads.ts'

const KEPT = 7
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

export type Snapshot = { readonly file: string; readonly bytes: number }

/**
 * Copies the database into `snapshots/` of the data folder, reads the copy back and keeps the last seven. The heads of
 * all chains are noted beside it. A copy that is damaged is not kept, and drives out no older one. Where the database is a
 * server's, which its keeper copies, the heads alone are noted.
 */
export async function snapshot(book: Casebook): Promise<Outcome<Snapshot | undefined>> {
  const { copyTo } = book.store
  if (copyTo === undefined) {
    await noteHeads(book)
    return done(undefined)
  }
  const folder = join(book.folder, 'snapshots')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await dropStaleDrafts(folder)
  const file = join(folder, `${book.now().replaceAll(':', '-')}.db`)
  const draft = `${file}.${process.pid}.part`
  try {
    const [fault] = await copyTo(draft)
    if (fault !== undefined) return damaged(fault.found ?? fault.what)
    await rename(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
  await noteHeads(book)
  const older = (await snapshotsIn(folder)).filter((name) => join(folder, name) !== file)
  for (const name of older.slice(0, Math.max(0, older.length - KEPT + 1))) await rm(join(folder, name))
  return done({ file, bytes: (await stat(file)).size })
}

/**
 * A snapshot, unless there is one of the last day or the database is a server's. For a server that starts: it does so without one as well, when the
 * disk is full or the folder closed.
 */
export async function snapshotDaily(book: Casebook): Promise<Outcome<Snapshot | undefined>> {
  if (book.store.copyTo === undefined) return done(undefined)
  try {
    const newest = (await snapshotsIn(join(book.folder, 'snapshots'))).at(-1)
    const age = newest === undefined ? undefined : epochMs(book.now()) - epochMs(instantOf(newest))
    // One from the future was made by a clock that was wrong then or is now.
    return age !== undefined && age >= 0 && age < DAY_MS ? done(undefined) : await snapshot(book)
  } catch (error) {
    return notMade(error instanceof Error ? error.message : String(error))
  }
}

/**
 * After something was erased: the search index, the journal of the database and snapshots hold it still. Snapshots make
 * way for one of how things stand now; where there are none, none is made.
 */
export async function sweepErased(book: Casebook): Promise<void> {
  await book.store.compact()
  const folder = join(book.folder, 'snapshots')
  const older = await snapshotsIn(folder)
  if (older.length === 0) return
  // What was erased must go even where no new one can be made: the disk may be full.
  const made = await snapshot(book).catch(() => undefined)
  for (const name of older)
    if (made?.ok !== true || join(folder, name) !== made.value?.file) await rm(join(folder, name), { force: true })
}

async function noteHeads(book: Casebook): Promise<void> {
  await withWitness(book, async (note) => {
    for await (const caseId of everyCase(book)) {
      const head = await book.store.head(caseId)
      if (head !== undefined) await note(caseId, head)
    }
  })
}

/** What a process that was killed left half done; one that is at work is left alone. */
async function dropStaleDrafts(folder: string): Promise<void> {
  for (const name of (await namesIn(folder)).filter((one) => one.endsWith('.part'))) {
    const draft = join(folder, name)
    const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > HOUR_MS) await rm(draft, { force: true })
  }
}

/** Other files in the folder are somebody else's. */
const ours = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(\.\d+)?Z\.db$/

/** Names, oldest first. */
async function snapshotsIn(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder)).filter((name) => ours.test(name))
}

/** `2026-11-20T02-00-00Z.db` was made at `2026-11-20T02:00:00Z`. */
function instantOf(name: string): string {
  return name.replace(/\.db$/, '').replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:')
}

function damaged(why: string) {
  return refuse('snapshot-damaged', {
    zh: `数据库快照读回来不完好，没有留下（${why}）；请运行 youju doctor，并把 youju backup 存到另一块盘上`,
    en: `the snapshot of the database did not read back whole and was not kept (${why}); run youju doctor, and youju backup onto another disk`,
  })
}

function notMade(why: string) {
  return refuse('snapshot-not-made', {
    zh: `数据库快照没有做成（${why}）；案件不受影响，请检查剩余空间和文件夹权限`,
    en: `no snapshot of the database could be made (${why}); the cases are not affected, check free space and the rights of the folder`,
  })
}

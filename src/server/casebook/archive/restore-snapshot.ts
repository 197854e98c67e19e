import { copyFile, mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { verifyChain } from '../../../core/case/log/chain.ts'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import { openStore } from '../../store/open-store.ts'
import { projectionOf } from '../../store/projection.ts'
import { sha256 } from '../../store/sql/event-rows.ts'
import type { Store, StoreFinding } from '../../store/store.ts'
import { StoreTooNew } from '../../store/store-too-new.ts'
import type { Casebook } from '../casebook.ts'
import { everyCase, unfolded } from '../kept-case.ts'
import { withWitness } from './heads.ts'
import type { Restored } from './restore.ts'
import { spokenOriginals } from './spoken-originals.ts'

const MAGIC = 'SQLite format 3\0'

/** Whether a file is a database, as a snapshot is, and not a ZIP. */
export async function isDatabase(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0)
    return buffer.toString('latin1', 0, bytesRead) === MAGIC
  } catch {
    return false
  } finally {
    await file.close()
  }
}

/**
 * Takes the cases of a snapshot that are not here. What is here is never overwritten; a case whose chain does not hold is
 * not taken and named. A snapshot has no originals: those that the vault lacks are named.
 */
export async function restoreSnapshot(book: Casebook, path: string): Promise<Outcome<Restored>> {
  // A copy is opened, for it is brought to the form of this version, and the snapshot is to stay as it is.
  const folder = await mkdtemp(join(book.folder, '.snapshot-'))
  try {
    await copyFile(path, join(folder, 'youju.db'))
    const opened = await openCopy(folder, path)
    if (!opened.ok) return opened
    try {
      const [fault] = (await opened.value.check()).filter(({ what }) => what === 'database')
      return fault === undefined ? done(await take(book, opened.value)) : notWhole(path, fault.found ?? '')
    } finally {
      await opened.value.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function take(book: Casebook, store: Store): Promise<Restored> {
  const [same, differing, findings]: [string[], string[], StoreFinding[]] = [[], [], []]
  let cases = 0
  await withWitness(book, async (note) => {
    for await (const id of everyCase({ store })) {
      const links = await store.links(id)
      const last = links.at(-1)
      if (last === undefined) continue
      const broken = verifyChain(links, sha256)
      for (const { what, item, expected, found } of broken)
        findings.push({ what: `chain-${what}`, item: `${id} #${item - 1}`, expected, found })
      if (broken.length > 0) continue
      const { kase } = unfolded(links)
      const here = await book.store.head(id)
      if (here?.version === last.version && here.hash === last.hash) same.push(id)
      else if ((await book.store.adopt(id, links, projectionOf(kase, book.knowledge, last.at))) === 'there')
        differing.push(id)
      else {
        cases += 1
        await note(id, last)
        for (const { sha256: expected, item } of spokenOriginals(id, kase))
          if ((await book.vault.size(expected)) === undefined)
            findings.push({ what: 'original-gone', item, expected, found: 'none' })
      }
    }
  })
  return { cases, originals: 0, same, differing, findings }
}

async function openCopy(folder: string, path: string): Promise<Outcome<Store>> {
  try {
    return done(await openStore(folder))
  } catch (error) {
    if (error instanceof StoreTooNew) return refuse('backup-too-new', error.text, path)
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_'))
      return notWhole(path, error.message)
    throw error
  }
}

function notWhole(path: string, why: string) {
  return refuse(
    'snapshot-damaged',
    {
      zh: `${path} 是损坏的数据库，没有取用任何内容；请换一份快照或备份（${why}）`,
      en: `${path} is a damaged database, nothing was taken; use another snapshot or a backup (${why})`,
    },
    path,
  )
}

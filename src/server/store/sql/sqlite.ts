import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { type Dialect, Kysely, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely'
import Database from 'libsql'
import { indexWords, queryWords } from '../bigrams.ts'
import type { StoreFinding } from '../store.ts'
import { StoreTooNew } from '../store-too-new.ts'
import type { Db, Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { sqliteMigrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/** How long a writer waits for others before it gives up, in milliseconds. */
const PATIENCE = 30_000

const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  // What is erased is overwritten in the file.
  'secure_delete = ON',
  // 32 MB of pages at hand: a write to any of many cases touches pages all over the file.
  'cache_size = -32768',
]

/**
 * Opens a SQLite file, made when it is absent, and brings it to the newest form; one that has a newer form still is left
 * alone (`StoreTooNew`). Every commit is on the disk before it is acknowledged (WAL, `synchronous = FULL`); several
 * processes may have it open.
 */
export async function openSqlite(path: string, migrations = sqliteMigrations): Promise<Engine> {
  const file = new Database(path)
  // While it is opened: another process may be making it.
  file.pragma(`busy_timeout = ${PATIENCE}`)
  const executed = executedIn(file)
  const beyond = executed.find((name) => !Object.hasOwn(migrations, name))
  if (beyond !== undefined) {
    file.close()
    throw new StoreTooNew(beyond)
  }
  for (const pragma of pragmas) file.pragma(pragma)
  const db = new Kysely<Tables>({ dialect: dialectOf(file) })
  if (executed.length < Object.keys(migrations).length) await migrate(db, migrations)
  // From here on waiting inside SQLite would hold up the whole process; the patience is in `beginWriting`.
  file.pragma('busy_timeout = 50')
  return {
    db,
    write: (work) => db.transaction().execute(work),
    indexText,
    dropText,
    matching,
    check: () => checkFile(db),
    copyTo: async (target) => {
      if (existsSync(target)) throw new Error(`there is a file already: ${target}`)
      await sql`vacuum into ${target}`.execute(db)
      return checkCopy(target)
    },
    compact: () => compact(db),
    close: () => db.destroy(),
  }
}

/** Names of the migrations that a file has gone through. */
function executedIn(file: Database.Database): readonly string[] {
  const table = file.prepare(`select name from sqlite_master where name = 'kysely_migration'`).all()
  if (table.length === 0) return []
  const rows = file.prepare('select name from kysely_migration order by name').all() as readonly { name: string }[]
  return rows.map(({ name }) => name)
}

/**
 * SQLite as Kysely knows it, but that every transaction takes the right to write at its start, and that a form is changed
 * in one transaction: whoever is killed while at it leaves the old form.
 */
function dialectOf(database: Database.Database): Dialect {
  return {
    createAdapter: () => Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true }),
    createDriver: () =>
      Object.assign(new SqliteDriver({ database }), {
        beginTransaction: () => beginWriting(database),
        // A full disk makes SQLite roll back by itself: to do it again would hide why.
        rollbackTransaction: async () => {
          if (database.inTransaction) database.exec('rollback')
        },
      }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** By `exec`: a prepared statement that met a busy database would stay in progress and block the commit. */
async function beginWriting(database: Database.Database): Promise<void> {
  for (let waited = 0; ; ) {
    try {
      database.exec('begin immediate')
      return
    } catch (error) {
      if (!isBusy(error) || waited > PATIENCE) throw error
    }
    const pause = 5 + Math.random() * 40
    await setTimeout(pause)
    waited += 50 + pause
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

async function indexText(on: Db, n: number, text: string): Promise<void> {
  await dropText(on, n)
  await sql`insert into search (rowid, words) values (${n}, ${[...new Set(indexWords(text))].join(' ')})`.execute(on)
}

async function dropText(on: Db, n: number): Promise<void> {
  await sql`delete from search where rowid = ${n}`.execute(on)
}

async function matching(on: Db, words: string, limit: number): Promise<readonly number[]> {
  const asked = queryWords(words)
  if (asked.length === 0) return []
  const match = asked.map(({ word, prefix }) => `"${word}"${prefix ? '*' : ''}`).join(' ')
  const { rows } = await sql<{ rowid: number }>`
    select rowid from search where search match ${match} order by rowid desc limit ${limit}`.execute(on)
  return rows.map(({ rowid }) => rowid)
}

async function checkFile(db: Kysely<Tables>): Promise<readonly StoreFinding[]> {
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    return rows.flatMap(({ integrity_check: found }) => (found === 'ok' ? [] : [databaseFinding(found)]))
  } catch (error) {
    return [corruption(error)]
  }
}

/** The search index lets go of words only when it is merged; the journal keeps old pages until it is emptied. */
async function compact(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute((on) => sql`insert into search (search) values ('optimize')`.execute(on))
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}

async function checkCopy(path: string): Promise<readonly StoreFinding[]> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
  const copy = new Database(path)
  try {
    // With another result than a table of texts the copy is no database of ours.
    const rows = copy.pragma('integrity_check') as readonly { readonly integrity_check?: string }[]
    return rows.flatMap(({ integrity_check: found }) => (found === 'ok' ? [] : [databaseFinding(found ?? 'no answer')]))
  } catch (error) {
    return [corruption(error)]
  } finally {
    copy.close()
  }
}

/** A file whose damage keeps it from being read at all is a finding like another; anything else is broken machinery. */
function corruption(error: unknown): StoreFinding {
  const isCorrupt = error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))
  if (!isCorrupt) throw error
  return databaseFinding(error.message)
}

function databaseFinding(found: string): StoreFinding {
  return { what: 'database', item: 'youju.db', found }
}

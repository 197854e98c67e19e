import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { indexWords, queryWords } from '../bigrams.ts'
import { DatabaseUnusable } from '../database-unusable.ts'
import { StoreTooNew } from '../store-too-new.ts'
import type { Db, Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { postgresMigrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/** The oldest server that is used: its `server_version_num`. */
const OLDEST = 150_000
/** Connections that one process holds at most. */
const CONNECTIONS = 10
/** How long one waits for a connection, for the right to write, and for an answer, in milliseconds. */
const PATIENCE = { connect: 10_000, write: 30_000, answer: 60_000 } as const
/** Names the lock that writers take: one of a thousand million, so that other programs on the database hardly use it. */
const WRITERS = 731_520_251
/** A lexeme holds 2,046 bytes at most. */
const MOST_UNITS = 500
/** All lexemes of a case hold 2²⁰ bytes at most; with more the server tells nothing and finds half of them no more. */
const MOST_BYTES = 1_000_000

/** Whole numbers of eight bytes as numbers: ours stay below 2⁵³. */
const INT8 = 20

/**
 * Opens a PostgreSQL database and brings it to the newest form; one that has a newer form still is left alone
 * (`StoreTooNew`). Throws `DatabaseUnusable` when it cannot be reached or is too old. Writers of all processes take turns,
 * so that numbers of events are seen in their order; readers wait for nobody.
 */
export async function openPostgres(url: string, migrations = postgresMigrations): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE.connect,
    statement_timeout: PATIENCE.answer,
    idle_in_transaction_session_timeout: PATIENCE.answer,
    application_name: 'youju',
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  })
  // A connection that breaks while nobody uses it is replaced by the next that is asked for.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await bringUp(db, migrations)
  } catch (error) {
    await db.destroy().catch(() => {})
    throw unusable(error) ?? error
  }
  return {
    db,
    write: (work) =>
      db.transaction().execute(async (on) => {
        await sql`select set_config('lock_timeout', ${`${PATIENCE.write}`}, true)`.execute(on)
        await sql`select pg_advisory_xact_lock(${sql.lit(WRITERS)})`.execute(on)
        return work(on)
      }),
    indexText,
    dropText,
    matching,
    // The server looks after its own files; what stands in the tables is looked at like any other's.
    check: async () => [],
    compact: () => compact(db),
    close: () => db.destroy(),
  }
}

async function bringUp(db: Kysely<Tables>, migrations: typeof postgresMigrations): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int as version`.execute(db)
  const version = rows[0]?.version ?? 0
  if (version < OLDEST)
    throw new DatabaseUnusable({
      zh: `数据库版本太旧（${Math.floor(version / 10_000)}），要用 PostgreSQL 15 或更新的`,
      en: `the database is too old (${Math.floor(version / 10_000)}): PostgreSQL 15 or newer is needed`,
    })
  const executed = await executedIn(db)
  const beyond = executed.find((name) => !Object.hasOwn(migrations, name))
  if (beyond !== undefined) throw new StoreTooNew(beyond)
  if (executed.length < Object.keys(migrations).length) await migrate(db, migrations)
}

/** Names of the migrations that a database has gone through. */
async function executedIn(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (rows[0]?.there !== true) return []
  const { rows: done } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return done.map(({ name }) => name)
}

/** What keeps a database from being used, told without its address: that may hold a password. */
function unusable(error: unknown): DatabaseUnusable | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (
    /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|ENOENT|EPIPE)/.test(code) ||
    /timeout|terminated/i.test(error.message)
  )
    return new DatabaseUnusable({
      zh: `连不上数据库（${code || '超时'}）；请确认它开着，地址和端口没有写错`,
      en: `the database cannot be reached (${code || 'time-out'}): is it running, are host and port right?`,
    })
  if (/^(28|3D|42501|53300|57P03)/.test(code))
    return new DatabaseUnusable({
      zh: `数据库不让用（${code}）；请检查用户名、密码、库名和权限`,
      en: `the database refuses (${code}): check the user, the password, the name of the database and its rights`,
    })
  return undefined
}

async function indexText(on: Db, n: number, text: string): Promise<void> {
  const words = fitting(new Set(indexWords(text).map((word) => word.slice(0, MOST_UNITS))))
  await sql`
    insert into search (n, words) values (${n}, array_to_tsvector(${words}::text[]))
    on conflict (n) do update set words = excluded.words`.execute(on)
}

/** As many of the words, from the first, as one row holds. */
function fitting(words: Iterable<string>): readonly string[] {
  const taken: string[] = []
  let room = MOST_BYTES
  for (const word of words) {
    room -= Buffer.byteLength(word)
    if (room < 0) break
    taken.push(word)
  }
  return taken
}

async function dropText(on: Db, n: number): Promise<void> {
  await sql`delete from search where n = ${n}`.execute(on)
}

/** Words are letters and digits only, so that none can say anything to the query language. */
async function matching(on: Db, words: string, limit: number): Promise<readonly number[]> {
  const asked = queryWords(words)
  if (asked.length === 0) return []
  const match = asked.map(({ word, prefix }) => `'${word.slice(0, MOST_UNITS)}'${prefix ? ':*' : ''}`).join(' & ')
  const { rows } = await sql<{ n: number }>`
    select n from search where words @@ ${match}::tsquery order by n desc limit ${limit}`.execute(on)
  return rows.map(({ n }) => n)
}

/** Takes what was dropped out of tables and index; what the server's own log and copies hold is its keeper's to drop. */
async function compact(db: Kysely<Tables>): Promise<void> {
  await sql`vacuum event, request, case_row, deadline_row, exhibit_row, outcome_row, search, search_text`.execute(db)
}

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sqlStore } from './sql/sql-store.ts'
import type { Store } from './store.ts'

/** The database file of a data folder. */
const databaseName = 'youju.db'

/**
 * Opens the store of a data folder, which only its owner can read: the file in it, or the PostgreSQL database of an
 * address such as `postgres://user:password@host:5432/name`. What is absent is made, but for the database itself.
 */
export async function openStore(folder: string, databaseUrl?: string): Promise<Store> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (databaseUrl !== undefined) {
    const { openPostgres } = await import('./sql/postgres.ts')
    return sqlStore(await openPostgres(databaseUrl))
  }
  const { openSqlite } = await import('./sql/sqlite.ts')
  return sqlStore(await openSqlite(join(folder, databaseName)))
}

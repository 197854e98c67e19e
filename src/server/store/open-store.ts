import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sqlStore } from './sql/sql-store.ts'
import { openSqlite } from './sql/sqlite.ts'
import type { Store } from './store.ts'

/** The database file of a data folder. */
const databaseName = 'youju.db'

/** Opens the store of a data folder, which only its owner can read; both are made when they are absent. */
export async function openStore(folder: string): Promise<Store> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return sqlStore(await openSqlite(join(folder, databaseName)))
}

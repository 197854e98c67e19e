import { type Kysely, type Migration, Migrator } from 'kysely'
import type { Tables } from './tables.ts'

/** Brings a database to the newest form: all that is missing, or nothing. Another process may be doing the same. */
export async function migrate(db: Kysely<Tables>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  await db.destroy()
  throw error
}

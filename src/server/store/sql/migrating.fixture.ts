/** A process that opens a store and is killed in the midst of a migration, when its work is done and not yet kept. */
import type { Migration } from 'kysely'
import { sqliteMigrations } from './migrations.ts'
import { openSqlite } from './sqlite.ts'

const [, , path = '', fatal = ''] = process.argv
const migrations = Object.entries(sqliteMigrations).map(([name, { up }]): [string, Migration] => [
  name,
  {
    async up(db) {
      await up(db)
      if (name === fatal) process.kill(process.pid, 'SIGKILL')
    },
  },
])
await openSqlite(path, Object.fromEntries(migrations))
process.stdout.write('opened')

import { join } from 'node:path'
import Database from 'libsql'

/** Changes the database of a data folder behind the casebook's back. */
export function tamper(folder: string, statements: string): void {
  const file = new Database(join(folder, 'youju.db'))
  file.exec(statements)
  file.close()
}

import type { Kysely, Transaction } from 'kysely'
import type { StoreFinding } from '../store.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables> | Transaction<Tables>

/** What differs between database engines; everything else is one set of queries. */
export type Engine = {
  readonly db: Kysely<Tables>
  /** Runs a transaction that holds the right to write from its start, so that what it read is still so when it writes. */
  readonly write: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** Keeps the words of a case (its number `n`) for search; an earlier entry goes. */
  readonly indexText: (db: Db, n: number, text: string) => Promise<void>
  readonly dropText: (db: Db, n: number) => Promise<void>
  /** Numbers of the cases that hold every word. */
  readonly matching: (db: Db, words: string, limit: number) => Promise<readonly number[]>
  readonly check: () => Promise<readonly StoreFinding[]>
  /** Absent where the database is no file of ours. */
  readonly copyTo?: (path: string) => Promise<readonly StoreFinding[]>
  readonly compact: () => Promise<void>
  readonly close: () => Promise<void>
}

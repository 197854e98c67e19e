import type { CaseOutcome } from '../../core/advice/outcomes/outcome.ts'
import type { CaseEvent } from '../../core/case/event.ts'
import type { ChainHead, Link } from '../../core/case/log/chain.ts'
import type { Finding } from '../../core/case/log/finding-words.ts'
import type { CaseProjection, DeadlineRow, ExhibitRow } from './projection.ts'

/** What is to be kept of one decision. */
export type Append = {
  readonly caseId: string
  /** The version the events were decided on; 0 for a new case. */
  readonly after: number
  readonly events: readonly CaseEvent[]
  /** How the case looks after these events. */
  readonly projection: CaseProjection
  /** A key chosen by the caller and the digest of what was asked: the same key changes nothing twice. */
  readonly request?: { readonly key: string; readonly digest: string }
}

export type Appended =
  | { readonly status: 'appended'; readonly head: ChainHead }
  /** Someone else was faster: the case is at `version` now, nothing was kept. */
  | { readonly status: 'conflict'; readonly version: number }
  /** This very request was kept before, and led to `version`. */
  | { readonly status: 'repeated'; readonly caseId: string; readonly version: number }
  /** The key was used for another request. */
  | { readonly status: 'key-reused'; readonly caseId: string }

/** A case in a list. `seq` grows with every event of any case. */
export type CaseRow = Omit<CaseProjection, 'words' | 'deadlines' | 'exhibits' | 'outcome'> & {
  readonly seq: number
  /** The next clock that is still open at the moment asked for. */
  readonly next?: DeadlineRow
}

export type CaseQuery = {
  readonly now: string
  /** Without it all cases, and no purchases. */
  readonly status?: CaseProjection['status']
  /** This case alone. */
  readonly id?: string
  /** Words to look for; every one must occur. */
  readonly words?: string
  readonly limit: number
  /** Rows older than this `seq` only. */
  readonly before?: number
}

export type DueQuery = {
  readonly from?: string
  readonly until: string
  readonly limit: number
  /** Clocks of cases only: a window of a purchase that has closed needs nothing done. */
  readonly casesOnly?: true
}
export type Due = DeadlineRow & { readonly caseId: string; readonly title: string }

export type StoreFinding = Finding

/**
 * Kept cases: events only ever added, each case a chain, projections written in the same transaction. Several processes
 * may use one store at once. Methods throw only when machinery fails (disk, database).
 */
export type Store = {
  readonly append: (append: Append) => Promise<Appended>
  /** The request of that key, if it was kept. */
  readonly kept: (key: string) => Promise<{ caseId: string; version: number; digest: string } | undefined>
  /** All links of a case, oldest first; none when there is no such case. */
  readonly links: (caseId: string) => Promise<readonly Link[]>
  /** The last link of a case as its version and hash. */
  readonly head: (caseId: string) => Promise<ChainHead | undefined>
  readonly cases: (query: CaseQuery) => Promise<readonly CaseRow[]>
  readonly caseCount: () => Promise<{ readonly open: number; readonly closed: number }>
  /** Open clocks of open cases, the earliest first. */
  readonly due: (query: DueQuery) => Promise<readonly Due[]>
  /** How each closed case ended. */
  readonly outcomes: () => Promise<readonly (CaseOutcome & { readonly caseId: string })[]>
  /** Exhibits whose original has this digest. */
  readonly exhibitsOf: (sha256: string) => Promise<readonly (ExhibitRow & { readonly caseId: string })[]>
  /** Every case id, in order, a page at a time. */
  readonly ids: (after: string, limit: number) => Promise<readonly string[]>
  /** Cases changed by events with a higher `seq`, and the highest there is; without a `seq` only the latter. */
  readonly changedSince: (seq?: number) => Promise<{ readonly seq: number; readonly cases: readonly string[] }>
  /** Writes a case's projection anew, if it is still at that version. */
  readonly project: (version: number, projection: CaseProjection) => Promise<void>
  /** Takes links as another store kept them, as they are; refused when the case is there. */
  readonly adopt: (caseId: string, links: readonly Link[], projection: CaseProjection) => Promise<'adopted' | 'there'>
  /** Lets a case be found by what one of its originals holds; the same text again changes nothing. */
  readonly noteText: (caseId: string, sha256: string, text: string) => Promise<void>
  /** Cases with an original of which no text was noted yet. */
  readonly unnoted: () => Promise<readonly string[]>
  /** Drops a whole case: its events, rows and requests. */
  readonly forget: (caseId: string) => Promise<boolean>
  /** What is wrong with the database itself and between events and projections. */
  readonly check: () => Promise<readonly StoreFinding[]>
  /**
   * A consistent copy of the whole store in a new file, on the disk and read back: what is wrong with the copy. Absent where
   * the database is a server's: its keeper backs it up, and `backup` writes all cases out of it.
   */
  readonly copyTo?: (path: string) => Promise<readonly StoreFinding[]>
  /** Leaves nothing in the files of what was dropped. Another process that is at work may hinder it. */
  readonly compact: () => Promise<void>
  readonly close: () => Promise<void>
}

import type { Generated } from 'kysely'

/** Columns are text and integers only, so that every engine keeps the same; truth is 0 or 1, lists are JSON. */
export type Tables = {
  event: {
    seq: Generated<number>
    case_id: string
    version: number
    type: string
    at: string
    salt: string | null
    payload: string | null
    digest: string
    previous: string
    hash: string
  }
  request: { key: string; case_id: string; version: number; digest: string }
  case_row: {
    n: Generated<number>
    case_id: string
    seq: number
    version: number
    status: string
    title: string
    shop: string
    order_number: string
    problems: string
    opened_at: string
    updated_at: string
    fen: number | null
    knowledge: string
  }
  /** How many cases stand so: counting them would cost more the more there are. */
  case_tally: { status: string; cases: number }
  deadline_row: {
    case_id: string
    id: string
    who: string
    what: string
    due: string
    standing: string
    provisional: number
    /** 1 while the case is open. */
    live: number
  }
  exhibit_row: {
    case_id: string
    id: string
    sha256: string
    file: string
    kind: string
    title: string
    bytes: number
  }
  /** How a closed case ended, as JSON. */
  outcome_row: { case_id: string; outcome: string }
  /** What a case is found by: its own words (`source` is empty), and the words of each original by its SHA-256. */
  search_text: { case_id: string; source: string; text: string }
}

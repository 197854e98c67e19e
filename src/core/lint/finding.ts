import type { Knowledge } from '../knowledge/knowledge.ts'
import type { WordingRisk } from '../knowledge/library/wording-risk.ts'
import type { Statute } from '../knowledge/statutes/statute.ts'
import type { Span } from '../language/span.ts'
import type { Text } from '../values/text.ts'

/** Something in a text that harms its writer or does not hold, with its place and what to do about it. */
export type LintFinding = Span & {
  /** Which rule found it, such as `article-absent`. */
  readonly rule: string
  readonly kind: WordingRisk['kind']
  /** What is wrong and why, for the writer. */
  readonly message: Text
  /** Words that say the same as a fact, or what to write instead. */
  readonly suggestion?: Text
  /** `error` keeps a paper from being given out; `advice` leaves it to the writer. */
  readonly severity: 'error' | 'advice'
}

/** What the text is for: a paper to the other side or an authority, a post anyone may read, words for the telephone. */
export type LintMode = 'letter' | 'public' | 'call'

/** A text to be looked at. Places are in UTF-16 units until `lintText` gives them out. */
export type LintSubject = {
  /** As the user wrote it. */
  readonly text: string
  /** The same in plain form, unit for unit (`plainForm`). */
  readonly plain: string
  readonly mode: LintMode
  readonly knowledge: Knowledge
  /** Official texts the user imported; what our own knowledge does not hold may stand in them. */
  readonly statutes?: readonly Statute[]
  /** The days whose law counts, `YYYY-MM-DD`: of the order or act for what is owed, of the filing for how it is sought. */
  readonly days: { readonly substance: string; readonly procedure: string }
  /** A lawyer acts for the writer, and the case says so. */
  readonly hasLawyer: boolean
}

export type Linter = (subject: LintSubject) => readonly LintFinding[]

import type { Advice } from '../../advice/advice.ts'
import type { Case } from '../../case/case.ts'
import type { ReadField } from '../../language/read-field.ts'
import type { Span } from '../../language/span.ts'
import type { LintFinding } from '../../lint/finding.ts'

/** A text and the case it is held against. */
export type Checked = {
  /** In plain form, and the same as code points. */
  readonly plain: string
  readonly points: readonly string[]
  /** Turns places in `plain` (UTF-16 units) into code points, in which everything else is. */
  readonly inPoints: (span: Span) => Span
  /** What was read in it, and whether it tells of something that went wrong. */
  readonly fields: readonly ReadField[]
  readonly isComplaint: boolean
  readonly kase: Case
  readonly advice: Advice
}

export type Found = Omit<LintFinding, 'kind'>

/** From here on what was read is taken for what the text says; below, only for what it may say. */
export const SURE = 0.8

/** Whether two ways of writing a number or name are the same: width, blanks, hyphens and case do not matter. */
export function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase()
}

/** The place of a match, in code points. */
export function placeOf({ 0: whole, index }: RegExpExecArray, { inPoints }: Checked): Span {
  return inPoints({ start: index, end: index + whole.length })
}

import type { Advice } from '../../advice/advice.ts'
import type { Case } from '../../case/case.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { LintFinding, LintMode } from '../../lint/finding.ts'
import { lintText } from '../../lint/lint.ts'
import { dayOf } from '../../values/instant.ts'

type Given = { readonly kase: Case; readonly advice: Advice; readonly knowledge: Knowledge; readonly now: string }

/**
 * Everything found in a text that goes out for a case: what the linters see in the words, and what does not fit the
 * case. Places are in Unicode code points. `advice` must be the advice on this case at this moment.
 */
export function checkText(text: string, mode: LintMode, { kase, knowledge, now }: Given): readonly LintFinding[] {
  const today = dayOf(now)
  const { placedAt, paidAt } = kase.order
  const ordered = placedAt ?? paidAt
  const days = { substance: ordered === undefined ? today : dayOf(ordered), procedure: today }
  return lintText({ text, mode, knowledge, days, hasLawyer: false })
}

import type { Advice } from '../../advice/advice.ts'
import type { Case } from '../../case/case.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Statute } from '../../knowledge/statutes/statute.ts'
import { plainForm } from '../../language/plain-form.ts'
import { readWords } from '../../language/read-words.ts'
import { pointsOf } from '../../language/span.ts'
import type { LintFinding, LintMode } from '../../lint/finding.ts'
import { inPlaceOrder, lintText } from '../../lint/lint.ts'
import { lacks } from './completeness.ts'
import { inconsistencies } from './consistency.ts'
import { lawDays } from './law-days.ts'

type Given = {
  readonly kase: Case
  readonly advice: Advice
  readonly knowledge: Knowledge
  readonly statutes?: readonly Statute[]
  readonly now: string
}

/**
 * Everything found in a text that goes out for a case: what the linters see in the words, what does not fit the case,
 * and, in a letter, what it lacks. Places are in Unicode code points. `advice` must be the advice on this case now.
 */
export function checkText(
  text: string,
  mode: LintMode,
  { kase, advice, knowledge, statutes = [], now }: Given,
): readonly LintFinding[] {
  const { fields, complaint: isComplaint } = readWords(text, knowledge, now)
  const plain = plainForm(text)
  const checked = { plain, points: Array.from(plain), inPoints: pointsOf(text), fields, isComplaint, kase, advice }
  return inPlaceOrder([
    ...lintText({ text, mode, knowledge, statutes, days: lawDays(kase, now), hasLawyer: false }),
    ...inconsistencies(checked),
    ...(mode === 'letter' ? lacks(checked, knowledge) : []),
  ])
}

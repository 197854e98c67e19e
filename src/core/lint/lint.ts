import { plainForm } from '../language/plain-form.ts'
import { pointsOf } from '../language/span.ts'
import { citationLinter } from './citations/citations.ts'
import { claimLinter } from './claims.ts'
import type { Linter, LintFinding, LintSubject } from './finding.ts'
import { privateDataLinter } from './private-data.ts'
import { wordingLinter } from './wording/wording.ts'

const linters: readonly Linter[] = [citationLinter, claimLinter, wordingLinter, privateDataLinter]

/** Everything the linters find in a text, by place, then the graver first. Places are in Unicode code points. */
export function lintText(subject: Omit<LintSubject, 'plain'>): readonly LintFinding[] {
  const whole = { ...subject, plain: plainForm(subject.text) }
  const inPoints = pointsOf(subject.text)
  return inPlaceOrder(
    linters.flatMap((linter) => linter(whole)).map((finding) => ({ ...finding, ...inPoints(finding) })),
  )
}

/** By place, of the same place the longer and graver first. */
export function inPlaceOrder(findings: readonly LintFinding[]): readonly LintFinding[] {
  return [...findings].sort(
    (a, b) => a.start - b.start || b.end - a.end || Number(b.severity === 'error') - Number(a.severity === 'error'),
  )
}

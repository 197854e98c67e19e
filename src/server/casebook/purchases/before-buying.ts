import { type FactTable, factsOfAnswer } from '../../../core/advice/fact-table.ts'
import {
  type BuyingFinding,
  type BuyingQuestion,
  checkBeforeBuying,
} from '../../../core/advice/purchase/before-buying.ts'
import { factValue, knownName } from '../../../core/case/file/vocabulary.ts'
import type { Knowledge } from '../../../core/knowledge/knowledge.ts'
import { shortCite } from '../../../core/knowledge/provision-ref.ts'
import { done, type Outcome } from '../../../core/values/refusal.ts'

export type BuyingCheck = {
  readonly findings: readonly BuyingFinding[]
  readonly questions: readonly BuyingQuestion[]
  /** Short names of provisions by ref, as the findings cite them. */
  readonly cites: Readonly<Record<string, string>>
}

/** The check before buying on answers as somebody gives them: `fact → value`, `?` for what they do not know. */
export function beforeBuying(
  answers: Readonly<Record<string, string | number | boolean>>,
  knowledge: Knowledge,
): Outcome<BuyingCheck> {
  let table: FactTable = {}
  for (const [given, value] of Object.entries(answers)) {
    const fact = knownName(knowledge, 'facts', given)
    if (!fact.ok) return fact
    if (value === '?' || value === '？') continue
    const known = factValue(knowledge, fact.value, value)
    if (!known.ok) return { ok: false, refusal: { ...known.refusal, at: fact.value } }
    table = { ...table, ...factsOfAnswer(table, fact.value, known.value) }
  }
  const check = checkBeforeBuying(table, knowledge)
  // What was answered with "I do not know" is not asked again.
  const questions = check.questions.filter(({ fact }) => !Object.hasOwn(answers, fact))
  const refs = check.findings.flatMap(({ cites }) => cites)
  const cites = Object.fromEntries(refs.map((ref) => [ref, shortCite(knowledge, ref)]))
  return done({ findings: check.findings, questions, cites })
}

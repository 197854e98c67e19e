import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { PurchaseCheck } from '../../knowledge/library/purchase-check.ts'
import type { Standing } from '../../knowledge/provenance.ts'
import { say } from '../../values/text.ts'
import { verdictOf } from '../evaluate.ts'
import { type FactTable, factValue } from '../fact-table.ts'

export type BuyingQuestion = {
  readonly fact: string
  readonly ask: string
  readonly why: string
  readonly hint?: string
}

export type BuyingFinding = {
  readonly id: string
  readonly title: string
  readonly level: PurchaseCheck['says'][number]['level']
  readonly text: string
  readonly standing: Standing
  readonly cites: readonly string[]
}

/**
 * What to look at before paying: what the answers given so far mean, the gravest first, and what is still to be asked, in
 * the order of the checks. An answer that is not known says nothing. Texts are in the language of the knowledge.
 */
export function checkBeforeBuying(
  answers: FactTable,
  knowledge: Knowledge,
): { readonly findings: readonly BuyingFinding[]; readonly questions: readonly BuyingQuestion[] } {
  const { lang } = knowledge
  const checks = Object.values(knowledge.purchase).sort((a, b) => a.rank - b.rank)
  const findings = checks.flatMap(({ id, title, says }) =>
    says
      .filter(({ when }) => verdictOf(when, answers) === true)
      .map(({ level, text, standing, cites }) => ({
        id,
        title: say(title, lang),
        level,
        text: say(text, lang),
        standing,
        cites,
      })),
  )
  const questions = checks.flatMap(({ fact }): BuyingQuestion[] => {
    const asked = knowledge.facts[fact]
    if (asked === undefined || factValue(answers, fact) !== undefined) return []
    const { ask, why, hint } = asked
    return [{ fact, ask: say(ask, lang), why: say(why, lang), ...(hint && { hint: say(hint, lang) }) }]
  })
  return { findings: findings.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)), questions }
}

const levels: readonly BuyingFinding['level'][] = ['stop', 'care', 'good']

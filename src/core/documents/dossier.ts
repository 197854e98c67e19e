import type { Advice } from '../advice/advice.ts'
import { type FactTable, factTable } from '../advice/fact-table.ts'
import type { Case } from '../case/case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { dayOf } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { demandedFen } from './blocks/demands.ts'
import { type NumberedExhibit, numberExhibits } from './exhibit-number.ts'
import { rightFacts } from './occasion/right-facts.ts'
import { paperAmount } from './paper-amount.ts'
import { type PaperRight, paperRights } from './paper-rights.ts'
import { type PaperValue, type PaperValues, paperValues } from './paper-values.ts'
import { isOwedBy, respondentOf } from './party.ts'

/** Everything the papers of one case are written from, worked out once. Papers are Chinese: so is `advice` here. */
export type Dossier = {
  readonly kase: Case
  readonly advice: Advice
  readonly knowledge: Knowledge
  readonly now: string
  readonly today: LocalDate
  /** Facts of the case, and the verdict on each right as `right.ID`. */
  readonly facts: FactTable
  readonly exhibits: readonly NumberedExhibit[]
  /** What the respondent owes: a producer's or another's duty is no demand on it. */
  readonly rights: readonly PaperRight[]
  readonly values: PaperValues
}

/** Gathers what papers need. `advice` must be the advice on this case, in Chinese, at this moment. */
export function dossierOf(given: { kase: Case; advice: Advice; knowledge: Knowledge; now: string }): Dossier {
  const { kase, advice, knowledge, now } = given
  const today = dayOf(now)
  const facts = { ...factTable(kase, knowledge, now), ...rightFacts(advice) }
  const exhibits = numberExhibits(kase)
  const respondent = respondentOf(kase, knowledge, advice)
  const values = paperValues({ kase, knowledge, facts, exhibits, respondent, today })
  const rights = paperRights({ advice, knowledge, facts, values, today }).filter(({ right }) =>
    isOwedBy(right, respondent, kase),
  )
  const dossier = { ...given, today, facts, exhibits, rights, values }
  return { ...dossier, values: (name) => (name === 'demands.sum' ? demandedSum(dossier) : values(name)) }
}

function demandedSum(dossier: Dossier): PaperValue | undefined {
  const fen = demandedFen(dossier)
  return fen === undefined ? undefined : { text: paperAmount(fen), facts: [], exhibits: [] }
}

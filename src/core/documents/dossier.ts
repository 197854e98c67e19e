import type { Advice } from '../advice/advice.ts'
import { type FactTable, factTable } from '../advice/fact-table.ts'
import type { Case } from '../case/case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Letter } from '../knowledge/letter.ts'
import { dayOf } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { demandedFen } from './blocks/demands.ts'
import { type NumberedExhibit, numberExhibits } from './exhibit-number.ts'
import { type NamedRespondent, numbered, owes, type Party, partiesOf } from './forms/respondents.ts'
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
  /** What may stand in papers, whoever owes it. */
  readonly everyRight: readonly PaperRight[]
  /** What the respondent owes: a producer's or another's duty is no demand on it. */
  readonly rights: readonly PaperRight[]
  /** Those whom a paper before an authority or a court is against, in their order; none in other papers. */
  readonly respondents: readonly NamedRespondent[]
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
  const everyRight = paperRights({ advice, knowledge, facts, values, today })
  const rights = everyRight.filter(({ right }) => isOwedBy(right, respondent, kase))
  return withSums({ ...given, today, facts, exhibits, everyRight, rights, respondents: [], values })
}

/**
 * The case as a paper may put it: before authorities and courts (`form`) only what a statute gives and they can decide,
 * not the platform's own rules and not what is only asked for by way of information; where the paper names everyone who
 * owes what is demanded, what each of them owes.
 */
export function dossierFor({ kind, respondents: title }: Letter, dossier: Dossier): Dossier {
  if (kind !== 'form') return dossier
  if (title === undefined) return withSums({ ...dossier, rights: dossier.rights.filter(isStatutory) })
  const rights = dossier.everyRight.filter(isStatutory)
  const respondents = numbered(title, partiesOf({ ...dossier, rights }).named)
  const owing = ['seller' as const, ...respondents.map(({ party }) => party)]
  return withSums({
    ...dossier,
    respondents,
    rights: rights.filter(({ right }) => owing.some((party) => owes(party, right, dossier))),
  })
}

/**
 * Who owes something by statute, too, and is not named before authorities and courts because the user has not said who
 * it is.
 */
export function unnamedParties(dossier: Dossier): readonly Party[] {
  return partiesOf({ ...dossier, rights: dossier.everyRight.filter(isStatutory) }).unnamed
}

function isStatutory({ right }: PaperRight): boolean {
  return right.standing === 'law' && right.remedy !== 'information'
}

/** The values that are reckoned from the rights and respondents themselves. */
function withSums(dossier: Dossier): Dossier {
  const plain = (text: string): PaperValue => ({ text, facts: [], exhibits: [] })
  const values: PaperValues = (name) => {
    if (name === 'respondents.count') return plain(String(dossier.respondents.length))
    if (name !== 'demands.sum') return dossier.values(name)
    const fen = demandedFen(dossier)
    return fen === undefined ? undefined : plain(paperAmount(fen))
  }
  return { ...dossier, values }
}

import type { Advice } from '../advice/advice.ts'
import { type FactTable, factTable } from '../advice/fact-table.ts'
import type { Case, Demand } from '../case/case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Letter } from '../knowledge/letter.ts'
import { dayOf } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { demandedFen } from './blocks/demands.ts'
import { type NumberedExhibit, numberExhibits } from './exhibit-number.ts'
import { type NamedRespondent, numbered, owes, type Party, partiesOf } from './forms/respondents.ts'
import { adviceFacts } from './occasion/advice-facts.ts'
import { chaseFacts } from './occasion/chase.ts'
import { offerFacts } from './occasion/offer.ts'
import { suitFacts } from './occasion/suit.ts'
import { paperAmount } from './paper-amount.ts'
import { type PaperRight, paperRights } from './paper-rights.ts'
import { type PaperValue, type PaperValues, paperValues } from './paper-values.ts'
import { bodyOf, isOwedBy, type Respondent, recipientOf, respondentOf } from './party.ts'

/** Everything the papers of one case are written from, worked out once. Papers are Chinese: so is `advice` here. */
export type Dossier = {
  readonly kase: Case
  readonly advice: Advice
  readonly knowledge: Knowledge
  readonly now: string
  readonly today: LocalDate
  /** Facts of the case, and what the advice says of rights and doors. */
  readonly facts: FactTable
  readonly exhibits: readonly NumberedExhibit[]
  /** Who has to answer the case; a paper may turn to somebody else. */
  readonly respondent: Respondent
  /** What may stand in papers, whoever owes it. */
  readonly everyRight: readonly PaperRight[]
  /** What the one addressed owes: a producer's or another's duty is no demand on it. */
  readonly rights: readonly PaperRight[]
  /** What the user chose to ask of the one addressed. */
  readonly chosen?: Demand
  /** Those whom a paper before an authority or a court is against, in their order; none in other papers. */
  readonly respondents: readonly NamedRespondent[]
  readonly values: PaperValues
}

/** Gathers what papers need. `advice` must be the advice on this case, in Chinese, at this moment. */
export function dossierOf(given: { kase: Case; advice: Advice; knowledge: Knowledge; now: string }): Dossier {
  const { kase, advice, knowledge, now } = given
  const today = dayOf(now)
  const facts = {
    ...factTable(kase, knowledge, now),
    ...adviceFacts(advice),
    ...offerFacts(kase, now),
    ...chaseFacts({ kase, advice, knowledge }),
    ...suitFacts(kase, knowledge),
  }
  const exhibits = numberExhibits(kase)
  const respondent = respondentOf(kase, knowledge, advice)
  const values = paperValues({ kase, knowledge, facts, exhibits, today, now })
  const everyRight = paperRights({ advice, knowledge, facts, values, today })
  const rest = { everyRight, rights: everyRight, respondents: [], values }
  return addressed({ ...given, today, facts, exhibits, respondent, ...rest }, {})
}

/** Whom a paper, or a part of it, turns to, and on what articles alone its rights rest. */
export type Address = Pick<Letter, 'to' | 'restingOn'>

/**
 * The dossier as the one addressed is to see it. What the user chose to ask for stands only where this is who has to
 * answer the case, and where the paper is not about certain rights alone.
 */
export function addressed(dossier: Dossier, { to, restingOn }: Address): Dossier {
  const { kase, everyRight, respondent, values: known } = dossier
  const addressee = bodyOf(to ?? respondent, kase)
  const rights = everyRight.filter(
    ({ right, cites }) =>
      isOwedBy(right, addressee, kase) && (restingOn === undefined || cites.some((ref) => isOf(ref, restingOn))),
  )
  const recipient = { text: recipientOf(kase, to ?? respondent, known), facts: ['recipient'], exhibits: [] }
  const values: PaperValues = (name) => (name === 'recipient' ? recipient : known(name))
  const { chosen: _others, ...rest } = dossier
  const chosen = addressee === respondent && restingOn === undefined ? kase.demands.at(-1) : undefined
  return withSums({ ...rest, rights, values, ...(chosen === undefined ? {} : { chosen }) })
}

/** Whether a provision is one of these articles, or a paragraph of one. */
function isOf(ref: string, articles: readonly string[]): boolean {
  return articles.some((article) => ref === article || ref.startsWith(`${article}.`))
}

/**
 * The case as a paper may put it: as the one addressed is to see it; before authorities and courts (`form`) only what a statute gives and they can decide,
 * not the platform's own rules and not what is only asked for by way of information; where the paper names everyone who
 * owes what is demanded, what each of them owes.
 */
export function dossierFor({ kind, respondents: title, ...address }: Letter, everything: Dossier): Dossier {
  const dossier = addressed(everything, address)
  if (kind !== 'form' && title === undefined) return dossier
  if (title === undefined) return withSums({ ...dossier, rights: dossier.rights.filter(isStatutory) })
  const rights = dossier.everyRight.filter(isStatutory)
  const respondents = numbered(title, statutoryParties(dossier).named)
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
  return statutoryParties(dossier).unnamed
}

function statutoryParties(dossier: Dossier): ReturnType<typeof partiesOf> {
  return partiesOf({ ...dossier, rights: dossier.everyRight.filter(isStatutory) })
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

import type { Letter } from '../../knowledge/letter.ts'
import type { LetterBlock, LetterBlockPart } from '../../knowledge/letters/letter-part.ts'
import type { Dossier } from '../dossier.ts'
import type { Built } from '../uses.ts'
import { dayPlan, evidenceGaps, nextSteps, openQuestions, warnings } from './advice-list.ts'
import { breaches } from './breaches.ts'
import { channelContacts } from './channel-contacts.ts'
import { clocks } from './clocks.ts'
import { contactsMade } from './contacts-made.ts'
import { decisions } from './decisions.ts'
import { demandLadder, demands } from './demands.ts'
import { exhibitRefs } from './exhibit-refs.ts'
import { exhibitTable } from './exhibit-table.ts'
import { heldByOthers, heldByRespondents } from './held.ts'
import { legalBasis } from './legal-basis.ts'
import { offerTerms } from './offer-terms.ts'
import { orderTable } from './order-table.ts'
import { pendingFilings } from './pending-filings.ts'
import { rightsSummary } from './rights-summary.ts'
import { signature } from './signature.ts'
import { ticketNumbers } from './ticket-numbers.ts'
import { datedFacts, dealings, happenings, timeline } from './timeline.ts'

type Builder = (dossier: Dossier, letter: Letter, part: LetterBlockPart) => Built

const builders: Readonly<Record<LetterBlock, Builder>> = {
  'order-table': orderTable,
  timeline,
  happenings,
  'dated-facts': datedFacts,
  dealings,
  'exhibit-refs': exhibitRefs,
  'exhibit-table': exhibitTable,
  'legal-basis': legalBasis,
  breaches,
  'held-by-respondents': heldByRespondents,
  'held-by-others': heldByOthers,
  demands,
  'demand-ladder': demandLadder,
  'contacts-made': contactsMade,
  'next-steps': nextSteps,
  'day-plan': dayPlan,
  clocks,
  channels: channelContacts,
  'open-questions': openQuestions,
  signature,
  'ticket-numbers': ticketNumbers,
  'rights-summary': rightsSummary,
  'evidence-gaps': evidenceGaps,
  warnings,
  'offer-terms': offerTerms,
  'pending-filings': pendingFilings,
  decisions,
}

/** Builds a named block from the case. */
export function buildBlock(part: LetterBlockPart, dossier: Dossier, letter: Letter): Built {
  return builders[part.block](dossier, letter, part)
}

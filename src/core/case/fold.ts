import type { Case } from './case.ts'
import { foldConsumer } from './consumer.ts'
import { foldContact } from './contact.ts'
import { foldDemand } from './demand.ts'
import type { CaseEvent } from './event.ts'
import { foldEvidence } from './evidence.ts'
import { foldFact } from './fact.ts'
import { foldFiling } from './filing.ts'
import { foldCorrection, reachesBefore, resolve } from './log/correction.ts'
import { foldErasure } from './log/erasure.ts'
import { foldMoney } from './money.ts'
import { foldOffer } from './offer.ts'
import { foldOrder } from './order.ts'
import { foldPaper } from './paper.ts'
import { foldProblem } from './problem.ts'
import { foldRemedy } from './remedy.ts'
import { foldReply } from './reply.ts'
import { foldStatus } from './status.ts'

export const emptyCase: Case = {
  id: '',
  version: 0,
  status: 'empty',
  order: { items: [] },
  consumer: {},
  problem: { words: '', types: [] },
  facts: {},
  evidence: [],
  contacts: [],
  filings: [],
  offers: [],
  demands: [],
  papers: [],
  remedies: [],
  money: [],
  corrections: [],
}

/** The case that a whole log tells. Events of an unknown type and erased ones count and change nothing else. */
export function fold(events: readonly CaseEvent[]): Case {
  return resolve(events).reduce(applied, emptyCase)
}

/**
 * `fold([...earlier, ...later])` from `fold(earlier)`. `earlier` is read only when a correction or erasure in `later`
 * reaches back into it; without one the work is that of `later` alone.
 */
export function foldFrom(kase: Case, later: readonly CaseEvent[], earlier: readonly CaseEvent[]): Case {
  const reachesBack = later.some((event) => reachesBefore(event, earlier.length))
  return reachesBack ? fold([...earlier, ...later]) : resolve(later, earlier.length).reduce(applied, kase)
}

function applied(kase: Case, event: CaseEvent): Case {
  return { ...(event.payload === null ? kase : changed(kase, event)), version: kase.version + 1 }
}

function changed(kase: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'CaseOpened':
    case 'CaseClosed':
    case 'CaseReopened':
      return foldStatus(kase, event)
    case 'OrderRecorded':
      return foldOrder(kase, event)
    case 'ConsumerRecorded':
      return foldConsumer(kase, event)
    case 'ProblemDescribed':
    case 'ProblemConfirmed':
      return foldProblem(kase, event)
    case 'FactStated':
      return foldFact(kase, event)
    case 'EvidenceAdded':
    case 'EvidenceDescribed':
    case 'EvidenceWithdrawn':
      return foldEvidence(kase, event)
    case 'ContactLogged':
      return foldContact(kase, event)
    case 'FilingMade':
    case 'FilingChased':
    case 'AppealFiled':
    case 'FilingWithdrawn':
      return foldFiling(kase, event)
    case 'ReplyReceived':
      return foldReply(kase, event)
    case 'OfferReceived':
    case 'OfferDecided':
      return foldOffer(kase, event)
    case 'DemandChosen':
      return foldDemand(kase, event)
    case 'PaperIssued':
      return foldPaper(kase, event)
    case 'RemedyBegun':
      return foldRemedy(kase, event)
    case 'MoneyReceived':
      return foldMoney(kase, event)
    case 'EventCorrected':
      return foldCorrection(kase, event)
    case 'PayloadErased':
    case 'Erased':
      return foldErasure(kase, event)
    default:
      return unknownEvent(kase, event)
  }
}

/** A log written by a later version may hold types that this one does not know. */
function unknownEvent(kase: Case, _event: never): Case {
  return kase
}

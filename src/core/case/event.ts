import type { ConsumerCommand, ConsumerEvent } from './consumer.ts'
import type { ContactCommand, ContactEvent } from './contact.ts'
import type { DemandCommand, DemandEvent } from './demand.ts'
import type { EvidenceCommand, EvidenceEvent } from './evidence.ts'
import type { FactCommand, FactEvent } from './fact.ts'
import type { FilingCommand, FilingEvent } from './filing.ts'
import type { CorrectionCommand, CorrectionEvent } from './log/correction.ts'
import type { ErasureCommand, ErasureEvent } from './log/erasure.ts'
import type { MoneyCommand, MoneyEvent } from './money.ts'
import type { OfferCommand, OfferEvent } from './offer.ts'
import type { OrderCommand, OrderEvent } from './order.ts'
import type { PaperCommand, PaperEvent } from './paper.ts'
import type { ProblemCommand, ProblemEvent } from './problem.ts'
import type { RemedyCommand, RemedyEvent } from './remedy.ts'
import type { ReplyCommand, ReplyEvent } from './reply.ts'
import type { StatusCommand, StatusEvent } from './status.ts'

/** What happened and was recorded. Old events fold forever: change one by adding a new type. */
export type CaseEvent =
  | StatusEvent
  | OrderEvent
  | ConsumerEvent
  | ProblemEvent
  | FactEvent
  | EvidenceEvent
  | ContactEvent
  | FilingEvent
  | ReplyEvent
  | OfferEvent
  | DemandEvent
  | PaperEvent
  | RemedyEvent
  | MoneyEvent
  | CorrectionEvent
  | ErasureEvent

/** What a user asks for; `decide` answers with events or a refusal. */
export type Command =
  | StatusCommand
  | OrderCommand
  | ConsumerCommand
  | ProblemCommand
  | FactCommand
  | EvidenceCommand
  | ContactCommand
  | FilingCommand
  | ReplyCommand
  | OfferCommand
  | DemandCommand
  | PaperCommand
  | RemedyCommand
  | MoneyCommand
  | CorrectionCommand
  | ErasureCommand

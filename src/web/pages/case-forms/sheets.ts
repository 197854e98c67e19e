import type { SheetName } from '../../case/sheet-link.tsx'
import { contactSpec } from './contact.ts'
import { correctSpec, eraseSpec } from './correction.ts'
import { demandSpec } from './demand.ts'
import { exhibitSpec, withdrawExhibitSpec } from './exhibit.ts'
import { factSpec } from './fact.ts'
import { filingSpec, laterSpec } from './filing.ts'
import { moneySpec } from './money.ts'
import { answerSpec, offerSpec } from './offer.ts'
import { deliverySpec, invoiceSpec, itemSpec, orderSpec, shopSpec, timesSpec } from './order.ts'
import { personSpec } from './person.ts'
import { problemSpec, problemTypeSpec } from './problem.ts'
import { replySpec } from './reply.ts'
import type { MakeSpec } from './sheet-world.ts'
import { closeSpec, remedySpec, reopenSpec } from './status.ts'

/** The form behind each dialog of a case. */
export const sheets: Readonly<Record<Exclude<SheetName, 'forget'>, MakeSpec>> = {
  contact: (world) => contactSpec(world),
  filing: (world) => filingSpec(world),
  reply: (world) => replySpec(world),
  chase: (world) => laterSpec(world, 'chase'),
  appeal: (world) => laterSpec(world, 'appeal'),
  withdraw: (world) => laterSpec(world, 'withdraw'),
  money: (world) => moneySpec(world),
  offer: (world) => offerSpec(world),
  answer: (world) => answerSpec(world),
  demand: (world) => demandSpec(world),
  exhibit: exhibitSpec,
  'withdraw-exhibit': withdrawExhibitSpec,
  order: orderSpec,
  item: itemSpec,
  times: timesSpec,
  delivery: deliverySpec,
  shop: shopSpec,
  invoice: invoiceSpec,
  person: personSpec,
  problem: problemSpec,
  'problem-type': problemTypeSpec,
  fact: factSpec,
  remedy: (world) => remedySpec(world),
  close: (world) => closeSpec(world),
  reopen: (world) => reopenSpec(world),
  correct: correctSpec,
  erase: eraseSpec,
}

import { type Outcome, refuse } from '../values/refusal.ts'
import {
  admit,
  fitsText,
  follows,
  freeId,
  happened,
  idFor,
  needsFen,
  needsInstant,
  needsText,
  type Objection,
  oneOf,
} from './admission.ts'
import type { Case, Offer } from './case.ts'
import type { Step } from './log/step.ts'

type Received = Omit<Offer, 'decision'>
type Decided = NonNullable<Offer['decision']> & { readonly offer: string }

export type OfferEvent = Step<'OfferReceived', Received> | Step<'OfferDecided', Decided>
/** An offer without an id gets the next of O1, O2 … */
export type OfferCommand =
  | Step<'ReceiveOffer', Omit<Received, 'id'> & { readonly id?: string }>
  | Step<'DecideOffer', Decided>

export const offerAnswers = ['accept', 'counter', 'decline'] as const

export function decideOffer(kase: Case, command: OfferCommand): Outcome<readonly OfferEvent[]> {
  const { at } = command
  switch (command.type) {
    case 'ReceiveOffer': {
      const used = kase.offers.map((offer) => offer.id)
      const id = idFor(kase, command.payload.id, 'O', used)
      const payload = { ...command.payload, id }
      return admit<OfferEvent>(
        [
          freeId(kase, id, used, 'id'),
          happened(payload.at, at, 'at'),
          needsText(payload.from, 'from'),
          needsText(payload.words, 'words'),
          needsFen(payload.fen, 'amount'),
          fitsText(payload.remedy, 'remedy'),
          needsInstant(payload.answerBy, 'answer-by'),
          ...payload.waives.map((words, index) => needsText(words, `waives[${index}]`)),
        ],
        { type: 'OfferReceived', at, payload },
      )
    }
    case 'DecideOffer': {
      const { payload } = command
      const offer = kase.offers.find((entry) => entry.id === payload.offer)
      return admit<OfferEvent>(
        [
          isOpen(offer, payload.offer),
          oneOf(payload.answer, offerAnswers, 'answer'),
          happened(payload.at, at, 'at'),
          follows(
            { instant: payload.at, at: 'at', zh: '答复方案的时间', en: 'answering the offer' },
            { instant: offer?.at, at: '', zh: '收到方案的时间', en: 'receiving it' },
          ),
          fitsText(payload.words, 'words'),
        ],
        { type: 'OfferDecided', at, payload },
      )
    }
  }
}

export function foldOffer(kase: Case, event: OfferEvent): Case {
  switch (event.type) {
    case 'OfferReceived':
      return { ...kase, offers: [...kase.offers, event.payload] }
    case 'OfferDecided': {
      const { offer: id, ...decision } = event.payload
      return { ...kase, offers: kase.offers.map((offer) => (offer.id === id ? { ...offer, decision } : offer)) }
    }
  }
}

function isOpen(offer: Offer | undefined, id: string): Objection {
  if (offer === undefined)
    return refuse('offer-unknown', { zh: `案件里没有方案 ${id}`, en: `the case has no offer ${id}` }, 'offer')
  if (offer.decision === undefined) return undefined
  return refuse(
    'offer-decided',
    {
      zh: `方案 ${id} 已经答复过；要更正请用更正，不能再答一次`,
      en: `offer ${id} has been answered; correct that answer instead of giving another`,
    },
    'offer',
  )
}

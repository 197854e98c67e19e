import type { Case, Contact, Filing, Item, Offer } from '../../case/case.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { FactScalar } from '../../values/fact-scalar.ts'
import { epochMs } from '../../values/instant.ts'
import { isLocalDate } from '../../values/local-date.ts'
import { asDay } from './fact-day.ts'

/** A fact the case itself shows, with the exhibits that go with it. */
export type CaseFact = { readonly fact: string; readonly value: FactScalar; readonly by: readonly string[] }

/** What follows from the case without being stated. A fact that does not follow is left out: it is unknown. */
export function caseFacts(kase: Case, knowledge: Knowledge, now: string): readonly CaseFact[] {
  const { order, consumer } = kase
  const values: Readonly<Record<string, FactScalar | undefined>> = {
    'time.today': asDay(now),
    'order.self-operated': order.shop?.selfOperated,
    'order.placed-on': asDay(order.placedAt),
    'order.paid-on': asDay(order.paidAt),
    'order.promised-ship-on': asDay(order.promisedShipBy),
    'order.shipped-on': asDay(order.shippedAt),
    'order.signed-on': asDay(order.signedAt),
    'order.cancelled-on': asDay(order.cancelledAt),
    'invoice.issued-on': asDay(order.invoice?.issuedOn),
    'order.paid-fen': order.paidFen,
    'order.shipping-fen': order.shippingFen,
    'order.number-known': isGiven(order.number),
    'shop.company-known': isGiven(order.shop?.company),
    'consumer.name-known': isGiven(consumer.name),
    'consumer.phone-known': isGiven(consumer.phone),
    'consumer.address-known': isGiven(consumer.address),
    'offer.open': openOffers(kase, now).length > 0,
  }
  const shown: CaseFact[] = []
  for (const part of [values, goodsFacts(order.items), filingFacts(kase.filings, knowledge.channels)])
    for (const fact in part) {
      const value = part[fact]
      if (value !== undefined) shown.push({ fact, value, by: [] })
    }
  return [...shown, ...contactFacts(kase)]
}

/** The offers that can still be answered, oldest first; none once the case is closed. */
export function openOffers({ offers, status }: Case, now: string): readonly Offer[] {
  if (status === 'closed') return []
  return offers.filter((offer) => offer.decision === undefined && !isPast(offer.answerBy, now))
}

/** A blank is not an answer; that something is absent does not show that the user lacks it. */
function isGiven(text: string | undefined): true | undefined {
  return text !== undefined && text.trim() !== '' ? true : undefined
}

/**
 * Goods that cpl#23.3 names as durable, and goods that nobody calls so. Whatever lies between (a watch, a phone, a
 * blender) is for the user to say.
 */
const durableGoods: Readonly<Record<string, boolean>> = {
  computer: true,
  tv: true,
  refrigerator: true,
  'air-conditioner': true,
  'washing-machine': true,
  'motor-vehicle': true,
  food: false,
  clothing: false,
  cosmetics: false,
}

/** What follows from another fact's value: the kind of goods may settle whether they are durable. */
export function impliedBy(
  fact: string,
  value: FactScalar | undefined,
): { readonly fact: string; readonly value: boolean } | undefined {
  if (fact !== 'goods.category' || typeof value !== 'string' || !Object.hasOwn(durableGoods, value)) return undefined
  return { fact: 'goods.durable', value: durableGoods[value] === true }
}

/**
 * Facts about the goods count only where they hold for every item of the order: which item is meant is not known. A flag
 * is the yes to the question of that name (`custom-made` answers `goods.custom-made`); none is no answer.
 */
function goodsFacts(items: readonly Item[]): Readonly<Record<string, FactScalar | undefined>> {
  const [first] = items
  const category = items.every((item) => item.category === first?.category) ? first?.category : undefined
  const shared = (first?.flags ?? []).filter((flag) => items.every((item) => item.flags.includes(flag)))
  return { 'goods.category': category, ...Object.fromEntries(shared.map((flag) => [`goods.${flag}`, true])) }
}

/** Doors behind which the seller sits when the shop is the platform's own. */
const ownShopDoors: readonly string[] = ['jd-service', 'jd-phone']

function contactFacts({ order, contacts, filings }: Case): CaseFact[] {
  const isSeller = ({ channel }: { channel: string }) =>
    channel === 'seller' || (order.shop?.selfOperated === true && ownShopDoors.includes(channel))
  const out = contacts.filter((contact) => contact.direction === 'out')
  const tried = out.filter(isSeller)
  const first = out.reduce<Contact | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined)
  const day = asDay(first?.at)
  return [
    ...(tried.length > 0 || filings.some(isSeller)
      ? [{ fact: 'contact.seller-tried', value: true, by: [...new Set(tried.flatMap((contact) => contact.by))] }]
      : []),
    ...(first && day ? [{ fact: 'contact.first-on', value: day, by: first.by }] : []),
  ]
}

/** Always known, for every channel of the knowledge and of the case: a filing that is not in the case was not made. */
function filingFacts(filings: readonly Filing[], channels: Knowledge['channels']): Record<string, boolean> {
  const facts = { ...unfiled(channels) }
  for (const filing of filings) {
    const had = (...kinds: readonly string[]) => filing.replies.some((reply) => kinds.includes(reply.kind))
    const states = {
      filed: true,
      accepted: had('accepted'),
      refused: had('refused'),
      ended: filing.withdrawnAt !== undefined || had('mediation-ended', 'closed', 'judged'),
    }
    for (const [state, holds] of Object.entries(states)) {
      const fact = `${state}.${filing.channel}`
      facts[fact] = holds || facts[fact] === true
    }
  }
  return facts
}

const unfiledBy = new WeakMap<Knowledge['channels'], Readonly<Record<string, boolean>>>()

/** What is so of every channel before anything is filed. */
function unfiled(channels: Knowledge['channels']): Readonly<Record<string, boolean>> {
  const known = unfiledBy.get(channels)
  if (known !== undefined) return known
  const states = ['filed', 'accepted', 'refused', 'ended']
  const facts = Object.keys(channels).flatMap((channel) =>
    states.map((state) => [`${state}.${channel}`, false] as const),
  )
  const none = Object.fromEntries(facts)
  unfiledBy.set(channels, none)
  return none
}

/** Whether the day or instant up to which an answer was asked for lies behind; a day runs to its end. */
function isPast(answerBy: string | undefined, now: string): boolean {
  const day = asDay(answerBy)
  const today = asDay(now)
  if (answerBy === undefined || day === undefined || today === undefined) return false
  return isLocalDate(answerBy) ? day < today : epochMs(answerBy) < epochMs(now)
}

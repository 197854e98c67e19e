import { stringify } from 'yaml'
import { kebabKeys } from '../../values/camel-keys.ts'
import type { FactScalar } from '../../values/fact-scalar.ts'
import { formatYuan } from '../../values/fen.ts'
import { inShanghai } from '../../values/instant.ts'
import type { Case, Exhibit, Filing, Invoice, Offer, Order, StatedFact } from '../case.ts'
import type { Vocabulary } from './vocabulary.ts'

export type CaseFileTextInput = {
  readonly kase: Case
  /** The exhibits whose files go along: id to path in the folder. Nothing else is listed or referred to. */
  readonly files: ReadonlyMap<string, string>
  /** Tells which facts are money. */
  readonly vocabulary?: Pick<Vocabulary, 'facts'>
}

/**
 * A case as `case.yaml`, so that reading it again gives the same case. What that form has no words for is left out:
 * problem types not confirmed, papers issued, corrections and what they corrected.
 */
export function caseFileText({ kase, files, vocabulary }: CaseFileTextInput): string {
  const going = (ids: readonly string[]) => ids.filter((id) => files.has(id))
  const isMoney = (fact: string) => (vocabulary?.facts[fact]?.type ?? (fact.endsWith('-fen') ? 'fen' : '')) === 'fen'
  const types = kase.problem.types.filter(({ confirmed }) => confirmed).map(({ type }) => type)
  const told = {
    id: kase.id,
    order: orderOf(kase.order),
    consumer: kase.consumer,
    problem: withoutBlanks({ words: kase.problem.words || undefined, types }),
    facts: Object.fromEntries(
      Object.entries(kase.facts).map(([fact, stated]) => [fact, factOf(stated, isMoney(fact), going(stated.by))]),
    ),
    evidence: kase.evidence.flatMap((exhibit) => exhibitOf(exhibit, files.get(exhibit.id))),
    contacts: kase.contacts.map(({ id: _, at, by, ...contact }) => ({ at: when(at), ...contact, exhibits: going(by) })),
    filings: kase.filings.map((filing) => filingOf(filing, going)),
    offers: kase.offers.map(offerOf),
    demands: kase.demands.map(({ at, fen, ...demand }) => ({ at: when(at), ...demand, amount: yuan(fen) })),
    remedies: kase.remedies.map(({ id: _, at, ...remedy }) => ({ ...remedy, at: when(at) })),
    moneyReceived: kase.money.map(({ id: _, at, fen, ...money }) => ({ at: when(at), amount: yuan(fen), ...money })),
    closed: kase.closing && { ...kase.closing, at: when(kase.closing.at) },
  }
  const plain = { ...withoutBlanks(told), order: withoutBlanks(told.order) }
  return stringify(printable(kebabKeys(plain)), { lineWidth: 0, schema: 'core', aliasDuplicateObjects: false })
}

/** In the order of an order page, whatever became known first. */
function orderOf(order: Order) {
  const { platform, number, shop, items, paidFen, shippingFen, cashOnDelivery, carrier, waybill, ...more } = order
  const { placedAt, paidAt, promisedShipBy, shippedAt, signedAt, cancelledAt, invoice, deliveredTo, ...none } = more
  // Whatever an order comes to hold is written here too.
  none satisfies Record<string, never>
  return {
    platform,
    number,
    shop,
    items: items.map(({ priceFen, ...item }) => ({ ...item, price: yuan(priceFen) })),
    paid: yuan(paidFen),
    shipping: yuan(shippingFen),
    placedAt: when(placedAt),
    paidAt: when(paidAt),
    promisedShipBy: when(promisedShipBy),
    shippedAt: when(shippedAt),
    signedAt: when(signedAt),
    cancelledAt: when(cancelledAt),
    cashOnDelivery,
    carrier,
    waybill,
    invoice: invoice && invoiceOf(invoice),
    deliveredTo,
  }
}

function invoiceOf({ fen, requestedAt, ...invoice }: Invoice) {
  return { ...invoice, amount: yuan(fen), requestedAt: when(requestedAt) }
}

function factOf({ status, value }: StatedFact, isMoney: boolean, by: readonly string[]) {
  const told: FactScalar | undefined = isMoney && typeof value === 'number' ? `${yuan(value)}元` : value
  return status === 'known' && by.length === 0 ? told : { value: told, status, by }
}

function exhibitOf(exhibit: Exhibit, file: string | undefined) {
  const { id, kind, title, shows, proves, source, original, takenAt, redacts } = exhibit
  return file === undefined
    ? []
    : [{ id, file, kind, title, shows, proves, source, original, takenAt: when(takenAt), redacts }]
}

function filingOf({ id: _, at, replies, chasedAt, appealedAt, withdrawnAt, ...filing }: Filing, going: Going) {
  return {
    ...filing,
    at: when(at),
    replies: replies.map(({ id: _id, at: then, by, ...reply }) => ({ at: when(then), ...reply, exhibits: going(by) })),
    chasedAt: chasedAt.map(when),
    appealedAt: when(appealedAt),
    withdrawnAt: when(withdrawnAt),
  }
}

type Going = (ids: readonly string[]) => readonly string[]

function offerOf({ id: _, at, fen, answerBy, decision, ...offer }: Offer) {
  return {
    at: when(at),
    ...offer,
    amount: yuan(fen),
    answerBy: when(answerBy),
    decision: decision && { ...decision, at: when(decision.at) },
  }
}

/** On the Shanghai clock, as the file is written by hand; seconds only where there are any. */
function when(instant: string): string
function when(instant: string | undefined): string | undefined
function when(instant: string | undefined): string | undefined {
  return instant && inShanghai(instant).replace('T', ' ').replace('+08:00', '').replace(/:00$/, '')
}

function yuan(fen: number): string
function yuan(fen: number | undefined): string | undefined
function yuan(fen: number | undefined): string | undefined {
  return fen === undefined ? undefined : formatYuan(fen)
}

/** Without what says nothing: undefined, lists and records without anything in them. What was told to be empty stays so. */
function withoutBlanks(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isBlank(value)))
}

function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
}

/** Characters that no paper can carry, and that the file cannot, as the mark for such. */
function printable(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replaceAll(/[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '\ufffd')
  if (Array.isArray(value)) return value.map(printable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0))
      .map(([key, inner]) => [key, printable(inner)]),
  )
}

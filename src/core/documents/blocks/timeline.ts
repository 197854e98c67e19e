import { factValue } from '../../advice/fact-table.ts'
import { asDay } from '../../advice/facts/fact-day.ts'
import type { Filing, Offer, Order } from '../../case/case.ts'
import type { Letter, LetterText } from '../../knowledge/letter.ts'
import { formatShanghai } from '../../values/instant.ts'
import { isLocalDate } from '../../values/local-date.ts'
import type { Dossier } from '../dossier.ts'
import { inOrder } from '../exhibit-number.ts'
import { markGround } from '../ground-mark.ts'
import type { Sentence } from '../outline.ts'
import { paperAmount } from '../paper-amount.ts'
import { textSentence } from '../template-text.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'
import { contactSentence, dated } from './contacts-made.ts'
import { mayName } from './ticket-numbers.ts'

type Entry = { readonly at: string; readonly sentence: Sentence }

/** The facts in the order in which they happened: dated lines of the template, contacts, filings, replies, offers. */
export function timeline(dossier: Dossier, letter: Letter, lines: readonly LetterText[]): Built {
  const { contacts, filings, offers } = dossier.kase
  const entries: Entry[] = [
    ...lines.flatMap((line) => lineEntry(dossier, line)),
    ...contacts.map((contact) => ({ at: contact.at, sentence: contactSentence(dossier, letter, contact) })),
    ...filings
      .filter((filing) => mayName(filing, letter, dossier.knowledge))
      .flatMap((filing) => filingEntries(dossier, letter, filing)),
    ...offers.map((offer) => offerEntry(dossier, offer)),
  ]
  if (entries.length === 0) return nothing
  const items = entries
    .sort((a, b) => (sortKey(a.at) < sortKey(b.at) ? -1 : sortKey(a.at) > sortKey(b.at) ? 1 : 0))
    .map(({ at, sentence }) => [dated(at, sentence)])
  return { blocks: [{ type: 'list', numbered: true, items }] }
}

function lineEntry(dossier: Dossier, line: LetterText): Entry[] {
  const at = line.at === undefined ? undefined : momentOf(dossier, line.at)
  const sentence = textSentence(dossier, line)
  if (at === undefined || line.at === undefined || sentence === undefined || 'lacking' in sentence) return []
  return [{ at, sentence: { ...sentence, facts: [...(sentence.facts ?? []), line.at] } }]
}

function filingEntries(dossier: Dossier, letter: Letter, filing: Filing): Entry[] {
  const channel = dossier.knowledge.channels[filing.channel]?.title.zh ?? inert(filing.channel)
  const ticket = filing.ticket === undefined ? '' : `，编号${inert(filing.ticket)}`
  const made = entry(dossier, filing.at, `${letter.self}通过${channel}提交投诉${ticket}。`, [])
  const replies = filing.replies.map((reply) =>
    entry(dossier, reply.at, `${channel}答复：“${inert(reply.words)}”。`, reply.by),
  )
  const chased = filing.chasedAt.map((at) =>
    entry(dossier, at, `${letter.self}就该投诉${ticket.slice(1)}再次催促处理。`, []),
  )
  const appealed = filing.appealedAt
    ? [entry(dossier, filing.appealedAt, `${letter.self}就该投诉${ticket.slice(1)}的处理结果提出申诉。`, [])]
    : []
  return [made, ...replies, ...chased, ...appealed]
}

function offerEntry(dossier: Dossier, offer: Offer): Entry {
  const sum = offer.fen === undefined ? '' : `（${paperAmount(offer.fen)}）`
  return entry(dossier, offer.at, `${inert(offer.from)}提出方案：“${inert(offer.words)}”${sum}。`, [])
}

function entry(dossier: Dossier, at: string, text: string, by: readonly string[]): Entry {
  const ids = inOrder(dossier.exhibits, by)
  const ground = ids.length > 0 ? ({ type: 'exhibit', ids } as const) : ({ type: 'statement' } as const)
  return { at, sentence: markGround({ text, ground }, dossier.exhibits) }
}

/** The moment a case path or a dated fact names; undefined when it is not known. */
function momentOf({ kase, facts }: Dossier, path: string): string | undefined {
  const key = orderMoments[path]
  return key === undefined ? asDay(factValue(facts, path)) : kase.order[key]
}

type OrderMoment = 'placedAt' | 'paidAt' | 'promisedShipBy' | 'shippedAt' | 'signedAt' | 'cancelledAt'
const orderMoments: Readonly<Record<string, OrderMoment & keyof Order>> = {
  'order.placed-at': 'placedAt',
  'order.paid-at': 'paidAt',
  'order.promised-ship-by': 'promisedShipBy',
  'order.shipped-at': 'shippedAt',
  'order.signed-at': 'signedAt',
  'order.cancelled-at': 'cancelledAt',
}

/** A day stands before the moments of that day. */
function sortKey(at: string): string {
  return isLocalDate(at) ? at : formatShanghai(at)
}

import { factValue } from '../../advice/fact-table.ts'
import { asDay } from '../../advice/facts/fact-day.ts'
import type { Filing, Offer } from '../../case/case.ts'
import type { Letter } from '../../knowledge/letter.ts'
import { formatShanghai } from '../../values/instant.ts'
import { isLocalDate } from '../../values/local-date.ts'
import type { Dossier } from '../dossier.ts'
import { inOrder } from '../exhibit-number.ts'
import { fill, placeholdersOf } from '../fill.ts'
import { markGround } from '../ground-mark.ts'
import type { Sentence } from '../outline.ts'
import { paperAmount } from '../paper-amount.ts'
import { isPaidByOther } from '../paper-values.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'
import { contactSentence, dated } from './contacts-made.ts'
import { mayName } from './ticket-numbers.ts'

type Entry = { readonly at: string; readonly sentence: Sentence }

/** The facts in the order in which they happened: the order, dated facts, contacts, filings, replies, offers. */
export function timeline(dossier: Dossier, letter: Letter): Built {
  return inOrderOfTime([
    ...orderEntries(dossier, letter),
    ...factEntries(dossier, letter),
    ...dealingEntries(dossier, letter),
  ])
}

/** What happened to the order and on the days that facts give, without what was said about it. */
export function happenings(dossier: Dossier, letter: Letter): Built {
  return inOrderOfTime([...orderEntries(dossier, letter), ...factEntries(dossier, letter)])
}

/** The days that facts give: when a fault was found, a return asked for. */
export function datedFacts(dossier: Dossier, letter: Letter): Built {
  return inOrderOfTime(factEntries(dossier, letter))
}

/** What was said, filed, answered and offered. */
export function dealings(dossier: Dossier, letter: Letter): Built {
  return inOrderOfTime(dealingEntries(dossier, letter))
}

function inOrderOfTime(entries: readonly Entry[]): Built {
  if (entries.length === 0) return nothing
  const items = entries
    .toSorted((a, b) => (sortKey(a.at) < sortKey(b.at) ? -1 : sortKey(a.at) > sortKey(b.at) ? 1 : 0))
    .map(({ at, sentence }) => [dated(at, sentence)])
  return { blocks: [{ type: 'list', numbered: true, items }] }
}

/** What happened to the order. Of several wordings the first whose words are all known is used. */
const orderLines: readonly (readonly [moment: OrderMoment, path: string, wordings: readonly string[]])[] = [
  [
    'placedAt',
    'order.placed-at',
    [
      '{self}通过京东平台向“{shop.name}”店铺下单购买{items}',
      '{self}通过京东平台下单购买{items}',
      '{self}通过京东平台下单',
    ],
  ],
  ['paidAt', 'order.paid-at', ['{self}支付{order.paid}', '{self}付款']],
  ['promisedShipBy', 'order.promised-ship-by', ['商家承诺的发货期限届满']],
  ['shippedAt', 'order.shipped-at', ['订单显示发货']],
  ['signedAt', 'order.signed-at', ['物流显示商品签收']],
  ['cancelledAt', 'order.cancelled-at', ['订单被取消']],
]
const linesOfOther: Partial<Record<OrderMoment, readonly string[]>> = {
  placedAt: ['{self}的账户被用来向“{shop.name}”店铺下单购买{items}', '{self}的账户被用来下单'],
  paidAt: ['{self}的支付账户被支付{order.paid}', '{self}的支付账户被支付'],
}
type OrderMoment = 'placedAt' | 'paidAt' | 'promisedShipBy' | 'shippedAt' | 'signedAt' | 'cancelledAt'

function orderEntries(dossier: Dossier, letter: Letter): Entry[] {
  const byOther = isPaidByOther(dossier.facts)
  return orderLines.flatMap(([moment, path, own]) => {
    const at = dossier.kase.order[moment]
    const wordings = (byOther ? linesOfOther[moment] : undefined) ?? own
    const wording = wordings.find((one) => placeholdersOf(one).every((name) => known(dossier, letter, name)))
    return at === undefined || at > dossier.now || !wording ? [] : [worded(dossier, letter, { at, path, wording })]
  })
}

function factEntries(dossier: Dossier, letter: Letter): Entry[] {
  return Object.values(dossier.knowledge.facts).flatMap(({ id, type, happened }) => {
    const value = factValue(dossier.facts, id)
    const day = asDay(value)
    if (day === undefined || happened === undefined) return []
    const at = type === 'instant' && typeof value === 'string' ? value : day
    return [worded(dossier, letter, { at, path: id, wording: happened })]
  })
}

function dealingEntries(dossier: Dossier, letter: Letter): Entry[] {
  const { contacts, filings, offers } = dossier.kase
  return [
    ...contacts.map((contact) => ({ at: contact.at, sentence: contactSentence(dossier, letter, contact) })),
    ...filings
      .filter((filing) => mayName(filing, letter, dossier.knowledge))
      .flatMap((filing) => filingEntries(dossier, letter, filing)),
    ...offers.map((offer) => offerEntry(dossier, offer)),
  ]
}

type Line = { readonly at: string; readonly path: string; readonly wording: string }

function worded(dossier: Dossier, letter: Letter, { at, path, wording }: Line): Entry {
  const names = placeholdersOf(wording).filter((name) => name !== 'self')
  const text = `${fill(wording, (name) => (name === 'self' ? letter.self : dossier.values(name)?.text))}。`
  const shown = dossier.values(path)?.exhibits ?? []
  const by = shown.length > 0 ? shown : names.flatMap((name) => dossier.values(name)?.exhibits ?? [])
  const { sentence } = entry(dossier, at, text, by)
  return { at, sentence: { ...sentence, facts: [path, ...names] } }
}

function known(dossier: Dossier, letter: Letter, name: string): boolean {
  return name === 'self' ? letter.self !== '' : dossier.values(name) !== undefined
}

function filingEntries(dossier: Dossier, letter: Letter, filing: Filing): Entry[] {
  const channel = dossier.knowledge.channels[filing.channel]?.title.zh ?? inert(filing.channel)
  const ticket = filing.ticket === undefined ? '' : `，编号${inert(filing.ticket)}`
  const made = entry(dossier, filing.at, `${letter.self}通过“${channel}”渠道提交${ticket}。`, [])
  const replies = filing.replies.map((reply) =>
    entry(dossier, reply.at, `“${channel}”渠道答复：“${inert(reply.words)}”。`, reply.by),
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

/** A day stands before the moments of that day. */
function sortKey(at: string): string {
  return isLocalDate(at) ? at : formatShanghai(at)
}

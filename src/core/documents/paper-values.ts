import { type FactTable, factValue } from '../advice/fact-table.ts'
import { asDay } from '../advice/facts/fact-day.ts'
import type { Case } from '../case/case.ts'
import type { Fact } from '../knowledge/fact.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { inOrder, type NumberedExhibit, numbersText } from './exhibit-number.ts'
import { showing } from './exhibit-showing.ts'
import { offerTexts } from './occasion/offer.ts'
import { suitOf } from './occasion/suit.ts'
import { paperAmount } from './paper-amount.ts'
import { paperDay, paperMoment } from './paper-date.ts'
import { sellerOf } from './party.ts'
import { inert } from './user-text.ts'

/** What a placeholder stands for, the facts or case paths it was read from, and the exhibits that show it. */
export type PaperValue = {
  readonly text: string
  readonly facts: readonly string[]
  readonly exhibits: readonly string[]
}
export type PaperValues = (name: string) => PaperValue | undefined

type Source = {
  readonly kase: Case
  readonly knowledge: Knowledge
  readonly facts: FactTable
  readonly exhibits: readonly NumberedExhibit[]
  readonly today: string
  readonly now: string
}

/** Looks a placeholder up: a case path (`order.number`), a computed value (`items`, `today`), or a fact id. Blank is absent. */
export function paperValues(source: Source): PaperValues {
  const written = caseTexts(source)
  const known = new Map<string, PaperValue | undefined>()
  return (name) => {
    if (!known.has(name)) known.set(name, lookUp(source, written, name))
    return known.get(name)
  }
}

function lookUp(
  source: Source,
  written: Readonly<Record<string, string | undefined>>,
  name: string,
): PaperValue | undefined {
  const text = Object.hasOwn(written, name) ? written[name] : factText(source, name)
  if (text === undefined || text.trim() === '') return undefined
  const by = [...(source.facts[name]?.by ?? []), ...showing(name, source.exhibits)]
  return { text, facts: [name], exhibits: inOrder(source.exhibits, by) }
}

/** Whether the consumer's account was used without consent: no paper may then say that the consumer ordered or paid. */
export function isPaidByOther(facts: FactTable): boolean {
  const authorisation = factValue(facts, 'payment.authorisation')
  return authorisation === 'none' || authorisation === 'family'
}

function caseTexts({
  kase,
  knowledge,
  facts,
  exhibits,
  today,
  now,
}: Source): Readonly<Record<string, string | undefined>> {
  const { order, consumer, problem } = kase
  const shop = order.shop
  const types = problem.types.flatMap(({ type }) => knowledge.problems[type]?.subject ?? [])
  return {
    today: paperDay(today),
    seller: sellerOf(kase),
    items: itemsText(kase),
    item: itemText(kase),
    trouble: numbersText(exhibits, showing('trouble', exhibits)),
    'exhibits.count': String(exhibits.length),
    'case.counts': countsText(kase),
    'problem.subject': types.join('、'),
    'suit.cause': suitCauses[suitOf(kase, knowledge)],
    'problem.words': user(problem.words),
    'order.number': user(order.number),
    'order.paid': amount(order.paidFen),
    'order.shipping': amount(order.shippingFen),
    'order.placed-at': isPaidByOther(facts) ? undefined : moment(order.placedAt),
    'order.paid-at': isPaidByOther(facts) ? undefined : moment(order.paidAt),
    'order.promised-ship-by': moment(order.promisedShipBy),
    'order.shipped-at': moment(order.shippedAt),
    'order.signed-at': moment(order.signedAt),
    'order.cancelled-at': moment(order.cancelledAt),
    'order.carrier': user(order.carrier),
    'order.waybill': user(order.waybill),
    'order.invoice': user(order.invoice?.number),
    'order.delivered-to': user(order.deliveredTo),
    'shop.name': user(shop?.name),
    'shop.id': user(shop?.id),
    'shop.company': user(shop?.company),
    'shop.credit-code': user(shop?.creditCode),
    'shop.address': user(shop?.address),
    'shop.phone': user(shop?.phone),
    'shop.kind': shop?.selfOperated === undefined ? undefined : shop.selfOperated ? '京东自营' : '第三方店铺',
    'consumer.name': user(consumer.name),
    'consumer.phone': user(consumer.phone),
    'consumer.landline': user(consumer.landline),
    'consumer.address': user(consumer.address),
    'consumer.email': user(consumer.email),
    ...offerTexts(kase, now),
  }
}

const suitCauses = { contract: '买卖合同纠纷', tort: '侵权责任纠纷' } as const

function itemsText({ order }: Case): string | undefined {
  const items = order.items.map(
    ({ name, model, quantity, priceFen }) =>
      `“${inert(name)}”${model === undefined ? '' : `（型号${inert(model)}）`}${quantity}件，单价${paperAmount(priceFen)}`,
  )
  return items.length === 0 ? undefined : items.join('；')
}

function countsText({ contacts, filings, offers, evidence }: Case): string {
  const out = contacts.filter((contact) => contact.direction === 'out').length
  const kept = evidence.filter((exhibit) => exhibit.withdrawn !== true).length
  return `证据${kept}项，主动联系${out}次，正式投诉${filings.length}次，收到方案${offers.length}个`
}

/** The goods as one noun; which of several items the dispute is about is not guessed. */
function itemText({ order }: Case): string {
  const [first, second] = order.items
  return first && !second ? `“${inert(first.name)}”` : '涉案商品'
}

function factText({ facts, knowledge }: Source, id: string): string | undefined {
  const value = factValue(facts, id)
  const fact = knowledge.facts[id]
  if (value === undefined) return undefined
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return fact?.type === 'fen' ? paperAmount(value) : String(value)
  return optionText(fact, value) ?? dayText(fact, value) ?? inert(value)
}

function optionText(fact: Fact | undefined, value: string): string | undefined {
  return fact?.options?.find((option) => option.value === value)?.text.zh
}

function dayText(fact: Fact | undefined, value: string): string | undefined {
  const day = asDay(value)
  if (day === undefined || (fact?.type !== 'date' && fact?.type !== 'instant')) return undefined
  return fact.type === 'date' ? paperDay(day) : paperMoment(value)
}

function user(text: string | undefined): string | undefined {
  return text === undefined ? undefined : inert(text)
}

function amount(fen: number | undefined): string | undefined {
  return fen === undefined ? undefined : paperAmount(fen)
}

function moment(at: string | undefined): string | undefined {
  return at === undefined ? undefined : paperMoment(at)
}

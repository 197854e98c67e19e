import type { Case } from '../../../core/case/case.ts'
import { decide } from '../../../core/case/decide.ts'
import type { CaseEvent, Command } from '../../../core/case/event.ts'
import type { ExhibitFile } from '../../../core/case/file/exhibit-file.ts'
import { emptyCase, foldFrom } from '../../../core/case/fold.ts'
import type { OrderPart } from '../../../core/case/order.ts'
import type { Knowledge } from '../../../core/knowledge/knowledge.ts'
import type { ReadProblem } from '../../../core/language/read-problems.ts'
import { readWords } from '../../../core/language/read-words.ts'
import { type HeapCheck, heapChecks } from '../../../core/reading/heap/heap-checks.ts'
import { type HeapContact, heapContacts } from '../../../core/reading/heap/heap-contacts.ts'
import type { HeapFile } from '../../../core/reading/heap/heap-file.ts'
import { type HeapValue, heapValues } from '../../../core/reading/heap/heap-values.ts'
import { CERTAIN, isTimeField, type PageField } from '../../../core/reading/page-reading.ts'
import { formatYuan } from '../../../core/values/fen.ts'
import { parseInstant } from '../../../core/values/instant.ts'
import { isLocalDate } from '../../../core/values/local-date.ts'
import type { Text } from '../../../core/values/text.ts'
import { casePlaces } from './case-places.ts'
import { exhibitOf } from './heap-exhibit.ts'

/** A file of the heap with what it is as an exhibit. */
export type HeapExhibit = { readonly read: HeapFile; readonly file: ExhibitFile }

/** A value as `readings` of case.yaml lists it. */
export type CaseReading = {
  readonly field: string
  readonly value: string
  readonly exhibits: readonly string[]
  readonly score: number
  readonly used: boolean
  readonly others: readonly string[]
}

export type HeapCase = {
  readonly kase: Case
  readonly readings: readonly CaseReading[]
  readonly problems: readonly ReadProblem[]
  /** How well the exhibits show what they must. */
  readonly checks: readonly HeapCheck[]
  /** What the user has to know: other orders in the heap, values that contradict each other, gaps in chats, copies. */
  readonly remarks: readonly Text[]
}

type Request = {
  readonly id: string
  readonly exhibits: readonly HeapExhibit[]
  readonly knowledge: Knowledge
  /** The present moment, an instant as `parseInstant` gives it. */
  readonly now: string
}

/**
 * A case out of what was read in a heap of files. Only what is certain is put in, and nothing that contradicts what is in already; the
 * rest is listed as what it may be. Every value keeps where it was read and how sure it is.
 */
export function heapCase({ id, exhibits, knowledge, now }: Request): HeapCase {
  const files = exhibits.map(({ read }) => read)
  const { values, strangers, conflicts } = heapValues(files)
  const chats = heapContacts(files.filter((file) => !strangers.has(file.id)))
  const remarks: Text[] = [...conflicts, ...chats.gaps, ...strangersSaid(strangers), ...copiesSaid(chats.alike)]
  const told = teller(remarks)
  told.give({ type: 'OpenCase', at: now, payload: { id } })

  const readings: CaseReading[] = []
  const waybill = values.find(({ field, certain }) => field === 'waybillNumber' && certain)
  for (const value of values) {
    const part = value.certain ? orderPart(value) : undefined
    const used = part !== undefined && told.give({ type: 'RecordOrder', at: now, payload: part })
    if (casePlaces[value.field] !== undefined) readings.push(listed(value, used))
  }
  const items = itemsOf(files, values)
  if (items !== undefined) {
    const used = told.give({ type: 'RecordOrder', at: now, payload: { items: [items.item] } })
    readings.push({ ...items.reading, used })
  }
  for (const { read, file } of exhibits) {
    const stranger = strangers.get(read.id)
    const around = { waybill: waybill?.value, placedAt: told.kase().order.placedAt, knowledge, stranger, now }
    told.give({ type: 'AddEvidence', at: now, payload: { ...exhibitOf(read, around), ...file, id: read.id } })
  }
  for (const contact of chats.contacts) told.give({ type: 'LogContact', at: now, payload: contactOf(contact) })
  if (chats.untimed > 0) remarks.push(untimed(chats.untimed))

  const words = ownWords(files)
  if (words !== '') told.give({ type: 'DescribeProblem', at: now, payload: { words } })
  const problems = proposedProblems(files, words, knowledge, now)
  for (const { type, confidence } of problems) {
    const used = told.give({ type: 'ConfirmProblem', at: now, payload: { type, confirmed: true } })
    readings.push({ field: 'problem.types', value: type, exhibits: [], score: confidence, used, others: [] })
  }
  const { placedAt } = told.kase().order
  const checks = heapChecks(
    files.filter((file) => !strangers.has(file.id)),
    {
      knowledge,
      ...(waybill === undefined ? {} : { waybill: String(waybill.value) }),
      ...(placedAt === undefined ? {} : { placedAt }),
    },
  )
  return { kase: told.kase(), readings, problems, checks, remarks }
}

/** Takes commands; one that is refused changes nothing and its reason is kept. */
function teller(remarks: Text[]) {
  let [kase, events]: [Case, readonly CaseEvent[]] = [emptyCase, []]
  return {
    kase: () => kase,
    give(command: Command): boolean {
      const decided = decide(kase, command)
      if (!decided.ok) {
        remarks.push(decided.refusal.text)
        return false
      }
      kase = foldFrom(kase, decided.value, events)
      events = [...events, ...decided.value]
      return true
    },
  }
}

/** The part of the order a value fills; undefined when it does not belong there, or is not whole enough (a day is no moment). */
function orderPart({ field, value }: HeapValue): OrderPart | undefined {
  const text = String(value)
  if (isTimeField(field)) {
    const instant = isLocalDate(text) ? undefined : parseInstant(text)
    if (instant?.ok !== true) return undefined
    const key = momentKeys[field]
    return key === undefined ? undefined : { [key]: instant.value }
  }
  switch (field) {
    case 'orderNumber':
      return { number: text, platform: '京东' }
    case 'shop':
      return { shop: { name: text } }
    case 'amountFen':
      return { paidFen: Number(value) }
    case 'shippingFen':
      return { shippingFen: Number(value) }
    case 'carrier':
      return { carrier: text }
    case 'waybillNumber':
      return { waybill: text }
    case 'invoiceNumber':
      return { invoice: { number: text } }
    default:
      return undefined
  }
}

const momentKeys: { readonly [F in PageField]?: keyof OrderPart } = {
  placedAt: 'placedAt',
  paidAt: 'paidAt',
  shippedAt: 'shippedAt',
  signedAt: 'signedAt',
  cancelledAt: 'cancelledAt',
}

function listed({ field, value, from, score, others }: HeapValue, used: boolean): CaseReading {
  const shown = (one: string | number) => (typeof one === 'number' ? formatYuan(one) : one)
  return {
    field: casePlaces[field] ?? field,
    value: shown(value),
    exhibits: from,
    score,
    used,
    others: others.map((other) => shown(other.value)),
  }
}

/** The goods of an order with one item: its price, where it is not shown, is what was paid for goods. */
function itemsOf(files: readonly HeapFile[], values: readonly HeapValue[]) {
  const found = files.flatMap(({ id, says }) =>
    says.looksLike === 'order-page' ? says.items.map((item) => ({ id, item })) : [],
  )
  const [first] = found.toSorted((a, b) => b.item.name.score - a.item.name.score)
  if (first === undefined || new Set(found.map(({ item }) => item.name.value)).size > 1) return undefined
  const paid = values.find(({ field, certain }) => field === 'amountFen' && certain)?.value
  const { name, priceFen, quantity } = first.item
  const price = priceFen !== undefined && priceFen.score >= CERTAIN ? priceFen.value : paid
  if (typeof price !== 'number') return undefined
  return {
    item: { name: name.value, priceFen: price, quantity: quantity?.value ?? 1, flags: [] },
    reading: {
      field: 'order.items',
      value: name.value,
      exhibits: [first.id],
      score: name.score,
      others: [] as readonly string[],
    },
  }
}

function contactOf({ at, direction, channel, with: partner, words, from, answered }: HeapContact) {
  const instant = parseInstant(at)
  return {
    at: instant.ok ? instant.value : at,
    direction,
    channel,
    words,
    by: from,
    ...(partner === undefined ? {} : { with: partner.slice(0, 100) }),
    ...(answered === undefined ? {} : { answered }),
  }
}

/** What the user wrote into the heap as plain text and is no chat and no page: their own account. */
function ownWords(files: readonly HeapFile[]): string {
  return files
    .filter(({ mime, says }) => mime === 'text/plain' && says.looksLike === 'unknown' && says.chat === undefined)
    .map(({ page }) => page.lines.map(({ text }) => text).join('\n'))
    .join('\n')
    .trim()
    .slice(0, 2000)
}

/** From the user's own account, else from what they said in chats. */
function proposedProblems(
  files: readonly HeapFile[],
  words: string,
  knowledge: Knowledge,
  now: string,
): readonly ReadProblem[] {
  const said = files.flatMap(({ says }) =>
    (says.chat?.lines ?? []).flatMap(({ speaker, text }) => (speaker === 'self' ? text : [])),
  )
  const { problems } = readWords(words === '' ? said.join('\n') : `${words}\n${said.join('\n')}`, knowledge, now)
  const meant = problems.filter(({ complaint }) => complaint)
  const main = meant.filter(({ triage }) => triage !== 'service_attitude')
  return (main.length > 0 ? main : meant).slice(0, 2)
}

function strangersSaid(strangers: ReadonlyMap<string, string>): readonly Text[] {
  return [...strangers].map(([exhibit, number]) => ({
    zh: `${exhibit} 是另一笔订单（${number}）的，没有用它填写；如果也要投诉，请另建一个案件`,
    en: `${exhibit} belongs to another order (${number}) and was not used; make another case for it if you complain of it too`,
  }))
}

function copiesSaid(alike: readonly (readonly string[])[]): readonly Text[] {
  return alike.map(([first = '', ...copies]) => ({
    zh: `${copies.join('、')} 与 ${first} 内容相同，都保留了；提交时用 ${first} 就够`,
    en: `${copies.join(', ')} show the same as ${first}; all are kept, ${first} is enough to hand in`,
  }))
}

function untimed(count: number): Text {
  return {
    zh: `有 ${count} 句聊天看不出是几点说的，没有记入沟通记录；请把带日期的那一屏也截进来`,
    en: `the minute of ${count} messages cannot be told, so they are not in the contact log; capture the screen with their date too`,
  }
}

import type { DeadlineFinding } from '../../core/advice/advice.ts'
import { advise } from '../../core/advice/advise.ts'
import { type CaseOutcome, outcomeOf } from '../../core/advice/outcomes/outcome.ts'
import { windowsOfPurchase } from '../../core/advice/purchase/windows.ts'
import type { Case, Exhibit } from '../../core/case/case.ts'
import { isPurchase } from '../../core/case/status.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { epochMs, instantAt } from '../../core/values/instant.ts'

export type DeadlineRow = {
  readonly id: string
  readonly who: string
  readonly what: string
  /** In UTC as `parseInstant` gives it, so that the order of the texts is the order of time. */
  readonly due: string
  readonly standing: string
  readonly provisional: boolean
}

export type ExhibitRow = {
  readonly id: string
  readonly sha256: string
  readonly file: string
  readonly kind: string
  readonly title: string
  readonly bytes: number
}

/** What lists, reminders and search need of a case; derived from its events and the knowledge, so that it can be made anew. */
export type CaseProjection = {
  readonly caseId: string
  readonly version: number
  /** `purchase`: nothing is wrong with it yet. */
  readonly status: 'open' | 'closed' | 'purchase'
  readonly title: string
  readonly shop: string
  readonly orderNumber: string
  readonly problems: readonly string[]
  readonly openedAt: string
  readonly updatedAt: string
  /** The highest sum of a right that applies, in fen; absent while there is none. */
  readonly fen?: number
  /** Version of the knowledge it was made with. */
  readonly knowledge: string
  readonly deadlines: readonly DeadlineRow[]
  readonly exhibits: readonly ExhibitRow[]
  /** How it ended; absent while it is open. */
  readonly outcome?: CaseOutcome
  /** Everything a search may find the case by. */
  readonly words: string
}

/** `at` is the instant of the last event; the same input gives the same projection. */
export function projectionOf(kase: Case, knowledge: Knowledge, at: string): CaseProjection {
  const advice = advise(kase, knowledge, at)
  const sums = advice.rights.flatMap(({ status, amount }) => (status === 'applies' && amount ? [amount.fen] : []))
  const { order } = kase
  const most = sums.length === 0 ? undefined : Math.max(...sums)
  const outcome = outcomeOf(kase, most)
  return {
    caseId: kase.id,
    version: kase.version,
    status: kase.status === 'closed' ? 'closed' : isPurchase(kase) ? 'purchase' : 'open',
    title: titleOf(kase, knowledge),
    shop: order.shop?.name ?? '',
    orderNumber: order.number ?? '',
    problems: kase.problem.types.map(({ type }) => type),
    openedAt: kase.openedAt ?? at,
    updatedAt: at,
    ...(most === undefined ? {} : { fen: most }),
    ...(outcome && { outcome }),
    knowledge: knowledge.version,
    deadlines: (isPurchase(kase) ? windowClocks(kase, knowledge, at) : advice.deadlines)
      .filter(({ status }) => status !== 'done')
      .map(deadlineRow),
    // Withdrawn ones too: their originals are still held. Two of one id are there only in a damaged log.
    exhibits: [...new Map(kase.evidence.map((exhibit) => [exhibit.id, exhibitRow(exhibit)])).values()],
    words: wordsOf(kase),
  }
}

/** Until when a purchase can be sent back, checked, proved: each clock once. */
function windowClocks({ order, facts }: Case, knowledge: Knowledge, at: string): readonly DeadlineFinding[] {
  const known = windowsOfPurchase(order, facts, knowledge, at).flatMap((one) => ('clock' in one ? [one.clock] : []))
  return [...new Map(known.map((clock) => [clock.id, clock])).values()]
}

function deadlineRow({ id, who, what, due, standing, provisional }: DeadlineFinding): DeadlineRow {
  return { id, who, what, due: instantAt(epochMs(due)), standing, provisional }
}

function exhibitRow({ id, sha256, file, kind, title, bytes }: Exhibit): ExhibitRow {
  return { id, sha256, file, kind, title, bytes }
}

/** What the user would call the case: the goods, else the problem, else its first words. */
export function titleOf({ id, order, problem }: Case, knowledge: Knowledge): string {
  const [first, ...more] = order.items
  if (first) return more.length > 0 ? `${first.name} 等 ${more.length + 1} 件` : first.name
  const [type] = problem.types.flatMap((one) => knowledge.problems[one.type]?.title.zh ?? [])
  return type ?? (problem.words.trim().slice(0, 30) || id)
}

function wordsOf({ id, order, consumer, problem, evidence, contacts, filings, offers }: Case): string {
  const parts = [
    id,
    order.number,
    order.shop?.name,
    order.shop?.company,
    order.waybill,
    ...order.items.flatMap(({ name, model, serial }) => [name, model, serial]),
    consumer.name,
    consumer.phone,
    problem.words,
    ...evidence.flatMap(({ title, file, proves }) => [title, file, proves]),
    ...contacts.flatMap((contact) => [contact.with, contact.words]),
    ...filings.flatMap(({ ticket, text, replies }) => [ticket, text, ...replies.map((reply) => reply.words)]),
    ...offers.map((offer) => offer.words),
  ]
  return parts.filter((part) => part !== undefined && part !== '').join('\n')
}

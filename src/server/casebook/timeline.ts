import type { CaseEvent } from '../../core/case/event.ts'
import { eventName } from '../../core/case/event-names.ts'
import { resolve } from '../../core/case/log/correction.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { formatYuan } from '../../core/values/fen.ts'
import { formatShanghai } from '../../core/values/instant.ts'
import { done, type Outcome } from '../../core/values/refusal.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import type { Casebook } from './casebook.ts'
import { keptCase } from './kept-case.ts'

/** One record as a reader sees it. What was corrected is told in its corrected form, what was erased not at all. */
export type TimelineEntry = {
  /** Its number, from 0: what a correction names. */
  readonly n: number
  readonly type: CaseEvent['type']
  readonly title: string
  readonly recordedAt: string
  /** When it happened, where the record says so; it may be long before it was recorded. */
  readonly happenedAt?: string
  readonly words?: string
  readonly direction?: 'out' | 'in'
  readonly channel?: string
  readonly exhibits: readonly string[]
  /** The thing it speaks of: C1, F1, E3 … */
  readonly ref?: string
  readonly corrected?: boolean
  readonly erased?: boolean
}

export async function timelineOf(
  book: Casebook,
  caseId: string,
  lang: Lang,
): Promise<Outcome<readonly TimelineEntry[]>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const { events } = kept.value
  const corrected = new Set(events.flatMap((event) => (event.type === 'EventCorrected' ? [event.payload.event] : [])))
  return done(
    resolve(events).map((event, n): TimelineEntry => {
      const type = kept.value.links[n]?.type ?? event.type
      return {
        n,
        type: event.type,
        title: say(eventName(type), lang),
        recordedAt: event.at,
        ...told(event, book.knowledge, lang),
        ...(corrected.has(n) ? { corrected: true } : {}),
        ...(event.type === 'Erased' ? { erased: true } : {}),
      }
    }),
  )
}

type Told = Pick<TimelineEntry, 'happenedAt' | 'words' | 'direction' | 'channel' | 'exhibits' | 'ref'>

function told(event: CaseEvent, knowledge: Knowledge, lang: Lang): Told {
  const t = (text: Text | undefined, other: string) => (text === undefined ? other : say(text, lang))
  const yuan = (fen: number | undefined) => (fen === undefined ? '' : `¥${formatYuan(fen)}`)
  const line = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(lang === 'en' ? '; ' : '；')
  const none = { exhibits: [] }
  switch (event.type) {
    case 'CaseOpened':
    case 'Erased':
      return none
    case 'CaseClosed':
      return { ...none, happenedAt: event.payload.at, ...worded(event.payload.words) }
    case 'CaseReopened':
      return { ...none, happenedAt: event.payload.at, words: event.payload.why }
    case 'OrderRecorded': {
      const { number, shop, items = [], paidFen, ...order } = event.payload
      const at = (label: Text, instant: string | undefined) =>
        instant === undefined ? undefined : `${say(label, lang)} ${formatShanghai(instant)}`
      return {
        ...none,
        words: line(
          number,
          shop?.name,
          ...items.map((item) => `${item.name} × ${item.quantity}`),
          yuan(paidFen),
          at({ zh: '下单', en: 'ordered' }, order.placedAt),
          at({ zh: '付款', en: 'paid' }, order.paidAt),
          at({ zh: '发货', en: 'shipped' }, order.shippedAt),
          at({ zh: '签收', en: 'signed for' }, order.signedAt),
          at({ zh: '取消', en: 'cancelled' }, order.cancelledAt),
          order.waybill,
        ),
      }
    }
    case 'ConsumerRecorded':
      return { ...none, words: line(event.payload.name, event.payload.phone) }
    case 'ProblemDescribed':
      return { ...none, words: event.payload.words }
    case 'ProblemConfirmed': {
      const { type, confirmed } = event.payload
      const title = t(knowledge.problems[type]?.title, type)
      return { ...none, words: confirmed ? title : line(title, t({ zh: '未确认', en: 'not confirmed' }, '')) }
    }
    case 'FactStated': {
      const { fact, by } = event.payload
      return {
        exhibits: by,
        words: `${t(knowledge.facts[fact]?.ask, fact)} ${factWords(event.payload, knowledge, lang)}`,
      }
    }
    case 'EvidenceAdded':
    case 'EvidenceDescribed':
      return {
        exhibits: [event.payload.id],
        ref: event.payload.id,
        ...worded(event.payload.title),
        ...(event.payload.takenAt === undefined ? {} : { happenedAt: event.payload.takenAt }),
      }
    case 'EvidenceWithdrawn':
      return { exhibits: [event.payload.id], ref: event.payload.id, words: event.payload.why }
    case 'ContactLogged': {
      const { id, at, channel, direction, words, by } = event.payload
      return { happenedAt: at, channel, direction, words: line(event.payload.with, words), exhibits: by, ref: id }
    }
    case 'FilingMade': {
      const { id, at, channel, ticket, text } = event.payload
      return {
        ...none,
        happenedAt: at,
        channel,
        direction: 'out',
        ref: id,
        words: line(t(knowledge.channels[channel]?.title, channel), ticket, text),
      }
    }
    case 'FilingChased':
    case 'AppealFiled':
    case 'FilingWithdrawn':
      return { ...none, happenedAt: event.payload.at, direction: 'out', ref: event.payload.filing }
    case 'ReplyReceived': {
      const { filing, at, words, by } = event.payload
      return { happenedAt: at, direction: 'in', words, exhibits: by, ref: filing }
    }
    case 'OfferReceived': {
      const { id, at, from, words, fen } = event.payload
      return { ...none, happenedAt: at, direction: 'in', ref: id, words: line(from, words, yuan(fen)) }
    }
    case 'OfferDecided':
      return {
        ...none,
        happenedAt: event.payload.at,
        direction: 'out',
        ref: event.payload.offer,
        ...worded(line(say(answers[event.payload.answer], lang), event.payload.words)),
      }
    case 'DemandChosen':
      return { ...none, happenedAt: event.payload.at, words: line(event.payload.words, yuan(event.payload.fen)) }
    case 'PaperIssued':
      return { ...none, happenedAt: event.payload.at, ref: event.payload.id, words: t(undefined, event.payload.kind) }
    case 'RemedyBegun': {
      const { at, route, number, id } = event.payload
      return { ...none, happenedAt: at, ref: id, words: line(t(knowledge.routes[route]?.title, route), number) }
    }
    case 'MoneyReceived': {
      const { at, fen, from, id } = event.payload
      return { ...none, happenedAt: at, direction: 'in', ref: id, words: line(yuan(fen), from, event.payload.for) }
    }
    case 'EventCorrected':
    case 'PayloadErased':
      return { ...none, words: `#${event.payload.event} ${event.payload.why}` }
    default:
      return event satisfies never
  }
}

const answers = {
  accept: { zh: '接受', en: 'accepted' },
  counter: { zh: '还价', en: 'countered' },
  decline: { zh: '不接受', en: 'declined' },
} as const

const unknownFact = { zh: '不知道', en: 'not known' }
const yesNo = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } } as const

function factWords(
  { fact, status, value }: Extract<CaseEvent, { type: 'FactStated' }>['payload'],
  { facts }: Knowledge,
  lang: Lang,
): string {
  if (status === 'unknown' || value === undefined) return say(unknownFact, lang)
  if (typeof value === 'boolean') return say(yesNo[`${value}`], lang)
  const kind = facts[fact]
  if (kind?.type === 'fen' && typeof value === 'number') return `¥${formatYuan(value)}`
  if (kind?.type === 'instant' && typeof value === 'string') return formatShanghai(value)
  const option = kind?.options?.find((one) => one.value === value)
  return option === undefined ? String(value) : say(option.text, lang)
}

function worded(words: string | undefined): Pick<TimelineEntry, 'words'> {
  return words === undefined || words === '' ? {} : { words }
}

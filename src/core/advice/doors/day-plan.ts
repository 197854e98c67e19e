import type { Case, Filing } from '../../case/case.ts'
import type { Channel } from '../../knowledge/channel.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { atShanghai, dayOf, epochMs, shanghai } from '../../values/instant.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { say, type Text } from '../../values/text.ts'
import type { ChannelFinding } from '../advice.ts'
import { isPending } from './attempt.ts'
import { opening } from './opening-hours.ts'

export type DayPart = {
  readonly part: 'morning' | 'afternoon' | 'evening'
  readonly channel: string
  readonly text: string
}

/** A door knocked at is left alone for this long: the guide's cadence of 48 hours between reminders. */
const rest = 48 * 3_600_000

/**
 * The guide's day of several channels, kept to those that are open now, shut nothing and may stand side by side: a written
 * step in the morning, the phone in the afternoon, and in the evening nothing public before the text is checked. Parts of
 * today that are over are left out; after six in the evening the plan is tomorrow's.
 */
export function dayPlan(
  findings: readonly ChannelFinding[],
  kase: Case,
  knowledge: Knowledge,
  now: string,
): readonly DayPart[] {
  const { lang } = knowledge
  const { hour } = shanghai(now)
  const [today, day] = hour < 18 ? [true, dayOf(now)] : [false, addDays(dayOf(now), 1)]
  const rested = findings
    .filter(({ id, status, closes }) => status === 'open' && closes.length === 0 && !isBusy(id, kase, now))
    .flatMap(({ id }) => knowledge.channels[id] ?? [])
  const running = kase.filings.filter(isRunning)
  const beside = rested.filter((channel) =>
    running.every((filing) => areBeside(knowledge.channels[filing.channel], channel)),
  )
  const written = beside.filter((channel) => isWritten(channel))
  const letter = written.find(({ id }) => knocksAt(id, kase).length === 0) ?? written[0]
  const phone = beside.find((channel) => {
    return channel !== letter && (!letter || areBeside(letter, channel)) && canCall(channel, knowledge, day)
  })
  const post = rested.find(({ kind }) => kind === 'public')
  const part = (name: DayPart['part'], channel: Channel | undefined, text: (channel: Channel) => Text): DayPart[] => {
    if (channel === undefined) return []
    const when = say(today ? { zh: '今天', en: 'Today' } : { zh: '明天', en: 'Tomorrow' }, lang)
    return [{ part: name, channel: channel.id, text: `${when}${lang === 'en' ? ', ' : ''}${say(text(channel), lang)}` }]
  }
  return [
    ...(today && hour >= 12 ? [] : part('morning', letter, morning)),
    ...part('afternoon', phone, letter === undefined || (today && hour >= 12) ? call : callAfter),
    ...part('evening', post, evening),
  ]
}

/** Something runs there, or it was knocked at not long ago. */
function isBusy(channel: string, kase: Case, now: string): boolean {
  const runs = kase.filings.some((filing) => filing.channel === channel && isRunning(filing))
  return runs || knocksAt(channel, kase).some((at) => epochMs(now) - epochMs(at) < rest)
}

function isRunning(filing: Filing): boolean {
  return filing.withdrawnAt === undefined && isPending(filing)
}

function knocksAt(channel: string, { filings, contacts }: Case): string[] {
  const made = filings.filter((filing) => filing.channel === channel)
  const out = contacts.filter((contact) => contact.channel === channel && contact.direction === 'out')
  return [...made.flatMap(({ at, chasedAt }) => [at, ...chasedAt]), ...out.map(({ at }) => at)]
}

function isWritten({ kind, contacts }: Channel): boolean {
  return kind === 'platform' && contacts.some((contact) => ['app', 'web', 'email'].includes(contact.kind))
}

function areBeside(a: Channel | undefined, b: Channel): boolean {
  return a === undefined || a.beside.includes(b.id) || b.beside.includes(a.id)
}

/** A phone of its own that is answered at three in the afternoon of that day. */
function canCall({ kind, contacts }: Channel, { calendar }: Knowledge, day: LocalDate): boolean {
  const afternoon = atShanghai(day, 15)
  return (
    kind === 'platform' &&
    contacts.some((contact) => {
      return contact.kind === 'phone' && contact.hours !== undefined && opening(contact.hours, afternoon, calendar).open
    })
  )
}

function morning({ title, mayNameOthers }: Channel): Text {
  return mayNameOthers
    ? {
        zh: `上午：在“${title.zh}”提交，写清事实、要求和已有的单号，记下新单号。`,
        en: `morning: file with ${title.en}, with facts, demand and the tickets so far, and note the new one.`,
      }
    : {
        zh: `上午：在“${title.zh}”提交，只写这一单的事实和要求，不写还找过、要找哪里，记下单号。`,
        en: `morning: file with ${title.en}, only the facts and demand of this order, naming no other door, and note the ticket.`,
      }
}

function callAfter({ title }: Channel): Text {
  return {
    zh: `下午：打“${title.zh}”，报上午的单号问进度，不另写一份内容相同的投诉。`,
    en: `afternoon: call ${title.en}, give the morning’s ticket and ask; do not file the same text again.`,
  }
}

function call({ title }: Channel): Text {
  return {
    zh: `下午：打“${title.zh}”，报订单号和已有单号，要一个单号和答复时间。`,
    en: `afternoon: call ${title.en} with the order number and the tickets so far, and ask for a ticket and a time.`,
  }
}

function evening({ title }: Channel): Text {
  return {
    zh: `晚上：“${title.zh}”只是指南的提示，不急着发；要发，先做公开文字检查，只写自己的订单和可证明的事实。`,
    en: `evening: ${title.en} is only a hint of the guide and can wait; check the text for the public first, and write only of your own order and what you can prove.`,
  }
}

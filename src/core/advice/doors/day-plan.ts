import type { Channel } from '../../knowledge/channel.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { atShanghai, dayOf } from '../../values/instant.ts'
import { say, type Text } from '../../values/text.ts'
import type { ChannelFinding } from '../advice.ts'
import { opening } from './opening-hours.ts'

export type DayPart = {
  readonly part: 'morning' | 'afternoon' | 'evening'
  readonly channel: string
  readonly text: string
}

/**
 * The guide's day of several channels, kept to those that are open now and may stand side by side: the platform's app in the morning,
 * the phone in the afternoon, and in the evening nothing public before the text is checked. Nothing in it shuts a door.
 */
export function dayPlan(findings: readonly ChannelFinding[], knowledge: Knowledge, now: string): readonly DayPart[] {
  const open = findings
    .filter(({ status, closes }) => status === 'open' && closes.length === 0)
    .flatMap(({ id }) => knowledge.channels[id] ?? [])
  const app = open.find((channel) => has(channel, 'app') || has(channel, 'web'))
  const phone = open.find(
    (channel) => channel !== app && (!app || areBeside(app, channel)) && canCall(channel, knowledge, now),
  )
  const post = open.find(({ kind }) => kind === 'public')
  const part = (name: DayPart['part'], channel: Channel | undefined, text: (title: Text) => Text): DayPart[] =>
    channel === undefined ? [] : [{ part: name, channel: channel.id, text: say(text(channel.title), knowledge.lang) }]
  return [...part('morning', app, morning), ...part('afternoon', phone, afternoon), ...part('evening', post, evening)]
}

function has({ kind, contacts }: Channel, by: Channel['contacts'][number]['kind']): boolean {
  return kind === 'platform' && contacts.some((contact) => contact.kind === by)
}

function areBeside(a: Channel, b: Channel): boolean {
  return a.beside.includes(b.id) || b.beside.includes(a.id)
}

/** A phone of its own that is answered at three in the afternoon of that day. */
function canCall({ contacts }: Channel, { calendar }: Knowledge, now: string): boolean {
  const afternoon = atShanghai(dayOf(now), 15)
  return contacts.some(
    ({ kind, hours }) => kind === 'phone' && hours !== undefined && opening(hours, afternoon, calendar).open,
  )
}

function morning({ zh, en }: Text): Text {
  return {
    zh: `上午：在${zh}提交，写清事实和要求，记下单号。`,
    en: `Morning: file with ${en}, facts and demand, and note the ticket.`,
  }
}

function afternoon({ zh, en }: Text): Text {
  return {
    zh: `下午：打${zh}，报上午的单号问进度，不另写一份内容相同的投诉。`,
    en: `Afternoon: call ${en}, give the morning's ticket and ask; do not file the same text again.`,
  }
}

function evening({ zh, en }: Text): Text {
  return {
    zh: `晚上：${zh}只是指南的提示，不急着发；发之前先做公开文字检查，只写自己的订单和可证明的事实。`,
    en: `Evening: ${en} is only a hint of the guide and can wait; check the text for the public first, and write only of your own order and what you can prove.`,
  }
}

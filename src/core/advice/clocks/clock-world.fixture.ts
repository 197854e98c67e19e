import type { Case, Contact, Filing, Offer, Reply } from '../../case/case.ts'
import type { Channel } from '../../knowledge/channel.ts'
import type { Deadline, ReckonedDeadline } from '../../knowledge/deadline.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Problem } from '../../knowledge/problem.ts'
import { instantAt } from '../../values/instant.ts'
import type { FactTable } from '../fact-table.ts'
import { aCase, aProblem, someKnowledge, text } from '../small-world.fixture.ts'
import type { World } from './happening.ts'

const provenance = { source: ['cpl#24'], checkedOn: '2026-07-20' }

/** An hour of the first days of September 2026 in Shanghai, without holidays: `at(3, 14)` is 2026-09-03 14:00. */
export function at(day: number, hour = 0, minute = 0): string {
  return instantAt(Date.UTC(2026, 8, day, hour - 8, minute))
}

export function aDeadline(given: Partial<ReckonedDeadline> & { id: string }): ReckonedDeadline {
  return {
    who: 'seller',
    what: text(`do ${given.id}`),
    rule: 'hours',
    n: 48,
    starts: [{ filing: ['platform'], step: 'made' }],
    ends: [],
    repeats: false,
    cites: [],
    standing: 'law',
    after: text(`after ${given.id}`),
    examples: [],
    ...provenance,
    ...given,
  }
}

export function aChannel(given: Partial<Channel> & { id: string }): Channel {
  return {
    title: text(given.id),
    kind: 'platform',
    standing: 'platform',
    bars: [],
    after: [],
    once: false,
    closes: [],
    beside: [],
    mayNameOthers: false,
    steps: [text(`step of ${given.id}`)],
    fields: [],
    contacts: [],
    tips: [],
    papers: [],
    cites: [],
    ...provenance,
    ...given,
  }
}

export function aFiling(given: Partial<Filing> & { id: string }): Filing {
  return { channel: 'platform', at: at(1, 10), replies: [], chasedAt: [], ...given }
}

export function aReply(kind: Reply['kind'], moment: string): Reply {
  return { id: `R-${kind}`, at: moment, kind, words: kind, by: [] }
}

export function aContact(given: Partial<Contact> & { id: string }): Contact {
  return { at: at(1, 10), channel: 'seller', direction: 'out', words: 'hello', by: [], ...given }
}

export function anOffer(given: Partial<Offer> & { id: string }): Offer {
  return { at: at(1, 10), from: '商家', words: 'ten yuan', waives: [], ...given }
}

type Given = {
  kase?: Partial<Case>
  facts?: FactTable
  deadlines?: readonly Deadline[]
  channels?: readonly Channel[]
  problems?: readonly Problem[]
  lang?: Knowledge['lang']
  now?: string
}

/** A world with one confirmed problem `fault`, served by the given channels in their order; now is 2026-09-04 12:00. */
export function aWorld(given: Given = {}): World {
  const channels = given.channels ?? []
  const problem = { ...aProblem('fault'), channels: channels.map(({ id }) => id) }
  const base = someKnowledge({ problems: given.problems ?? [problem] })
  return {
    kase: aCase({ problem: { words: '', types: [{ type: 'fault', confirmed: true }] }, ...given.kase }),
    knowledge: {
      ...base,
      lang: given.lang ?? 'zh-CN',
      deadlines: Object.fromEntries((given.deadlines ?? []).map((deadline) => [deadline.id, deadline])),
      channels: Object.fromEntries(channels.map((channel) => [channel.id, channel])),
    },
    facts: given.facts ?? {},
    now: given.now ?? at(4, 12),
  }
}

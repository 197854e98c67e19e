import { knowledge as base } from '../../../server/pack/knowledge.fixture.ts'
import type { Case, Filing, Reply } from '../../case/case.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { FactScalar } from '../../values/fact-scalar.ts'
import type { Advice, ChannelFinding, NextStep } from '../advice.ts'
import { advise } from '../advise.ts'
import { at } from '../clocks/clock-world.fixture.ts'
import { clocks } from '../clocks/deadlines.ts'
import type { World } from '../clocks/happening.ts'
import { factTable } from '../fact-table.ts'
import { nextSteps } from '../next-steps.ts'
import { aCase } from '../small-world.fixture.ts'
import { channelFindings } from './channels.ts'
import { type Door, doorsOf } from './door.ts'

/** The real base, with a problem `any` that has every door, in an order that closes no better one. */
export const knowledge: Knowledge = {
  ...base,
  problems: {
    ...base.problems,
    any: { ...base.problems.quality_defect, id: 'any', channels: everyDoor(base) } as Knowledge['problems'][string],
  },
}

function everyDoor({ channels, problems }: Knowledge): string[] {
  const usual = problems.quality_defect?.channels ?? []
  return [...usual, ...Object.keys(channels).filter((id) => !usual.includes(id))]
}

export type History = {
  type?: string
  own?: boolean
  filings?: readonly Filing[]
  facts?: Readonly<Record<string, FactScalar>>
  kase?: Partial<Case>
  now?: string
}

/** An order with everything a form asks for, and a seller who refused on 1 September 2026; now is the 20th, 12:00. */
export function worldOf({ type = 'quality_defect', own = false, filings = [], facts = {}, kase = {}, now }: History) {
  const shop = { name: '某店', selfOperated: own, company: '某公司', address: '广州市某路1号' }
  const stated = Object.entries(facts).map(([id, value]) => [id, { status: 'known', value, by: [] }] as const)
  const whole = aCase({
    order: {
      number: '300123',
      shop,
      items: [],
      carrier: '某快递',
      waybill: 'JD1',
      placedAt: at(1, 0, 1),
      paidFen: 12_900,
      signedAt: at(1, 9),
    },
    consumer: { name: '张三', phone: '13800000000', address: '北京市某路2号' },
    problem: { words: '坏了', types: [{ type, confirmed: true }] },
    contacts: [
      { id: 'C1', at: at(1, 10), channel: 'seller', direction: 'out', words: '请退款', by: [] },
      { id: 'C2', at: at(1, 11), channel: 'seller', direction: 'in', words: '不退', by: [] },
    ],
    filings: [...filings],
    facts: Object.fromEntries(stated),
    ...kase,
  })
  const moment = now ?? at(20, 12)
  return { kase: whole, knowledge, facts: factTable(whole, knowledge, moment), now: moment }
}

export function adviceOn(given: History): Advice {
  const { kase, now } = worldOf(given)
  return advise(kase, knowledge, now)
}

function findings(given: History): readonly ChannelFinding[] {
  return doorsIn(worldOf(given)).channels
}

export function statuses(given: History): Record<string, string> {
  return Object.fromEntries(findings(given).map(({ id, status }) => [id, status]))
}

export function findingOn(channel: string, given: History): ChannelFinding | undefined {
  return findings(given).find(({ id }) => id === channel)
}

export type Scene = {
  readonly world: World
  readonly doors: readonly Door[]
  readonly channels: readonly ChannelFinding[]
  readonly clocks: ReturnType<typeof clocks>
  readonly next: readonly NextStep[]
}

/** Doors, clocks and next steps of a case, without the rights and questions that do not touch them. */
export function doorsIn(world: World): Scene {
  const running = clocks(world)
  const doors = doorsOf(running, world)
  const channels = channelFindings(doors, world)
  const none = { evidence: [], offers: [], questions: [], rightTitles: {} }
  return {
    world,
    doors,
    channels,
    clocks: running,
    next: nextSteps({ world, clocks: running, doors, channels, ...none }),
  }
}

/** A filing on a day of September at nine; its ticket is named after the channel. */
export function filing(channel: string, day: number, replies: readonly Reply[] = []): Filing {
  return { id: `F-${channel}`, channel, at: at(day, 9), replies: [...replies], chasedAt: [] }
}

import type { Case, Filing } from '../../case/case.ts'
import type { Channel } from '../../knowledge/channel.ts'
import type { ReckonedDeadline } from '../../knowledge/deadline.ts'
import type { ChannelFinding } from '../advice.ts'
import { aWorld } from '../clocks/clock-world.fixture.ts'
import { clocks } from '../clocks/deadlines.ts'
import type { FactTable } from '../fact-table.ts'
import { channelFindings } from './channels.ts'
import { doorsOf } from './door.ts'

/** Channels in their order and what has happened, in a small world of made-up rules. */
export type Given = {
  channels: readonly Channel[]
  kase?: Partial<Case>
  deadlines?: readonly ReckonedDeadline[]
  facts?: FactTable
  lang?: 'zh-CN' | 'en'
  now?: string
}

export function findings(given: Given): readonly ChannelFinding[] {
  const world = aWorld(given)
  return channelFindings(doorsOf(clocks(world), world), world)
}

export function statuses(given: Given): Record<string, string> {
  return Object.fromEntries(findings(given).map(({ id, status }) => [id, status]))
}

export function filed(...filings: Filing[]): { kase: Partial<Case> } {
  return { kase: { filings } }
}

import type { Filing } from '../../case/case.ts'
import { epochMs, instantAt } from '../../values/instant.ts'
import type { ReplyKind } from '../../values/reply-kind.ts'
import { aContact, at } from '../clocks/clock-world.fixture.ts'
import { doorsIn, type Scene, worldOf } from './history.fixture.ts'

/** What each door may answer; the doors after the gap are walked to three steps only, the others to four. */
const answers: Readonly<Record<string, readonly ReplyKind[]>> = {
  'jd-dispute': ['answered', 'refused', 'closed', 'judged'],
  'jd-appeal': ['judged'],
  'complaint-12315': ['accepted', 'refused', 'mediation-ended'],
  'report-12315': ['answered'],
  'consumers-association': ['accepted', 'refused', 'mediation-ended'],
  'payment-order': ['accepted', 'closed'],
  court: ['accepted', 'refused', 'judged'],

  seller: ['answered', 'refused'],
  'jd-service': ['answered'],
  'mediation-committee': ['mediation-ended'],
  'internet-court': ['accepted', 'refused'],
  arbitration: ['accepted', 'refused', 'judged'],
}
const hour = 3_600_000

export type Step =
  | { readonly type: 'file'; readonly channel: string }
  | { readonly type: 'reply'; readonly channel: string; readonly kind: ReplyKind }
  | { readonly type: 'appeal'; readonly channel: string }
  | { readonly type: 'withdraw'; readonly channel: string }
  | { readonly type: 'wait' }
export type State = {
  readonly path: readonly Step[]
  readonly filings: readonly Filing[]
  readonly now: string
  readonly scene: Scene
}
export type Setting = {
  readonly own: boolean
  readonly facts: Readonly<Record<string, string | boolean>>
  readonly doors: readonly string[]
  readonly steps: number
}

const refusedOn = { 'aftersale.refused-on': '2026-09-10' }
const owed = { 'debt.sum-acknowledged': true, 'debt.nothing-owed-back': true }
const everyDoor = Object.keys(answers)
const claimDoors = everyDoor.slice(0, everyDoor.indexOf('seller'))

export const settings: Readonly<Record<string, Setting>> = {
  'a third-party shop that admits the sum': {
    own: false,
    facts: { ...refusedOn, ...owed },
    doors: claimDoors,
    steps: 4,
  },
  'the platform’s own shop': { own: true, facts: {}, doors: claimDoors, steps: 4 },
  'a third-party shop, by every door': { own: false, facts: refusedOn, doors: everyDoor, steps: 3 },
  'an Internet Court city': {
    own: true,
    facts: { ...owed, 'suit.in-internet-court-city': true },
    doors: everyDoor,
    steps: 3,
  },
  'an arbitration agreement': { own: true, facts: { 'contract.arbitration-agreed': true }, doors: everyDoor, steps: 3 },
}

/** Talks with seller, service and maker lie behind, so that the next steps are about the doors that matter. */
const contacts = ['seller', 'jd-service', 'jd-phone', 'maker'].flatMap((channel, i) => [
  aContact({ id: `C${i}`, channel, at: at(2, 10) }),
  aContact({ id: `D${i}`, channel, at: at(2, 11), direction: 'in' }),
])

function sceneOf(setting: Setting, filings: readonly Filing[], now: string): Scene {
  return doorsIn(worldOf({ ...setting, filings, now, kase: { contacts } }))
}

function* stepsFrom({ filings, scene }: State, { doors }: Setting): Iterable<Step> {
  for (const channel of doors) {
    const kinds = answers[channel] ?? []
    if (!scene.channels.some(({ id }) => id === channel)) continue
    const last = filings.filter((filing) => filing.channel === channel).at(-1)
    const over = last?.replies.some(({ kind }) => kind !== 'accepted') || last?.withdrawnAt !== undefined
    if (last === undefined || over) yield { type: 'file', channel }
    if (last === undefined || last.withdrawnAt !== undefined) continue
    if (!over)
      for (const kind of kinds)
        if (!last.replies.some((reply) => reply.kind === kind)) yield { type: 'reply', channel, kind }
    if (channel === 'jd-dispute' && over && last.appealedAt === undefined) yield { type: 'appeal', channel }
    if (!over && scene.doors.some((door) => door.channel.id === channel && door.channel.closes.length > 0))
      yield { type: 'withdraw', channel }
  }
  if (dues(scene).length > 0) yield { type: 'wait' }
}

/** When the windows and waits that bind end. */
function dues({ clocks, world }: Scene): number[] {
  return clocks
    .filter(({ deadline, dueMs, doneMs }) => {
      const binding = deadline.standing === 'law' || deadline.standing === 'platform'
      return (
        binding && doneMs === undefined && dueMs > epochMs(world.now) && dueMs - epochMs(world.now) < 90 * 24 * hour
      )
    })
    .map(({ dueMs }) => dueMs)
}

function take(state: State, step: Step, setting: Setting): State {
  const wait = step.type === 'wait'
  const now = instantAt(wait ? Math.min(...dues(state.scene)) + 60_000 : epochMs(state.now) + hour)
  const filings = wait ? state.filings : filingsAfter(state.filings, step, now)
  return { path: [...state.path, step], filings, now, scene: sceneOf(setting, filings, now) }
}

function filingsAfter(
  filings: readonly Filing[],
  step: Exclude<Step, { type: 'wait' }>,
  at: string,
): readonly Filing[] {
  if (step.type === 'file')
    return [
      ...filings,
      { id: `F${filings.length + 1}-${step.channel}`, channel: step.channel, at, replies: [], chasedAt: [] },
    ]
  const last = filings.findLastIndex((filing) => filing.channel === step.channel)
  return filings.map((filing, i): Filing => {
    if (i !== last) return filing
    if (step.type === 'appeal') return { ...filing, appealedAt: at }
    if (step.type === 'withdraw') return { ...filing, withdrawnAt: at }
    return { ...filing, replies: [...filing.replies, { id: `R${at}`, at, kind: step.kind, words: step.kind, by: [] }] }
  })
}

/**
 * Two histories that left the same filings with the same answers, and as many waits since each, are one: the hours
 * between their steps decide nothing.
 */
function keyOf(path: readonly Step[]): string {
  const marks = new Map<string, string[]>()
  let waits = 0
  for (const step of path.toReversed()) {
    if (step.type === 'wait') waits += 1
    else
      marks.set(step.channel, [
        `${step.type} ${'kind' in step ? step.kind : ''} ${waits}`,
        ...(marks.get(step.channel) ?? []),
      ])
  }
  return JSON.stringify([waits, [...marks].sort()])
}

/** One step of a history: what was before it and after. */
export type Turn = { readonly before: State; readonly step: Step; readonly after: State }

/** Every history of up to so many steps, each state judged once. */
export function everyTurn(setting: Setting): readonly Turn[] {
  const turns: Turn[] = []
  const now = at(12, 9)
  const start: State = { path: [], filings: [], now, scene: sceneOf(setting, [], now) }
  const known = new Map([[keyOf([]), start]])
  let level = [start]
  for (let i = 0; i < setting.steps; i += 1) {
    const further: State[] = []
    for (const state of level)
      for (const step of stepsFrom(state, setting)) {
        const key = keyOf([...state.path, step])
        const after = known.get(key) ?? take(state, step, setting)
        if (!known.has(key)) further.push(after)
        known.set(key, after)
        turns.push({ before: state, step, after })
      }
    level = further
  }
  return turns
}

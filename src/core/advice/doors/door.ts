import type { Filing } from '../../case/case.ts'
import type { Channel } from '../../knowledge/channel.ts'
import type { Condition } from '../../knowledge/condition.ts'
import { formatShanghai } from '../../values/instant.ts'
import { type Lang, say, type Text } from '../../values/text.ts'
import type { Clock } from '../clocks/deadlines.ts'
import { ticketWords, type World } from '../clocks/happening.ts'
import { type EvaluationReason, evaluate, verdictOf } from '../evaluate.ts'
import type { FactTable } from '../fact-table.ts'
import { type Attempt, attemptOn, isPending } from './attempt.ts'
import { missingFields } from './form-fields.ts'

/** A channel of the case by itself, before it is asked which other doors using it would shut. */
export type Door = {
  readonly channel: Channel
  readonly attempt: Attempt
  readonly status: 'open' | 'not-yet' | 'closed'
  /** Why, each a whole sentence; empty while it is simply open. */
  readonly because: readonly string[]
  /** The window it has to be used in, while one runs. */
  readonly window?: Clock
  /** Whether what has to come about first has; until then nobody loses anything by its being shut. */
  readonly ready: boolean
}

/** The doors that serve the case's problems, in the order of the problems and of their channels. */
export function doorsOf(clocks: readonly Clock[], world: World): readonly Door[] {
  const { kase, knowledge } = world
  const ids = new Set(kase.problem.types.flatMap(({ type }) => knowledge.problems[type]?.channels ?? []))
  const known = new Map<string, Door | undefined>()
  const doorOf = (id: string): Door | undefined => {
    if (known.has(id)) return known.get(id)
    known.set(id, undefined)
    const channel = knowledge.channels[id]
    const door = channel && judge({ channel, attempt: attemptOn(id, clocks, world), clocks, world, doorOf })
    known.set(id, door)
    return door
  }
  return [...ids].flatMap((id) => doorOf(id) ?? [])
}

type Judged = {
  readonly channel: Channel
  readonly attempt: Attempt
  readonly clocks: readonly Clock[]
  readonly world: World
  readonly doorOf: (id: string) => Door | undefined
}

function judge(input: Judged): Door {
  const { channel, attempt, clocks, world } = input
  const { lang } = world.knowledge
  const window = windowOf(channel, clocks)
  const ready = channel.readyWhen === undefined || verdictOf(channel.readyWhen, world.facts) === true
  const door = { channel, attempt, ready, ...(window?.state === 'running' && { window: window.clock }) }
  const shut = [...closings(input, window)]
  if (shut.length > 0) return { ...door, status: 'closed', because: shut.map((text) => say(text, lang)) }
  if (attempt.running.length > 0) return { ...door, status: 'open', because: [] }
  const open = [...obstacles(input, window)]
  return { ...door, status: open.length > 0 ? 'not-yet' : 'open', because: open.map((text) => say(text, lang)) }
}

/** Everything that shuts the door for good. What runs behind it does not: it can be added to. */
function* closings({ channel, attempt, world, doorOf }: Judged, window: Window | undefined): Iterable<Text> {
  const { kase, facts, knowledge } = world
  if (kase.status === 'closed') yield { zh: '案件已结案，重开后才能再用。', en: 'The case is closed; reopen it first.' }
  for (const filing of kase.filings) {
    const runsHere = filing.channel === channel.id && isPending(filing)
    if (!runsHere) yield* shutBy(filing, channel, knowledge.channels[filing.channel])
  }
  const once = channel.once ? attempt.filings.find((filing) => !isPending(filing)) : undefined
  if (once !== undefined) yield usedUp(once, knowledge.lang)
  if (channel.requires !== undefined) {
    const failed = verdictOf(channel.requires, facts) === false
    if (failed)
      yield* evaluate(channel.requires, facts)
        .reasons.filter((reason) => reason.met === false)
        .map(unmet)
  }
  for (const { when, because } of channel.bars) if (verdictOf(when, facts) === true) yield because
  if (window?.state === 'over' && attempt.running.length === 0) yield windowOver(window.clock)
  if (window?.state === 'done' && channel.once && attempt.filings.length === 0) yield doneAlready(window.clock)
  for (const { channel: before } of channel.after) {
    const door = doorOf(before)
    if (door?.status === 'closed' && !door.attempt.tried) yield lostBefore(door.channel)
  }
}

/** A filing shuts what its channel's edges name, unless it was withdrawn or turned away without being taken up. */
function* shutBy(filing: Filing, channel: Channel, by: Channel | undefined): Iterable<Text> {
  const edge = by?.closes.find((one) => one.channel === channel.id)
  if (by === undefined || edge === undefined || filing.withdrawnAt !== undefined) return
  const had = (kind: string) => filing.replies.some((reply) => reply.kind === kind)
  if (had('refused') && !had('accepted')) return
  const day = formatShanghai(filing.at)
  yield {
    zh: `已于 ${day} 提交${by.title.zh}：${edge.because.zh}`,
    en: `${by.title.en} was filed on ${day}: ${edge.because.en}`,
  }
}

function usedUp(filing: Filing, lang: Lang): Text {
  const [day, ticket] = [formatShanghai(filing.at), ticketWords(filing, lang)]
  return {
    zh: `已于 ${day} 提交并有了结果${ticket}；同一问题只能提交一次。`,
    en: `Filed on ${day}${ticket} and answered; it can be used once for a problem.`,
  }
}

function unmet({ text }: EvaluationReason): Text {
  return { zh: `不符合条件：${text.zh}。`, en: `Does not fit: ${text.en}.` }
}

function windowOver({ finding }: Clock): Text {
  const due = finding.due.slice(0, 16).replace('T', ' ')
  return { zh: `期限已于 ${due} 届满（${finding.what}）。`, en: `Its time ran out on ${due} (${finding.what}).` }
}

function doneAlready({ finding }: Clock): Text {
  return { zh: `已经办过（${finding.what}）。`, en: `Done already (${finding.what}).` }
}

function lostBefore({ title }: Channel): Text {
  return {
    zh: `要先走${title.zh}，而它已不能用。`,
    en: `${title.en} has to come first, and it can no longer be used.`,
  }
}

/** Everything that stands in the way now and may still change. */
function* obstacles({ channel, attempt, world, doorOf }: Judged, window: Window | undefined): Iterable<Text> {
  const { facts, knowledge } = world
  const missing = missingFields(channel, world)
  if (missing.length > 0) yield { zh: `还缺：${missing.join('、')}。`, en: `Still needed: ${missing.join(', ')}.` }
  yield* openPoints(channel.requires, facts)
  yield* openPoints(channel.readyWhen, facts)
  if (window?.state === 'not-started' && !attempt.tried) yield notStarted(channel, world)
  for (const { channel: before, because } of channel.after) {
    const door = doorOf(before)
    const spent = door === undefined || isSpent(door.attempt)
    const title = knowledge.channels[before]?.title
    if (!spent && title !== undefined) yield firstThat(title, because)
  }
}

/** The parts of a condition that keep it from holding: those that fail where it fails, else those that are unknown. */
function* openPoints(condition: Condition | undefined, facts: FactTable): Iterable<Text> {
  const met = condition === undefined || verdictOf(condition, facts)
  if (condition === undefined || met === true) return
  for (const reason of evaluate(condition, facts).reasons)
    if (reason.met === met) yield met === null ? unsure(reason) : notBefore(reason)
}

function unsure({ text }: EvaluationReason): Text {
  return { zh: `尚待确认：${text.zh}。`, en: `To be confirmed: ${text.en}.` }
}

function notBefore({ text }: EvaluationReason): Text {
  return { zh: `还要等到：${text.zh}。`, en: `Not before: ${text.en}.` }
}

function firstThat(title: Text, because: Text): Text {
  return {
    zh: `先走${title.zh}并等到答复或期满：${because.zh}`,
    en: `${title.en} first, until it answers or its time is up: ${because.en}`,
  }
}

/** Tried, and either answered or waited for long enough. */
function isSpent({ filings, tried, waiting }: Attempt): boolean {
  return tried && (waiting.length === 0 || filings.some((filing) => !isPending(filing)))
}

type Window =
  | { readonly state: 'not-started'; readonly clock?: never }
  | { readonly state: 'running' | 'over' | 'done'; readonly clock: Clock }

/** The state of the channel's window: of several clocks the latest that is not done counts. */
function windowOf({ window }: Channel, clocks: readonly Clock[]): Window | undefined {
  if (window === undefined) return undefined
  const own = clocks.filter((clock) => clock.deadline.id === window)
  const [latest] = own.filter((clock) => clock.doneMs === undefined).sort((a, b) => b.dueMs - a.dueMs)
  if (latest !== undefined) return { state: latest.finding.status === 'overdue' ? 'over' : 'running', clock: latest }
  const [done] = own
  return done === undefined ? { state: 'not-started' } : { state: 'done', clock: done }
}

function notStarted({ window = '' }: Channel, { knowledge }: World): Text {
  const deadline = knowledge.deadlines[window]
  const events = (deadline?.starts ?? []).flatMap((trigger) => ('fact' in trigger && trigger.text) || [])
  const [zh, en] = [events.map((text) => text.zh).join('，或'), events.map((text) => text.en).join(', or ')]
  return {
    zh: `还没到可以提交的时候${zh === '' ? '' : `，要等${zh}`}（${deadline?.what.zh}）。`,
    en: `Not open yet${en === '' ? '' : `, only after ${en}`} (${deadline?.what.en}).`,
  }
}

import type { Deadline } from '../../knowledge/deadline.ts'
import { dayOf, epochMs, formatShanghai, instantAt } from '../../values/instant.ts'
import { type Lang, say } from '../../values/text.ts'
import type { DeadlineFinding } from '../advice.ts'
import { dueAt } from '../due.ts'
import { evaluate, verdictOf } from '../evaluate.ts'
import { endings } from './ending.ts'
import { type Happening, happenings, type World } from './happening.ts'
import { choiceOfRule } from './rule-choice.ts'

/** A deadline that runs: what set it off, what became of it, and what is said of it. */
export type Clock = {
  readonly deadline: Deadline
  readonly start: Happening
  readonly doneMs?: number
  readonly dueMs: number
  readonly finding: DeadlineFinding
}

const hour = 3_600_000

/**
 * Every clock of the case at that moment: one for each start of each deadline that fits it. What lies after `now` has
 * not happened yet. Open clocks first, by due. A clock's id is its deadline's, followed by `:` and the filing, offer or
 * contact that set it off (or the fact, where several things may start the deadline).
 */
export function clocks(world: World): readonly Clock[] {
  const now = epochMs(world.now)
  const run = new Map<string, readonly Clock[]>()
  const of = (id: string): readonly Clock[] => {
    const known = run.get(id)
    if (known !== undefined) return known
    run.set(id, [])
    const deadline = world.knowledge.deadlines[id]
    const found = deadline === undefined ? [] : clocksOf(deadline, { world, now, of })
    run.set(id, found)
    return found
  }
  return Object.keys(world.knowledge.deadlines).flatMap(of).sort(byUrgency)
}

function byUrgency(a: Clock, b: Clock): number {
  const done = Number(a.doneMs !== undefined) - Number(b.doneMs !== undefined)
  return done || a.dueMs - b.dueMs || (a.finding.id < b.finding.id ? -1 : 1)
}

type Run = {
  readonly world: World
  /** The present moment in milliseconds. */
  readonly now: number
  /** The clocks of another deadline. */
  readonly of: (id: string) => readonly Clock[]
}

function clocksOf(deadline: Deadline, run: Run): Clock[] {
  const { world, now } = run
  const types = world.kase.problem.types.map((problem) => problem.type)
  if (deadline.problems !== undefined && !deadline.problems.some((type) => types.includes(type))) return []
  const starts = startsOf(deadline, run)
  const doubts = starts.size === 0 ? undefined : doubtsAbout(deadline, world)
  if (doubts === undefined) return []
  const endingOf = endings(deadline, world, now)
  return [...starts].map(([id, start]) => {
    const { doneMs, againMs } = endingOf(start)
    const due = dueOf({ deadline, start, againMs, world, until: doneMs === undefined ? now : undefined })
    const dueMs = epochMs(due.due)
    const finding: DeadlineFinding = {
      id,
      who: deadline.who,
      what: say(deadline.what, world.knowledge.lang),
      due: due.due,
      provisional: due.provisional,
      status: statusOf({ doneMs, dueMs, now }),
      startedBy: start.words(),
      explain: [...due.steps, ...choiceOfRule(deadline), ...doubts].map((text) => say(text, world.knowledge.lang)),
      cites: deadline.cites,
      standing: deadline.standing,
    }
    return { deadline, start, ...(doneMs === undefined ? {} : { doneMs }), dueMs, finding }
  })
}

function statusOf({ doneMs, dueMs, now }: { doneMs: number | undefined; dueMs: number; now: number }) {
  if (doneMs !== undefined) return 'done'
  if (now > dueMs) return 'overdue'
  return dueMs - now <= 24 * hour ? 'due' : 'running'
}

/**
 * What is still unknown about whether the deadline applies; undefined when it does not. A window of the user's own is
 * shown while in doubt; a duty of somebody else is not claimed.
 */
function doubtsAbout({ when, who }: Deadline, { facts }: World) {
  if (when === undefined) return []
  const met = verdictOf(when, facts)
  if (met === true) return []
  if (met === false || who !== 'consumer') return undefined
  return evaluate(when, facts)
    .reasons.filter((reason) => reason.met === null)
    .map(({ text }) => ({ zh: `前提尚待确认：${text.zh}`, en: `Still to be confirmed: ${text.en}` }))
}

/** The starts by clock id; where one filing would start the same clock twice, the earlier start counts. */
function startsOf(deadline: Deadline, { world, now, of }: Run): Map<string, Happening> {
  const starts = new Map<string, Happening>()
  const given = deadline.rule === 'given-day'
  for (const trigger of deadline.starts) {
    const found = 'clock' in trigger ? runOut(of(trigger.clock), now, world.knowledge.lang) : happenings(trigger, world)
    for (const one of found) {
      const start = given ? { ...one, ms: sinceEver } : one
      if (start.ms > now || start.known === 'none' || !covers(deadline, start.at)) continue
      const id = clockId(deadline, start)
      const known = starts.get(id)
      if (known === undefined || start.ms < known.ms) starts.set(id, start)
    }
  }
  return starts
}

/** When a clock whose last day is given began: before all that could end it, however far ahead the day lies. */
const sinceEver = Number.NEGATIVE_INFINITY

/** Whether the rule was in force on the day of the start. */
function covers({ from = '', to = '9999' }: Deadline, start: string): boolean {
  if (from === '' && to === '9999') return true
  const day = dayOf(start)
  return from <= day && day <= to
}

function clockId(deadline: Deadline, start: Happening): string {
  const once = start.kind === 'fact' || start.kind === 'case'
  return once && deadline.starts.length === 1 ? deadline.id : `${deadline.id}:${start.key}`
}

/** Clocks whose due passed with nothing done by then, each as something that happened at that instant. */
function runOut(found: readonly Clock[], now: number, lang: Lang): Happening[] {
  return found
    .filter(({ dueMs, doneMs }) => dueMs < now && (doneMs === undefined || doneMs > dueMs))
    .map(({ start, dueMs, finding }) => {
      const at = instantAt(dueMs)
      const words = () => say({ zh: `到期未办：${finding.what}`, en: `ran out: ${finding.what}` }, lang)
      return { ...start, at, ms: dueMs, known: 'instant' as const, words: () => `${formatShanghai(at)} ${words()}` }
    })
}

type DueInput = {
  deadline: Deadline
  start: Happening
  againMs: number | undefined
  world: World
  /** The moment up to which a reminder that nothing can restart comes round; undefined once it is done. */
  until: number | undefined
}

function dueOf({ deadline, start, againMs, world, until }: DueInput) {
  const { repeats, ends } = deadline
  const { calendar } = world.knowledge
  const next = (from: string) => dueAt({ ...deadline, start: from, calendar })
  let due = next(againMs === undefined ? firstMoment(deadline, start) : instantAt(againMs))
  const restartable = ends.some((trigger) => 'filing' in trigger && trigger.step === 'chased')
  if (!repeats || restartable || until === undefined) return due
  while (epochMs(due.due) < until) due = next(due.due)
  return due
}

/** Hours on a day of which no time is known: the user's own count from its first moment, another's from its last. */
function firstMoment({ rule, who }: Deadline, { at, known, ms }: Happening): string {
  const late = known === 'day' && rule.startsWith('hours') && who !== 'consumer'
  return late ? instantAt(ms + 24 * hour - 1000) : at
}

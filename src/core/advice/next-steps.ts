import type { EvidenceNeed } from '../knowledge/problem.ts'
import type { EvidenceKind } from '../values/evidence-kind.ts'
import { epochMs } from '../values/instant.ts'
import { say, type Text } from '../values/text.ts'
import type { Advice, EvidenceFinding, NextStep, OfferFinding } from './advice.ts'
import type { Clock } from './clocks/deadlines.ts'
import type { World } from './clocks/happening.ts'
import { bestDoor, type Doors, isCutOff, openDoors, sendTo, whatIsMissing } from './doors/door-steps.ts'
import { factValue } from './fact-table.ts'

/** Everything the next step is chosen from. */
export type Situation = Doors & {
  readonly clocks: readonly Clock[]
  readonly evidence: readonly EvidenceFinding[]
  readonly offers: readonly OfferFinding[]
  readonly questions: Advice['questions']
  readonly rightTitles: Readonly<Record<string, string>>
}

const hour = 3_600_000
/** A window that ends sooner than this goes before everything else. */
const soon = 72 * hour
const month = 30 * 24 * hour

/**
 * At most three things to do first, each with its reason. A window about to close comes first; then one of each: decisive
 * evidence that can vanish, the best open door, a chaser or overdue answer, the question that decides most; then the rest
 * in the same order. None of them shuts a door that stands earlier.
 */
export function nextSteps(situation: Situation): readonly NextStep[] {
  const { kase, knowledge } = situation.world
  if (kase.status === 'closed') return [{ do: say(reopen.do, knowledge.lang), why: say(reopen.why, knowledge.lang) }]
  if (kase.problem.types.length === 0)
    return [{ do: say(begin.do, knowledge.lang), why: say(begin.why, knowledge.lang) }]
  const rest = [
    vanishing(situation),
    bestDoor(situation, tightest(situation)),
    chasers(situation),
    questions(situation),
  ]
  const first = rest.flatMap((steps) => steps.slice(0, 1))
  const more = rest.flatMap((steps) => steps.slice(1))
  const chosen = new Map<string, NextStep>()
  for (const step of [...closingWindows(situation), ...first, ...more])
    if (!chosen.has(step.do)) chosen.set(step.do, step)
  return [...chosen.values()].slice(0, 3)
}

const reopen = {
  do: { zh: '案件已结案；要继续处理，先重开案件。', en: 'The case is closed; reopen it to go on.' },
  why: {
    zh: '重开之后才会重新给出步骤、渠道和期限。',
    en: 'Steps, doors and clocks are given again once it is reopened.',
  },
}
const begin = {
  do: {
    zh: '用自己的话写下发生了什么，并选定问题类型。',
    en: 'Write down what happened in your own words and choose the problem.',
  },
  why: { zh: '权利、期限和渠道都取决于问题类型。', en: 'Rights, clocks and doors all depend on it.' },
}

/** The user's own windows of law or platform, and offers to answer, that end within three days; the tightest first. */
function closingWindows(situation: Situation): NextStep[] {
  const { world, clocks, offers } = situation
  const now = epochMs(world.now)
  const windows = clocks
    .filter(({ deadline, finding: { status }, dueMs }) => {
      const open = status === 'running' || status === 'due'
      return open && deadline.who === 'consumer' && isBinding(deadline.standing) && dueMs - now <= soon
    })
    .flatMap(({ deadline, finding, dueMs }) => {
      const own = situation.doors.find(({ channel }) => channel.window === deadline.id)
      if (own?.status === 'closed' || (own?.attempt.running.length ?? 0) > 0) return []
      const after = say(deadline.after, world.knowledge.lang)
      const why = own?.status === 'not-yet' ? whatIsMissing(own, world.knowledge.lang) : after
      const door = own ?? openDoors(situation)[0]
      return [{ dueMs, step: { do: finding.what, why, by: finding.due, ...sendTo(door?.channel.id, situation) } }]
    })
  const answers = offers.flatMap((offer) => answerTo(offer, world))
  return [...windows, ...answers].sort((a, b) => a.dueMs - b.dueMs).map(({ step }) => step)
}

/** The step that answers an open offer: until the time it names, or by the guide's day, which may be past. */
function answerTo(offer: OfferFinding, { kase, knowledge, now }: World): { dueMs: number; step: NextStep }[] {
  const made = kase.offers.find(({ id }) => id === offer.id)
  const dueMs = epochMs(offer.answerBy)
  const left = dueMs - epochMs(now)
  const named = made?.answerBy !== undefined
  if (made === undefined || offer.options.length === 0 || left > soon || (named && left < 0)) return []
  const what = {
    zh: `答复${made.from}的方案：接受、还价或拒绝，先和请求阶梯比一比。`,
    en: `Answer the offer from ${made.from}: accept, counter or decline; compare it with the ladder first.`,
  }
  const why = named ? namedTime : guideTime
  return [{ dueMs, step: { do: say(what, knowledge.lang), why: say(why, knowledge.lang), by: offer.answerBy } }]
}

const namedTime = { zh: '对方要求在这个时间前答复。', en: 'They ask for an answer by then.' }
const guideTime = {
  zh: '指南建议二十四小时内答复；不答复不等于同意。',
  en: 'The guide suggests an answer within 24 hours; silence is no consent.',
}

function isBinding(standing: string): boolean {
  return standing === 'law' || standing === 'platform'
}

/** What the pages, chats and goods show today and may not show tomorrow. */
const pages: readonly EvidenceKind[] = ['order-page', 'product-page', 'chat', 'cancel-notice', 'pickup-notice']
const goods: readonly EvidenceKind[] = ['goods-photo', 'unboxing-video', 'package-photo', 'label-photo']

function vanishing({ world, evidence }: Situation): NextStep[] {
  const gone = factValue(world.facts, 'return.received-by-seller-on') !== undefined
  const kinds = gone ? pages : [...pages, ...goods]
  return evidence
    .filter(({ need, status }) => status !== 'have' && needOf(need, world)?.kinds.some((kind) => kinds.includes(kind)))
    .map(({ how, why }) => ({ do: how, why }))
}

function needOf(id: string, { kase, knowledge }: World): EvidenceNeed | undefined {
  const needs = kase.problem.types.flatMap(({ type }) => knowledge.problems[type]?.evidence ?? [])
  return needs.find((need) => need.id === id)
}

/** The next due of the user's own windows, where it lies within a month; a limit years ahead presses nobody. */
function tightest({ world, clocks }: Situation): string | undefined {
  const now = epochMs(world.now)
  const own = clocks.find(({ deadline, finding, dueMs }) => {
    const open = finding.status === 'running' || finding.status === 'due'
    return open && deadline.who === 'consumer' && isBinding(deadline.standing) && dueMs - now <= month
  })
  return own?.finding.due
}

/**
 * Answers of others that are overdue, then the user's own reminders that are due; binding ones first. Where an answer is
 * overdue, what to do about it stands in place of a reminder to chase it.
 */
function chasers(situation: Situation): NextStep[] {
  const { world, clocks } = situation
  const ranks = ['law', 'platform', 'guide', 'heuristic', 'user']
  const isLate = ({ deadline: { who }, finding: { status } }: Clock) =>
    who !== 'consumer' && who !== 'nobody' && status === 'overdue'
  const late = new Set(clocks.filter(isLate).map(({ start }) => start.key))
  const isReminder = ({ deadline: { who, standing }, finding: { status }, start }: Clock) =>
    who === 'consumer' && !isBinding(standing) && (status === 'overdue' || status === 'due') && !late.has(start.key)
  return clocks
    .filter((clock) => isLate(clock) || isReminder(clock))
    .filter(({ start }) => start.kind !== 'offer' && !isCutOff(start.channel, situation))
    .sort((a, b) => ranks.indexOf(a.deadline.standing) - ranks.indexOf(b.deadline.standing) || a.dueMs - b.dueMs)
    .map(({ deadline, finding, start }) => {
      const after = say(deadline.after, world.knowledge.lang)
      const own = deadline.who === 'consumer'
      return {
        do: own ? finding.what : after,
        why: own ? after : say(overdue(deadline.what), world.knowledge.lang),
        by: finding.due,
        ...sendTo(start.channel, situation),
      }
    })
}

function overdue({ zh, en }: Text): Text {
  return { zh: `期限已过：${zh}。`, en: `Its time is over: ${en}.` }
}

function questions({ questions: open, rightTitles, world }: Situation): NextStep[] {
  return open.slice(0, 3).map(({ ask, why }) => {
    const titles = why.map((id) => rightTitles[id] ?? id)
    const text = { zh: `它决定：${titles.join('、')}。`, en: `It decides: ${titles.join(', ')}.` }
    return { do: ask, why: say(text, world.knowledge.lang) }
  })
}

import type { Case } from '../case/case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { inShanghai } from '../values/instant.ts'
import type { Advice, EvidenceFinding } from './advice.ts'
import { clocks } from './clocks/deadlines.ts'
import type { World } from './clocks/happening.ts'
import { channelFindings } from './doors/channels.ts'
import { doorsOf } from './doors/door.ts'
import { evidenceFindings } from './evidence.ts'
import { factTable } from './fact-table.ts'
import { demandLadder } from './ladder.ts'
import { nextSteps } from './next-steps.ts'
import { decisiveQuestions } from './questions.ts'
import { offerFindings } from './remedies/offers.ts'
import { routeFindings } from './remedies/routes.ts'
import { type JudgedRight, judgeRights } from './rights.ts'
import { warnings } from './warnings.ts'
import { calendarVersion, provisionalFrom } from './working-calendar.ts'

/**
 * What the case, the knowledge and the present moment (an instant) add up to: rights with reasons, what to ask and to
 * prove, demands, doors, offers, clocks, ways, next steps and warnings. The same input gives the same advice; texts are
 * in the language of the knowledge, money in fen, instants in RFC 3339 with the offset of Shanghai.
 */
export function advise(kase: Case, knowledge: Knowledge, now: string): Advice {
  const world: World = { kase, knowledge, facts: factTable(kase, knowledge, now), now }
  const judged = judgeRights(world)
  const rights = judged.map(({ finding }) => finding)
  const evidence = evidenceFindings(world)
  const questions = decisiveQuestions(judged, world)
  const ladder = demandLadder(judged, world)
  const running = clocks(world)
  const doors = doorsOf(running, world)
  const channels = channelFindings(doors, world)
  const offers = offerFindings(running, ladder, world)
  const rightTitles = Object.fromEntries(rights.map(({ id, title }) => [id, title]))
  return {
    now: inShanghai(now),
    calendar: {
      version: calendarVersion(knowledge.calendar),
      provisionalFrom: provisionalFrom(knowledge.calendar),
    },
    problems: problems(judged, evidence, world),
    evidence,
    rights,
    questions,
    ladder,
    channels,
    offers,
    deadlines: running.map(({ finding }) => finding),
    routes: routeFindings(rights, world),
    next: nextSteps({ world, clocks: running, doors, channels, evidence, offers, questions, rightTitles }),
    warnings: warnings({ rights: judged, clocks: running }, world),
  }
}

/** Each problem with the facts that its rights found met and the exhibits that serve its needs. */
function problems(
  judged: readonly JudgedRight[],
  evidence: readonly EvidenceFinding[],
  { kase, knowledge }: World,
): Advice['problems'] {
  return kase.problem.types.map(({ type, confirmed }) => {
    const because = new Set<string>()
    for (const { right, finding } of judged)
      if (finding.status === 'applies' && right.problems.includes(type))
        for (const { fact, met } of finding.reasons) if (met === true && fact !== undefined) because.add(fact)
    const needs = (knowledge.problems[type]?.evidence ?? []).map((need) => need.id)
    for (const { need, by } of evidence) if (needs.includes(need)) for (const exhibit of by) because.add(exhibit)
    return { type, confirmed, because: [...because] }
  })
}

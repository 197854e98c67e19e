import type { Knowledge } from '../knowledge/knowledge.ts'
import { findProvision } from '../knowledge/provision-ref.ts'
import type { Right } from '../knowledge/right.ts'
import { dayOf } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { say } from '../values/text.ts'
import type { Reason, RightFinding } from './advice.ts'
import type { World } from './clocks/happening.ts'
import { evaluate } from './evaluate.ts'
import { factValue } from './fact-table.ts'
import { asDay } from './facts/fact-day.ts'
import { type Computed, computeAmount } from './formulas.ts'

/** A right as it stands in a case. `missing` is empty unless facts are wanting; `sum` is there unless it does not apply. */
export type JudgedRight = {
  readonly right: Right
  readonly finding: RightFinding
  readonly missing: readonly string[]
  readonly sum?: Computed
}

/**
 * Every right of the case's problems, confirmed or proposed, judged with all reasons, in the order of the problems and
 * then of the demand ladder. A right none of whose provisions is in force on the day whose law counts does not apply.
 */
export function judgeRights(world: World): readonly JudgedRight[] {
  const byProblem = rightsByProblem(world.knowledge)
  const rights = new Set(world.kase.problem.types.flatMap(({ type }) => byProblem.get(type) ?? []))
  return [...rights].map((right) => judgeRight(right, world))
}

/** One right on the facts given; `now` counts where neither the right's own day nor the day of payment is known. */
export function judgeRight(right: Right, { facts, knowledge, now }: Omit<World, 'kase'>): JudgedRight {
  const { met, reasons, missing } = evaluate(right.when, facts)
  const day = lawDay(right, { facts, now })
  const cites = right.cites.filter((ref) => findProvision(knowledge, ref, day, dayOf(now)) !== undefined)
  const said: Reason[] = reasons.map((reason) => ({ ...reason, text: say(reason.text, knowledge.lang) }))
  const finding = { id: right.id, title: say(right.title, knowledge.lang), remedy: right.remedy }
  if (cites.length === 0) {
    const text = say(
      {
        zh: `所依据的规定在 ${day} 没有施行（${right.cites.join('、')}）`,
        en: `none of the provisions it rests on was in force on ${day} (${right.cites.join(', ')})`,
      },
      knowledge.lang,
    )
    const reasons = [...said, { text, met: false }]
    return { right, missing: [], finding: { ...finding, status: 'does-not-apply', reasons, cites: right.cites } }
  }
  if (met === false) return { right, missing, finding: { ...finding, status: 'does-not-apply', reasons: said, cites } }
  const status = met ? 'applies' : 'needs-facts'
  if (!right.amount) return { right, missing, finding: { ...finding, status, reasons: said, cites } }
  const sum = computeAmount(right.amount, facts)
  if ('missing' in sum) return { right, missing, sum, finding: { ...finding, status, reasons: said, cites } }
  const steps = sum.steps.map(({ fen, text }) => ({ text: say(text, knowledge.lang), fen }))
  return { right, missing, sum, finding: { ...finding, status, reasons: said, cites, amount: { fen: sum.fen, steps } } }
}

/** The day whose law counts: the right's own, else the day of payment, else today. */
function lawDay(right: Right, { facts, now }: Pick<World, 'facts' | 'now'>): LocalDate {
  const own = asDay(factValue(facts, right.dayOf))
  return own ?? asDay(factValue(facts, 'order.paid-on')) ?? dayOf(now)
}

const indexes = new WeakMap<Knowledge, ReadonlyMap<string, readonly Right[]>>()

function rightsByProblem(knowledge: Knowledge): ReadonlyMap<string, readonly Right[]> {
  const known = indexes.get(knowledge)
  if (known) return known
  const index = new Map<string, Right[]>()
  const leastFirst = Object.values(knowledge.rights).sort((a, b) => a.rung - b.rung || (a.id < b.id ? -1 : 1))
  for (const right of leastFirst)
    for (const problem of right.problems) index.set(problem, [...(index.get(problem) ?? []), right])
  indexes.set(knowledge, index)
  return index
}

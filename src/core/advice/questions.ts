import type { Fact } from '../knowledge/fact.ts'
import { say } from '../values/text.ts'
import type { Advice } from './advice.ts'
import type { World } from './clocks/happening.ts'
import { verdictOf } from './evaluate.ts'
import { type FactState, factsOfAnswer, isNeverAsked } from './fact-table.ts'
import { possibleAnswers } from './facts/possible-answers.ts'
import type { JudgedRight } from './rights.ts'

/** How much an open fact would decide. */
type Weight = {
  readonly fact: Fact
  readonly rights: readonly string[]
  /** Rights settled by the answer that settles fewest, and by the one that settles most. */
  readonly worst: number
  readonly best: number
  /** Sum in fen of the undecided rights that depend on the fact. */
  readonly stake: number
}

/**
 * The questions whose answers would decide most, first: by the number of rights the least helpful answer still settles,
 * then by the sum at stake, then by what the most helpful answer settles. Facts that only a sum is waiting for come too.
 */
export function decisiveQuestions(
  judged: readonly JudgedRight[],
  { facts, knowledge }: Pick<World, 'facts' | 'knowledge'>,
): Advice['questions'] {
  const trial: Record<string, FactState> = { ...facts }
  const weights = [...waitingFor(judged)].flatMap(([id, waiting]): Weight[] => {
    const fact = knowledge.facts[id]
    if (fact === undefined || isNeverAsked(id)) return []
    const open = judged.filter(({ missing }) => missing.includes(id))
    const conditions = open.map(({ right }) => right.when)
    const settled = possibleAnswers(fact, conditions, facts).map((answer) => {
      const answered = factsOfAnswer(facts, id, answer)
      const known = Object.keys(answered)
      const touched =
        known.length === 1 ? open : judged.filter(({ missing }) => known.some((one) => missing.includes(one)))
      Object.assign(trial, answered)
      const count = touched.filter(({ right }) => verdictOf(right.when, trial) !== null).length
      for (const one of known) trial[one] = facts[one] ?? { status: 'unknown', by: [] }
      return count
    })
    const stake = open.reduce((total, { finding }) => total + (finding.amount?.fen ?? 0), 0)
    const rights = waiting.map(({ right }) => right.id)
    return [{ fact, rights, worst: Math.min(...settled), best: Math.max(...settled), stake }]
  })
  return weights
    .sort(byDecisiveness)
    .map(({ fact, rights }) => ({ fact: fact.id, ask: say(fact.ask, knowledge.lang), why: rights }))
}

function byDecisiveness(a: Weight, b: Weight): number {
  return b.worst - a.worst || b.stake - a.stake || b.best - a.best || (a.fact.id < b.fact.id ? -1 : 1)
}

/** The rights that wait for each fact: for their verdict, or for their sum. */
function waitingFor(judged: readonly JudgedRight[]): ReadonlyMap<string, readonly JudgedRight[]> {
  const waiting = new Map<string, JudgedRight[]>()
  for (const one of judged)
    for (const fact of new Set([...one.missing, ...(one.sum && 'missing' in one.sum ? one.sum.missing : [])]))
      waiting.set(fact, [...(waiting.get(fact) ?? []), one])
  return waiting
}

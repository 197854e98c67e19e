import type { FactTable } from '../../advice/fact-table.ts'
import type { Case } from '../../case/case.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Problem } from '../../knowledge/problem.ts'

/** What a lawsuit about the case rests on, by its first problem: the contract of sale while none is known. */
export function suitOf({ problem }: Case, { problems }: Knowledge): Problem['suit'] {
  const [first] = problem.types
  return (first && problems[first.type]?.suit) ?? 'contract'
}

/** `suit.kind`, for conditions within papers. */
export function suitFacts(kase: Case, knowledge: Knowledge): FactTable {
  return { 'suit.kind': { status: 'known', value: suitOf(kase, knowledge), by: [] } }
}

import type { Advice } from '../../advice/advice.ts'
import type { FactTable } from '../../advice/fact-table.ts'

/** The verdict on each right as a fact, `right.ID`, so that a paper's conditions can ask for it; open ones are unknown. */
export function rightFacts({ rights }: Pick<Advice, 'rights'>): FactTable {
  const judged = rights.filter(({ status }) => status !== 'needs-facts')
  return Object.fromEntries(
    judged.map(({ id, status }) => [`right.${id}`, { status: 'known', value: status === 'applies', by: [] }] as const),
  )
}

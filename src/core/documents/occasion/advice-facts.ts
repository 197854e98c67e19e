import type { Advice } from '../../advice/advice.ts'
import type { FactTable } from '../../advice/fact-table.ts'
import type { FactScalar } from '../../values/fact-scalar.ts'

/**
 * What the advice says, as facts that a paper's conditions can ask for: `right.ID`, whether the right applies (unknown
 * while facts lack), and `door.CHANNEL`, the state of a channel.
 */
export function adviceFacts({ rights, channels }: Pick<Advice, 'rights' | 'channels'>): FactTable {
  const judged = rights.filter(({ status }) => status !== 'needs-facts')
  return Object.fromEntries([
    ...judged.map(({ id, status }) => known(`right.${id}`, status === 'applies')),
    ...channels.map(({ id, status }) => known(`door.${id}`, status)),
  ])
}

function known(fact: string, value: FactScalar) {
  return [fact, { status: 'known', value, by: [] }] as const
}

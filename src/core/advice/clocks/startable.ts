import type { Trigger } from '../../knowledge/deadline.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { World } from './happening.ts'

type Deadlines = Knowledge['deadlines']
/** Ids of deadlines by what could start them: `fact order.signed-on`, `filing court`, `clock complaint-acceptance`. */
type Starters = ReadonlyMap<string, readonly string[]>

const startersBy = new WeakMap<Deadlines, Starters>()
/** What may have happened in any case; the few deadlines that wait for it are always asked. */
const always = ['filing any', 'offer', 'contact', 'money', 'case']

/**
 * The deadlines that anything in the case could start, by its known facts, its filings, and the clocks these set off in
 * turn. A deadline that none of them names costs nothing, however many there are.
 */
export function startable({ kase, knowledge: { deadlines }, facts }: World): ReadonlySet<string> {
  const starters = startersOf(deadlines)
  const found = new Set<string>()
  const add = (starter: string) => {
    for (const id of starters.get(starter) ?? []) {
      if (found.has(id)) continue
      found.add(id)
      add(`clock ${id}`)
    }
  }
  for (const starter of always) add(starter)
  for (const fact in facts) add(`fact ${fact}`)
  for (const { channel } of kase.filings) add(`filing ${channel}`)
  return found
}

function startersOf(deadlines: Deadlines): Starters {
  const known = startersBy.get(deadlines)
  if (known !== undefined) return known
  const starters = new Map<string, string[]>()
  for (const [id, { starts }] of Object.entries(deadlines)) {
    const triggers: readonly Trigger[] = starts
    for (const starter of new Set(triggers.flatMap(namesOf)))
      starters.set(starter, [...(starters.get(starter) ?? []), id])
  }
  startersBy.set(deadlines, starters)
  return starters
}

function namesOf(trigger: Trigger): readonly string[] {
  if ('fact' in trigger) return [`fact ${trigger.fact}`]
  if ('clock' in trigger) return [`clock ${trigger.clock}`]
  if ('filing' in trigger)
    return trigger.filing === 'any' ? ['filing any'] : trigger.filing.map((channel) => `filing ${channel}`)
  return Object.keys(trigger)
}

import type { Case } from '../../case/case.ts'
import type { Channel } from '../../knowledge/channel.ts'
import { say } from '../../values/text.ts'
import type { World } from '../clocks/happening.ts'
import { factValue } from '../fact-table.ts'

/** Names of what the form requires and the case does not hold yet, in the order of the form. */
export function missingFields({ fields }: Channel, { kase, facts, knowledge }: Omit<World, 'now'>): string[] {
  return fields
    .filter(({ required, from }) => required && from?.includes('.'))
    .filter(({ from = '' }) => !isFilled(atPath(kase, from)) && !isFilled(factValue(facts, from)))
    .map(({ title }) => say(title, knowledge.lang))
}

/** What stands at a dotted path of the case (`order.shop.company`); undefined where the path ends early. */
function atPath(kase: Case, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => {
    return typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined
  }, kase)
}

function isFilled(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'string' || value.trim() !== '')
}

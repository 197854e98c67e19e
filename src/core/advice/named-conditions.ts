import type { FactScalar } from '../values/fact-scalar.ts'
import { isLocalDate } from '../values/local-date.ts'

/** Judges the values of the facts it names, in their order; null = one is unknown, or they cannot be compared. */
type NamedCondition = (values: readonly (FactScalar | undefined)[]) => boolean | null

/** Conditions that the closed set of `Condition` cannot say. Each compares its facts; none reads anything else. */
const namedConditions: Readonly<Record<string, NamedCondition>> = {
  /** [a, b]: the number or sum a is more than b. */
  'more-than': ([a, b]) => (typeof a === 'number' && typeof b === 'number' ? a > b : null),
  /** [a, b]: the sum a is more than a fifth of the sum b. */
  'more-than-a-fifth': ([a, b]) => (typeof a === 'number' && typeof b === 'number' ? 5 * a > b : null),
  /** [a, b]: the day a is not before the day b. */
  'on-or-after': ([a, b]) => (isLocalDate(a) && isLocalDate(b) ? a >= b : null),
  /** [a, b]: both are the same day, number, choice or answer. */
  same: ([a, b]) => (a !== undefined && typeof a === typeof b ? a === b : null),
}

export const namedConditionNames: readonly string[] = Object.keys(namedConditions)

/** The named condition's verdict on these values; undefined when there is no condition of that name. */
export function judgeNamed(name: string, values: readonly (FactScalar | undefined)[]): boolean | null | undefined {
  return Object.hasOwn(namedConditions, name) ? namedConditions[name]?.(values) : undefined
}

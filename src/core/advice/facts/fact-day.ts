import type { FactScalar } from '../../values/fact-scalar.ts'
import { dayOf, parseInstant } from '../../values/instant.ts'
import { isLocalDate, type LocalDate } from '../../values/local-date.ts'

/** The day a value means: a `LocalDate` itself, or the Shanghai day of an instant; undefined for anything else. */
export function asDay(value: FactScalar | undefined): LocalDate | undefined {
  if (isLocalDate(value)) return value
  if (value === undefined) return undefined
  const instant = parseInstant(value)
  return instant.ok ? dayOf(instant.value) : undefined
}

import type { Case } from '../../case/case.ts'
import { dayOf } from '../../values/instant.ts'

/** The days whose law counts for a text of a case: of the order for what is owed, of the writing for how it is sought. */
export function lawDays({ order }: Case, now: string): { readonly substance: string; readonly procedure: string } {
  const today = dayOf(now)
  const ordered = order.placedAt ?? order.paidAt
  return { substance: ordered === undefined ? today : dayOf(ordered), procedure: today }
}

import type { AmountRole, TimeRole } from '../knowledge/library/field-role.ts'
import type { Span } from './span.ts'

/**
 * Something found in the words, with how sure the reading is (0 to 1). Amounts are whole fen; a time is an instant in UTC
 * when the words give the hour, else a day of the Shanghai calendar: no hour is made up.
 */
export type ReadField = Span & { readonly score: number } & (
    | { readonly field: 'order-number' | 'waybill-number' | 'shop' | 'item'; readonly value: string }
    /** `category` is a choice of the fact `goods.category`. */
    | { readonly field: 'category'; readonly value: string }
    | { readonly field: 'self-operated'; readonly value: boolean }
    | { readonly field: 'amount'; readonly role: AmountRole; readonly value: number }
    | { readonly field: 'time'; readonly role: TimeRole; readonly value: string }
  )

import { z } from 'zod'
import type { FactScalar } from '../values/fact-scalar.ts'
import type { Text } from '../values/text.ts'
import { textSchema } from './text-schema.ts'

/**
 * A condition over facts, evaluated to true, false or unknown. The set is closed on purpose: what it
 * cannot say is a named function in `core/advice/named-conditions.ts`. `text` says the condition in words.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition; readonly text?: Text | undefined }
  | { readonly fact: string; readonly is: FactScalar; readonly text: Text }
  | { readonly fact: string; readonly in: readonly FactScalar[]; readonly text: Text }
  | { readonly fact: string; readonly within: Within; readonly text: Text }
  | { readonly fact: string; readonly atLeast: number; readonly text: Text }
  | { readonly fact: string; readonly before: string; readonly text: Text }
  | { readonly named: string; readonly facts: readonly string[]; readonly text: Text }

/** The dated fact lies on or before the `days`th day (or the same day `months` later) counted from the day after `of`. */
export type Within = { readonly of: string; readonly days?: number | undefined; readonly months?: number | undefined }

const scalar = z.union([z.boolean(), z.number(), z.string()])
const factId = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/, 'a fact id looks like order.paid-on')

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema, text: textSchema.optional() }),
    z.strictObject({ fact: factId, is: scalar, text: textSchema }),
    z.strictObject({ fact: factId, in: z.array(scalar).min(1), text: textSchema }),
    z.strictObject({
      fact: factId,
      within: z
        .strictObject({ of: factId, days: z.int().positive().optional(), months: z.int().positive().optional() })
        .refine((w) => (w.days === undefined) !== (w.months === undefined), 'give days or months, one of them'),
      text: textSchema,
    }),
    z.strictObject({ fact: factId, atLeast: z.number(), text: textSchema }),
    z.strictObject({ fact: factId, before: z.string(), text: textSchema }),
    z.strictObject({ named: z.string(), facts: z.array(factId).min(1), text: textSchema }),
  ]),
)

export { factId as factIdSchema }

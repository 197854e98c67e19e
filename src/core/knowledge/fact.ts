import { z } from 'zod'
import { factIdSchema } from './condition.ts'
import { provenance } from './provenance.ts'
import { textSchema } from './text-schema.ts'

/** One thing that can be known about a case, and how to ask for it. One file a fact. */
export const factSchema = z.strictObject({
  id: factIdSchema,
  type: z.enum(['boolean', 'choice', 'number', 'fen', 'date', 'instant', 'text']),
  options: z.array(z.strictObject({ value: z.string(), text: textSchema })).optional(),
  ask: textSchema,
  /** Why it is asked and what it decides. */
  why: textSchema,
  /** Where to look when the user does not know. */
  hint: textSchema.optional(),
  /** Computed from the case by `core/advice/fact-table.ts` (order, items, evidence, filings); a stated fact wins only where that is unknown. */
  derived: z.boolean().default(false),
  /** What happened on the day of a dated fact, for the timeline of papers (Chinese, no stop); `{self}` is the consumer. */
  happened: z.string().optional(),
  ...provenance,
})
export type Fact = z.infer<typeof factSchema>

import { z } from 'zod'
import { provenance, standingSchema } from '../provenance.ts'
import { textSchema } from '../text-schema.ts'

/** What a sum can be asked on, by a short name: the formula, what must be so, and the provisions. One file a basis. */
export const basisSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: textSchema,
  standing: standingSchema,
  formula: z.string(),
  /** What must be so before the sum is due; a sum alone proves nothing. */
  premise: textSchema,
  /** The sum comes on top of the refund of what was paid. */
  besideRefund: z.boolean().default(false),
  cites: z.array(z.string()).min(1),
  /** Worked examples; they run as tests. */
  examples: z.array(z.strictObject({ facts: z.record(z.string(), z.number()), fen: z.int().nonnegative() })).min(1),
  ...provenance,
})
export type Basis = z.infer<typeof basisSchema>

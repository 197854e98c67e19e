import { z } from 'zod'
import { conditionSchema, factIdSchema } from '../condition.ts'
import { provenance, standingSchema } from '../provenance.ts'
import { textSchema } from '../text-schema.ts'

/** One thing to look at before buying: the fact that is asked, and what each answer means. One file a check. */
export const purchaseCheckSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Place in the list, 1 first. */
  rank: z.int().min(1),
  title: textSchema,
  /** Its question, reason and hint stand in `knowledge/facts`. */
  fact: factIdSchema,
  says: z
    .array(
      z.strictObject({
        when: conditionSchema,
        /** Do not buy yet · buy with care · fine, and what to keep. */
        level: z.enum(['stop', 'care', 'good']),
        text: textSchema,
        standing: standingSchema,
        cites: z.array(z.string()).default([]),
      }),
    )
    .min(1),
  ...provenance,
})
export type PurchaseCheck = z.infer<typeof purchaseCheckSchema>

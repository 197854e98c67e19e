import { z } from 'zod'
import { provenance } from '../provenance.ts'
import { textSchema } from '../text-schema.ts'
import { saying } from './telling-words.ts'

/** A right as people claim it by name, and the provisions that carry it. One file a right. */
export const claimedGroundSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: textSchema,
  /**
   * `right`: naming it claims it. `matter`: it happens beside many rights, so only words that tell what a provision says or
   * that it is broken put the two together.
   */
  as: z.enum(['right', 'matter']).default('right'),
  say: z.array(saying).min(1),
  /** Said in the same clause, these mean something else. */
  unless: z.array(saying).default([]),
  /** Every provision held that carries it, the one to name first. */
  cites: z.array(z.string()).min(1),
  ...provenance,
})
export type ClaimedGround = z.infer<typeof claimedGroundSchema>

import { z } from 'zod'
import { conditionSchema } from '../condition.ts'
import { provenance } from '../provenance.ts'

/** A document that proves something in the case and is in the hands of another, whom a court can order to hand it over. One file a document. */
export const heldDocumentSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What it is, what it is to prove, by what trace it can be found; `{placeholder}` allowed (Chinese). */
  document: z.string(),
  proves: z.string(),
  clue: z.string(),
  holder: z.enum(['seller', 'platform', 'carrier']),
  /** Why the holder must have it; `{cites}` stands for the provisions. */
  because: z.string(),
  cites: z.array(z.string()).min(1),
  /** Evidence needs that it fills: asked for while one of them is weak or missing; without any, whenever `when` holds. */
  needs: z.array(z.string()).default([]),
  when: conditionSchema.optional(),
  ...provenance,
})
export type HeldDocument = z.infer<typeof heldDocumentSchema>

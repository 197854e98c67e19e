import { z } from 'zod'
import { provenance } from '../provenance.ts'

/** Everyday words and how provisions say the same. They help to find provisions and state nothing of law. */
export const everydayWordsSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What a question says beside its matter. */
  filler: z.array(z.string()).default([]),
  words: z.array(z.strictObject({ say: z.array(z.string().min(1)).min(1), mean: z.array(z.string().min(1)).min(1) })),
  ...provenance,
})
export type EverydayWords = z.infer<typeof everydayWordsSchema>

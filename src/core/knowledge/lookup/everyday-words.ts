import { z } from 'zod'
import { provenance } from '../provenance.ts'

/**
 * Everyday words. They help to find provisions and state nothing of law.
 */
export const everydayWordsSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What a question says beside its matter. */
  filler: z.array(z.string()).default([]),
  /** Words that stand for each other wherever they stand, the first for all. */
  same: z.array(z.array(z.string().min(1)).min(2)).default([]),
  /** How provisions say the same. */
  words: z
    .array(z.strictObject({ say: z.array(z.string().min(1)).min(1), mean: z.array(z.string().min(1)).min(1) }))
    .default([]),
  /** What people ask for, and the provisions that answer it, the best first. */
  asked: z
    .array(
      z.strictObject({
        problem: z.string().optional(),
        say: z.array(z.string().min(1)).min(1),
        refs: z.array(z.string()).min(1),
      }),
    )
    .default([]),
  ...provenance,
})
export type EverydayWords = z.infer<typeof everydayWordsSchema>

import { z } from 'zod'
import { provenance } from '../provenance.ts'
import { textSchema } from '../text-schema.ts'

const fen = z.int().positive()

/** What one province's courts were seen to apply in one year. `from: null` means that the day is not known. */
const limitSchema = z.strictObject({
  year: z.int().min(2013).max(2100),
  from: z.iso.date().nullable(),
  /** Up to here small claims must be used, and up to there both sides may agree to them. */
  mustUpToFen: fen,
  mayUpToFen: fen,
  grade: z.enum(['A', 'B', 'C']),
  seenIn: z.array(z.string()).min(1),
  note: z.string().optional(),
})
export type Limit = z.infer<typeof limitSchema>

/** A sum that each province sets anew each year. `limits` is empty where no number was seen: unknown, not zero. */
export const thresholdSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: textSchema,
  provinces: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        title: textSchema,
        limits: z
          .array(limitSchema.refine((l) => l.mustUpToFen < l.mayUpToFen, 'the agreed limit lies above the other'))
          .default([]),
      }),
    )
    .min(1),
  cites: z.array(z.string()).min(1),
  ...provenance,
})
export type Threshold = z.infer<typeof thresholdSchema>

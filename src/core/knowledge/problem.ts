import { z } from 'zod'
import { evidenceKinds } from '../values/evidence-kind.ts'
import { conditionSchema } from './condition.ts'
import { provenance } from './provenance.ts'
import { textSchema } from './text-schema.ts'

const triageCodes = [
  'quality_defect',
  'counterfeit_or_fraud',
  'false_advertising',
  'late_delivery',
  'not_delivered_or_cancelled',
  'damaged_in_transit',
  'return_refused',
  'refund_delayed',
  'price_dispute',
  'after_sales_warranty',
  'food_safety',
  'privacy',
  'invoice',
  'service_attitude',
  'wrong_or_missing_item',
  'other',
] as const

/** What an exhibit must prove; `shows` ids are what a legible exhibit of that kind has to show. */
const evidenceNeedSchema = z.strictObject({
  id: z.string(),
  title: textSchema,
  kinds: z.array(z.enum(evidenceKinds)).min(1),
  mustShow: z.array(z.strictObject({ id: z.string(), text: textSchema })).min(1),
  why: textSchema,
  /** How to get or mend it. */
  how: textSchema,
  /** Only needed when this holds; absent = always. */
  when: conditionSchema.optional(),
  /** Order of decisiveness within the problem, 1 first. */
  weight: z.int().min(1),
})

/** A row of the catalogue of problems. `id` is the case's problem type, `triage` the code that `youju triage` prints. */
export const problemSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]*$/),
  triage: z.enum(triageCodes),
  title: textSchema,
  /** What it is in one plain sentence, and what it is not. */
  plain: textSchema,
  /** The noun phrase a letter uses for the problem (Chinese). */
  subject: z.string(),
  evidence: z.array(evidenceNeedSchema).min(1),
  /** Channels in the order that closes no better door. */
  channels: z.array(z.string()).min(1),
  routes: z.array(z.string()).default([]),
  warnings: z
    .array(
      z.strictObject({
        rule: z.string(),
        text: textSchema,
        cites: z.array(z.string()).default([]),
        when: conditionSchema.optional(),
      }),
    )
    .default([]),
  ...provenance,
})
export type Problem = z.infer<typeof problemSchema>
export type EvidenceNeed = z.infer<typeof evidenceNeedSchema>

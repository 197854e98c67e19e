import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { provenance, standingSchema } from './provenance.ts'
import { textSchema } from './text-schema.ts'

export const remedySchema = z.enum([
  'refund',
  'exchange',
  'repair',
  'reship',
  'performance',
  'price-reduction',
  'price-difference',
  'return-shipping',
  'damages',
  'added-damages',
  'information',
  'invoice',
  'delivery',
  'apology',
])

/** Who can owe something to the consumer. */
export const respondentSchema = z.enum(['seller', 'platform', 'producer', 'carrier', 'streamer', 'payment-institution'])

const exampleFacts = z.record(z.string(), z.union([z.boolean(), z.number(), z.string()]))

/** A worked example in the rights file itself; runs as a test through the same evaluation as a case. */
const rightExampleSchema = z.strictObject({
  title: z.string(),
  facts: exampleFacts,
  expect: z.enum(['applies', 'does-not-apply', 'needs-facts']),
  fen: z.int().optional(),
  /** Facts that must be named as missing when `expect` is needs-facts. */
  missing: z.array(z.string()).optional(),
})

/** What a consumer can claim, when, from whom, how much. One file a right. */
export const rightSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: textSchema,
  problems: z.array(z.string()).min(1),
  remedy: remedySchema,
  against: z.array(respondentSchema).min(1),
  standing: standingSchema,
  /** Provisions that give the right. Grade B and C may stand here only beside a grade A one. */
  cites: z.array(z.string()).min(1),
  when: conditionSchema,
  amount: z.strictObject({ formula: z.string(), promise: z.string().optional() }).optional(),
  /** Place on the demand ladder: 1 = least, higher = more. */
  rung: z.int().min(1).max(9),
  /** What is asked for, as one demand line (Chinese first); `{amount}` stands for the computed sum. */
  demand: textSchema,
  /** The right stated for a letter, in Chinese, without the citation itself. Known placeholders only. */
  claim: z.string(),
  /** Rights that cannot be had together with this one; the user chooses. */
  excludes: z.array(z.string()).default([]),
  /** Fact whose day decides which version of the law counts; default order.paid-on. */
  dayOf: z.string().default('order.paid-on'),
  warning: textSchema.optional(),
  examples: z.array(rightExampleSchema).min(3),
  ...provenance,
})
export type Right = z.infer<typeof rightSchema>

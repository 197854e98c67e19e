import { z } from 'zod'
import { provenance } from '../provenance.ts'
import { textSchema } from '../text-schema.ts'

/** A way of writing or acting that harms the one who complains, and what to do instead. One file a risk. */
export const wordingRiskSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The kind under which `youju lint` reports it. */
  kind: z.enum([
    'insult',
    'threat',
    'exaggeration',
    'profanity',
    'extortion',
    'defamation',
    'privacy',
    'impersonation',
    'citation',
    'completeness',
    'consistency',
  ]),
  title: textSchema,
  danger: textSchema,
  why: textSchema,
  instead: textSchema,
  cites: z.array(z.string()).min(1),
  ...provenance,
})
export type WordingRisk = z.infer<typeof wordingRiskSchema>

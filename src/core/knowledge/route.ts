import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { provenance } from './provenance.ts'
import { textSchema } from './text-schema.ts'

/** A way to a remedy, compared by cost, time and need. One file a route. */
export const routeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: textSchema,
  /** Its place among all: what asks least of the user first. */
  place: z.int().positive(),
  /** `free`, or a named cost function of core/advice on the sum at stake. */
  cost: z.union([z.literal('free'), z.strictObject({ formula: z.string() })]),
  time: textSchema,
  needs: z.array(textSchema).min(1),
  gets: textSchema,
  risks: z.array(textSchema).default([]),
  when: conditionSchema.optional(),
  cites: z.array(z.string()).min(1),
  ...provenance,
})
export type Route = z.infer<typeof routeSchema>

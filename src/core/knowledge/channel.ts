import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { provenance, standingSchema } from './provenance.ts'
import { textSchema } from './text-schema.ts'

const contactSchema = z.strictObject({
  /** Only for cases of which this holds or may hold; absent = always. */
  when: conditionSchema.optional(),
  kind: z.enum(['phone', 'web', 'app', 'email', 'post', 'counter']),
  value: z.string(),
  text: textSchema.optional(),
  standing: standingSchema,
  source: z.string(),
  checkedOn: z.iso.date(),
  /** Opening hours on the Shanghai clock. Absent = round the clock where `value` was checked so, else unknown. */
  hours: z.strictObject({ days: z.enum(['daily', 'working']), from: z.string(), to: z.string() }).optional(),
})

/** A door to knock on: what it needs, how long it is open, what it shuts. One file a channel. */
export const channelSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: textSchema,
  kind: z.enum([
    'seller',
    'platform',
    'carrier',
    'maker',
    'payment',
    'authority',
    'association',
    'arbitration',
    'court',
    'public',
  ]),
  standing: standingSchema,
  /** False → closed to this case, unknown → not yet; both with the condition's own words. */
  requires: conditionSchema.optional(),
  /** Shut where one of these holds; unlike `requires`, what nobody has said leaves the door open. */
  bars: z
    .array(z.strictObject({ when: conditionSchema, because: textSchema, cites: z.array(z.string()).default([]) }))
    .default([]),
  /** What has to come about first: false or unknown → not yet. */
  readyWhen: conditionSchema.optional(),
  /** Must have been tried, or its clock run out, before this one is advised. */
  after: z.array(z.strictObject({ channel: z.string(), because: textSchema })).default([]),
  /** Deadline id after whose due this channel is shut. */
  window: z.string().optional(),
  /** May be filed once per problem and order. */
  once: z.boolean().default(false),
  closes: z
    .array(z.strictObject({ channel: z.string(), because: textSchema, cites: z.array(z.string()).default([]) }))
    .default([]),
  /** May stand beside these without harm to either. */
  beside: z.array(z.string()).default([]),
  /** Whether a text here may name filings on other channels (annex 1: only where that does no harm). */
  mayNameOthers: z.boolean().default(false),
  steps: z.array(textSchema).min(1),
  /** What the form or clerk asks for, in its order. `from` is a fact id, a case path (`order.number`) or a paper id. */
  fields: z
    .array(z.strictObject({ id: z.string(), title: textSchema, required: z.boolean(), from: z.string().optional() }))
    .default([]),
  /** What the form takes, where a source says so; absent = not known. */
  limits: z.strictObject({ chars: z.int().optional(), attachments: z.int().optional() }).optional(),
  contacts: z.array(contactSchema).default([]),
  /** The guide's and other unverified hints, shown with their standing. */
  tips: z.array(z.strictObject({ text: textSchema, standing: standingSchema })).default([]),
  papers: z.array(z.string()).default([]),
  cites: z.array(z.string()).default([]),
  ...provenance,
})
export type Channel = z.infer<typeof channelSchema>

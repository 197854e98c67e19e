import { z } from 'zod'
import { deadlineRules } from '../values/deadline-rule.ts'
import { replyKinds } from '../values/reply-kind.ts'
import { conditionSchema, factIdSchema } from './condition.ts'
import { provenance, standingSchema } from './provenance.ts'
import { textSchema } from './text-schema.ts'

/**
 * A dated fact (`order.signed-on`, `return.requested-on` …); `text` names the event in a few words (签收商品).
 * A fact that is simply true (`refund.received`) can end a clock, never start one.
 */
const factTrigger = z.strictObject({ fact: factIdSchema, text: textSchema.optional() })

/** The windows of a purchase, in the order in which they tend to close. */
export const purchaseWindows = [
  'return',
  'price-protection',
  'invoice',
  'warranty',
  'proof',
  'inspection',
  'records',
] as const

/** Something in the case that starts or ends a clock. */
const triggerSchema = z.union([
  factTrigger,
  /** A filing on one of these channels, or on `any` (then the very one that started it): made, or a reply of that kind. */
  z.strictObject({
    filing: z.union([z.literal('any'), z.array(z.string()).min(1)]),
    step: z.enum(['made', ...replyKinds, 'appealed', 'chased']),
  }),
  /** An offer: received, or answered by the user. */
  z.strictObject({ offer: z.enum(['received', 'answered']) }),
  /** The first outgoing contact since the last reply, still unanswered; or any incoming contact. */
  z.strictObject({ contact: z.enum(['unanswered', 'incoming']) }),
  /** Another deadline that ran out with nothing done: starts at its due instant. */
  z.strictObject({ clock: z.string() }),
  /** Money that came in. */
  z.strictObject({ money: z.enum(['received']) }),
  z.strictObject({ case: z.enum(['closed']) }),
])
export type Trigger = z.infer<typeof triggerSchema>

const shared = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  who: z.enum(['consumer', 'seller', 'platform', 'regulator', 'association', 'carrier', 'court', 'nobody']),
  what: textSchema,
  /** Any of these after the start makes it done. */
  ends: z.array(triggerSchema).default([]),
  problems: z.array(z.string()).optional(),
  /** Also kept for a purchase before anything has gone wrong, as this window of it. */
  purchase: z.enum(purchaseWindows).optional(),
  when: conditionSchema.optional(),
  cites: z.array(z.string()).default([]),
  standing: standingSchema,
  /** What happens when it runs out. */
  after: textSchema,
  /** Starts on or after / before these days only (a changed rule is two files). */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Worked examples: start instant → due instant. */
  examples: z.array(z.strictObject({ start: z.string(), due: z.string() })).min(1),
  ...provenance,
}

const reckoned = z.strictObject({
  ...shared,
  rule: z.enum(deadlineRules),
  n: z.int().positive(),
  /** Any of these starts it; a clock that can start several times runs once for each start. */
  starts: z.array(triggerSchema).min(1),
  /** Runs again from each due instant until ended (the guide's chaser every 48 hours). */
  repeats: z.boolean().default(false),
})

/** The last day is not reckoned: the fact says it (set by a court, shown on a page). It may lie ahead. */
const given = z.strictObject({
  ...shared,
  rule: z.literal('given-day'),
  starts: z.array(factTrigger).min(1),
  repeats: z.literal(false).default(false),
})

/** One clock. One file a deadline. */
export const deadlineSchema = z.discriminatedUnion('rule', [reckoned, given])
export type Deadline = z.infer<typeof deadlineSchema>
/** A deadline whose last day is counted from what started it. */
export type ReckonedDeadline = z.infer<typeof reckoned>

/** Whether a filing on the channel is one that the trigger waits for. */
export function isOn(filing: Extract<Trigger, { filing: unknown }>['filing'], channel: string): boolean {
  return filing === 'any' || filing.includes(channel)
}

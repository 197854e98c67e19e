import { z } from 'zod'
import { provenance } from '../provenance.ts'
import { amountRoles, sellerRoles, timeRoles } from './field-role.ts'

/**
 * A way of saying something. `{name}` stands for any word of that set, `…` for a few characters of the same clause,
 * `~` for some more of the same sentence; everything else is meant as it stands.
 */
export const saying = z
  .string()
  .max(80)
  .regex(/^[^…~]/)

/** Why an entry is there, for whoever wants to change it. */
export const why = z.string().min(4)

/** Words that sayings name as one: `{name}`. */
export const wordSets = z
  .record(z.string().regex(/^[a-z]+$/), z.strictObject({ words: z.array(z.string().min(1)).min(1), why }))
  .default({})

const sign = z.strictObject({
  say: z.array(saying).min(1),
  /** `complaint`: something went wrong. `topic`: it is spoken of, asked about, or went well. */
  as: z.enum(['complaint', 'topic']).default('complaint'),
  /** `sure` names the problem alone; of `hint` it takes two. */
  strength: z.enum(['sure', 'likely', 'hint']),
  /** Said in the same clause, these mean something else. */
  unless: z.array(saying).default([]),
  why,
})
export type TellingSign = z.infer<typeof sign>

/** What stands beside a number or a day and says what it is. */
const cue = z.strictObject({
  field: z.enum(['order-number', 'waybill-number', 'amount', 'time', 'shop', 'item', 'self-operated']),
  /** Of an amount or a time: which one. */
  role: z.enum([...amountRoles, ...timeRoles, ...sellerRoles]).optional(),
  before: z.array(saying).default([]),
  after: z.array(saying).default([]),
  why,
})
export type FieldCue = z.infer<typeof cue>

/** Names of goods of one kind; `category` is a choice of the fact `goods.category`. */
const goods = z.strictObject({ category: z.string(), words: z.array(z.string().min(1)).min(1), why })

/** Words by which shoppers tell of a problem, or in which its data stand. They propose; the user confirms. */
export const tellingWordsSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The problem the signs are of; a file without one holds words for the others. */
  problem: z.string().optional(),
  sets: wordSets,
  signs: z.array(sign).default([]),
  cues: z.array(cue).default([]),
  goods: z.array(goods).default([]),
  ...provenance,
})
export type TellingWords = z.infer<typeof tellingWordsSchema>

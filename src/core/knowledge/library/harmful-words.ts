import { z } from 'zod'
import { provenance } from '../provenance.ts'
import { textSchema } from '../text-schema.ts'
import { saying, why, wordSets } from './telling-words.ts'

/** Where a text goes: to the other side or an authority, before everyone, or over the telephone. */
const mode = z.enum(['letter', 'public', 'call'])

const entry = z.strictObject({
  say: z.array(saying).min(1),
  /** The words are also looked for with marks, blanks or odd letters put between or in place of their characters. */
  disguised: z.boolean().default(false),
  /** Where they harm, and where they harm so much that the text should not go out. */
  in: z.array(mode).min(1).default(['letter', 'public', 'call']),
  blocks: z.array(mode).default([]),
  /** Longer strings in which they are innocent: 垃圾 in 垃圾桶. */
  within: z.array(saying).default([]),
  /** Said in the same sentence, these make them harmless. */
  unless: z.array(saying).default([]),
  /** Said before them in the same clause, these make them harmless: it is denied, or someone else is reported to say it. */
  ledBy: z.array(saying).default([]),
  /** They are true of someone whom a lawyer acts for. */
  unlessLawyer: z.boolean().default(false),
  /** How to say the same thing as a fact; without it, what the risk says. */
  instead: textSchema.optional(),
  why,
})
export type HarmfulEntry = z.infer<typeof entry>

/** Words that harm the one who writes them. A file belongs to one risk of `knowledge/risks`, which gives kind and reason. */
export const harmfulWordsSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** A file without one holds sets for the others. */
  risk: z.string().optional(),
  sets: wordSets,
  /** As in an entry, for all entries of the file. */
  within: z.array(saying).default([]),
  ledBy: z.array(saying).default([]),
  entries: z.array(entry).default([]),
  ...provenance,
})
export type HarmfulWords = z.infer<typeof harmfulWordsSchema>

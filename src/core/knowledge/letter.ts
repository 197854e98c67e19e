import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { letterPartSchema, letterTo } from './letters/letter-part.ts'
import { provenance } from './provenance.ts'
import { textSchema } from './text-schema.ts'

/** A paper as data: paragraphs with `{placeholder}` and conditions, and named blocks. Chinese only. One file a paper. */
export const letterSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(['letter', 'script', 'list', 'overview', 'form']),
  title: z.string(),
  /** Who has to answer it: the demands and the basis are what this one owes. Absent: who has to answer the case. */
  to: z.enum(letterTo).optional(),
  /** To whom, as it is addressed; placeholders allowed. */
  addressee: z.string().optional(),
  formats: z.array(z.enum(['pdf', 'docx', 'txt'])).min(1),
  /** Case paths and fact ids without which the paper is withheld, each with what to call it for the user. */
  requires: z.array(z.strictObject({ what: z.string(), name: z.string() })).default([]),
  problems: z.array(z.string()).optional(),
  /**
   * When the paper is called for; always, if absent. Beside facts it may ask for the verdict on a right (`right.ID`), the
   * state of a channel (`door.ID`) and whether something is there that `requires` could name (`has.shop.company`). A paper
   * that is not called for is neither written nor withheld, unless the user names it.
   */
  when: conditionSchema.optional(),
  /** The articles on which alone the rights of the paper rest: cc#563 for ending a contract. The user's own demand is left out. */
  restingOn: z.array(z.string()).min(1).optional(),
  /** Whether section headings are counted: 一、二、… */
  numbered: z.boolean().default(false),
  /** Which filings the paper may name: those with seller, platform and carrier, or all of them (annex 1: only where it does no harm). */
  filings: z.enum(['none', 'private', 'all']).default('private'),
  /** What the signer is called over the signature: 投诉人, 申请人, 具状人. */
  signedAs: z.string().default('署名'),
  /** How the paper speaks of the consumer: 本人, 原告, 申请人. */
  self: z.string().default('本人'),
  /**
   * What the paper calls those it is against: 被告, 被投诉人. It then names everyone who owes what is demanded; without
   * it, only the one who is written to, and asks for nothing that others owe.
   */
  respondents: z.string().optional(),
  /**
   * What users should know before they use the paper: it is told to them, and never stands in the paper. `{cites}` stands
   * for the provisions.
   */
  hints: z.array(z.strictObject({ text: textSchema, cites: z.array(z.string()).default([]) })).default([]),
  /** Lying A4, for wide lists. */
  landscape: z.boolean().default(false),
  sections: z
    .array(
      z.strictObject({
        heading: z.string().optional(),
        /** Once for each respondent, who is then `{respondent.name}`, `{respondent.address}` …, `{respondent.title}` with its number. */
        each: z.literal('respondent').optional(),
        parts: z.array(letterPartSchema).min(1),
      }),
    )
    .min(1),
  ...provenance,
})
export type Letter = z.infer<typeof letterSchema>

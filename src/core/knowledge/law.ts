import { z } from 'zod'
import { standingSchema } from './provenance.ts'

/** How well the text was seen: A full text, B official excerpt, C second hand. `platform` texts carry standing `platform`. */
export const gradeSchema = z.enum(['A', 'B', 'C'])

/** A field of a provision in our own words; `inferred` when the article itself does not say it. */
const said = z.union([z.string().min(1), z.strictObject({ text: z.string().min(1), inferred: z.literal(true) })])

/**
 * What one article (or a group that only means something together) says, in our own words.
 * `key` is the part of the ref after `#`: `25`, `44.1` (paragraph), `8-10` (articles). Superseded texts stay, closed by `to`.
 */
const provisionSchema = z.strictObject({
  key: z.string().regex(/^[0-9]+(-[0-9]+)?(\.[0-9]+)?(@[0-9]{4})?$/),
  /** Every article covered, as printed in the text: `25`, `44` … ; the first is the main one. */
  articles: z.array(z.string().regex(/^[0-9]+(-[0-9]+)?$/)).min(1),
  paragraphs: z.array(z.int().positive()).optional(),
  /** Articles of other laws that belong to the same statement, as refs. */
  with: z.array(z.string()).optional(),
  title: z.string().min(2).max(30),
  /** Provisions of an earlier law whose place this one took, as refs; their `to` is the day before this `from`. */
  replaces: z.array(z.string()).optional(),
  grants: said,
  conditions: said.optional(),
  limits: said.optional(),
  exceptions: said.optional(),
  proof: said.optional(),
  /** In force for these words of this article. `from: null` = the text does not say; then `fromNote` says what is known. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  fromNote: z.string().optional(),
  grade: gradeSchema,
  /** Codes of docs/sources.md in which the text was read. */
  seenIn: z.array(z.string()).min(1),
  checkedOn: z.iso.date(),
  url: z.url().optional(),
  note: z.string().optional(),
})
export type Provision = z.infer<typeof provisionSchema>

export const lawSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*$/),
  title: z.string().min(2),
  /** How papers name it, without 《》; equals `title` unless the official name carries a suffix. */
  short: z.array(z.string()).default([]),
  issuer: z.string().optional(),
  number: z.string().optional(),
  standing: standingSchema,
  status: z.enum(['in-force', 'repealed']),
  /** An interpretation that also applies to disputes from before it that are not finally decided. */
  reachesBack: z.literal(true).optional(),
  /** It says how a claim is brought, so the day of bringing it counts; other laws go by the day of the order or act. */
  governs: z.literal('procedure').optional(),
  /** `none`: the text has no articles (help pages); the key is then a page id. */
  numbering: z.enum(['articles', 'none']).optional(),
  /** The number of its last article, where the whole text was read: there is none above it. */
  lastArticle: z.int().positive().optional(),
  /** Earlier laws that ended when this one came, by the names people still cite them by, with their last day. */
  ended: z.array(z.strictObject({ names: z.array(z.string().min(3)).min(1), to: z.iso.date() })).optional(),
  note: z.string().optional(),
  url: z.url().optional(),
  provisions: z.array(provisionSchema).min(1),
})
export type Law = z.infer<typeof lawSchema>

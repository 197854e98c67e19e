import { z } from 'zod'
import { evidenceKinds } from '../../values/evidence-kind.ts'
import { conditionSchema } from '../condition.ts'
import { remedySchema, respondentSchema } from '../right.ts'

/** Parts of a paper that are built from the case by core/documents, by name. */
const letterBlocks = [
  'order-table',
  'timeline',
  'happenings',
  'dated-facts',
  'dealings',
  'exhibit-refs',
  'exhibit-table',
  'legal-basis',
  'breaches',
  'held-by-respondents',
  'held-by-others',
  'demands',
  'demand-ladder',
  'contacts-made',
  'next-steps',
  'day-plan',
  'clocks',
  'channels',
  'open-questions',
  'signature',
  'ticket-numbers',
  'rights-summary',
  'evidence-gaps',
  'warnings',
  'offer-terms',
  'pending-filings',
  'decisions',
] as const
export type LetterBlock = (typeof letterBlocks)[number]

const textPart = z.strictObject({
  text: z.string(),
  when: conditionSchema.optional(),
  /**
   * What the sentence rests on; `provision` needs `cites`. `exhibit` cites the exhibits its placeholders were read from,
   * and is the consumer's own statement where there are none.
   */
  ground: z.enum(['statement', 'exhibit', 'provision', 'form']),
  /** `{cites}` in the text stands for them by full title and article; the text is left out when none is in force. */
  cites: z.array(z.string()).optional(),
  /** Left out when a placeholder has no value in the case; otherwise the paper is withheld for it. */
  optional: z.boolean().default(false),
  /** Goes on in the paragraph of the part before. */
  join: z.boolean().default(false),
  /** Set small: how to fill in the paper. */
  note: z.boolean().default(false),
})
export type LetterText = z.infer<typeof textPart>

/** To whom a paper, or a part of it, turns. */
export const letterTo = ['seller', 'platform', 'carrier'] as const

const blockPart = z.strictObject({
  block: z.enum(letterBlocks),
  /** Whose duties the block speaks of, where they are not those of the one addressed. */
  of: z.enum(letterTo).optional(),
  /** The channels of whose filings the block speaks; absent: all that the paper may name. */
  channels: z.array(z.string()).min(1).optional(),
})
export type LetterBlockPart = z.infer<typeof blockPart>
const linePart = z.union([textPart, blockPart])
/** What can stand in a paragraph and in the cell of a form. */
export type LinePart = z.infer<typeof linePart>

/** A form: what is asked on the left, what the case says on the right. */
const rowsPart = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        label: z.string(),
        parts: z.array(linePart).default([]),
        /** Stands where the case says nothing, to be filled in by hand. A row without it is then left out. */
        blank: z.string().optional(),
      }),
    )
    .min(1),
})
export type RowsPart = z.infer<typeof rowsPart>

const refs = z.array(z.string()).min(1)

/** A line of the claims: `takes` those demanded rights that no line above took. */
const claimLine = z.union([
  z.strictObject({
    label: z.string(),
    takes: z.strictObject({
      remedies: z.array(remedySchema).min(1).optional(),
      /** Only rights owed by nobody else. */
      against: z.array(respondentSchema).min(1).optional(),
    }),
    blank: z.string().optional(),
  }),
  /** Ticked when a demanded right cites one of these provisions; takes none. */
  z.strictObject({ label: z.string(), restsOn: refs, text: z.string(), blank: z.string().optional() }),
  /** What is left over, and the user's own words. */
  z.strictObject({ label: z.string(), rest: z.literal(true), blank: z.string().optional() }),
  /** Always claimed, or left to be ticked by hand. */
  z.strictObject({ label: z.string(), always: z.string() }),
  z.strictObject({ label: z.string(), byHand: z.string() }),
])
export type ClaimLine = z.infer<typeof claimLine>

/** The claims as a checklist. */
const claimsPart = z.strictObject({ claims: z.array(claimLine).min(1) })

/** The list of exhibits; `kinds` are the kinds of evidence the law knows, by what an exhibit is. */
const exhibitsPart = z.strictObject({
  exhibits: z.strictObject({
    kinds: z.array(z.strictObject({ kind: z.string(), of: z.array(z.enum(evidenceKinds)).min(1) })),
    /** What is in none of the lists, and what is kept on a phone or in an account. */
    electronic: z.string(),
  }),
})
export type ExhibitsPart = z.infer<typeof exhibitsPart>

export const letterPartSchema = z.union([textPart, blockPart, rowsPart, claimsPart, exhibitsPart])
export type LetterPart = z.infer<typeof letterPartSchema>

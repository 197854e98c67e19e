import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { provenance } from './provenance.ts'

/** Parts of a paper that are built from the case by core/documents, by name. */
export const letterBlocks = [
  'order-table',
  'timeline',
  'exhibit-refs',
  'exhibit-list',
  'legal-basis',
  'demands',
  'demand-ladder',
  'contacts-made',
  'next-steps',
  'clocks',
  'channels',
  'open-questions',
  'signature',
  'ticket-numbers',
  'rights-summary',
] as const

/** A paper as data: paragraphs with `{placeholder}` and conditions, and named blocks. Chinese only. One file a paper. */
export const letterSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(['letter', 'script', 'list', 'overview', 'form']),
  title: z.string(),
  /** To whom, as it is addressed; placeholders allowed. */
  addressee: z.string().optional(),
  formats: z.array(z.enum(['pdf', 'docx', 'txt'])).min(1),
  /** Case paths and fact ids without which the paper is withheld, each with what to call it for the user. */
  requires: z.array(z.strictObject({ what: z.string(), name: z.string() })).default([]),
  problems: z.array(z.string()).optional(),
  sections: z
    .array(
      z.strictObject({
        heading: z.string().optional(),
        parts: z
          .array(
            z.union([
              z.strictObject({
                text: z.string(),
                when: conditionSchema.optional(),
                /** What the sentence rests on; `provision` needs `cites`. */
                ground: z.enum(['statement', 'exhibit', 'provision', 'form']),
                cites: z.array(z.string()).optional(),
              }),
              z.strictObject({ block: z.enum(letterBlocks) }),
            ]),
          )
          .min(1),
      }),
    )
    .min(1),
  ...provenance,
})
export type Letter = z.infer<typeof letterSchema>

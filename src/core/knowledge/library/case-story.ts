import { z } from 'zod'
import { provenance } from '../provenance.ts'
import { textSchema } from '../text-schema.ts'

/**
 * A case told for what it teaches: one of the guide's (its figures stay out), or a model reasoned from the law. No story
 * tells how often anything succeeds: such figures come from recorded outcomes alone. One file a story.
 */
export const caseStorySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(['guide-story', 'model']),
  problems: z.array(z.string()).min(1),
  title: textSchema,
  story: textSchema,
  lessons: z.array(z.strictObject({ text: textSchema, cites: z.array(z.string()).min(1) })).min(1),
  /** Rights of ours that the story turns on. */
  rights: z.array(z.string()).default([]),
  ...provenance,
})
export type CaseStory = z.infer<typeof caseStorySchema>

import { z } from 'zod'

/** Every knowledge file says where it comes from and when that source was last read (day of the snapshot). */
export const provenance = {
  /** Provision refs (`cpl#25`) or a work from docs/sources.md (`S9`), most important first. */
  source: z.array(z.string().min(1)).min(1),
  checkedOn: z.iso.date(),
  /** An address, only where the source list has one. */
  url: z.url().optional(),
  note: z.string().optional(),
}

/** What a statement rests on: statute, a published platform rule, the guide's unverified word, a rule of thumb, the user. */
export const standingSchema = z.enum(['law', 'platform', 'guide', 'heuristic', 'user'])
export type Standing = z.infer<typeof standingSchema>

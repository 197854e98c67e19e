import { z } from 'zod'

/** One sentence for users in both languages; neither may be missing. */
export const textSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

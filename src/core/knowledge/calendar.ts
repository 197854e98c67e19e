import { z } from 'zod'

/** Days off and make-up working days of one year, in the shape of the State Council's notice. An empty `days` means: not announced. */
export const calendarYearSchema = z.strictObject({
  year: z.int(),
  papers: z.array(z.url()),
  days: z.array(z.strictObject({ date: z.iso.date(), name: z.string(), off: z.boolean() })),
  checkedOn: z.iso.date(),
  source: z.array(z.string()).min(1),
})
export type CalendarYear = z.infer<typeof calendarYearSchema>

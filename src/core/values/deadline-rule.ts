/** What `youju due` counts by. */
const dueRules = [
  'working-days',
  'days',
  'days-rolled',
  'months-rolled',
  'hours',
  'hours-9-21-working',
  'hours-9-18-working',
  'hours-9-21-daily',
  'hours-24-working',
] as const

/**
 * Rules a deadline file may name beside those of `youju due`: unrolled months, a roll on statutory holidays only, and
 * hours of 9:00 to 18:00 on every day (a platform that counts without regard to days off).
 */
export const deadlineRules = [...dueRules, 'months', 'days-rolled-holidays', 'hours-9-18-daily'] as const
export type DeadlineRule = (typeof deadlineRules)[number]

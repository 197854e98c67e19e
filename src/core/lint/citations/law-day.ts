import type { Law } from '../../knowledge/law.ts'
import type { LintSubject } from '../finding.ts'

/** The day whose law counts for a law: of the order or act for what is owed, of the filing for how it is sought. */
export function dayFor({ governs, reachesBack }: Law, { days }: Pick<LintSubject, 'days'>): string {
  return governs === 'procedure' || reachesBack ? days.procedure : days.substance
}

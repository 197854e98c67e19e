import { hc } from 'hono/client'
import type { ApiRoutes } from './api.ts'

export type { ProvisionPage } from '../../core/knowledge/lookup/provision-page.ts'
export type { Restored } from '../casebook/archive/restore.ts'
export type { CsvImport, CsvPreview } from '../casebook/csv-import.ts'
export type { Examination } from '../casebook/doctor.ts'
export type { GivenCommand } from '../casebook/give.ts'
export type { PaperRow } from '../casebook/papers-of.ts'
export type { BuyingCheck } from '../casebook/purchases/before-buying.ts'
export type { TimelineEntry } from '../casebook/timeline.ts'
export type { CaseRow, Due } from '../store/store.ts'
export type { CaseView } from './answer/case-view.ts'
export type { Problem } from './answer/problem.ts'
export type { CalendarView } from './calendar.ts'
export type { SessionView } from './house.ts'
export type { ClaimView, LawFound, StoryView } from './library.ts'
export type { LookView } from './look.ts'
export type { PurchaseWindows } from './purchases.ts'
export type { ReadingView } from './readings.ts'
export type { Vocabulary } from './vocabulary.ts'

/** The typed client: `apiClient('/').cases[':id'].$get({ param: { id } })`. */
export function apiClient(base: string, request?: typeof fetch) {
  return hc<ApiRoutes>(`${base.replace(/\/$/, '')}/api`, request === undefined ? {} : { fetch: request })
}

import { hc } from 'hono/client'
import type { ApiRoutes } from './api.ts'

export type { CaseView } from './case-view.ts'
export type { SessionView } from './house.ts'
export type { Problem } from './problem.ts'
export type { Vocabulary } from './vocabulary.ts'

/** The typed client: `apiClient('/').cases[':id'].$get({ param: { id } })`. */
export function apiClient(base: string, request?: typeof fetch) {
  return hc<ApiRoutes>(`${base.replace(/\/$/, '')}/api`, request === undefined ? {} : { fetch: request })
}

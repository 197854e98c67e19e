import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Grouping, OutcomeStatistics } from '../../core/advice/outcomes/statistics.ts'
import type { FactScalar } from '../../core/values/fact-scalar.ts'
import type { Lang } from '../../core/values/text.ts'
import type {
  BuyingCheck,
  CaseRow,
  CaseView,
  Due,
  GivenCommand,
  LookView,
  PaperRow,
  ProvisionPage,
  PurchaseWindows,
  SessionView,
  TimelineEntry,
  Vocabulary,
} from '../../server/api/client.ts'
import { api, bodyOf } from './api.ts'

/*
 * What screens read. Keys begin with what they are about, so that a change of a case makes stale what shows it:
 * ['case', id, …] for one case, ['cases'] and ['due'] for all.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => bodyOf<SessionView>(api.session.$get()),
})

export function vocabularyQuery(lang: Lang) {
  return queryOptions({
    queryKey: ['vocabulary', lang],
    queryFn: () => bodyOf<Vocabulary>(api.vocabulary.$get({ query: { lang } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function caseQuery(id: string, lang: Lang) {
  return queryOptions({
    queryKey: ['case', id, 'view', lang],
    queryFn: () => bodyOf<CaseView>(api.cases[':id'].$get({ param: { id }, query: { lang } })),
  })
}

export function timelineQuery(id: string, lang: Lang) {
  return queryOptions({
    queryKey: ['case', id, 'timeline', lang],
    queryFn: () =>
      bodyOf<{ entries: readonly TimelineEntry[] }>(api.cases[':id'].timeline.$get({ param: { id }, query: { lang } })),
  })
}

export function papersQuery(id: string, lang: Lang) {
  return queryOptions({
    queryKey: ['case', id, 'papers', lang],
    queryFn: () =>
      bodyOf<{ papers: readonly PaperRow[] }>(api.cases[':id'].papers.$get({ param: { id }, query: { lang } })),
  })
}

export function provisionQuery(ref: string, lang: Lang) {
  return queryOptions({
    queryKey: ['provision', ref, lang],
    queryFn: () =>
      bodyOf<{ pages: readonly ProvisionPage[] }>(
        api.provisions[':ref'].$get({ param: { ref: encodeURIComponent(ref) }, query: { lang } }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function dueQuery(lang: Lang) {
  return queryOptions({
    queryKey: ['due', lang],
    queryFn: () => bodyOf<{ now: string; due: readonly Due[] }>(api.due.$get({ query: { lang } })),
  })
}

export type CasesAsked = { readonly words: string; readonly status?: 'open' | 'closed'; readonly before?: number }
export type CasesPage = {
  readonly cases: readonly CaseRow[]
  readonly counts: { readonly open: number; readonly closed: number }
}

export function readCases({ words, status, before }: CasesAsked, lang: Lang): Promise<CasesPage> {
  const query = { lang, words, ...(status && { status }), ...(before !== undefined && { before: String(before) }) }
  return bodyOf<CasesPage>(api.cases.$get({ query }))
}

export function casesQuery(asked: CasesAsked, lang: Lang) {
  return queryOptions({ queryKey: ['cases', asked, lang], queryFn: () => readCases(asked, lang) })
}

export function purchasesQuery(lang: Lang) {
  return queryOptions({
    queryKey: ['cases', 'purchases', lang],
    queryFn: () => bodyOf<CasesPage>(api.cases.$get({ query: { lang, status: 'purchase', limit: '200' } })),
  })
}

export function outcomesQuery(by: Grouping, lang: Lang) {
  return queryOptions({
    queryKey: ['cases', 'outcomes', by, lang],
    queryFn: () => bodyOf<OutcomeStatistics>(api.outcomes.$get({ query: { by, lang } })),
    placeholderData: keepPreviousData,
  })
}

export function windowsQuery(id: string, lang: Lang) {
  return queryOptions({
    queryKey: ['case', id, 'windows', lang],
    queryFn: () => bodyOf<PurchaseWindows>(api.cases[':id'].windows.$get({ param: { id }, query: { lang } })),
  })
}

/** What the answers given so far mean before a purchase. */
export function buyingQuery(answers: Readonly<Record<string, FactScalar>>, lang: Lang) {
  return queryOptions({
    queryKey: ['before-buying', answers, lang],
    queryFn: () => bodyOf<BuyingCheck>(api['check-before-buying'].$post({ query: { lang }, json: { answers } })),
  })
}

export function examplesQuery(lang: Lang) {
  return queryOptions({
    queryKey: ['examples', lang],
    queryFn: () =>
      bodyOf<{ examples: readonly { id: string; about: string }[] }>(api.examples.$get({ query: { lang } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export type LookAsked = {
  readonly words: string
  readonly commands: readonly GivenCommand[]
  readonly without: readonly GivenCommand[]
}

/** How a case of these words would stand; an empty list is not sent. */
export function lookQuery({ words, commands, without }: LookAsked, lang: Lang) {
  const json = { words, ...(commands.length > 0 && { commands }), ...(without.length > 0 && { without }) }
  return queryOptions({
    queryKey: ['look', json, lang],
    queryFn: () => bodyOf<LookView>(api.look.$post({ query: { lang }, json })),
    staleTime: 60_000,
    gcTime: 60_000,
  })
}

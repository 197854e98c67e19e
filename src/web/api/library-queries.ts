import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Lang } from '../../core/values/text.ts'
import type { ClaimView, LawFound, StoryView } from '../../server/api/client.ts'
import { api, bodyOf } from './api.ts'

/* What can be read without a case: it changes with the program alone. */
const staleTime = Number.POSITIVE_INFINITY

export function lawSearchQuery(words: string, lang: Lang) {
  return queryOptions({
    queryKey: ['library', 'search', words, lang],
    queryFn: () => bodyOf<{ found: readonly LawFound[] }>(api['law-search'].$get({ query: { words, lang } })),
    placeholderData: keepPreviousData,
  })
}

export function claimsQuery(lang: Lang) {
  return queryOptions({
    queryKey: ['library', 'claims', lang],
    queryFn: () => bodyOf<{ claims: readonly ClaimView[] }>(api['guide-claims'].$get({ query: { lang } })),
    staleTime,
  })
}

export function storiesQuery(lang: Lang) {
  return queryOptions({
    queryKey: ['library', 'stories', lang],
    queryFn: () => bodyOf<{ stories: readonly StoryView[] }>(api['case-stories'].$get({ query: { lang } })),
    staleTime,
  })
}

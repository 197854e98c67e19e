import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { caseQuery, vocabularyQuery } from '../../api/queries.ts'
import { casePlaces } from '../../case/step-target.ts'
import { CaseProvider } from '../../case/use-case.tsx'
import { Page } from '../../parts/page.tsx'
import { Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CaseSheets } from '../case-forms/case-sheets.tsx'

/** What stands around every page of a case: the case itself, read once, and its dialogs. */
export function CaseFrame() {
  const { id } = useParams({ from: '/case/$id' })
  const { t, lang } = useTexts()
  const view = useQuery(caseQuery(id, lang))
  usePagesAtHand()
  const vocabulary = useQuery(vocabularyQuery(lang))
  if (view.data === undefined || vocabulary.data === undefined)
    return (
      <Page title={t.case.name}>
        {view.isError || vocabulary.data !== undefined ? (
          <Loaded query={view}>{() => null}</Loaded>
        ) : (
          <Loaded query={vocabulary}>{() => null}</Loaded>
        )}
      </Page>
    )
  return (
    <CaseProvider view={view.data} vocabulary={vocabulary.data}>
      <CaseSheets />
      <Outlet />
    </CaseProvider>
  )
}

/** Every page of the case is fetched with the first, so that the way around it is open when the program is not there. */
function usePagesAtHand(): void {
  const router = useRouter()
  useEffect(() => {
    for (const place of casePlaces) {
      const route = router.routesByPath[`/case/$id/${place}`]
      if (route !== undefined) void Promise.resolve(router.loadRouteChunk(route)).catch(() => undefined)
    }
  }, [router])
}

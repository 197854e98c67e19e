import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { type ComponentType, lazy, useState } from 'react'
import { parseSheet } from './case/sheet-link.tsx'
import { Broken } from './pages/broken.tsx'
import { NotFound } from './pages/not-found.tsx'
import { Shell } from './shell.tsx'

/*
 * Every address of the app and the page behind it, loaded when it is first gone to. A page is a file in pages/ that
 * exports one component; it reads its parameters by `useParams({ strict: false })` or by its route's id.
 */
const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })
const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path })

const caseRoute = createRoute({
  ...at('/case/$id'),
  validateSearch: parseSheet,
  component: pageOf(() => import('./pages/case/case-frame.tsx'), 'CaseFrame'),
})
const inCase = <P extends string>(path: P) => ({ getParentRoute: () => caseRoute, path })

const tree = root.addChildren([
  createRoute({ ...at('/'), component: pageOf(() => import('./pages/today.tsx'), 'TodayPage') }),
  createRoute({ ...at('/outcomes'), component: pageOf(() => import('./pages/outcomes/outcomes.tsx'), 'OutcomesPage') }),
  createRoute({
    ...at('/purchases'),
    component: pageOf(() => import('./pages/purchases/purchases.tsx'), 'PurchasesPage'),
  }),
  createRoute({
    ...at('/purchases/check'),
    component: pageOf(() => import('./pages/purchases/before-buying.tsx'), 'BeforeBuyingPage'),
  }),
  createRoute({ ...at('/new'), component: pageOf(() => import('./pages/start/start.tsx'), 'StartPage') }),
  createRoute({ ...at('/cases'), component: pageOf(() => import('./pages/cases/cases.tsx'), 'CasesPage') }),
  createRoute({
    ...at('/settings'),
    component: pageOf(() => import('./pages/settings/settings.tsx'), 'SettingsPage'),
  }),
  createRoute({
    ...at('/law'),
    validateSearch: ({ q }: Record<string, unknown>): { q?: string } => (typeof q === 'string' ? { q } : {}),
    component: pageOf(() => import('./pages/law/search.tsx'), 'LawSearchPage'),
  }),
  createRoute({ ...at('/law/guide'), component: pageOf(() => import('./pages/law/guide.tsx'), 'GuidePage') }),
  createRoute({ ...at('/law/cases'), component: pageOf(() => import('./pages/law/stories.tsx'), 'StoriesPage') }),
  createRoute({ ...at('/laws/$ref'), component: pageOf(() => import('./pages/law/provision.tsx'), 'ProvisionPage') }),
  createRoute({
    ...at('/case/$id/questions'),
    component: pageOf(() => import('./pages/questions/questions.tsx'), 'QuestionsPage'),
  }),
  caseRoute.addChildren([
    createRoute({
      ...inCase('/'),
      component: pageOf(() => import('./pages/case/overview.tsx'), 'OverviewPage'),
    }),
    createRoute({
      ...inCase('/purchase'),
      component: pageOf(() => import('./pages/case/purchase.tsx'), 'PurchasePage'),
    }),
    createRoute({
      ...inCase('/timeline'),
      component: pageOf(() => import('./pages/case/timeline.tsx'), 'TimelinePage'),
    }),
    createRoute({
      ...inCase('/evidence'),
      component: pageOf(() => import('./pages/case/evidence.tsx'), 'EvidencePage'),
    }),
    createRoute({
      ...inCase('/rights'),
      component: pageOf(() => import('./pages/case/rights.tsx'), 'RightsPage'),
    }),
    createRoute({
      ...inCase('/channels'),
      component: pageOf(() => import('./pages/case/channels.tsx'), 'ChannelsPage'),
    }),
    createRoute({
      ...inCase('/clocks'),
      component: pageOf(() => import('./pages/case/clocks.tsx'), 'ClocksPage'),
    }),
    createRoute({
      ...inCase('/offers'),
      component: pageOf(() => import('./pages/case/offers.tsx'), 'OffersPage'),
    }),
    createRoute({
      ...inCase('/routes'),
      component: pageOf(() => import('./pages/case/routes.tsx'), 'RoutesPage'),
    }),
    createRoute({
      ...inCase('/papers'),
      component: pageOf(() => import('./pages/case/papers.tsx'), 'PapersPage'),
    }),
    createRoute({
      ...inCase('/details'),
      component: pageOf(() => import('./pages/case/details.tsx'), 'DetailsPage'),
    }),
  ]),
])

/**
 * A page loaded when it is first gone to, before it is shown, so that no gap opens between two pages. Not by the router's
 * own means: those reload the whole window when a page cannot be had, which shows nothing while the program is stopped.
 */
function pageOf<K extends string>(load: () => Promise<Readonly<Record<K, ComponentType>>>, name: K) {
  let ready: ComponentType | undefined
  const preload = async (): Promise<{ default: ComponentType }> => {
    const page: ComponentType = (await load())[name]
    ready = page
    return { default: page }
  }
  const later = lazy(preload)
  function Shown() {
    const [Page] = useState(() => ready ?? later)
    return <Page />
  }
  return Object.assign(Shown, { preload: async () => void (await preload()) })
}

export const router = createRouter({ routeTree: tree, scrollRestoration: true, defaultErrorComponent: Broken })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { parseSheet } from './case/sheet-link.tsx'
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
  component: lazyRouteComponent(() => import('./pages/case/case-frame.tsx'), 'CaseFrame'),
})
const inCase = <P extends string>(path: P) => ({ getParentRoute: () => caseRoute, path })

const tree = root.addChildren([
  createRoute({ ...at('/'), component: lazyRouteComponent(() => import('./pages/today.tsx'), 'TodayPage') }),
  createRoute({ ...at('/new'), component: lazyRouteComponent(() => import('./pages/start/start.tsx'), 'StartPage') }),
  createRoute({ ...at('/cases'), component: lazyRouteComponent(() => import('./pages/cases/cases.tsx'), 'CasesPage') }),
  createRoute({
    ...at('/settings'),
    component: lazyRouteComponent(() => import('./pages/settings/settings.tsx'), 'SettingsPage'),
  }),
  createRoute({ ...at('/laws/$ref'), component: lazyRouteComponent(() => import('./pages/law.tsx'), 'LawPage') }),
  createRoute({
    ...at('/case/$id/questions'),
    component: lazyRouteComponent(() => import('./pages/questions/questions.tsx'), 'QuestionsPage'),
  }),
  caseRoute.addChildren([
    createRoute({
      ...inCase('/'),
      component: lazyRouteComponent(() => import('./pages/case/overview.tsx'), 'OverviewPage'),
    }),
    createRoute({
      ...inCase('/timeline'),
      component: lazyRouteComponent(() => import('./pages/case/timeline.tsx'), 'TimelinePage'),
    }),
    createRoute({
      ...inCase('/evidence'),
      component: lazyRouteComponent(() => import('./pages/case/evidence.tsx'), 'EvidencePage'),
    }),
    createRoute({
      ...inCase('/rights'),
      component: lazyRouteComponent(() => import('./pages/case/rights.tsx'), 'RightsPage'),
    }),
    createRoute({
      ...inCase('/channels'),
      component: lazyRouteComponent(() => import('./pages/case/channels.tsx'), 'ChannelsPage'),
    }),
    createRoute({
      ...inCase('/clocks'),
      component: lazyRouteComponent(() => import('./pages/case/clocks.tsx'), 'ClocksPage'),
    }),
    createRoute({
      ...inCase('/offers'),
      component: lazyRouteComponent(() => import('./pages/case/offers.tsx'), 'OffersPage'),
    }),
    createRoute({
      ...inCase('/routes'),
      component: lazyRouteComponent(() => import('./pages/case/routes.tsx'), 'RoutesPage'),
    }),
    createRoute({
      ...inCase('/papers'),
      component: lazyRouteComponent(() => import('./pages/case/papers.tsx'), 'PapersPage'),
    }),
    createRoute({
      ...inCase('/details'),
      component: lazyRouteComponent(() => import('./pages/case/details.tsx'), 'DetailsPage'),
    }),
  ]),
])

export const router = createRouter({ routeTree: tree, scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

import { Link, Outlet } from '@tanstack/react-router'
import { CalendarClock, Files, Plus, Scale, Settings } from 'lucide-react'
import { useChanges } from './api/changes.ts'
import { useTexts } from './texts/texts.tsx'

/** What stands around every page: the way to the four main places, and whether the program is there. */
export function Shell() {
  const { t } = useTexts()
  const connection = useChanges()
  const places = [
    { to: '/', label: t.app.today, Icon: CalendarClock },
    { to: '/cases', label: t.app.cases, Icon: Files },
    { to: '/new', label: t.app.fresh, Icon: Plus },
    { to: '/law', label: t.app.library, Icon: Scale },
    { to: '/settings', label: t.app.settings, Icon: Settings },
  ] as const
  return (
    <div className="min-h-dvh md:flex">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-xl focus:bg-card focus:p-3"
      >
        {t.app.skip}
      </a>
      <nav
        aria-label={t.app.nav}
        className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-card pb-[env(safe-area-inset-bottom)] md:sticky md:top-0 md:h-dvh md:w-48 md:shrink-0 md:border-t-0 md:border-r md:p-3"
      >
        <p className="mb-4 hidden px-3 pt-2 font-bold text-xl md:block">{t.app.name}</p>
        <ul className="flex md:block">
          {places.map(({ to, label, Icon }) => (
            <li key={to} className="flex-1">
              <Link
                to={to}
                activeOptions={{ exact: to === '/' }}
                className="flex min-h-14 flex-col items-center justify-center gap-0.5 text-sm text-soft hover:text-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent md:min-h-12 md:flex-row md:justify-start md:gap-3 md:rounded-xl md:px-3 md:text-base md:aria-[current=page]:bg-accent-tint"
              >
                <Icon aria-hidden="true" size={22} />
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <p className="absolute bottom-4 hidden px-3 text-soft text-xs md:block">{t.app.keepsNothingOut}</p>
      </nav>
      <main id="main" className="min-w-0 flex-1 px-4 pt-2 pb-24 md:px-8 md:pb-10">
        {connection === 'lost' ? (
          <p role="status" className="mx-auto my-2 max-w-3xl rounded-xl bg-warn-tint p-3 text-warn">
            {t.app.lost}
          </p>
        ) : null}
        <Outlet />
      </main>
    </div>
  )
}

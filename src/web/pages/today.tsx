import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { epochMs } from '../../core/values/instant.ts'
import type { Due } from '../../server/api/client.ts'
import { casesQuery, dueQuery } from '../api/queries.ts'
import { buttonLook } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { DueLabel } from '../parts/due-label.tsx'
import { Page } from '../parts/page.tsx'
import { StandingBadge } from '../parts/standing-badge.tsx'
import { Empty, Loaded } from '../parts/state.tsx'
import { useTexts } from '../texts/texts.tsx'

const threeDays = 3 * 86_400_000

/** What is due and overdue over all cases. Who has no case yet is led to telling what went wrong. */
export function TodayPage() {
  const { t, lang } = useTexts()
  const cases = useQuery(casesQuery({ words: '', status: 'open' }, lang))
  const due = useQuery(dueQuery(lang))
  const counts = cases.data?.counts
  const none = counts !== undefined && counts.open + counts.closed === 0 && due.data?.due.length === 0
  const [router, navigate] = [useRouter(), useNavigate()]
  useEffect(() => {
    // Whoever has already tapped another place, and waits for it to load, is not called back.
    if (none && router.latestLocation.pathname === '/') void navigate({ to: '/new', replace: true })
  }, [none, router, navigate])
  if (none) return null
  return (
    <Page title={t.today.title}>
      <Loaded query={due}>
        {({ now, due: all }) => {
          const [late, ahead] = [all.filter(isLate(now)), all.filter((one) => !isLate(now)(one))]
          const soon = ahead.filter((one) => epochMs(one.due) - epochMs(now) < threeDays)
          const later = ahead.filter((one) => epochMs(one.due) - epochMs(now) >= threeDays)
          if (all.length === 0) return <Empty title={t.today.nothing}>{t.today.nothingWhy}</Empty>
          return (
            <>
              <Group title={t.today.overdue} all={late.toReversed()} now={now} />
              <Group title={t.today.soon} all={soon} now={now} />
              <Group title={t.today.later} all={later} now={now} />
            </>
          )
        }}
      </Loaded>
      {cases.data ? (
        <p className="my-4">
          <Link to="/cases" className="text-accent underline">
            {t.today.openCases(cases.data.counts.open)}
          </Link>
        </p>
      ) : null}
    </Page>
  )
}

function isLate(now: string) {
  return ({ due }: Due) => epochMs(due) < epochMs(now)
}

function Group({ title, all, now }: { readonly title: string; readonly all: readonly Due[]; readonly now: string }) {
  const { t } = useTexts()
  if (all.length === 0) return null
  return (
    <section className="my-5">
      <h2 className="mb-2 font-semibold text-lg">
        {title} <span className="text-soft">{all.length}</span>
      </h2>
      <ul className="grid gap-3">
        {all.map((one) => (
          <li key={`${one.caseId} ${one.id} ${one.due}`}>
            <Card>
              <p className="text-soft text-sm">{one.title}</p>
              <p className="font-medium">{one.what}</p>
              <p className="my-1 flex flex-wrap items-center gap-2">
                <DueLabel due={one.due} now={now} provisional={one.provisional} />
                <StandingBadge standing={one.standing} />
              </p>
              <div className="flex items-center justify-between gap-3">
                <span className="text-soft text-sm">{t.today.who(t.names.person[one.who] ?? one.who)}</span>
                <Link
                  to="/case/$id"
                  params={{ id: one.caseId }}
                  className={buttonLook(one.who === 'consumer' ? 'primary' : 'plain')}
                >
                  {one.who === 'consumer' ? t.today.toCase : t.act.look}
                </Link>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}

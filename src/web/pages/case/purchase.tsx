import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { isPurchase } from '../../../core/case/status.ts'
import type { PurchaseWindows } from '../../../server/api/client.ts'
import { windowsQuery } from '../../api/queries.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { buttonLook } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Cites } from '../../parts/cites.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { DueLabel } from '../../parts/due-label.tsx'
import { Page } from '../../parts/page.tsx'
import { StandingBadge } from '../../parts/standing-badge.tsx'
import { Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** A purchase with which nothing is wrong: until when what can be done, and the one step that makes a case of it. */
export function PurchasePage() {
  const { view } = useCase()
  const { t, lang } = useTexts()
  const words = t.purchases
  const params = { id: view.id }
  const query = useQuery(windowsQuery(view.id, lang))
  if (!isPurchase(view.case)) return <Navigate to="/case/$id" params={params} replace />
  return (
    <Page
      title={view.title}
      above={
        <Link to="/purchases" className={`${buttonLook('quiet')} -ml-2`}>
          {words.title}
        </Link>
      }
    >
      <p className="my-3 flex flex-wrap gap-2">
        <SheetLink sheet="problem" look="primary">
          {words.wrong}
        </SheetLink>
        <Link to="/case/$id/details" params={params} className={buttonLook('plain')}>
          {words.order}
        </Link>
        <Link to="/case/$id/evidence" params={params} className={buttonLook('plain')}>
          {words.files}
        </Link>
      </p>
      <p className="text-soft text-sm">{words.wrongWhy}</p>
      <h2 className="mt-5 mb-2 font-semibold text-lg">{words.windows}</h2>
      <Loaded query={query}>
        {({ now, windows, cites }) => (
          <ul className="grid gap-3">
            {windows.map((one) => (
              <li key={'clock' in one ? one.clock.id : `${one.window} ${one.what}`}>
                <Window one={one} now={now} cites={cites} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <p className="my-5">
        <SheetLink sheet="forget" look="quiet">
          {words.forget}
        </SheetLink>
      </p>
    </Page>
  )
}

type Props = {
  readonly one: PurchaseWindows['windows'][number]
  readonly now: string
  readonly cites: PurchaseWindows['cites']
}

function Window({ one, now, cites }: Props) {
  const { t } = useTexts()
  const words = t.purchases
  if (!('clock' in one))
    return (
      <Card className="border-dashed">
        <p className="font-medium first-letter:uppercase">{one.what}</p>
        <p className="text-soft">
          {words.unknown}
          {one.asks.join(' ')}
        </p>
      </Card>
    )
  const { what, due, provisional, explain, cites: refs, standing, status } = one.clock
  return (
    <Card>
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium first-letter:uppercase">{what}</span>
        <StandingBadge standing={standing} />
      </p>
      {status === 'overdue' ? (
        <p className="text-soft">{words.over}</p>
      ) : (
        <DueLabel due={due} now={now} provisional={provisional} />
      )}
      <p className="text-soft text-sm">{one.after}</p>
      <Disclosure summary={t.case.howReckoned}>
        <ol className="list-decimal pl-5">
          {explain.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </Disclosure>
      <Cites refs={refs} names={cites} />
    </Card>
  )
}

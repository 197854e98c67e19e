import type { RouteFinding } from '../../../core/advice/advice.ts'
import { CaseLink } from '../../case/case-link.tsx'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Badge } from '../../parts/badge.tsx'
import { buttonLook } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { Empty } from '../../parts/state.tsx'
import { Sum } from '../../parts/sum.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CasePage } from './case-page.tsx'

/** The ways to get there, compared by cost, time and what they need. */
export function RoutesPage() {
  const { advice } = useCase()
  const { t } = useTexts()
  const words = t.case.routes
  return (
    <CasePage title={t.case.place.routes} lead={words.lead}>
      {advice.routes.length === 0 ? <Empty title={words.none}>{words.noneWhy}</Empty> : <Compared />}
      <ul className="mt-6 grid items-start gap-4 md:grid-cols-2">
        {advice.routes.map((route) => (
          <RouteCard key={route.id} route={route} />
        ))}
      </ul>
    </CasePage>
  )
}

/** On a desk the ways stand side by side first; a phone shows the cards alone. */
function Compared() {
  const { advice } = useCase()
  const { t } = useTexts()
  const words = t.case.routes
  return (
    <div className="hidden overflow-x-auto rounded-2xl border border-line bg-card md:block">
      <table className="w-full">
        <caption className="sr-only">{t.case.place.routes}</caption>
        <thead>
          <tr className="text-left text-soft text-sm">
            <th className="p-3 font-medium">{words.route}</th>
            <th className="p-3 font-medium">{words.cost}</th>
            <th className="p-3 font-medium">{words.time}</th>
          </tr>
        </thead>
        <tbody>
          {advice.routes.map((route) => (
            <tr key={route.id} className="border-line border-t align-top">
              <th scope="row" className="w-60 p-3 text-left font-medium">
                <a href={`#route-${route.id}`} className="text-accent underline">
                  <RouteTitle id={route.id} />
                </a>
              </th>
              <td className="w-44 p-3">
                <Cost cost={route.cost} />
              </td>
              <td className="p-3">{route.time}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RouteTitle({ id }: { readonly id: string }) {
  const { vocabulary } = useCase()
  return vocabulary.routes.find((one) => one.id === id)?.title ?? id
}

function Cost({ cost }: Pick<RouteFinding, 'cost'>) {
  const { t } = useTexts()
  if (cost === null) return t.case.routes.costUnknown
  if (cost.fenTo === 0) return t.case.routes.free
  if (cost.fenFrom === cost.fenTo) return <Sum fen={cost.fenTo} />
  return (
    <>
      <Sum fen={cost.fenFrom} />–<Sum fen={cost.fenTo} />
    </>
  )
}

/** The door a way begins at, where it has another name. */
const doors: Readonly<Record<string, string>> = {
  'seller-settlement': 'seller',
  platform: 'jd-service',
  'peoples-mediation': 'mediation-committee',
  'small-claims': 'court',
  'court-with-lawyer': 'court',
}

function RouteCard({ route: { id, cost, time, needs, breakEven, notes } }: { readonly route: RouteFinding }) {
  const { kase, advice } = useCase()
  const { t } = useTexts()
  const words = t.case.routes
  const begun = kase.remedies.filter(({ route }) => route === id)
  const door = advice.channels.find((channel) => channel.id === (doors[id] ?? id))
  return (
    <li id={`route-${id}`} tabIndex={-1} className="scroll-mt-4">
      <Card>
        <p className="mb-1 flex flex-wrap items-center gap-2">
          <span className="inline-block font-semibold text-lg first-letter:uppercase">
            <RouteTitle id={id} />
          </span>
          {begun.map(({ id: number, number: ticket }) => (
            <Badge key={number} tone="accent">
              {words.begun(ticket ?? '')}
            </Badge>
          ))}
        </p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 md:hidden">
          <dt className="text-soft">{words.cost}</dt>
          <dd>
            <Cost cost={cost} />
          </dd>
          <dt className="text-soft">{words.time}</dt>
          <dd>{time}</dd>
        </dl>
        <p className="my-2">
          <strong>{words.breakEven}</strong> {breakEven}
        </p>
        <Disclosure summary={words.needs}>
          <ul className="list-disc pl-5">
            {needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </Disclosure>
        <Disclosure summary={words.notes}>
          <ul className="list-disc pl-5">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Disclosure>
        {kase.status === 'closed' ? null : (
          <p className="mt-2 flex flex-wrap gap-2">
            {door === undefined ? null : (
              <CaseLink target={{ place: 'channels', hash: `channel-${door.id}` }} className={buttonLook('plain')}>
                {words.toChannel}
              </CaseLink>
            )}
            <SheetLink sheet="remedy" of={id} look="quiet" label={`${t.form.remedy.title} ${id}`}>
              {t.form.remedy.title}
            </SheetLink>
          </p>
        )}
      </Card>
    </li>
  )
}

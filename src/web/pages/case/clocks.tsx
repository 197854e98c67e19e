import type { DeadlineFinding } from '../../../core/advice/advice.ts'
import { formatShanghai } from '../../../core/values/instant.ts'
import { Countdown } from '../../case/countdown.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Card } from '../../parts/card.tsx'
import { Cites } from '../../parts/cites.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { StandingBadge } from '../../parts/standing-badge.tsx'
import { Empty } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CasePage } from './case-page.tsx'

/** Every clock: who has to act by when, how that was reckoned; what is done is folded away. */
export function ClocksPage() {
  const { advice } = useCase()
  const { t } = useTexts()
  const words = t.case.clocks
  const open = advice.deadlines.filter(({ status }) => status !== 'done')
  const late = open.filter(({ status }) => status === 'overdue')
  const ahead = open.filter(({ status }) => status !== 'overdue')
  const finished = advice.deadlines.filter(({ status }) => status === 'done')
  return (
    <CasePage title={t.case.place.clocks} lead={words.lead}>
      {open.length === 0 ? <Empty title={words.none}>{words.noneWhy}</Empty> : null}
      <Group title={words.late(late.length)} clocks={late} />
      <Group title={words.ahead(ahead.length)} clocks={ahead} />
      {finished.length === 0 ? null : (
        <Disclosure summary={words.done(finished.length)}>
          <ul className="grid gap-3 md:grid-cols-2">
            {finished.map((clock) => (
              <Clock key={`${clock.id} ${clock.due}`} clock={clock} />
            ))}
          </ul>
        </Disclosure>
      )}
    </CasePage>
  )
}

function Group({ title, clocks }: { readonly title: string; readonly clocks: readonly DeadlineFinding[] }) {
  if (clocks.length === 0) return null
  return (
    <section className="mb-6">
      <h2 className="mb-2 font-semibold text-lg">{title}</h2>
      <ul className="grid items-start gap-3 md:grid-cols-2">
        {clocks.map((clock) => (
          <Clock key={`${clock.id} ${clock.due}`} clock={clock} />
        ))}
      </ul>
    </section>
  )
}

function Clock({ clock }: { readonly clock: DeadlineFinding }) {
  const { view, now } = useCase()
  const { t } = useTexts()
  const words = t.case.clocks
  const { id, who, what, due, provisional, status, startedBy, explain, cites, standing } = clock
  return (
    <li id={`clock-${id}`} tabIndex={-1} className="scroll-mt-4">
      <Card>
        <p className="mb-1 flex flex-wrap items-center gap-2">
          <Badge tone={who === 'consumer' ? 'accent' : 'plain'}>
            {who === 'nobody' ? words.nobody : words.who(t.names.person[who] ?? who)}
          </Badge>
          <StandingBadge standing={standing} />
          {status === 'due' ? <Badge tone="warn">{t.names.deadlineStatus.due}</Badge> : null}
        </p>
        <p className="font-medium first-letter:uppercase">{what}</p>
        {status === 'done' ? (
          <p className="text-soft tabular-nums">
            {formatShanghai(due)} · {t.names.deadlineStatus.done}
          </p>
        ) : (
          <Countdown due={due} now={now} provisional={provisional} />
        )}
        <p className="text-soft text-sm">{words.startedBy(startedBy)}</p>
        <Disclosure summary={t.case.howReckoned}>
          <ol className="list-decimal pl-5">
            {explain.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {standing === 'law' ? null : <p className="mt-1 text-soft">{t.names.standing[standing]}</p>}
        </Disclosure>
        <Cites refs={cites} names={view.cites} />
      </Card>
    </li>
  )
}

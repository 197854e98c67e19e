import type { Rung } from '../../../core/advice/advice.ts'
import { formatShanghai } from '../../../core/values/instant.ts'
import { demandWords } from '../../case/demand-words.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Card } from '../../parts/card.tsx'
import { Cites } from '../../parts/cites.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { StandingBadge } from '../../parts/standing-badge.tsx'
import { Sum } from '../../parts/sum.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** What can be asked for, from the least to the most, and what was chosen. */
export function Ladder() {
  const { advice, kase } = useCase()
  const { t } = useTexts()
  const words = t.case.ladder
  const chosen = kase.demands.at(-1)
  const rungs = advice.ladder.filter(({ rung }) => rung > 0)
  if (advice.ladder.length === 0 && chosen === undefined) return null
  return (
    <section>
      <h2 className="mb-2 font-semibold text-lg">{words.title}</h2>
      <p className="mb-2 text-soft">{words.lead}</p>
      {chosen === undefined ? null : (
        <Card className="mb-3 border-accent">
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone="accent">{words.chosen}</Badge>
            <span className="text-soft text-sm">{formatShanghai(chosen.at)}</span>
            {chosen.fen === undefined ? null : (
              <span className="ml-auto font-semibold">
                <Sum fen={chosen.fen} />
              </span>
            )}
          </p>
          <p className="mt-1 whitespace-pre-line font-medium">{chosen.words}</p>
        </Card>
      )}
      <ol className="grid gap-2">
        {rungs.map((rung, step) => (
          <RungLine key={rung.demand} rung={rung} step={step + 1} index={advice.ladder.indexOf(rung)} />
        ))}
      </ol>
      {advice.ladder
        .filter(({ rung }) => rung === 0)
        .map(({ demand, standing }) => (
          <Disclosure key={demand} summary={words.compare}>
            <p className="text-soft">
              {demand} <StandingBadge standing={standing} />
            </p>
          </Disclosure>
        ))}
      {kase.status === 'closed' ? null : (
        <p className="mt-3">
          <SheetLink sheet="demand">{chosen === undefined ? words.own : words.other}</SheetLink>
        </p>
      )}
    </section>
  )
}

function RungLine({
  rung: { demand, fen, cites, standing },
  step,
  index,
}: {
  readonly rung: Rung
  readonly step: number
  /** Its place in the whole ladder, by which the form finds it. */
  readonly index: number
}) {
  const { view, kase } = useCase()
  const { t } = useTexts()
  const own = demandWords(demand)
  const note = demand.slice(own.length).trim()
  return (
    <li>
      <Card>
        <p className="flex flex-wrap items-start gap-x-2">
          <span className="font-semibold text-soft">{step}</span>
          <span className="min-w-0 flex-1">
            <span className="font-medium">{own}</span>
            {note === '' ? null : <span className="block text-soft text-sm">{note}</span>}
          </span>
          {fen === undefined ? null : (
            <span className="font-semibold">
              <Sum fen={fen} />
            </span>
          )}
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <StandingBadge standing={standing} />
          <Cites refs={cites} names={view.cites} />
          {kase.status === 'closed' ? null : (
            <SheetLink sheet="demand" of={String(index)} className="ml-auto" label={t.case.ladder.chooseThis(own)}>
              {t.case.ladder.choose}
            </SheetLink>
          )}
        </div>
      </Card>
    </li>
  )
}

import type { Offer } from '../../../core/case/case.ts'
import { epochMs, formatShanghai } from '../../../core/values/instant.ts'
import { CaseLink } from '../../case/case-link.tsx'
import { demandWords } from '../../case/demand-words.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { sumAtStake } from '../../case/where-it-stands.ts'
import { Badge } from '../../parts/badge.tsx'
import { Card } from '../../parts/card.tsx'
import { DueLabel } from '../../parts/due-label.tsx'
import { Empty } from '../../parts/state.tsx'
import { Sum } from '../../parts/sum.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CasePage } from './case-page.tsx'

/** What the other side offers, held against what can be asked for. */
export function OffersPage() {
  const { kase } = useCase()
  const { t } = useTexts()
  const words = t.case.offers
  const [open, decided] = [
    kase.offers.filter(({ decision }) => decision === undefined),
    kase.offers.filter(({ decision }) => decision !== undefined),
  ]
  return (
    <CasePage title={t.case.place.offers} lead={words.lead}>
      {kase.status === 'closed' ? null : (
        <p className="mb-4">
          <SheetLink sheet="offer" look={kase.offers.length === 0 ? 'primary' : 'plain'}>
            {t.form.offer.title}
          </SheetLink>
        </p>
      )}
      {kase.offers.length === 0 ? <Empty title={words.none}>{words.noneWhy}</Empty> : null}
      <ul className="grid gap-4">
        {[...open.toReversed(), ...decided.toReversed()].map((offer) => (
          <OfferCard key={offer.id} offer={offer} />
        ))}
      </ul>
    </CasePage>
  )
}

function OfferCard({ offer }: { readonly offer: Offer }) {
  const { kase, advice, now } = useCase()
  const { t } = useTexts()
  const words = t.case.offers
  const { id, from, at, words: said, fen, remedy, waives, decision } = offer
  const finding = advice.offers.find((one) => one.id === id)
  const open = decision === undefined && kase.status !== 'closed'
  const options = finding?.options ?? []
  return (
    <li id={`offer-${id}`} tabIndex={-1} className="scroll-mt-4">
      <Card className={open ? 'border-accent' : ''}>
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="font-semibold text-lg">{words.from(from)}</h2>
          <span className="text-soft tabular-nums">{formatShanghai(at)}</span>
          {decision === undefined ? null : (
            <Badge tone={decision.answer === 'accept' ? 'good' : 'plain'}>{t.names.answer[decision.answer]}</Badge>
          )}
        </div>
        <p className="my-2 whitespace-pre-line">{said}</p>
        <div className="grid gap-4 md:grid-cols-2">
          <div>
            <h3 className="font-medium">{words.gives}</h3>
            <p>
              {fen === undefined ? null : <Sum fen={fen} large />}
              {fen === undefined && remedy === undefined ? words.givesNothing : null}
              {remedy === undefined ? null : <span className="block">{remedy}</span>}
            </p>
            <h3 className="mt-2 font-medium">{words.givesUp}</h3>
            {waives.length === 0 ? (
              <p className="text-soft">{words.givesUpNothing}</p>
            ) : (
              <ul className="list-disc pl-5 text-warn">
                {waives.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </div>
          <Compared offer={offer} />
        </div>
        {open && finding !== undefined ? (
          <>
            <p className="my-2 flex flex-wrap items-center gap-2">
              {offer.answerBy === undefined ? words.answerByGuide : words.answerBy}
              <DueLabel due={finding.answerBy} now={now} />
              {epochMs(finding.answerBy) < epochMs(now) ? <span className="text-soft">{words.silence}</span> : null}
            </p>
            <div className="flex flex-wrap gap-2">
              {options.toReversed().map((answer) => (
                <SheetLink
                  key={answer}
                  sheet="answer"
                  of={`${id}.${answer}`}
                  label={t.form.answer.title(t.names.answer[answer], from)}
                >
                  {words.do[answer]}
                </SheetLink>
              ))}
              <CaseLink
                target={{ place: 'papers', hash: 'paper-offer-decline' }}
                className="inline-flex min-h-11 items-center px-2 text-accent underline"
              >
                {words.letters}
              </CaseLink>
            </div>
          </>
        ) : null}
        {decision?.words === undefined ? null : (
          <p className="mt-2 text-soft">
            {formatShanghai(decision.at)} {decision.words}
          </p>
        )}
      </Card>
    </li>
  )
}

/** The offer beside the rungs of the ladder: what is asked for stays in sight while one decides. */
function Compared({ offer: { fen, id } }: { readonly offer: Offer }) {
  const { kase, advice } = useCase()
  const { t } = useTexts()
  const words = t.case.offers
  const stake = sumAtStake(kase, advice)
  const rungs = advice.ladder.filter(({ rung }) => rung > 0)
  const finding = advice.offers.find((one) => one.id === id)
  return (
    <div>
      <h3 className="font-medium">{words.compared}</h3>
      {stake === undefined ? null : (
        <p className="my-1">
          {stake.chosen ? words.yourDemand : words.mostByLaw} <Sum fen={stake.fen} />
          {fen === undefined ? null : (
            <span className="block text-soft">
              {fen >= stake.fen ? words.notBelow : words.below}{' '}
              {fen >= stake.fen ? null : <Sum fen={stake.fen - fen} />}
            </span>
          )}
        </p>
      )}
      <ul className="grid gap-1 text-sm">
        {rungs.map((rung, step) => (
          <li key={`${rung.rung} ${rung.demand}`} className="flex items-start gap-2">
            <span className="w-5 shrink-0 text-soft">{step + 1}</span>
            <span className="min-w-0 flex-1">
              {demandWords(rung.demand)}
              {finding?.compared.includes(rung.rung) === true ? <Badge tone="warn">{words.short}</Badge> : null}
            </span>
            {rung.fen === undefined ? null : <Sum fen={rung.fen} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

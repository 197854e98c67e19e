import { Navigate } from '@tanstack/react-router'
import { isPurchase } from '../../../core/case/status.ts'
import { formatShanghai } from '../../../core/values/instant.ts'
import { useCaseCounts } from '../../case/case-counts.ts'
import { CaseLink } from '../../case/case-link.tsx'
import { Countdown } from '../../case/countdown.tsx'
import { SheetLink } from '../../case/sheet-link.tsx'
import { casePlaces, stepTarget } from '../../case/step-target.ts'
import { useCase } from '../../case/use-case.tsx'
import { Warnings } from '../../case/warnings.tsx'
import { firstWindow, sumAtStake, whereItStands } from '../../case/where-it-stands.ts'
import { Badge } from '../../parts/badge.tsx'
import { buttonLook } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { DueLabel } from '../../parts/due-label.tsx'
import { Page } from '../../parts/page.tsx'
import { Sum } from '../../parts/sum.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CaseNav } from './case-page.tsx'

/** Where a case stands and what to do next. */
export function OverviewPage() {
  const { view } = useCase()
  const { t } = useTexts()
  if (isPurchase(view.case)) return <Navigate to="/case/$id/purchase" params={{ id: view.id }} replace />
  return (
    <Page
      title={view.title}
      wide
      above={
        <div className="hidden md:block">
          <CaseNav overview />
        </div>
      }
    >
      <div className="grid gap-4 md:grid-cols-[1fr_22rem] md:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <Standing />
          <NextSteps />
        </div>
        <div className="grid min-w-0 content-start gap-4 md:row-span-2">
          <FirstWindow />
          <AtStake />
          <QuickAdd />
          <Places />
        </div>
        <div className="min-w-0">
          <Warnings />
          <p className="my-4 flex flex-wrap gap-3">
            <CaseLink target={{ place: 'details', hash: 'end' }} className={buttonLook('quiet')}>
              {t.case.deleteOrClose}
            </CaseLink>
          </p>
        </div>
      </div>
    </Page>
  )
}

function Standing() {
  const { kase, advice, channelTitle, now } = useCase()
  const { t } = useTexts()
  const { filing, demand, turn } = whereItStands(kase, advice)
  const words = t.case.stands
  const asked =
    filing === undefined
      ? words.nothingFiled
      : words.filed(formatShanghai(filing.at).slice(0, 10), channelTitle(filing.channel), filing.ticket ?? '')
  const demanded = demand === undefined ? words.noDemand : words.demand(short(demand.words))
  return (
    <div className="mb-4">
      <p className="mb-2 flex flex-wrap gap-2">
        <Badge tone={kase.status === 'closed' ? 'plain' : 'accent'}>{t.names.caseStatus[kase.status]}</Badge>
      </p>
      <p className="text-lg leading-relaxed">
        {turn.type === 'closed' || turn.type === 'describe' ? '' : `${asked}${demanded}`}
        <strong>{words.turn(turn, now)}</strong>
      </p>
    </div>
  )
}

function short(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 58)}…` : line
}

function NextSteps() {
  const { kase, advice, now, channelTitle } = useCase()
  const { t } = useTexts()
  const [first, ...later] = advice.next
  if (first === undefined) return null
  const target = stepTarget(first, kase, advice)
  return (
    <>
      <Card title={t.case.nextStep} className="border-accent">
        <p className="font-medium text-lg first-letter:uppercase">{first.do}</p>
        <p className="my-1 text-soft">{first.why}</p>
        {first.by === undefined ? null : (
          <p className="my-2">
            <DueLabel due={first.by} now={now} />
          </p>
        )}
        <CaseLink target={target} className={`${buttonLook('primary')} mt-2 min-h-14 w-full text-lg`}>
          {t.case.goTo(target, channelTitle)}
        </CaseLink>
      </Card>
      {later.length === 0 ? null : (
        <section className="mt-5">
          <h2 className="mb-2 font-semibold text-lg">{t.case.after}</h2>
          <ol start={2} className="grid gap-3">
            {later.map((step) => {
              const to = stepTarget(step, kase, advice)
              return (
                <li key={step.do}>
                  <Card>
                    <p className="font-medium first-letter:uppercase">{step.do}</p>
                    <p className="my-1 text-soft">{step.why}</p>
                    <div className="flex flex-wrap items-center justify-between gap-2">
                      {step.by === undefined ? <span /> : <DueLabel due={step.by} now={now} />}
                      <CaseLink target={to} className={buttonLook('plain')}>
                        {t.case.goTo(to, channelTitle)}
                      </CaseLink>
                    </div>
                  </Card>
                </li>
              )
            })}
          </ol>
        </section>
      )}
    </>
  )
}

function FirstWindow() {
  const { advice, now } = useCase()
  const { t } = useTexts()
  const clock = firstWindow(advice)
  return (
    <Card title={t.case.firstWindow}>
      {clock === undefined ? (
        <p className="text-soft">{t.case.noWindow}</p>
      ) : (
        <>
          <p className="mb-1 first-letter:uppercase">{clock.what}</p>
          <Countdown due={clock.due} now={now} provisional={clock.provisional} />
          <CaseLink target={{ place: 'clocks', hash: `clock-${clock.id}` }}>{t.case.howReckoned}</CaseLink>
        </>
      )}
    </Card>
  )
}

function AtStake() {
  const { kase, advice } = useCase()
  const { t } = useTexts()
  const stake = sumAtStake(kase, advice)
  return (
    <Card title={stake?.chosen === true ? t.case.sumChosen : t.case.sumMost}>
      {stake === undefined ? <p className="text-soft">{t.case.noSum}</p> : <Sum fen={stake.fen} large />}
      <p className="mt-1">
        <CaseLink target={{ place: 'rights' }}>{t.case.whyThisSum}</CaseLink>
      </p>
    </Card>
  )
}

/** What may have happened since: a record takes one tap from here. */
function QuickAdd() {
  const { kase } = useCase()
  const { t } = useTexts()
  if (kase.status === 'closed' || kase.problem.types.length === 0) return null
  const filed = kase.filings.some(({ withdrawnAt }) => withdrawnAt === undefined)
  return (
    <Card title={t.case.somethingNew}>
      <p className="flex flex-wrap gap-2">
        <SheetLink sheet="contact">{t.form.contact.title}</SheetLink>
        <SheetLink sheet="filing">{t.form.filing.title}</SheetLink>
        {filed ? <SheetLink sheet="reply">{t.form.reply.title}</SheetLink> : null}
        <SheetLink sheet="offer">{t.form.offer.title}</SheetLink>
        <SheetLink sheet="money">{t.form.money.title}</SheetLink>
      </p>
    </Card>
  )
}

function Places() {
  const { t } = useTexts()
  const counts = useCaseCounts()
  return (
    <nav aria-label={t.case.pages} className="md:hidden">
      <ul className="overflow-hidden rounded-2xl border border-line bg-card">
        {casePlaces.map((place) => (
          <li key={place} className="border-line border-b last:border-b-0">
            <CaseLink target={{ place }} className="flex min-h-13 items-center justify-between gap-3 px-4 py-2">
              <span>
                {t.case.place[place]}
                <span className="block text-soft text-sm">{t.case.placeAbout[place]}</span>
              </span>
              <span className="text-soft">{counts[place] ?? ''} ›</span>
            </CaseLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { epochMs, formatShanghai } from '../../../core/values/instant.ts'
import type { TimelineEntry } from '../../../server/api/client.ts'
import { timelineQuery } from '../../api/queries.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { Filter } from '../../parts/filter.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CasePage } from './case-page.tsx'
import { Entry } from './entry.tsx'

const filters = ['all', 'contacts', 'evidence', 'papers'] as const
type Shown = (typeof filters)[number]

const contacts: readonly TimelineEntry['type'][] = [
  'ContactLogged',
  'FilingMade',
  'FilingChased',
  'AppealFiled',
  'FilingWithdrawn',
  'ReplyReceived',
  'OfferReceived',
  'OfferDecided',
  'MoneyReceived',
  'RemedyBegun',
]

/** Everything on record, to the minute on the Beijing clock: when it happened and when it was written down. */
export function TimelinePage() {
  const { view } = useCase()
  const { t, lang } = useTexts()
  const [filter, setFilter] = useState<Shown>('all')
  const [newest, setNewest] = useState(true)
  const timeline = useQuery(timelineQuery(view.id, lang))
  const words = t.case.timeline
  return (
    <CasePage title={t.case.place.timeline} lead={words.lead}>
      <AddToIt />
      <div className="my-4 flex flex-wrap items-center justify-between gap-3">
        <Filter
          legend={words.show}
          value={filter}
          onValue={setFilter}
          choices={filters.map((value) => ({ value, label: words.filter[value] }))}
        />
        <Filter
          legend={words.order}
          value={newest ? 'newest' : 'oldest'}
          onValue={(value) => setNewest(value === 'newest')}
          choices={[
            { value: 'newest', label: words.newest },
            { value: 'oldest', label: words.oldest },
          ]}
        />
      </div>
      <Loaded query={timeline}>
        {({ entries }) => {
          const shown = entries.filter((entry) => fits(entry, filter)).sort(byTime)
          if (shown.length === 0) return <Empty title={words.nothing}>{words.nothingWhy}</Empty>
          return <Days entries={newest ? shown.toReversed() : shown} />
        }}
      </Loaded>
    </CasePage>
  )
}

/** What can be added; what only makes sense after a filing comes with the first one. */
function AddToIt() {
  const { kase } = useCase()
  const { t } = useTexts()
  if (kase.status === 'closed')
    return (
      <p className="flex flex-wrap items-center gap-3">
        {t.case.closedNothingAdded} <SheetLink sheet="reopen">{t.form.reopen.title}</SheetLink>
      </p>
    )
  const filed = kase.filings.some(({ withdrawnAt }) => withdrawnAt === undefined)
  return (
    <div className="flex flex-wrap gap-2">
      <SheetLink sheet="contact" look="primary">
        {t.form.contact.title}
      </SheetLink>
      <SheetLink sheet="filing">{t.form.filing.title}</SheetLink>
      {filed ? <SheetLink sheet="reply">{t.form.reply.title}</SheetLink> : null}
      <SheetLink sheet="offer">{t.form.offer.title}</SheetLink>
      <SheetLink sheet="money">{t.form.money.title}</SheetLink>
      {filed ? (
        <>
          <SheetLink sheet="chase">{t.form.chase.title}</SheetLink>
          <SheetLink sheet="appeal">{t.form.appeal.title}</SheetLink>
        </>
      ) : null}
    </div>
  )
}

function fits({ type, exhibits }: TimelineEntry, filter: Shown): boolean {
  switch (filter) {
    case 'contacts':
      return contacts.includes(type)
    case 'evidence':
      return exhibits.length > 0 || type.startsWith('Evidence')
    case 'papers':
      return type === 'PaperIssued' || type === 'FilingMade'
    default:
      return true
  }
}

function timeOf({ happenedAt, recordedAt }: TimelineEntry): string {
  return happenedAt ?? recordedAt
}

function byTime(a: TimelineEntry, b: TimelineEntry): number {
  return epochMs(timeOf(a)) - epochMs(timeOf(b)) || a.n - b.n
}

/** From so many on, questions answered in a row are folded into one line. */
const MANY = 3

function Days({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const days = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const day = formatShanghai(timeOf(entry)).slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, all]) => (
    <section key={day} className="my-4">
      <h2 className="sticky top-0 z-10 bg-paper py-1 font-semibold tabular-nums">{day}</h2>
      <ol className="border-line border-l-2">
        {runsOf(all).map((run) => (
          <Run key={run[0]?.n} run={run} />
        ))}
      </ol>
    </section>
  ))
}

/** Neighbouring answers together, everything else by itself. */
function runsOf(entries: readonly TimelineEntry[]): readonly (readonly TimelineEntry[])[] {
  const runs: TimelineEntry[][] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last !== undefined && isAnswer(entry) && last.every(isAnswer)) last.push(entry)
    else runs.push([entry])
  }
  return runs
}

function isAnswer({ type, erased }: TimelineEntry): boolean {
  return type === 'FactStated' && erased !== true
}

function Run({ run }: { readonly run: readonly TimelineEntry[] }) {
  const { t } = useTexts()
  const entries = run.map((entry) => <Entry key={entry.n} entry={entry} />)
  if (run.length < MANY) return entries
  return (
    <li className="pl-3">
      <Disclosure summary={t.case.timeline.answers(run.length)}>
        <ol className="border-line border-l-2">{entries}</ol>
      </Disclosure>
    </li>
  )
}

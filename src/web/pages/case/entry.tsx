import { Link } from '@tanstack/react-router'
import { formatShanghai } from '../../../core/values/instant.ts'
import type { TimelineEntry } from '../../../server/api/client.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { Thumbnail } from '../../case/thumbnail.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { mendings } from '../case-forms/correction.ts'

const LONG = 240

/** One record of the timeline. */
export function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { kase, channelTitle } = useCase()
  const { t } = useTexts()
  const words = t.case.timeline
  const { title, recordedAt, happenedAt, direction, channel, exhibits, ref, corrected, erased } = entry
  const written = formatShanghai(recordedAt)
  const happened = formatShanghai(happenedAt ?? recordedAt)
  const pictures = exhibits.flatMap((id) => kase.evidence.find((one) => one.id === id) ?? [])
  return (
    <li className="relative py-2 pl-4 before:absolute before:top-4.5 before:-left-[7px] before:size-3 before:rounded-full before:border-2 before:border-paper before:bg-accent">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <time dateTime={happenedAt ?? recordedAt} className="font-semibold tabular-nums">
          {happened.slice(11)}
        </time>
        <span className="font-medium">{title}</span>
        {direction === undefined ? null : (
          <Badge tone={direction === 'in' ? 'warn' : 'accent'}>{t.names.direction[direction]}</Badge>
        )}
        {channel === undefined ? null : <span className="text-soft">{channelTitle(channel)}</span>}
        {ref === undefined ? null : <span className="text-soft text-sm">{ref}</span>}
        {corrected === true ? <Badge tone="warn">{words.corrected}</Badge> : null}
        {erased === true ? <Badge tone="bad">{words.erased}</Badge> : null}
      </div>
      {erased === true ? <p className="text-soft">{words.erasedWhy}</p> : <Words entry={entry} />}
      {pictures.length === 0 ? null : (
        <ul className="my-2 flex flex-wrap gap-2">
          {pictures.map((exhibit) => (
            <li key={exhibit.id}>
              <Thumbnail exhibit={exhibit} size="small" />
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-x-1 text-soft text-sm">
        {happened === written ? null : <span className="mr-2">{words.written(written)}</span>}
        <Mend entry={entry} />
      </div>
    </li>
  )
}

function Words({ entry: { words = '', type } }: { readonly entry: TimelineEntry }) {
  const { t } = useTexts()
  if (words === '') return null
  if (words.length <= LONG || type === 'EventCorrected') return <p className="whitespace-pre-line">{words}</p>
  return (
    <>
      <p className="whitespace-pre-line">{words.slice(0, LONG)}…</p>
      <Disclosure summary={t.case.timeline.whole}>
        <p className="whitespace-pre-line">{words}</p>
      </Disclosure>
    </>
  )
}

function Mend({ entry }: { readonly entry: TimelineEntry }) {
  const { view, kase } = useCase()
  const { t } = useTexts()
  const { correct, erase } = mendings(entry)
  const words = t.case.timeline
  const about = `${formatShanghai(entry.happenedAt ?? entry.recordedAt)} ${entry.title}`
  return (
    <>
      {correct === undefined || (kase.status === 'closed' && correct !== 'itself') ? null : correct === 'itself' ? (
        <SheetLink sheet="correct" of={String(entry.n)} look="small" label={words.correctThis(about)}>
          {words.correct}
        </SheetLink>
      ) : (
        <SheetLink
          sheet={correct.sheet}
          {...(correct.of === undefined ? {} : { of: correct.of })}
          look="small"
          label={words.correctThis(about)}
        >
          {words.correct}
        </SheetLink>
      )}
      {(entry.type === 'FactStated' || entry.type === 'ProblemConfirmed') && entry.erased !== true ? (
        <Link
          to="/case/$id/details"
          params={{ id: view.id }}
          hash={entry.type === 'FactStated' ? 'answers' : 'problem'}
          aria-label={words.correctThis(about)}
          className="inline-flex min-h-9 items-center px-2 text-accent text-sm hover:underline"
        >
          {words.correct}
        </Link>
      ) : null}
      {erase ? (
        <SheetLink sheet="erase" of={String(entry.n)} look="small" label={words.eraseThis(about)}>
          {words.erase}
        </SheetLink>
      ) : null}
    </>
  )
}

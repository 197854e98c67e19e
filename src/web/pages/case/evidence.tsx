import type { EvidenceFinding } from '../../../core/advice/advice.ts'
import type { Exhibit } from '../../../core/case/case.ts'
import { formatShanghai } from '../../../core/values/instant.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { Thumbnail } from '../../case/thumbnail.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Badge, type Tone } from '../../parts/badge.tsx'
import { Card } from '../../parts/card.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { Empty } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { AddEvidence } from './add-evidence.tsx'
import { CasePage } from './case-page.tsx'

/** What has to be proved, by what, and the exhibits themselves. */
export function EvidencePage() {
  const { kase, advice } = useCase()
  const { t } = useTexts()
  const words = t.case.evidence
  const kept = kase.evidence.filter(({ withdrawn }) => withdrawn !== true)
  const gone = kase.evidence.filter(({ withdrawn }) => withdrawn === true)
  return (
    <CasePage title={t.case.place.evidence} lead={words.lead}>
      {kase.status === 'closed' ? null : <AddEvidence />}
      <div className="grid gap-6 md:grid-cols-2">
        <section className="min-w-0">
          <h2 className="mb-2 font-semibold text-lg">{words.needed}</h2>
          {advice.evidence.length === 0 ? <Empty title={words.nothingNeeded}>{words.nothingNeededWhy}</Empty> : null}
          <ul className="grid gap-3">
            {advice.evidence.map((need) => (
              <Need key={need.need} need={need} />
            ))}
          </ul>
        </section>
        <section className="min-w-0">
          <h2 className="mb-2 font-semibold text-lg">{words.exhibits(kept.length)}</h2>
          {kept.length === 0 ? <Empty title={words.none}>{words.noneWhy}</Empty> : null}
          <ul className="grid gap-3">
            {kept.map((exhibit) => (
              <ExhibitCard key={exhibit.id} exhibit={exhibit} />
            ))}
          </ul>
          {gone.length === 0 ? null : (
            <Disclosure summary={words.withdrawn(gone.length)}>
              <ul className="grid gap-3">
                {gone.map((exhibit) => (
                  <ExhibitCard key={exhibit.id} exhibit={exhibit} />
                ))}
              </ul>
            </Disclosure>
          )}
        </section>
      </div>
    </CasePage>
  )
}

/** The reason begins with what it is about; below its title that is said already. */
function withoutTitle(why: string, title: string): string {
  const rest = ['：', ': '].find((mark) => why.startsWith(title + mark))
  return rest === undefined ? why : why.slice(title.length + rest.length)
}

const tones: Readonly<Record<EvidenceFinding['status'], Tone>> = { have: 'good', weak: 'warn', missing: 'bad' }

function Need({ need: { need, status, by, why, how } }: { readonly need: EvidenceFinding }) {
  const { vocabulary } = useCase()
  const { t } = useTexts()
  const title = vocabulary.needs.find(({ id }) => id === need)?.title ?? need
  const details = (
    <>
      <p className="my-1 text-soft">{withoutTitle(why, title)}</p>
      <p className="my-1">{how}</p>
    </>
  )
  return (
    <li id={`need-${need}`} tabIndex={-1} className="scroll-mt-4">
      <Card>
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={tones[status]}>{t.names.evidenceStatus[status]}</Badge>
          <span className="font-medium">{title}</span>
          {by.map((id) => (
            <a key={id} href={`#exhibit-${id}`} className="text-accent text-sm underline">
              {id}
            </a>
          ))}
        </p>
        {status === 'have' ? <Disclosure summary={t.case.evidence.how}>{details}</Disclosure> : details}
      </Card>
    </li>
  )
}

function ExhibitCard({ exhibit }: { readonly exhibit: Exhibit }) {
  const { kase, vocabulary } = useCase()
  const { t } = useTexts()
  const words = t.case.evidence
  const { id, title, kind, shows, proves, takenAt, addedAt, file, bytes, sha256, withdrawn } = exhibit
  const shown = shows.map((one) => vocabulary.shows.find((other) => other.id === one)?.title ?? one)
  return (
    <li id={`exhibit-${id}`} tabIndex={-1} className="scroll-mt-4">
      <Card className="grid grid-cols-[min(7rem,30%)_1fr] gap-4">
        <Thumbnail exhibit={exhibit} size="large" />
        <div className="min-w-0">
          <p className="font-medium">{title}</p>
          <p className="text-soft text-sm">
            {[t.names.evidenceKind[kind], takenAt && formatShanghai(takenAt)].filter(Boolean).join(' · ')}
          </p>
          {proves === undefined || proves === '' ? null : <p className="my-1 text-sm">{proves}</p>}
          {shown.length === 0 ? (
            <p className="my-1 text-sm text-warn">{words.showsNothing}</p>
          ) : (
            <p className="my-1 text-sm">{words.shows(shown)}</p>
          )}
          {withdrawn === true || kase.status === 'closed' ? null : (
            <p className="flex flex-wrap gap-2">
              <SheetLink sheet="exhibit" of={id} label={words.describeThis(id)}>
                {words.describe}
              </SheetLink>
              <SheetLink sheet="withdraw-exhibit" of={id} look="quiet" label={words.withdrawThis(id)}>
                {words.withdraw}
              </SheetLink>
            </p>
          )}
          <Disclosure summary={words.file}>
            <p className="break-all text-soft text-sm">
              {file.split('/').at(-1)} · {words.bytes(bytes)} · {words.added(formatShanghai(addedAt))}
              <br />
              SHA-256 {sha256}
            </p>
          </Disclosure>
        </div>
      </Card>
    </li>
  )
}

import { Link } from '@tanstack/react-router'
import type { ChannelFinding } from '../../../core/advice/advice.ts'
import type { Vocabulary } from '../../../server/api/client.ts'
import { CaseLink } from '../../case/case-link.tsx'
import { fieldValue } from '../../case/field-value.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Badge, type Tone } from '../../parts/badge.tsx'
import { Card } from '../../parts/card.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { StandingBadge } from '../../parts/standing-badge.tsx'
import { useTexts } from '../../texts/texts.tsx'

const tones: Readonly<Record<ChannelFinding['status'], Tone>> = {
  open: 'good',
  'would-close': 'warn',
  'not-yet': 'plain',
  closed: 'plain',
}

/** One door: whether it is open and why, how to go through it, what it shuts. */
export function ChannelCard({ channel }: { readonly channel: ChannelFinding }) {
  const { vocabulary, kase, channelTitle } = useCase()
  const { t } = useTexts()
  const words = t.case.channels
  const { id, status, because, closes, next } = channel
  const about = vocabulary.channels.find((one) => one.id === id)
  const papers = (about?.papers ?? []).flatMap((paper) => vocabulary.papers.find((one) => one.id === paper) ?? [])
  return (
    <li id={`channel-${id}`} tabIndex={-1} className="scroll-mt-4">
      <Card>
        <p className="mb-1 flex flex-wrap items-center gap-2">
          <span className="inline-block font-semibold text-lg first-letter:uppercase">{channelTitle(id)}</span>
          <Badge tone={tones[status]}>{t.names.channelStatus[status]}</Badge>
        </p>
        <p className="whitespace-pre-line">{because}</p>
        {next === undefined ? null : <p className="text-soft">{next}</p>}
        {closes.length === 0 || status === 'closed' ? null : (
          <p className="my-2 rounded-xl bg-warn-tint p-3 text-warn">{words.closes(closes.map(channelTitle))}</p>
        )}
        {about === undefined ? null : (
          <>
            {about.steps.length === 0 ? null : (
              <Disclosure summary={words.steps} open={status === 'open' && about.steps.length <= 3}>
                <ol className="list-decimal pl-5">
                  {about.steps.map((step) => (
                    <li key={step} className="my-1">
                      {step}
                    </li>
                  ))}
                </ol>
              </Disclosure>
            )}
            <Fields about={about} />
            <Contacts about={about} />
            {about.tips.length === 0 ? null : (
              <Disclosure summary={words.tips}>
                <ul className="grid gap-2">
                  {about.tips.map(({ text, standing }) => (
                    <li key={text}>
                      {text} <StandingBadge standing={standing} />
                    </li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </>
        )}
        {papers.length === 0 ? null : (
          <p className="my-2">
            {words.papers}
            {papers.map((paper) => (
              <CaseLink
                key={paper.id}
                target={{ place: 'papers', hash: `paper-${paper.id}` }}
                className="mr-3 inline-flex min-h-9 items-center text-accent underline"
              >
                {paper.title}
              </CaseLink>
            ))}
          </p>
        )}
        {kase.status === 'closed' || status === 'closed' ? null : (
          <p className="mt-3 flex flex-wrap gap-2">
            {about?.kind === 'public' ? null : (
              <SheetLink sheet="filing" of={id} label={words.filedOn(channelTitle(id))}>
                {t.form.filing.title}
              </SheetLink>
            )}
            <SheetLink sheet="contact" of={id} look="quiet" label={words.contactOn(channelTitle(id))}>
              {t.form.contact.title}
            </SheetLink>
          </p>
        )}
      </Card>
    </li>
  )
}

type About = { readonly about: Vocabulary['channels'][number] }

function Fields({ about: { fields, chars } }: About) {
  const { kase, vocabulary } = useCase()
  const { t } = useTexts()
  const words = t.case.channels
  if (fields.length === 0) return null
  return (
    <Disclosure summary={words.fields}>
      <p className="text-soft text-sm">{words.fromCase}</p>
      <ul className="grid">
        {fields.map(({ id, title, required, from }) => {
          const value = fieldValue(from, kase)
          const paper = vocabulary.papers.find((one) => one.id === from)
          return (
            <li key={id} className="border-line border-b py-1">
              <span className="text-soft">{title}</span>
              {required ? <span className="text-soft text-sm"> · {t.act.required}</span> : null}
              {value === undefined ? null : (
                <span className="flex flex-wrap items-center gap-2">
                  <span className="min-w-0 flex-1 whitespace-pre-line">{value}</span>
                  <CopyButton text={value} label={`${t.act.copy} ${title}`} />
                </span>
              )}
              {paper === undefined ? null : (
                <span className="block">
                  {words.fromPaper}
                  <CaseLink target={{ place: 'papers', hash: `paper-${paper.id}` }}>{paper.title}</CaseLink>
                </span>
              )}
              {from === 'exhibits' ? (
                <span className="block">
                  <CaseLink target={{ place: 'evidence' }}>{words.fromEvidence}</CaseLink>
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
      {chars === undefined ? null : <p className="mt-1 text-soft">{words.chars(chars)}</p>}
    </Disclosure>
  )
}

function Contacts({ about: { contacts } }: About) {
  const { t } = useTexts()
  const words = t.case.channels
  if (contacts.length === 0) return null
  return (
    <Disclosure summary={words.contacts}>
      <ul className="grid gap-2">
        {contacts.map(({ kind, value, text, hours, standing, source, checkedOn }) => (
          <li key={`${kind} ${value}`}>
            <span className="font-medium">{addressed(kind, value)}</span>
            {text === undefined ? null : <span> — {text}</span>}
            {hours === undefined ? null : (
              <span className="block">{words.hours(words.days[hours.days], hours.from, hours.to)}</span>
            )}
            <span className="block text-soft text-sm">
              <Source source={source} /> {words.checked(checkedOn)} <StandingBadge standing={standing} />
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** A rule the contact stands in leads to its page. */
function Source({ source }: { readonly source: string }) {
  const { t } = useTexts()
  if (!/^[a-z]+#/.test(source)) return t.case.channels.source(source)
  return (
    <Link to="/laws/$ref" params={{ ref: source }} className="text-accent underline">
      {t.case.channels.source(source)}
    </Link>
  )
}

/** What can be dialled or opened is a link; nothing is dialled or opened by itself. */
function addressed(kind: string, value: string) {
  if (kind === 'phone' && /^[\d+-]+$/.test(value))
    return (
      <a href={`tel:${value}`} className="text-accent underline">
        {value}
      </a>
    )
  if (kind === 'web' && /^https:\/\//.test(value))
    return (
      <a href={value} target="_blank" rel="noreferrer" className="text-accent underline">
        {value}
      </a>
    )
  return value
}

import type { Filing } from '../../../core/case/case.ts'
import { formatShanghai } from '../../../core/values/instant.ts'
import { SheetLink } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Card } from '../../parts/card.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** One filing with what became of it, and what can be recorded of it next. */
export function FilingCard({ filing }: { readonly filing: Filing }) {
  const { kase, channelTitle } = useCase()
  const { t } = useTexts()
  const words = t.case.filings
  const { id, channel, at, ticket, text, replies, chasedAt, appealedAt, withdrawnAt } = filing
  const title = channelTitle(channel)
  const open = withdrawnAt === undefined && kase.status !== 'closed'
  return (
    <li id={`filing-${id}`} tabIndex={-1}>
      <Card>
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{title}</span>
          <span className="text-soft text-sm">{id}</span>
          {withdrawnAt === undefined ? null : <Badge>{words.withdrawn(formatShanghai(withdrawnAt))}</Badge>}
        </p>
        <p className="text-soft tabular-nums">
          {words.made(formatShanghai(at))}
          {ticket === undefined ? ` · ${words.noTicket}` : ` · ${words.ticket(ticket)}`}
        </p>
        <ul className="my-2 grid gap-1">
          {replies.map((reply) => (
            <li key={reply.id}>
              <span className="tabular-nums">{formatShanghai(reply.at)}</span>{' '}
              <Badge tone={reply.kind === 'refused' ? 'bad' : 'plain'}>{t.names.replyKind[reply.kind]}</Badge>{' '}
              {reply.words}
            </li>
          ))}
          {chasedAt.map((chased) => (
            <li key={chased} className="text-soft tabular-nums">
              {words.chased(formatShanghai(chased))}
            </li>
          ))}
          {appealedAt === undefined ? null : (
            <li className="text-soft tabular-nums">{words.appealed(formatShanghai(appealedAt))}</li>
          )}
        </ul>
        {text === undefined ? null : (
          <Disclosure summary={words.text}>
            <p className="whitespace-pre-line">{text}</p>
          </Disclosure>
        )}
        {open ? (
          <p className="flex flex-wrap gap-2">
            <SheetLink sheet="reply" of={id} label={`${t.form.reply.title} ${id}`}>
              {t.form.reply.title}
            </SheetLink>
            <SheetLink sheet="chase" of={id} look="quiet" label={`${t.form.chase.title} ${id}`}>
              {t.form.chase.title}
            </SheetLink>
            {appealedAt === undefined ? (
              <SheetLink sheet="appeal" of={id} look="quiet" label={`${t.form.appeal.title} ${id}`}>
                {t.form.appeal.title}
              </SheetLink>
            ) : null}
            <SheetLink sheet="withdraw" of={id} look="quiet" label={`${t.form.withdraw.title} ${id}`}>
              {t.form.withdraw.title}
            </SheetLink>
          </p>
        ) : null}
      </Card>
    </li>
  )
}

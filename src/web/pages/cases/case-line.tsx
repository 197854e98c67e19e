import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseRow } from '../../../server/api/client.ts'
import { sessionQuery, vocabularyQuery } from '../../api/queries.ts'
import { Badge } from '../../parts/badge.tsx'
import { DueLabel } from '../../parts/due-label.tsx'
import { Sum } from '../../parts/sum.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** A case in the list: what it is about, against whom, how much, and what is due next. */
export function CaseLine({ row }: { readonly row: CaseRow }) {
  const { t, lang } = useTexts()
  const problems = useQuery(vocabularyQuery(lang)).data?.problems ?? []
  const now = useQuery(sessionQuery).data?.now
  const titles = row.problems.map((type) => problems.find(({ id }) => id === type)?.title ?? type)
  return (
    <Link
      to="/case/$id"
      params={{ id: row.caseId }}
      className="block rounded-2xl border border-line bg-card p-4 hover:border-accent"
    >
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium text-lg">{row.title}</span>
        {row.fen === undefined ? null : <Sum fen={row.fen} />}
      </span>
      <span className="block text-soft text-sm">
        {[row.shop, row.orderNumber, titles.join('、')].filter((one) => one !== '').join(' · ')}
      </span>
      <span className="mt-1 flex flex-wrap items-center gap-2 text-sm">
        {row.status === 'closed' ? <Badge>{t.names.caseStatus.closed}</Badge> : null}
        {row.next === undefined || now === undefined ? null : (
          <>
            <span>{row.next.what}</span>
            <DueLabel due={row.next.due} now={now} provisional={row.next.provisional} />
          </>
        )}
      </span>
    </Link>
  )
}

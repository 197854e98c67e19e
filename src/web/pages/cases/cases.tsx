import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { readCases } from '../../api/queries.ts'
import { useSettled } from '../../api/use-settled.ts'
import { SearchBox } from '../../forms/search-box.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Button, buttonLook } from '../../parts/button.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Failed } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CaseLine } from './case-line.tsx'
import { CsvSheet } from './csv-sheet.tsx'

const statuses = ['open', 'closed', 'all'] as const

/** Every case, found by words, the last changed first. */
export function CasesPage() {
  const { t, lang } = useTexts()
  const [words, setWords] = useState('')
  const [status, setStatus] = useState<(typeof statuses)[number]>('open')
  const [importing, setImporting] = useState(false)
  const sought = useSettled(words.trim(), 250)
  const asked = { words: sought, ...(status !== 'all' && { status }) }
  const pages = useInfiniteQuery({
    queryKey: ['cases', 'pages', asked, lang],
    queryFn: ({ pageParam }) => readCases({ ...asked, ...(pageParam !== undefined && { before: pageParam }) }, lang),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ cases }) => (cases.length < 50 ? undefined : cases.at(-1)?.seq),
  })
  const counts = pages.data?.pages[0]?.counts
  const rows = pages.data?.pages.flatMap(({ cases }) => cases)
  return (
    <Page title={t.app.cases}>
      <SearchBox label={t.cases.search} words={words} onWords={setWords} />
      <div className="my-3 flex flex-wrap items-center gap-2">
        {statuses.map((one) => (
          <Button key={one} aria-pressed={status === one} className={pressed} onClick={() => setStatus(one)}>
            {t.cases.status[one]}
            {counts === undefined ? null : <Badge>{one === 'all' ? counts.open + counts.closed : counts[one]}</Badge>}
          </Button>
        ))}
        <Link to="/outcomes" className={buttonLook('quiet')}>
          {t.outcomes.title}
        </Link>
        <Link to="/purchases" className={buttonLook('quiet')}>
          {t.purchases.title}
        </Link>
        <Button look="quiet" onClick={() => setImporting(true)}>
          {t.cases.csv}
        </Button>
      </div>
      {pages.isError ? <Failed error={pages.error} retry={() => void pages.refetch()} /> : null}
      {rows === undefined || rows.length > 0 ? null : (
        <Empty title={sought === '' ? t.cases.none : t.cases.notFound}>
          <Link to="/new" className={`${buttonLook('primary')} mt-3`}>
            {t.app.fresh}
          </Link>
        </Empty>
      )}
      <ul className="grid gap-3">
        {rows?.map((row) => (
          <li key={row.caseId}>
            <CaseLine row={row} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button className="my-4 w-full" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {t.act.more}
        </Button>
      ) : null}
      <CsvSheet open={importing} onOpenChange={setImporting} />
    </Page>
  )
}

const pressed = 'aria-pressed:border-accent aria-pressed:bg-accent-tint'

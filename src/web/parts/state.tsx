import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiFault } from '../api/api.ts'
import { useTexts } from '../texts/texts.tsx'
import { Button } from './button.tsx'
import { Card } from './card.tsx'

/** What a query gave; while it has not, that it is loading or why it failed and a way to try again. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { t } = useTexts()
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />
  return (
    <p role="status" className="py-8 text-center text-soft">
      {t.state.loading}
    </p>
  )
}

export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const { t } = useTexts()
  const problem = error instanceof ApiFault ? error.problem : undefined
  const noSession = problem?.code === 'no-session'
  return (
    <Card title={noSession ? t.state.noSession : t.state.failed}>
      <p className="my-2 whitespace-pre-line">
        {noSession ? t.state.noSessionWhy : (problem?.detail ?? t.state.silent)}
      </p>
      {retry === undefined ? null : <Button onClick={retry}>{t.state.retry}</Button>}
    </Card>
  )
}

/** Why a write was not done, where the user looks; nothing while there is no fault. */
export function Fault({ error }: { readonly error: Error | null }) {
  const { t } = useTexts()
  if (error === null) return null
  const problem = error instanceof ApiFault ? error.problem : undefined
  const text = problem?.code === 'changed-meanwhile' ? t.act.changedElsewhere : (problem?.detail ?? t.state.silent)
  return (
    <p role="alert" className="my-2 whitespace-pre-line rounded-xl bg-bad-tint p-3 text-bad">
      {text}
    </p>
  )
}

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Card className="text-center">
      <p className="py-2 font-medium text-lg">{title}</p>
      <div className="text-soft">{children}</div>
    </Card>
  )
}

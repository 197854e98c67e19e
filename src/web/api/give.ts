import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Lang } from '../../core/values/text.ts'
import type { CaseView, GivenCommand } from '../../server/api/client.ts'
import { useTexts } from '../texts/texts.tsx'
import { api, bodyOf, newKey } from './api.ts'
import { caseQuery } from './queries.ts'

/**
 * Gives commands to the case a screen shows; they are refused when it has changed since. The same request given again,
 * after silence or a reload of nothing, carries the same key, so that it is recorded once.
 */
export function useGive({ id, version }: Pick<CaseView, 'id' | 'version'>) {
  const client = useQueryClient()
  const { lang } = useTexts()
  const keyFor = useIntentKey()
  return useMutation({
    mutationFn: (commands: readonly GivenCommand[]) =>
      postCommands({ id, version, commands, key: keyFor({ id, version, commands }) }, lang),
    onSuccess: (view) => showView(client, view, lang),
    /** Not waited for: when nobody answers, reading anew takes its time too. */
    onError: () => {
      void client.invalidateQueries({ queryKey: ['case', id] })
    },
  })
}

type Given = Pick<CaseView, 'id' | 'version'> & {
  readonly commands: readonly GivenCommand[]
  readonly key: string
}

/** Gives commands to a case as it was seen at that version; the same key records once. */
export function postCommands({ id, version, commands, key }: Given, lang: Lang): Promise<CaseView> {
  return bodyOf<CaseView>(
    api.cases[':id'].commands.$post({
      param: { id },
      query: { lang },
      header: { 'if-match': `"${version}-seen"`, 'idempotency-key': key },
      json: { commands },
    }),
  )
}

/** Puts a fresh view in place and makes stale whatever else shows the case. */
export function showView(client: QueryClient, view: CaseView, lang: Lang): void {
  client.setQueryData(caseQuery(view.id, lang).queryKey, view)
  void client.invalidateQueries({ queryKey: ['case', view.id], predicate: ({ queryKey }) => queryKey[2] !== 'view' })
  for (const queryKey of [['cases'], ['due']]) void client.invalidateQueries({ queryKey })
}

/** The same key for the same request, another for another. */
function useIntentKey(): (asked: unknown) => string {
  const held = useRef({ asked: '', key: '' })
  return (asked) => {
    const text = JSON.stringify(asked)
    if (held.current.asked !== text) held.current = { asked: text, key: newKey() }
    return held.current.key
  }
}

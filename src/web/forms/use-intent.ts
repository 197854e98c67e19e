import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseView, GivenCommand } from '../../server/api/client.ts'
import { newKey } from '../api/api.ts'
import { postCommands, showView } from '../api/give.ts'
import { useDraft } from '../drafts/use-draft.ts'
import { useTexts } from '../texts/texts.tsx'

/** What was sent and not yet answered: kept in the browser, so that it is recorded once, whatever happens in between. */
type Sent = { readonly version: number; readonly key: string; readonly given: string; readonly commands: string }
type Asked = Pick<Sent, 'version' | 'given'> & { readonly commands: () => readonly GivenCommand[] }

/**
 * Gives what a form holds to the case as it was seen when the form was opened. What was sent without an answer is sent
 * again as it was, under the same key, also after a reload; what was changed since is another intent.
 */
export function useIntent({ id, version }: Pick<CaseView, 'id' | 'version'>, form: string, given: string) {
  const client = useQueryClient()
  const { lang } = useTexts()
  const [sent, keep, forget] = useDraft<Sent | null>(`${id}.${form}.sent`, null)
  const [seen, setSeen] = useState(sent?.given === given ? sent.version : version)
  const giving = useMutation({
    mutationFn: (asked: Asked) => {
      const again = sent !== null && sent.given === asked.given && sent.version === asked.version
      const intent = again ? sent : { ...asked, key: newKey(), commands: JSON.stringify(asked.commands()) }
      if (!again) keep(intent)
      const commands = JSON.parse(intent.commands) as readonly GivenCommand[]
      return postCommands({ id, version: intent.version, commands, key: intent.key }, lang)
    },
    onSuccess: (view) => {
      forget()
      showView(client, view, lang)
    },
    /** Not waited for: when nobody answers, reading anew takes its time too. */
    onError: () => {
      void client.invalidateQueries({ queryKey: ['case', id] })
    },
  })
  return { giving, seen, setSeen }
}

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseView, GivenCommand } from '../../../server/api/client.ts'
import { api, bodyOf } from '../../api/api.ts'
import { showView, useIntentKey } from '../../api/give.ts'
import { lookQuery } from '../../api/queries.ts'
import { uploadFile } from '../../api/upload.ts'
import { useFileDraft } from '../../drafts/file-draft.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { Button } from '../../parts/button.tsx'
import { Page } from '../../parts/page.tsx'
import { Failed, Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { Answer } from './answer.tsx'
import { Examples } from './examples.tsx'
import { FilePicker } from './file-picker.tsx'
import { Recognised } from './recognised.tsx'
import { useSettled } from './use-settled.ts'

type Draft = {
  readonly words: string
  /** Problem types the user agreed to. */
  readonly types: readonly string[]
  /** What was read and taken away again. */
  readonly without: readonly GivenCommand[]
}
const nothing: Draft = { words: '', types: [], without: [] }

/** One question, and the answer before any form: what now, how much, by when. */
export function StartPage() {
  const { t, lang } = useTexts()
  const [draft, setDraft, clearDraft] = useDraft<Draft>('start', nothing)
  const [files, setFiles] = useFileDraft()
  const [saved, setSaved] = useState(0)
  const settled = useSettled(draft, 350)
  const told = settled.words.trim().length > 1 || settled.types.length > 0
  const look = useQuery({ ...lookQuery(askedOf(settled), lang), enabled: told, placeholderData: keepPreviousData })
  const client = useQueryClient()
  const navigate = useNavigate()
  const keyFor = useIntentKey()
  const open = useMutation({
    mutationFn: async () => {
      const seen =
        draft.words.trim() !== '' || draft.types.length > 0
          ? await client.fetchQuery(lookQuery(askedOf(draft), lang))
          : undefined
      const commands = seen?.commands ?? []
      const view = await bodyOf<CaseView>(
        api.cases.$post({
          query: { lang },
          header: { 'idempotency-key': keyFor(commands) },
          json: commands.length === 0 ? {} : { commands },
        }),
      )
      setSaved(0)
      for (const file of files) {
        await uploadFile({ caseId: view.id, file })
        setSaved((count) => count + 1)
      }
      return view
    },
    onSuccess: (view) => {
      clearDraft()
      setFiles([])
      showView(client, view, lang)
      void client.invalidateQueries({ queryKey: ['case', view.id] })
      void navigate({ to: '/case/$id', params: { id: view.id } })
    },
  })
  const empty = draft.words.trim() === '' && files.length === 0 && draft.types.length === 0
  return (
    <Page title={t.start.title}>
      <p className="text-soft">{t.start.lead}</p>
      <label className="sr-only" htmlFor="what-happened">
        {t.start.words}
      </label>
      <textarea
        id="what-happened"
        rows={6}
        maxLength={20_000}
        value={draft.words}
        placeholder={t.start.placeholder}
        onChange={({ currentTarget: { value } }) => setDraft({ ...draft, words: value })}
        className="my-3 block w-full rounded-2xl border border-line bg-card p-4 placeholder:text-soft"
      />
      <FilePicker files={files} onFiles={setFiles} />
      <div aria-live="polite">
        {told && look.isError ? <Failed error={look.error} retry={() => void look.refetch()} /> : null}
        {told && look.data ? (
          <>
            <Answer look={look.data} types={draft.types} onTypes={(types) => setDraft({ ...draft, types })} />
            <Recognised
              commands={look.data.commands}
              onRemove={(command) => setDraft({ ...draft, without: [...draft.without, command] })}
            />
          </>
        ) : null}
      </div>
      <Fault error={open.error} />
      <Button
        look="primary"
        className="my-3 w-full text-lg"
        disabled={open.isPending}
        aria-describedby={empty ? 'need-words' : undefined}
        onClick={() => {
          if (!empty) open.mutate()
        }}
      >
        {open.isPending ? (files.length > 0 ? t.start.uploading(saved, files.length) : t.start.opening) : t.start.open}
      </Button>
      {empty ? (
        <p id="need-words" className="text-center text-soft text-sm">
          {t.start.needWords}
        </p>
      ) : null}
      <p className="my-4 text-soft text-sm">{t.start.promise}</p>
      <Examples />
    </Page>
  )
}

function confirmed(type: string): GivenCommand {
  return { type: 'ConfirmProblem', payload: { type, confirmed: true } }
}

function askedOf({ words, types, without }: Draft) {
  return { words, commands: types.map(confirmed), without }
}

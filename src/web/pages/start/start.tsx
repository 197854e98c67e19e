import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseView, GivenCommand } from '../../../server/api/client.ts'
import { api, bodyOf, newKey } from '../../api/api.ts'
import { showView } from '../../api/give.ts'
import { lookQuery } from '../../api/queries.ts'
import { refusedBecause, uploadFile } from '../../api/upload.ts'
import { useSettled } from '../../api/use-settled.ts'
import { useFileDraft } from '../../drafts/file-draft.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { Button, buttonLook } from '../../parts/button.tsx'
import { Page } from '../../parts/page.tsx'
import { Failed, Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { Answer } from './answer.tsx'
import { Examples } from './examples.tsx'
import { FilePicker } from './file-picker.tsx'
import { Recognised } from './recognised.tsx'

type Draft = {
  readonly words: string
  /** Problem types the user agreed to. */
  readonly types: readonly string[]
  /** What was read and taken away again. */
  readonly without: readonly GivenCommand[]
}
/** The case asked for and not yet whole: kept in the browser, so that after a reload the same case is gone on with. */
type Sent = { readonly draft: string; readonly key: string; readonly commands: string }
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
  const [sent, keepSent, forgetSent] = useDraft<Sent | null>('start.sent', null)
  const open = useMutation({
    mutationFn: async () => {
      const asked = JSON.stringify(draft)
      const intent = sent?.draft === asked ? sent : { draft: asked, key: newKey(), commands: await commandsOf(draft) }
      keepSent(intent)
      const commands = JSON.parse(intent.commands) as readonly GivenCommand[]
      const view = await bodyOf<CaseView>(
        api.cases.$post({
          query: { lang },
          header: { 'idempotency-key': intent.key },
          json: commands.length === 0 ? {} : { commands },
        }),
      )
      const refused: string[] = []
      setSaved(0)
      for (const file of files) {
        await uploadFile({ caseId: view.id, file, lang }).catch((error: unknown) => {
          const why = refusedBecause(error)
          if (why === undefined) throw error
          refused.push(why)
        })
        setSaved((count) => count + 1)
      }
      return { view, refused }
    },
    onSuccess: ({ view, refused }) => {
      forgetSent()
      clearDraft()
      setFiles([])
      showView(client, view, lang)
      void client.invalidateQueries({ queryKey: ['case', view.id] })
      if (refused.length === 0) void navigate({ to: '/case/$id', params: { id: view.id } })
    },
  })
  const commandsOf = async (given: Draft): Promise<string> => {
    const told = given.words.trim() !== '' || given.types.length > 0
    return JSON.stringify(told ? (await client.fetchQuery(lookQuery(askedOf(given), lang))).commands : [])
  }
  const refused = open.data?.refused ?? []
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
      {open.data && refused.length > 0 ? (
        <div role="alert" className="my-2 rounded-xl bg-warn-tint p-3 text-warn">
          <p>{t.start.openedWithout}</p>
          <ul className="my-2 list-disc pl-5">
            {refused.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
          <Link to="/case/$id" params={{ id: open.data.view.id }} className={buttonLook('primary')}>
            {t.start.toCase}
          </Link>
        </div>
      ) : null}
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

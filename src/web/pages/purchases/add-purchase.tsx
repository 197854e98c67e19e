import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { parseYuan } from '../../../core/values/fen.ts'
import { parseInstant } from '../../../core/values/instant.ts'
import { say } from '../../../core/values/text.ts'
import type { CaseView } from '../../../server/api/client.ts'
import { api, bodyOf, newKey } from '../../api/api.ts'
import { showView } from '../../api/give.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Field } from '../../parts/field.tsx'
import { Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** As it is typed; `key` makes a second try the same request. */
type Draft = { readonly name: string; readonly yuan: string; readonly signedAt: string; readonly key: string }
const nothing: Draft = { name: '', yuan: '', signedAt: '', key: '' }

/** The three things that most windows need; the rest can follow. */
export function AddPurchase() {
  const { t, lang } = useTexts()
  const words = t.purchases
  const [draft, setDraft, clear] = useDraft<Draft>('purchase', nothing)
  const [asked, setAsked] = useState(false)
  const client = useQueryClient()
  const navigate = useNavigate()
  const fen = draft.yuan.trim() === '' ? undefined : parseYuan(draft.yuan)
  const signed = draft.signedAt === '' ? undefined : parseInstant(draft.signedAt)
  const faults = {
    name: draft.name.trim() === '' ? t.form.empty : undefined,
    yuan: fen?.ok === false ? say(fen.refusal.text, lang) : undefined,
  }
  const keep = useMutation({
    mutationFn: () => {
      const key = draft.key || newKey()
      setDraft({ ...draft, key })
      const priceFen = fen?.ok ? fen.value : 0
      const payload = {
        items: [{ name: draft.name.trim(), priceFen, quantity: 1, flags: [] }],
        ...(fen?.ok ? { paidFen: fen.value } : {}),
        ...(signed?.ok ? { signedAt: signed.value } : {}),
      }
      return bodyOf<CaseView>(
        api.cases.$post({
          query: { lang },
          header: { 'idempotency-key': key },
          json: { bought: true, commands: [{ type: 'RecordOrder', payload }] },
        }),
      )
    },
    onSuccess: (view) => {
      clear()
      showView(client, view, lang)
      void navigate({ to: '/case/$id/purchase', params: { id: view.id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (faults.name === undefined && faults.yuan === undefined && !keep.isPending) keep.mutate()
  }
  const typed = (part: Partial<Draft>) => setDraft({ ...draft, ...part, key: '' })
  return (
    <Card title={words.add} className="my-4">
      <form onSubmit={submit} noValidate className="md:grid md:grid-cols-3 md:gap-x-4">
        <Field label={words.name} error={asked ? faults.name : undefined}>
          {(control) => (
            <input
              {...control}
              value={draft.name}
              maxLength={200}
              onChange={({ currentTarget: { value } }) => typed({ name: value })}
            />
          )}
        </Field>
        <Field label={words.paid} error={asked ? faults.yuan : undefined}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              placeholder="0.00"
              value={draft.yuan}
              onChange={({ currentTarget: { value } }) => typed({ yuan: value })}
            />
          )}
        </Field>
        <Field label={words.signed} hint={words.signedWhy}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={draft.signedAt}
              onChange={({ currentTarget: { value } }) => typed({ signedAt: value })}
            />
          )}
        </Field>
        <div className="md:col-span-3">
          <Fault error={keep.error} />
          <Button type="submit" look="primary" disabled={keep.isPending}>
            {keep.isPending ? t.act.saving : words.keep}
          </Button>
        </div>
      </form>
    </Card>
  )
}

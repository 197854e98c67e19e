import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, bodyOf } from '../../api/api.ts'
import { useCase } from '../../case/use-case.tsx'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** The case goes for good, with its originals; the words that confirm it have to be typed. */
export function ForgetSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const { view } = useCase()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const words = t.form.forget
  const forgetting = useMutation({
    mutationFn: () => bodyOf<undefined>(api.cases[':id'].$delete({ param: { id: view.id } })),
    onSuccess: async () => {
      await navigate({ to: '/cases' })
      client.removeQueries({ queryKey: ['case', view.id] })
      for (const queryKey of [['cases'], ['due']]) void client.invalidateQueries({ queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== words.confirm) return setFault(words.off(words.confirm))
    setFault(undefined)
    if (!forgetting.isPending) forgetting.mutate()
  }
  return (
    <Sheet title={words.title} open onOpenChange={(open) => (open ? undefined : onClose())}>
      <form onSubmit={submit} noValidate>
        <p className="my-2 rounded-xl bg-bad-tint p-3 text-bad">{words.lead(view.title)}</p>
        <Field label={words.type(words.confirm)} error={fault}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          )}
        </Field>
        <Fault error={forgetting.error} />
        <div className="mt-4 flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{t.act.cancel}</Button>
          <Button type="submit" look="danger">
            {words.submit}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

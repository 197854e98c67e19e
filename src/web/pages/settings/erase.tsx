import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, bodyOf } from '../../api/api.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** Everything goes, once the words are typed. */
export function Erase() {
  const { t, lang } = useTexts()
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const words = lang === 'en' ? 'erase everything' : '全部删除'
  const erase = useMutation({
    mutationFn: () => bodyOf<void>(api.erase.$post({ json: { confirm: words } })),
    onSuccess: () => {
      setTyped('')
      for (const key of Object.keys(localStorage)) if (key.startsWith('youju.draft.')) localStorage.removeItem(key)
      indexedDB.deleteDatabase('youju-drafts')
      return client.invalidateQueries()
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() === words) erase.mutate()
      }}
    >
      <p>{t.settings.eraseWhy}</p>
      <Field label={t.settings.eraseType(words)}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            value={typed}
            onChange={({ currentTarget: { value } }) => setTyped(value)}
          />
        )}
      </Field>
      <Fault error={erase.error} />
      {erase.isSuccess ? <p role="status">{t.settings.erased}</p> : null}
      <Button type="submit" look="danger" disabled={typed.trim() !== words || erase.isPending}>
        {t.settings.eraseDo}
      </Button>
    </form>
  )
}

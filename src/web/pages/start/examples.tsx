import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, bodyOf } from '../../api/api.ts'
import { examplesQuery } from '../../api/queries.ts'
import { Disclosure } from '../../parts/disclosure.tsx'
import { Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** Worked cases to look at first. */
export function Examples() {
  const { t, lang } = useTexts()
  const navigate = useNavigate()
  const examples = useQuery(examplesQuery(lang)).data?.examples ?? []
  const open = useMutation({
    mutationFn: (id: string) => bodyOf<{ caseId: string }>(api.examples[':id'].$post({ param: { id } })),
    onSuccess: ({ caseId }) => navigate({ to: '/case/$id', params: { id: caseId } }),
  })
  if (examples.length === 0) return null
  return (
    <Disclosure summary={t.start.examples}>
      <p className="text-soft text-sm">{t.start.examplesWhy}</p>
      <Fault error={open.error} />
      <ul className="my-2 grid gap-2">
        {examples.map(({ id, about }) => (
          <li key={id}>
            <button
              type="button"
              disabled={open.isPending}
              onClick={() => open.mutate(id)}
              className="min-h-12 w-full rounded-xl border border-line bg-card px-4 py-2 text-left hover:border-accent"
            >
              {about}
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

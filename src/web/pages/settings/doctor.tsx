import { useMutation } from '@tanstack/react-query'
import type { Examination } from '../../../server/api/client.ts'
import { api, bodyOf } from '../../api/api.ts'
import { Button } from '../../parts/button.tsx'
import { Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** Whether everything kept is as it was written. */
export function Doctor() {
  const { t } = useTexts()
  const look = useMutation({
    mutationFn: () => bodyOf<Examination>(api.doctor.$get({ query: { read: 'all' } })),
  })
  return (
    <>
      <p>{t.settings.doctorWhy}</p>
      <Button className="my-3" disabled={look.isPending} onClick={() => look.mutate()}>
        {look.isPending ? t.state.loading : t.settings.doctorLook}
      </Button>
      <Fault error={look.error} />
      {look.data ? (
        <div role="status">
          <p className={look.data.findings.length === 0 ? 'text-good' : 'text-bad'}>
            {t.settings.doctorFound(look.data.cases, look.data.originals, look.data.findings.length)}
          </p>
          <ul className="text-sm">
            {look.data.findings.map(({ what, item }) => (
              <li key={`${what} ${item}`}>
                {what} · {item}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CalendarView } from '../../../server/api/client.ts'
import { api, bodyOf } from '../../api/api.ts'
import { Button, buttonLook } from '../../parts/button.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

const key = ['calendar']

/** The clocks of all cases in the user's own calendar: a file, or a private address that can be revoked. */
export function Calendar() {
  const { t } = useTexts()
  const words = t.settings.calendar
  const client = useQueryClient()
  const shown = useQuery({ queryKey: key, queryFn: () => bodyOf<CalendarView>(api.calendar.$get()) }).data
  const make = useMutation({
    mutationFn: () => bodyOf<CalendarView>(api.calendar.$post()),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
  const revoke = useMutation({
    mutationFn: async () => void (await api.calendar.$delete()),
    onSuccess: () => {
      make.reset()
      return client.invalidateQueries({ queryKey: key })
    },
  })
  const addresses = [make.data?.phoneUrl, make.data?.url].filter((url) => url !== undefined)
  return (
    <>
      <p>{words.why}</p>
      <a href="/api/calendar.ics" download className={`${buttonLook('plain')} my-3`}>
        {words.file}
      </a>
      <p className="text-soft text-sm">{words.feedWhy}</p>
      {addresses.map((url) => (
        <div key={url} className="my-3 rounded-xl bg-accent-tint p-3">
          <p className="break-all font-mono text-sm">{url}</p>
          <CopyButton text={url} />
        </div>
      ))}
      {addresses.length === 0 ? null : <p className="text-sm">{words.once}</p>}
      <p className="mt-3 flex flex-wrap gap-2">
        <Button disabled={make.isPending} onClick={() => make.mutate()}>
          {shown?.on ? words.renew : words.make}
        </Button>
        {shown?.on ? (
          <Button look="danger" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
            {words.revoke}
          </Button>
        ) : null}
      </p>
      <Fault error={make.error ?? revoke.error} />
    </>
  )
}

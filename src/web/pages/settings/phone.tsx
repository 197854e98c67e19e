import { useMutation } from '@tanstack/react-query'
import { api, bodyOf } from '../../api/api.ts'
import { Button } from '../../parts/button.tsx'
import { Fault } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** A code for one phone on the same network, shown once. */
export function Phone({ on }: { readonly on: boolean }) {
  const { t } = useTexts()
  const pair = useMutation({ mutationFn: () => bodyOf<{ url: string; svg: string }>(api.phone.$post()) })
  if (!on) return <p>{t.settings.phoneOff}</p>
  return (
    <>
      <p>{t.settings.phoneWhy}</p>
      <p className="my-2 rounded-xl bg-warn-tint p-3 text-warn">{t.settings.phoneRisk}</p>
      <Button disabled={pair.isPending} onClick={() => pair.mutate()}>
        {t.settings.phonePair}
      </Button>
      <Fault error={pair.error} />
      {pair.data ? (
        <figure className="my-3">
          <img
            alt={t.settings.phoneCode}
            className="w-60 rounded-xl bg-[#fff] p-2"
            src={`data:image/svg+xml;utf8,${encodeURIComponent(pair.data.svg)}`}
          />
          <figcaption className="text-soft text-sm">{pair.data.url}</figcaption>
        </figure>
      ) : null}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { formatShanghai } from '../../core/values/instant.ts'
import { timelineQuery } from '../api/queries.ts'
import { Button } from '../parts/button.tsx'
import { useTexts } from '../texts/texts.tsx'

type Props = {
  readonly caseId: string
  /** The version that was seen: records from this number on are new. */
  readonly since: number
  /** Goes on from the version whose records were shown. */
  readonly onGoOn: (version: number) => void
}

/** What was recorded elsewhere while a form was open, and the way to go on with what was typed. */
export function ChangedMeanwhile({ caseId, since, onGoOn }: Props) {
  const { t, lang } = useTexts()
  const timeline = useQuery(timelineQuery(caseId, lang))
  const entries = timeline.data?.entries ?? []
  const fresh = entries.filter(({ n }) => n >= since)
  return (
    <div role="alert" tabIndex={-1} className="my-2 rounded-xl bg-warn-tint p-3 text-warn">
      <p>{t.form.changedMeanwhile}</p>
      <ul className="my-2 list-disc pl-5">
        {fresh.map(({ n, title, words, recordedAt }) => (
          <li key={n}>
            {formatShanghai(recordedAt)} {title}
            {words === undefined ? '' : `：${words.slice(0, 80)}`}
          </li>
        ))}
      </ul>
      <Button disabled={fresh.length === 0} onClick={() => onGoOn(entries.length)}>
        {t.form.goOn}
      </Button>
    </div>
  )
}

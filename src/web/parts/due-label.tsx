import { epochMs, formatShanghai } from '../../core/values/instant.ts'
import { useTexts } from '../texts/texts.tsx'
import { Badge } from './badge.tsx'

type Props = { readonly due: string; readonly now: string; readonly provisional?: boolean }
const [hour, day] = [3_600_000, 86_400_000]

/** Until when, and how long that is from now. */
export function DueLabel({ due, now, provisional = false }: Props) {
  const { t } = useTexts()
  const left = epochMs(due) - epochMs(now)
  const words =
    left < 0 ? t.time.overdue(Math.floor(-left / day)) : t.time.left(Math.floor(left / day), Math.floor(left / hour))
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <time dateTime={due} className="tabular-nums">
        {formatShanghai(due)}
      </time>
      <Badge tone={left < 0 ? 'bad' : left < 3 * day ? 'warn' : 'plain'}>{words}</Badge>
      {provisional ? (
        <span title={t.time.provisionalWhy}>
          <Badge>{t.time.provisional}</Badge>
        </span>
      ) : null}
    </span>
  )
}

import { epochMs, formatShanghai } from '../../core/values/instant.ts'
import { Badge } from '../parts/badge.tsx'
import { useTexts } from '../texts/texts.tsx'

type Props = { readonly due: string; readonly now: string; readonly provisional: boolean }

/** How long is left, large; below it the moment itself. */
export function Countdown({ due, now, provisional }: Props) {
  const { t } = useTexts()
  const left = Math.abs(epochMs(due) - epochMs(now))
  const over = epochMs(due) < epochMs(now)
  const [days, hours, minutes] = [
    Math.floor(left / 86_400_000),
    Math.floor(left / 3_600_000) % 24,
    Math.floor(left / 60_000) % 60,
  ]
  const soon = over || days < 3
  return (
    <p className="my-1">
      <span className={`block font-bold text-2xl tabular-nums ${over ? 'text-bad' : soon ? 'text-warn' : ''}`}>
        {over ? t.case.overBy(days, hours) : t.case.left(days, hours, minutes)}
      </span>
      <span className="flex flex-wrap items-center gap-2 text-soft">
        <time dateTime={due} className="tabular-nums">
          {formatShanghai(due)}
        </time>
        {provisional ? (
          <>
            <Badge tone="warn">{t.time.provisional}</Badge>
            <span className="text-sm">{t.time.provisionalWhy}</span>
          </>
        ) : null}
      </span>
    </p>
  )
}

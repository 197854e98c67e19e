import { useTexts } from '../texts/texts.tsx'
import { Badge } from './badge.tsx'

/** Whose word it is; what is law goes unmarked. */
export function StandingBadge({ standing }: { readonly standing: string }) {
  const { t } = useTexts()
  if (standing === 'law') return null
  const names: Readonly<Record<string, string>> = t.names.standing
  return <Badge>{names[standing] ?? standing}</Badge>
}

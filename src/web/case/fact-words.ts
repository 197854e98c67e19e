import type { FactScalar } from '../../core/values/fact-scalar.ts'
import { formatYuan } from '../../core/values/fen.ts'
import { formatShanghai, parseInstant } from '../../core/values/instant.ts'
import type { Vocabulary } from '../../server/api/client.ts'
import type { Texts } from '../texts/zh/zh.ts'

/** The value of a fact as people say it, not as it is kept. */
export function factWords(
  value: FactScalar | undefined,
  about: Vocabulary['facts'][string] | undefined,
  { act }: Pick<Texts, 'act'>,
): string {
  if (value === undefined) return act.unknown
  if (typeof value === 'boolean') return value ? act.yes : act.no
  if (about?.type === 'fen' && typeof value === 'number') return `¥${formatYuan(value)}`
  if (about?.type === 'instant' && parseInstant(value).ok) return formatShanghai(String(value))
  return about?.options?.find((option) => option.value === value)?.label ?? String(value)
}

import { epochMs } from '../../values/instant.ts'
import type { Text } from '../../values/text.ts'
import type { PageKind } from '../labels/label.ts'
import { type Candidate, capped, rounded } from './candidate.ts'
import type { Reader } from './parse-value.ts'

const toCome: Text = { zh: '比看到这一页的时候还晚，请核对', en: 'it is later than the page itself; please check' }
const disorder: Text = {
  zh: '先后和别的时间对不上，请核对',
  en: 'it does not fit the order of the other times; please check',
}
const spoken: Text = { zh: '聊天里说的时间', en: 'a time told in a chat' }
const DAY_MS = 86_400_000

/** An order is placed, then paid, then shipped, then signed for; what stands otherwise was misread or means something else. */
const order = ['placedAt', 'paidAt', 'shippedAt', 'signedAt'] as const

/** Moments measured against each other and against the moment the page was seen. */
export function checkedTimes(
  candidates: readonly Candidate[],
  kind: PageKind,
  { seen }: Pick<Reader, 'seen'>,
): readonly Candidate[] {
  const own = placedFirst(candidates)
  const places = order.map((name) => own.filter(({ field, strength }) => field === name && strength !== 'hint'))
  const wrong = new Set(
    places.flatMap((earlier, i) =>
      places.slice(i + 1).flatMap((later) => {
        const [a, b] = [earlier[0], later[0]]
        return a !== undefined && b !== undefined && startMs(a) > endMs(b) ? [a, b] : []
      }),
    ),
  )
  return own.map((one) => {
    if (one.precision === undefined) return one
    const late = seen !== undefined && startMs(one) > epochMs(seen) + DAY_MS ? capped(one, 0.6, toCome) : one
    const ordered = wrong.has(one) ? capped(late, 0.8, disorder) : late
    return kind === 'chat' ? capped(ordered, 0.8, spoken) : ordered
  })
}

/**
 * What is called 创建 or 成交 on an order's page is when it was placed, unless it is later than what follows placing; with the
 * payment within a day behind it, it surely is. Where several orders stand on a page nothing tells whose it is.
 */
function placedFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  const numbers = new Set(candidates.flatMap(({ field, value }) => (field === 'orderNumber' ? [value] : [])))
  if (numbers.size > 1) return candidates
  const isLikely = ({ field, strength }: Candidate) => field === 'placedAt' && strength === 'likely'
  const first = Math.min(...candidates.filter(isLikely).map(startMs))
  const after = candidates.filter(
    ({ field, strength }) => /^(?:paidAt|shippedAt|signedAt)$/.test(field) && strength !== 'hint',
  )
  return candidates.flatMap((one) => {
    if (!isLikely(one)) return [one]
    if (startMs(one) > first || after.some((later) => startMs(one) > endMs(later))) return []
    const isPaid = after.some((later) => later.field === 'paidAt' && startMs(later) - startMs(one) < DAY_MS)
    return isPaid && one.inferred === undefined && one.precision !== 'day'
      ? [{ ...one, score: surer(one.score) }]
      : [one]
  })
}

function surer(score: number): number {
  return rounded(1 - (1 - score) * 0.6)
}

function startMs({ value, precision }: Candidate): number {
  return precision === 'day' ? epochMs(`${value}T00:00:00+08:00`) : epochMs(String(value))
}

/** The last moment it can be: within its day, its minute. */
function endMs(one: Candidate): number {
  return startMs(one) + { second: 0, minute: 59_999, day: DAY_MS - 1 }[one.precision ?? 'second']
}

import type { Lexicon } from './lexicon.ts'
import type { ReadField } from './read-field.ts'
import type { Span } from './span.ts'

/**
 * What kind of goods it is, by the name of the item, else where all that is named is of one kind; and who sells it, where
 * all that is said agrees.
 */
export function readGoods(
  plain: string,
  { goods, goodsNamed, cues }: Lexicon,
  items: readonly Span[],
): readonly ReadField[] {
  const named = [...plain.matchAll(goodsNamed)].flatMap((match): ReadField[] => {
    const value = goods.get(match[0])
    return value === undefined
      ? []
      : [{ field: 'category', value, score: 0.6, start: match.index, end: match.index + match[0].length }]
  })
  const third = said(plain, cues, 'third-party')
  const own = said(plain, cues, 'own').filter(
    (one) => !third.some((other) => one.start < other.end && other.start < one.end),
  )
  const bought = named.filter((one) => items.some(({ start, end }) => start <= one.start && one.end <= end))
  return [...(bought.length > 0 ? bought.slice(-1) : agreed(named)), ...agreed([...third, ...own])]
}

function said(plain: string, cues: Lexicon['cues'], role: 'own' | 'third-party'): readonly ReadField[] {
  const ours = cues.filter((cue) => cue.field === 'self-operated' && cue.role === role)
  return ours.flatMap(({ before }) =>
    [...(before ? plain.matchAll(before) : [])].flatMap((match): ReadField[] => {
      const isAsked =
        /是不是$|是否$/.test(plain.slice(0, match.index)) ||
        /^(?:的)?[吗么]/.test(plain.slice(match.index + match[0].length))
      if (isAsked) return []
      return [
        {
          field: 'self-operated',
          value: role === 'own',
          score: 0.7,
          start: match.index,
          end: match.index + match[0].length,
        },
      ]
    }),
  )
}

/** The first of them when none says otherwise. */
function agreed(fields: readonly ReadField[]): readonly ReadField[] {
  const [first] = fields
  return first && fields.every(({ value }) => value === first.value) ? [first] : []
}

import type { Lexicon } from './lexicon.ts'
import type { ReadField } from './read-field.ts'
import { anyOf } from './saying.ts'

const MOST = 60
/** Words that lead up to a shop's name and are not part of it. */
const lead =
  /^(?:.*(?:在京东上的|在京东的|在京东上|在京东|我在|是在|京东的|店铺是|店铺叫|买的|这家|这个|在|从|跟|和|找|给|联系|投诉|你们|说|的|了|到))?/

/** The shop and the goods, where a label or the name itself says so. */
export function readNames(text: string, plain: string, { cues, sets }: Lexicon): readonly ReadField[] {
  const [shop, item] = [cues.filter(({ field }) => field === 'shop'), cues.filter(({ field }) => field === 'item')]
  const found = [
    ...labelled(text, plain, 'shop', shop),
    ...shopEndings(text, plain, shop),
    ...labelled(text, plain, 'item', item),
    ...bought(text, plain, sets.counter ?? []),
  ]
  return found.filter(
    (one, i) =>
      !found.slice(0, i).some((other) => other.field === one.field && other.start < one.end && one.start < other.end),
  )
}

/** `店铺：…` up to the end of the line or clause. */
function labelled(text: string, plain: string, field: 'shop' | 'item', cues: Lexicon['cues']): readonly ReadField[] {
  return cues.flatMap(({ before }) =>
    [...(before ? plain.matchAll(before) : [])].flatMap((match): ReadField[] => {
      const from = match.index + match[0].length
      const value = /^\s?[:：]\s?([^\n，。；,;]{2,60})/.exec(plain.slice(from, from + MOST + 3))
      const name = value?.[1]?.trimEnd()
      if (value === null || name === undefined || /^[\d.\s]+$/.test(name)) return []
      const start = from + value[0].length - (value[1] ?? '').length
      return [{ field, value: text.slice(start, start + name.length), score: 0.9, start, end: start + name.length }]
    }),
  )
}

/** `示例数码专营店`: a run of letters that ends as shops' names end. */
function shopEndings(text: string, plain: string, cues: Lexicon['cues']): readonly ReadField[] {
  return cues.flatMap(({ after }) =>
    [...(after ? plain.matchAll(after) : [])].flatMap((match): ReadField[] => {
      const end = match.index + match[0].length
      const before =
        /[\p{Script=Han}a-z0-9·&()（）]{0,20}$/u.exec(plain.slice(Math.max(0, match.index - 20), match.index))?.[0] ??
        ''
      const name = before.slice((lead.exec(before)?.[0] ?? '').length)
      if (name.length < 2) return []
      const start = match.index - name.length
      return [{ field: 'shop', value: text.slice(start, end), score: 0.75, start, end }]
    }),
  )
}

/** `买了一台……` names the goods, as far as one can tell. */
function bought(text: string, plain: string, counters: readonly string[]): readonly ReadField[] {
  const pattern = new RegExp(
    `(?:买了|购买了|买的|购买|拍了|订了|下单了|入手了)${anyOf(counters)}(?<name>[\\p{Script=Han}a-z0-9+\\- ]{2,24})`,
    'gu',
  )
  return [...plain.matchAll(pattern)].flatMap((match): ReadField[] => {
    const name =
      (match.groups?.name ?? '').split(/[了坏烂破碎裂假才就 ]|的时候|结果|后来|发现|收到|但是|可是|到货|回来/)[0] ?? ''
    if (name.length < 2) return []
    const start = match.index + match[0].length - (match.groups?.name ?? '').length
    return [
      { field: 'item', value: text.slice(start, start + name.length), score: 0.6, start, end: start + name.length },
    ]
  })
}

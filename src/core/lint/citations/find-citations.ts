import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Law } from '../../knowledge/law.ts'
import { spellingsOf } from '../../knowledge/lookup/law-name.ts'
import { numberPattern, readNumber } from '../../knowledge/lookup/written-number.ts'
import type { Span } from '../../language/span.ts'

/** A law named in a text, and the article if one is. Places are in UTF-16 units. */
export type Citation = Span & {
  /** Undefined: written like a law, and none known by that name. */
  readonly law: Law | undefined
  /** Set where no law bears that name any more: what took its place, and its last day. */
  readonly ended?: { readonly by: Law; readonly to: string }
  /** As it is written, without brackets. */
  readonly name: string
  readonly article?: Article
}

/** `第二十五条第一款` is `{ number: '25', paragraph: 1 }`, `第二百五十三条之一` `{ number: '253-1' }`. */
export type Article = { readonly number: string; readonly paragraph?: number }

/** The ref of a cited article, such as `cpl#25.1`. */
export function refOf(law: Law, { number, paragraph }: Article): string {
  return `${law.id}#${number}${paragraph === undefined ? '' : `.${paragraph}`}`
}

/** What stands between a law's name and its articles: the year of its wording, a joining word. */
const joint =
  /(?:[\u4e00-\u9fff]{1,4}编)?(?:总则|合同|侵权责任)?(?:(?:19|20)[0-9]{2}年?(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:修正|修订|版|施行)*)?(?:[,，:：]|[中里上]?[的之]?)(?:关于[\u4e00-\u9fff]{1,10}?的)?/y
const n = `(?:${numberPattern})`
/** An article with what narrows it; the word 第 or 条 shows that the number is one. */
const article = new RegExp(
  `(第)?(${n})(条)?(?:之(${n})(?!款)(条)?)?(?:(?:之?第?(${n})款)|\\.(${n})(条)?)?(?:第?[(（]?${n}[)）]?项)?`,
  'y',
)
const listed = /[、,，/和及与或]|以及|至|到|-|~|—/y
/** Behind a bare number these make it something else: `消法3年`, `价格法2个`. */
const counted = /[0-9０-９年月日号元天个万次条部件倍%％.:：/]/
const ordinal = new RegExp(`第${n}条`, 'y')
/** A bare article behind these is one of another text. */
const otherText = /[。！？!?\n]|合同|协议|约定|规则|章程|说明|页面/
/** Makes another law of the one named before it. */
const derived = /实施条例|实施细则|实施办法|司法解释/y
const pronoun = /(?:本|该|同|上述|前述)(?:法|条例|办法|规定|规则|解释)/y
const unknownName = new RegExp(`((?:[\\u4e00-\\u9fff]{1,14})(?:法|条例|办法|规定|规则|细则|解释))(?=第?${n}条)`, 'g')
/** Ends in a pronoun, or is the text of a contract or shop. */
const noLaw = /(?:本|该|(?<!合)同|上述|前述)(?:法|条例|办法|规定|规则|细则|解释)$|^店铺|合同(?!法)|协议/
const leading = /^.*(?:根据|依据|按照|依照|违反|适用|参照|符合|以及|援引|引用|规定在|按|依|据|和|与|及|照|的|是|了|为)/
const lawLike = /(?:法|法典|条例|办法|规定|规则|细则|解释|协议|通则|总则|标准|规范|准则)$/
const titled = /《([^《》\n]{2,40}(?:〈[^〉\n]{2,30}〉[^《》\n]{0,30})?)》/g

/** Every citation of a text in plain form, in order, however it is spelt. Articles listed together are one each. */
export function findCitations(plain: string, { laws }: Pick<Knowledge, 'laws'>): readonly Citation[] {
  const text = fold(plain)
  const { folded, at } = text
  const names = namesByFirst(laws)
  const found: Citation[] = []
  let last: { readonly law: Law; readonly end: number } | undefined
  for (let i = 0; i < folded.length; ) {
    const name = names.get(folded[i] ?? '')?.find((one) => stands(one, folded, i))
    const beside = name && (sticky(derived, folded, i + name.spelt.length) ?? '')
    const isItself = beside === ''
    const named = name && { law: isItself ? name.law : undefined, from: i + `${name.spelt}${beside}`.length }
    const cited = named ?? (last && backTo(plain, text, i, last))
    const { articles, end } = cited ? articlesAt(folded, cited.from) : { articles: [], end: i }
    if (cited === undefined || (articles.length === 0 && (name === undefined || name.spelt.length <= 3))) {
      i += 1
      continue
    }
    const after = Math.max(end, cited.from)
    const [first = 0, to] = [at[i], (at[after - 1] ?? 0) + 1]
    const start = plain[first - 1] === '《' ? first - 1 : first
    const cites = {
      law: cited.law,
      name: name ? `${name.spelt}${beside}` : (last?.law.short[0] ?? last?.law.title ?? ''),
      ...(isItself && name?.ended ? { ended: name.ended } : {}),
    }
    if (articles.length === 0 && (cites.law ?? cites.ended)) found.push({ ...cites, start, end: to })
    for (const [k, one] of articles.entries())
      found.push({
        ...cites,
        article: one.article,
        start: k === 0 ? start : (at[one.from] ?? start),
        end: (at[one.to - 1] ?? start) + 1,
      })
    last = cited.law && { law: cited.law, end: after }
    i = after
  }
  return [...found, ...strangers(plain, found)].sort((a, b) => a.start - b.start)
}

/** The law that `该法第三条`, or a bare `第三条` in the same sentence, goes back to. */
function backTo(
  plain: string,
  { folded, at }: Folded,
  i: number,
  last: { readonly law: Law; readonly end: number },
): { readonly law: Law; readonly from: number } | undefined {
  const said = sticky(pronoun, folded, i)
  if (said === undefined && sticky(ordinal, folded, i) === undefined) return undefined
  const between = plain.slice(at[last.end - 1] ?? 0, at[i])
  const isNear = said === undefined ? between.length <= 80 && !otherText.test(between) : between.length <= 200
  return isNear ? { law: last.law, from: i + (said?.length ?? 0) } : undefined
}

type Listed = { readonly article: Article; readonly from: number; readonly to: number }

/** The articles behind a law's name: one, or several listed (`第二十四、二十五条`, `第8条至第10条`). */
function articlesAt(folded: string, from: number): { readonly articles: readonly Listed[]; readonly end: number } {
  const joining = sticky(joint, folded, from) ?? ''
  const articles: Listed[] = []
  let pending: Listed[] = []
  let end = from
  for (let at = from + joining.length; ; ) {
    const one = articleAt(folded, at)
    if (one === undefined) break
    pending.push(one)
    // `消法25` is an article, `消法，25` and `消法25元` are none; the 条 of a list makes articles of all before it.
    const isBare = one.written === 'digits' && !/[,，:：]/.test(joining)
    if (one.written === 'whole' || ((one.written === 'ordinal' || isBare) && !counted.test(folded[one.to] ?? ''))) {
      articles.push(...pending)
      pending = []
      end = one.to
    }
    const joined = sticky(listed, folded, one.to)
    if (joined === undefined) break
    at = one.to + joined.length
  }
  return { articles, end }
}

/** `whole`: with 条; `ordinal`: 第25; `digits`: 25; `words`: 二十五, which alone is no article. */
type Written = 'whole' | 'ordinal' | 'digits' | 'words'

function articleAt(folded: string, at: number): (Listed & { readonly written: Written }) | undefined {
  article.lastIndex = at
  const match = article.exec(folded)
  if (match === null) return undefined
  const [whole, , first = '', named, sub, subNamed, paragraph, dotted, dottedNamed] = match
  const [number, subNumber, narrowed] = [first, sub ?? '', paragraph ?? dotted ?? ''].map(readNumber)
  if (!number) return undefined
  const isDigits = /^[0-9]/.test(first)
  const unnamed = isDigits ? (whole.startsWith('第') ? 'ordinal' : 'digits') : 'words'
  return {
    article: {
      number: subNumber === undefined ? String(number) : `${number}-${subNumber}`,
      ...(narrowed === undefined ? {} : { paragraph: narrowed }),
    },
    from: at,
    to: at + whole.length,
    written: (named ?? subNamed ?? dottedNamed) === undefined ? unnamed : 'whole',
  }
}

/** What is written like a law with an article, and is none of those known. */
function strangers(plain: string, found: readonly Citation[]): readonly Citation[] {
  const free = ({ start, end }: Span) => !found.some((one) => one.start < end && start < one.end)
  const inBrackets = [...plain.matchAll(titled)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const end = index + whole.length
    const behind = new RegExp(`^\\s*第?\\s*(${n}|[0-9]+\\.[0-9]+)\\s*条`).exec(plain.slice(end, end + 24))
    if (!lawLike.test(name) || !behind) return []
    const number = readNumber(behind[1] ?? '')
    const article = number ? { article: { number: String(number) } } : {}
    return [{ law: undefined, name, ...article, start: index, end: end + behind[0].length }]
  })
  const bare = [...plain.matchAll(unknownName)].flatMap(({ 1: words = '', index }) => {
    const name = words.replace(leading, '')
    const start = index + words.length - name.length
    return name.length < 3 || noLaw.test(name) ? [] : [{ law: undefined, name, start, end: index + words.length }]
  })
  return [
    ...inBrackets,
    ...bare.filter((one) => !inBrackets.some((other) => other.start < one.end && one.start < other.end)),
  ].filter(free)
}

type Folded = { readonly folded: string; readonly at: readonly number[] }

/** Other ways of writing what stands in names and numbers of articles. */
const traditional = '費權護條電務產質價廣規則辦釋訴訟據實報發個資網絡貨終無壹贰貳叁肆伍陆柒捌玖拾佰'
const simplified = '费权护条电务产质价广规则办释诉讼据实报发个资网络货终无一二二三四五六七八九十百'
const plainOf = new Map([
  ['廿', '二十'],
  ...[...traditional].map((character, i) => [character, simplified[i] ?? character] as const),
])

/** The text without blanks, brackets and 中华人民共和国, as law names are compared, with the place of each unit. */
function fold(plain: string): Folded {
  const at: number[] = []
  let folded = ''
  for (let i = 0; i < plain.length; i += 1) {
    if (plain.startsWith('中华人民共和国', i)) {
      i += 6
      continue
    }
    const char = plain[i] ?? ''
    if (/[\s《》〈〉「」“”"'()（）§]/.test(char)) continue
    const plainly = plainOf.get(char) ?? char
    folded += plainly
    for (let k = 0; k < plainly.length; k += 1) at.push(i)
  }
  return { folded, at }
}

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

type Name = { readonly spelt: string; readonly law: Law | undefined; readonly ended?: Citation['ended'] }

/** Names of laws that ended are short enough to stand inside those of others: 合同法 in 劳动合同法. */
function stands({ spelt, ended }: Name, folded: string, at: number): boolean {
  return folded.startsWith(spelt, at) && !(ended && /(?:劳动|经济|技术)$/.test(folded.slice(Math.max(0, at - 2), at)))
}

const ready = new WeakMap<Knowledge['laws'], ReadonlyMap<string, readonly Name[]>>()

/** Every name of every law by its first character, the longest first. Ids are names only with `#`. */
function namesByFirst(laws: Knowledge['laws']): ReadonlyMap<string, readonly Name[]> {
  const known = ready.get(laws)
  if (known) return known
  const names = Object.values(laws)
    .flatMap((law): readonly Name[] => [
      ...spellingsOf(law).map((name) => ({ spelt: name === law.id ? `${name}#` : name, law })),
      ...(law.ended ?? []).flatMap((one) =>
        one.names.map((spelt) => ({ spelt, law: undefined, ended: { by: law, to: one.to } })),
      ),
    ])
    .sort((a, b) => b.spelt.length - a.spelt.length)
  const byFirst = new Map<string, Name[]>()
  for (const name of names) {
    const first = name.spelt[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), name])
  }
  ready.set(laws, byFirst)
  return byFirst
}

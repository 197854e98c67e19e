import { holdsOn } from '../values/time-span.ts'
import type { Knowledge } from './knowledge.ts'
import type { Law, Provision } from './law.ts'

export type Found = { readonly law: Law; readonly provision: Provision }

/**
 * The provision a ref names (`cpl#25`, `cpl#44.1`, `cim#9`), in force on `onDay` when a day is given. An article that an
 * entry covers together with others is found too; a paragraph that has no entry of its own falls back to its article.
 * Of several versions the one in force on the day wins; without a day, the newest. A law that reaches back to open
 * disputes is found for earlier days too, once it is in force on `today` (default: `onDay`).
 */
export function findProvision(knowledge: Knowledge, ref: string, onDay?: string, today?: string): Found | undefined {
  return versionsOf(knowledge, ref).findLast(({ law, provision }) => {
    const day = law.reachesBack ? (today ?? onDay) : onDay
    return day === undefined || isInForce(provision, day)
  })
}

/** Every entry a ref may name, whatever the day, oldest first: those of its key, else those that cover its article. */
export function versionsOf(knowledge: Knowledge, ref: string): readonly Found[] {
  const parsed = parseRef(ref)
  const law = parsed && indexOf(knowledge).get(parsed.law)
  if (!parsed || !law) return []
  return law.byKey.get(parsed.key.replace(/@.*/, '')) ?? law.byArticle.get(parsed.article) ?? []
}

/** Whether these words were in force on that day. `from: null` means the text does not say since when: taken as in force. */
export function isInForce(provision: Provision, day: string): boolean {
  return holdsOn(provision, day)
}

/**
 * `《中华人民共和国消费者权益保护法》第二十五条第一款`: how a Chinese paper names the provision. A group of articles is
 * `第八条至第十条`; a text without article numbers (a help page) is named by what the entry is about.
 */
export function citeText(knowledge: Knowledge, ref: string): string {
  return cite(knowledge, ref, (law) => `《${law.title.replaceAll('《', '〈').replaceAll('》', '〉')}》`, chineseNumber)
}

/** `消法第44条第1款`: the short form for tables and screens; the full title where the law has no short one. */
export function shortCite(knowledge: Knowledge, ref: string): string {
  return cite(knowledge, ref, (law) => law.short[0] ?? law.title, String)
}

function cite(knowledge: Knowledge, ref: string, title: (law: Law) => string, number: (n: number) => string): string {
  const found = findProvision(knowledge, ref)
  const parsed = parseRef(ref)
  if (!found || !parsed) return ref
  const { law, provision } = found
  if (law.numbering === 'none' || parsed.article === '0') return `${title(law)}（${provision.title}）`
  const isGroup = parsed.article.includes('-') && !provision.articles.includes(parsed.article)
  const [first = '', second = ''] = parsed.article.split('-')
  const article = `第${number(Number(first))}条`
  const tail = second === '' ? '' : isGroup ? `至第${number(Number(second))}条` : `之${number(Number(second))}`
  const paragraph = parsed.paragraph === undefined ? '' : `第${number(parsed.paragraph)}款`
  return `${title(law)}${article}${tail}${paragraph}`
}

type Ref = { law: string; key: string; article: string; paragraph?: number }

/** Splits `cpl#44.1` into law, article and paragraph; undefined when it is not a ref. */
export function parseRef(ref: string): Ref | undefined {
  const match = /^([a-z][a-z0-9]*)#(([0-9]+(?:-[0-9]+)?)(?:\.([0-9]+))?(?:@[0-9]{4})?)$/.exec(ref)
  const [, law, key, article, paragraph] = match ?? []
  if (law === undefined || key === undefined || article === undefined) return undefined
  return { law, key, article, ...(paragraph === undefined ? {} : { paragraph: Number(paragraph) }) }
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 → 一, 20 → 二十, 148 → 一百四十八, 1203 → 一千二百零三. Whole numbers from 1 to 9999, as articles are numbered. */
export function chineseNumber(n: number): string {
  let out = ''
  let gap = false
  for (const [size, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / size) % 10
    if (digit === 0) {
      gap = out !== ''
      continue
    }
    out += `${gap ? '零' : ''}${digit === 1 && size === 10 && out === '' ? '' : digits[digit]}${unit}`
    gap = false
  }
  return out
}

type LawIndex = { byKey: Map<string, Found[]>; byArticle: Map<string, Found[]> }
const indexes = new WeakMap<Knowledge, Map<string, LawIndex>>()

function indexOf(knowledge: Knowledge): Map<string, LawIndex> {
  const known = indexes.get(knowledge)
  if (known) return known
  const index = new Map<string, LawIndex>()
  for (const law of Object.values(knowledge.laws)) {
    const byKey = new Map<string, Found[]>()
    const byArticle = new Map<string, Found[]>()
    const oldestFirst = [...law.provisions].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    for (const provision of oldestFirst) {
      append(byKey, provision.key.replace(/@.*/, ''), { law, provision })
      for (const article of provision.articles) append(byArticle, article, { law, provision })
    }
    index.set(law.id, { byKey, byArticle })
  }
  indexes.set(knowledge, index)
  return index
}

function append(map: Map<string, Found[]>, key: string, found: Found): void {
  const list = map.get(key)
  if (list) list.push(found)
  else map.set(key, [found])
}

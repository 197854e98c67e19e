import { done, type Outcome, refuse } from '../../values/refusal.ts'
import { articleOrder, type ReadStatute, type Statute, type StatuteSource } from './statute.ts'

export type Kept = {
  /** `new`: a version not held before; `added`: articles of it that were missing; `same`: nothing that was not held. */
  readonly status: 'new' | 'added' | 'same'
  readonly statute: Statute
  /** How many articles came with it. */
  readonly added: number
}

/**
 * Takes a text to what is held of the same version. An article that is held already must say the same, blanks and forms of
 * marks aside; one word more or less, and the whole file is refused (`statute-differs`): nothing is overwritten.
 */
export function keepStatute(held: Statute | undefined, read: ReadStatute, source: StatuteSource): Outcome<Kept> {
  const known = new Map(held?.articles.map((one) => [one.article, one.text]))
  const differing = read.articles.filter(({ article, text }) => {
    const kept = known.get(article)
    return kept !== undefined && even(kept) !== even(text)
  })
  if (held !== undefined && differing.length > 0)
    return differs(
      held,
      differing.map(({ article }) => article),
      source,
    )
  const fresh = read.articles.filter(({ article }) => !known.has(article))
  if (held !== undefined && fresh.length === 0) return done({ status: 'same', statute: held, added: 0 })
  const sources = [...(held?.sources ?? []), source]
  const articles = [
    ...(held?.articles ?? []),
    ...fresh.map((one) => ({ ...one, under: [...one.under], source: sources.length - 1 })),
  ].sort((a, b) => articleOrder(a.article) - articleOrder(b.article))
  const statute = {
    title: read.title,
    day: read.day,
    published: held?.published ?? read.published,
    effective: held?.effective ?? read.effective,
    articles,
    sources,
  }
  return done({ status: held === undefined ? 'new' : 'added', statute, added: fresh.length })
}

function even(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s"'“”‘’〈〉《》<>「」·]/g, '')
}

function differs({ title, day, sources }: Statute, articles: readonly string[], { file }: StatuteSource) {
  const named = articles.slice(0, 5).join('、')
  const before = sources.map((one) => one.file).join('、')
  return refuse(
    'statute-differs',
    {
      zh: `与已导入的《${title}》（${day}，来自 ${before}）文字不同：第 ${named} 条${articles.length > 5 ? `等 ${articles.length} 条` : ''}；没有收，也没有改动已导入的`,
      en: `differs from the text of ${day} imported from ${before} in ${articles.length} article(s): ${articles.slice(0, 5).join(', ')}; not taken, nothing changed`,
    },
    file,
  )
}

import type { Law } from '../law.ts'
import type { Statute, StatuteSource } from './statute.ts'

/** An article in the official words of an imported file. */
export type ImportedArticle = Pick<Statute, 'title' | 'day' | 'published' | 'effective'> &
  Pick<Statute['articles'][number], 'article' | 'under' | 'text'> &
  StatuteSource

/** Whether a law of the base and an imported statute are one: 中华人民共和国 before the name does not matter. */
function isSameLaw(law: Pick<Law, 'title'>, statute: Pick<Statute, 'title'>): boolean {
  return plainTitle(law.title) === plainTitle(statute.title)
}

export function plainTitle(title: string): string {
  return title.normalize('NFKC').replaceAll(/[\s《》〈〉<>]|中华人民共和国/g, '')
}

/** The version that counts on a day: the newest that had taken effect, or had been published where it does not say when. */
export function statuteOn(statutes: readonly Statute[], law: Pick<Law, 'title'>, day: string): Statute | undefined {
  return statutes
    .filter((one) => isSameLaw(law, one) && sinceOf(one) <= day)
    .sort((a, b) => sinceOf(a).localeCompare(sinceOf(b)))
    .at(-1)
}

function sinceOf({ effective, day }: Statute): string {
  return effective ?? day
}

/**
 * Whether a law has an article on a day, by the imported texts; undefined when they do not tell: no version of that day, or
 * only an excerpt of it that does not hold the article.
 */
export function hasArticle(
  statutes: readonly Statute[],
  law: Pick<Law, 'title'>,
  article: string,
  day: string,
): boolean | undefined {
  const statute = statuteOn(statutes, law, day)
  if (statute === undefined) return undefined
  if (statute.articles.some((one) => one.article === article)) return true
  return isWhole(statute) ? false : undefined
}

/** The article in the words of the version that counts on the day. */
export function importedArticle(
  statutes: readonly Statute[],
  law: Pick<Law, 'title'>,
  article: string,
  day: string,
): ImportedArticle | undefined {
  const statute = statuteOn(statutes, law, day)
  const found = statute?.articles.find((one) => one.article === article)
  return statute && found && imported(statute, found)
}

/** An article with what tells its version and its file. */
export function imported(statute: Statute, { source, ...article }: Statute['articles'][number]): ImportedArticle {
  const { title, day, published, effective } = statute
  const from = statute.sources[source]
  if (from === undefined) throw new Error(`statute ${title} ${day}: article ${article.article} names no file`)
  return { title, day, published, effective, ...article, ...from }
}

/** From article 1 on none is missing: what is not there is not in the law. */
function isWhole({ articles }: Statute): boolean {
  const numbers = new Set(articles.map(({ article }) => Number(article.split('-')[0])))
  return numbers.size === Math.max(...numbers)
}

import type { Knowledge } from '../knowledge.ts'
import { articleAfter, spellingsOf } from '../lookup/law-name.ts'
import { type ImportedArticle, importedArticle, plainTitle } from './imported-statutes.ts'
import type { Statute } from './statute.ts'

/** An imported article as `law show` names it: by a law of the base, else by the title of the statute. */
export type NamedArticle = { readonly ref: string; readonly article: ImportedArticle }

/** The imported article that a citation names, by any name the base has for its law. */
export function namedArticle(
  words: string,
  knowledge: Knowledge,
  statutes: readonly Statute[],
  day: string,
): NamedArticle | undefined {
  const laws = new Map(Object.values(knowledge.laws).map((law) => [plainTitle(law.title), law]))
  const names = statutes.flatMap(({ title }) => {
    const law = laws.get(plainTitle(title))
    return (law === undefined ? [title] : spellingsOf(law)).map((name) => ({ name, title, id: law?.id ?? title }))
  })
  for (const { name, title, id } of names.sort((a, b) => b.name.length - a.name.length)) {
    const number = articleAfter(name, words)
    const article = number === undefined ? undefined : importedArticle(statutes, { title }, number, day)
    if (article) return { ref: `${id}#${number}`, article }
  }
  return undefined
}

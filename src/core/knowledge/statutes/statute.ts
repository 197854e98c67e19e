import { z } from 'zod'

/** One article of a statute in its official words, its paragraphs and items a line each. */
const articleSchema = z.strictObject({
  /** As provisions name it: `25`, `253-1`. */
  article: z.string().regex(/^[1-9][0-9]*(-[1-9][0-9]*)?$/),
  /** The part, chapter and section it stands in, outermost first. */
  under: z.array(z.string()),
  text: z.string().min(1),
  /** Which of the statute's files it was read from. */
  source: z.int().nonnegative(),
})

/** A version of a statute as its users imported it: never our own words, never part of this package. */
export const statuteSchema = z.strictObject({
  title: z.string().min(2),
  /** Tells versions apart: when the text was published or last amended; if it does not say, when it takes effect. */
  day: z.iso.date(),
  published: z.iso.date().nullable(),
  effective: z.iso.date().nullable(),
  /** Ascending by number. */
  articles: z.array(articleSchema).min(1),
  sources: z
    .array(z.strictObject({ file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), importedAt: z.string() }))
    .min(1),
})
export type Statute = z.infer<typeof statuteSchema>
export type StatuteSource = Statute['sources'][number]

/** What a file says: the same before it is known from which file and when. */
export type ReadStatute = Omit<Statute, 'articles' | 'sources'> & {
  readonly articles: readonly ReadArticle[]
}
export type ReadArticle = Omit<Statute['articles'][number], 'source'>

/** Articles by number, then 之一, 之二. */
export function articleOrder(article: string): number {
  const [main = 0, sub = 0] = article.split('-').map(Number)
  return main * 1000 + sub
}

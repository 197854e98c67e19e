import { numberPattern, readNumber } from '../lookup/written-number.ts'
import { articleOrder, type ReadArticle } from './statute.ts'

const n = `(${numberPattern})`
/** An article at the head of a line; `第十条规定的…` in running text is not one. */
const articleHead = new RegExp(`^第 ?${n} ?条(?:之${n})?(?:[ :：]|$|(?=[^的、，和至及到或规所第款项中])) ?`)
const division = new RegExp(`^第 ?(?:${numberPattern}) ?(编|分编|章|节)(?: |$)`)
const ranks: readonly string[] = ['编', '分编', '章', '节']
/** What follows the last article and is not part of it. */
const after = /^(?:附件|附录|附表|附则：|附：|附:|目录$)/

/**
 * The articles of a text with the lines before the first of them. A number that does not go up is not the head of an
 * article but part of the one before (a quoted article of another law); where a text begins anew, it ends.
 */
export function statuteArticles(lines: readonly string[]): {
  readonly head: readonly string[]
  readonly articles: readonly ReadArticle[]
} {
  const first = lines.findIndex((line) => articleHead.test(line))
  if (first < 0) return { head: lines, articles: [] }
  const articles: { article: string; under: string[]; text: string[] }[] = []
  const open = lines.slice(0, first).reduce(within, [])
  let under: readonly string[] = open
  for (const line of lines.slice(first)) {
    const last = articles.at(-1)
    const number = numberOf(line)
    if (number !== undefined && (last === undefined || articleOrder(number) > articleOrder(last.article))) {
      const text = line.replace(articleHead, '')
      articles.push({ article: number, under: [...under], text: text === '' ? [] : [text] })
    } else if (number === '1' || after.test(line)) break
    else if (division.test(line)) under = within(under, line)
    else last?.text.push(line)
  }
  return {
    head: lines.slice(0, first),
    articles: articles
      .filter(({ text }) => text.length > 0)
      .map(({ text, ...article }) => ({ ...article, text: text.join('\n') })),
  }
}

function numberOf(line: string): string | undefined {
  const [, main = '', sub] = articleHead.exec(line) ?? []
  const number = readNumber(main)
  const after = sub === undefined ? undefined : readNumber(sub)
  if (number === undefined || number === 0 || (sub !== undefined && !after)) return undefined
  return after === undefined ? String(number) : `${number}-${after}`
}

/** A heading takes the place of those of its rank and below. */
function within(under: readonly string[], line: string): readonly string[] {
  const rank = ranks.indexOf(division.exec(line)?.[1] ?? '')
  if (rank < 0) return under
  const above = under.filter((one) => ranks.indexOf(division.exec(one)?.[1] ?? '') < rank)
  return [...above, line]
}

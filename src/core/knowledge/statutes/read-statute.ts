import { done, type Outcome, refuse } from '../../values/refusal.ts'
import type { ReadStatute } from './statute.ts'
import { statuteArticles } from './statute-articles.ts'
import { nameDay, statuteDays } from './statute-days.ts'
import { statuteLines } from './statute-lines.ts'

/** The head of a statute that is kept in several files: its title and the lines that name its days. */
export type StatuteHead = { readonly title: string; readonly lines: readonly string[] }

const isTitle =
  /^[^。；！？]{2,80}(?:法|法典|条例|规定|规则|办法|解释|细则|决定|意见|通则|章程|批复|通知|公告|准则|标准|制度|目录)(?:（[一二三四五六七八九十]+）)?$/
/** No title is longer, and no head. */
const MOST_TITLE = 200
const MOST_HEAD = 100
/** Headings of parts, and marks of collections. */
const notTitle = /^(?:第[^ ]{1,6}[编章节条]|目录|附则|总则|【(?!法律名称|文件名称|标题))/

/** The head of a file that holds no article, for the files beside it; undefined when it has no title. */
export function readHead(text: string, fileName: string): StatuteHead | undefined {
  const { head, articles } = statuteArticles(statuteLines(text))
  const title = articles.length > 0 ? undefined : titleIn(head)
  return title === undefined ? undefined : { title, lines: [...head, ...(nameDay(fileName) ? [fileName] : [])] }
}

/**
 * Reads a statute from its text. `around` is the head of the statute that a part of it belongs to. Refused when there is no
 * article (`no-articles`), no title (`no-title`) or no day by which this version could be told from others (`no-day`).
 */
export function readStatute(text: string, fileName: string, around?: StatuteHead): Outcome<ReadStatute> {
  const { head, articles } = statuteArticles(statuteLines(text))
  if (articles.length === 0)
    return refuse(
      'no-articles',
      { zh: '没有“第X条”开头的段落，不像法律条文', en: 'no line begins with an article' },
      fileName,
    )
  const own = titleIn(head)
  const title = own ?? around?.title ?? titleIn([fileName.replace(/\.[a-z0-9.]+$/i, '').replace(/^cat[0-9]+_/, '')])
  if (title === undefined)
    return refuse(
      'no-title',
      {
        zh: '看不出是哪部法律：请把法律全称写在第一行，再导入',
        en: 'no title of a law: write its full title in the first line and import again',
      },
      fileName,
    )
  const headLines = [...(own === undefined && around ? around.lines : []), ...head].slice(0, MOST_HEAD)
  const days = statuteDays(
    headLines,
    articles.slice(-3).map(({ text }) => text),
    fileName,
  )
  const day = days.published ?? days.effective
  if (day === null)
    return refuse(
      'no-day',
      {
        zh: `看不出《${title}》是哪一天公布或修正的文本：请把日期写进文件名末尾，例如“${title}(2023-09-01)”，再导入`,
        en: 'no day on which this text was published or amended: add it to the file name, as in NAME(2023-09-01), and import again',
      },
      fileName,
    )
  return done({ title, day, ...days, articles })
}

/** A title may be broken over a few lines, and be followed in brackets by numbers and dates. */
function titleIn(head: readonly string[]): string | undefined {
  const lines = head.slice(0, 12).map((line) => bareTitle(line.slice(0, MOST_TITLE)))
  for (const [i, line] of lines.entries()) {
    if (line === '' || notTitle.test(line)) continue
    for (const joined of [line, line + (lines[i + 1] ?? ''), line + (lines[i + 1] ?? '') + (lines[i + 2] ?? '')])
      if (isTitle.test(joined)) return joined
  }
  return undefined
}

function bareTitle(line: string): string {
  return line
    .replace(/^【(?:法律名称|文件名称|标题)】/, '')
    .replace(/^《(.*)》$/, '$1')
    .replace(/[ —-]*(?:节录|摘录)$/, '')
    .replace(/ ?[（(_](?=[^）)]*[0-9])[^（(]*$/, '')
    .replaceAll(' ', '')
}

import type { Text } from '../../values/text.ts'
import type { Law } from '../law.ts'
import { parseRef } from '../provision-ref.ts'

/* Why a citation was not read, with the next step. */

export function lawUnknown(typed: string, nearest: Law | undefined): Text {
  const name = nearest && (nearest.short[0] ?? nearest.title)
  return {
    zh: `没有找到“${typed}”指的法律${nearest ? `，您是不是要写“${name}”（${nearest.id}）` : ''}；不知道条文时用 youju law search 按意思找`,
    en: `No law is known by "${typed}"${nearest ? `, did you mean ${nearest.id} (${name})` : ''}; youju law search finds provisions by what they say`,
  }
}

export function articleUnread(law: Law, rest: string): Text {
  return {
    zh: `“${rest}”不是条号；请写成 ${law.id}#${law.provisions[0]?.key}、第${law.provisions[0]?.articles[0]}条 这样`,
    en: `"${rest}" is not an article; write it as in ${law.id}#${law.provisions[0]?.key}`,
  }
}

/** That an article is not held does not mean that the law has none of that number. */
export function articleNotHeld(law: Law, ref: string): Text {
  const name = law.short[0] ?? law.title
  const asked = parseRef(ref)?.article ?? ref
  const held = spans(law)
  return {
    zh: `《${name}》的第${asked}条没有收在这里（不等于没有这一条）；收了：${held.join('、')}`,
    en: `Article ${asked} of ${law.id} (${name}) is not held here, which does not mean that there is none; held: ${held.join(', ')}`,
  }
}

/** Articles held, runs of three and more drawn together: `7, 8, 22–26`. */
function spans(law: Law): readonly string[] {
  const articles = [...new Set(law.provisions.flatMap((provision) => provision.articles))].sort(byNumber)
  const runs: string[][] = []
  for (const article of articles) {
    const run = runs.at(-1)
    if (run && Number(run.at(-1)) + 1 === Number(article)) run.push(article)
    else runs.push([article])
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0]}–${run.at(-1)}`]))
}

function byNumber(a: string, b: string): number {
  const [first, second] = [a.split('-').map(Number), b.split('-').map(Number)]
  return (first[0] ?? 0) - (second[0] ?? 0) || (first[1] ?? 0) - (second[1] ?? 0)
}

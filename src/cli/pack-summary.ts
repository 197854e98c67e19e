import { formatShanghai } from '../core/values/instant.ts'
import { isLocalDate } from '../core/values/local-date.ts'
import { type Lang, say, type Text } from '../core/values/text.ts'
import type { Manifest, WithheldEntry } from '../server/pack/manifest.ts'
import type { Pack } from '../server/pack/pack.ts'

const words = {
  next: { zh: '下一步', en: 'Next' },
  written: { zh: '已写好', en: 'Written' },
  withheld: { zh: '还不能写', en: 'Not written yet' },
  notCalledFor: { zh: '现在用不上', en: 'Not called for now' },
  notices: { zh: '请注意', en: 'Please note' },
  by: { zh: '前', en: 'by' },
  lacks: { zh: '缺', en: 'lacks' },
} satisfies Record<string, Text>

/** What a pack did, for people: the next step first, then the papers, what is withheld and how to give it, what is not called for, notices. */
export function packSummary(pack: Pack, lang: Lang): string {
  const { manifest, advice, out } = pack
  const t = (text: Text) => say(text, lang)
  const next = advice.next.slice(0, 3).map((step, i) => {
    const by = step.by === undefined ? undefined : isLocalDate(step.by) ? step.by : formatShanghai(step.by)
    const until = by === undefined ? '' : lang === 'en' ? ` (by ${by})` : `（${by} 前）`
    return `${i + 1}. ${step.do}${until}\n   ${step.why}`
  })
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [t(words.next), next],
    [`${t(words.written)} → ${out}`, papersOf(manifest)],
    [t(words.withheld), manifest.withheld.flatMap((entry) => withheldLines(entry, pack, lang))],
    [t(words.notCalledFor), uncalledLine(manifest.notCalledFor, t)],
    [t(words.notices), manifest.notices.map((notice) => `- ${notice}`)],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.join('\n')}\n`)
    .join('\n')
}

/** A line a paper with its files, in the order of the manifest, then what to know before using it. */
function papersOf({ files, hints }: Manifest): readonly string[] {
  const byPaper = new Map<string, { title: string; files: string[] }>()
  for (const { paper, title, file } of files) {
    const known = byPaper.get(paper)
    if (known) known.files.push(file)
    else byPaper.set(paper, { title, files: [file] })
  }
  return [...byPaper].flatMap(([paper, { title, files: names }]) => [
    `- ${title}  ${names.join(' ')}`,
    ...(hints.find(({ id }) => id === paper)?.texts ?? []).map((text) => `    ${text}`),
  ])
}

/** All of them in one line: why, and when they will be, is in the manifest. */
function uncalledLine(papers: Manifest['notCalledFor'], t: (text: Text) => string): readonly string[] {
  if (papers.length === 0) return []
  const ids = papers.map(({ id }) => id)
  return [
    t({
      zh: `- ${papers.map(({ title }) => title).join('、')}（编号和原因见 manifest.json；仍要写：--only 编号）`,
      en: `- ${ids.join(', ')} (why: manifest.json; to write one all the same: --only ID)`,
    }),
  ]
}

function withheldLines({ id, file, missing }: WithheldEntry, { knowledge }: Pack, lang: Lang): readonly string[] {
  const title = knowledge.letters[id]?.title ?? id
  const head = `- ${title}${lang === 'en' ? ` (${file ?? id}) ` : `（${file ?? id}）`}${say(words.lacks, lang)}:`
  return [head, ...missing.map(({ name, how }) => `    ${name}${how === undefined ? '' : ` —— ${how}`}`)]
}

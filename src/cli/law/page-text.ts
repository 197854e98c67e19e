import type { ProvisionPage } from '../../core/knowledge/lookup/provision-page.ts'
import { parseRef } from '../../core/knowledge/provision-ref.ts'
import type { ImportedArticle } from '../../core/knowledge/statutes/imported-statutes.ts'
import { formatShanghai } from '../../core/values/instant.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import { standing } from '../advice-words.ts'
import * as words from './words.ts'

type Row = readonly [label: Text, text: string | undefined]

/** A provision as a reader sees it; `asked` is the ref it was asked for by. */
export function pageText(page: ProvisionPage, asked: string, lang: Lang): string {
  const t = (text: Text) => say(text, lang)
  const { colon, comma, stop } = words.marksOf(lang)
  const force = [
    t(words.force(page)),
    ...(page.reachesBack ? [t(words.reachesBack)] : []),
    ...(page.fromNote ? [page.fromNote] : []),
  ]
  const versions = page.versions.map(({ ref, cite, from, to }) => `${ref} ${cite} (${from ?? '?'} – ${to ?? ''})`)
  const rows: readonly Row[] = [
    ...statements(page),
    [words.labels.note, page.note],
    [words.labels.lawNote, page.lawNote],
    [words.labels.force, force.join(stop)],
    [
      words.labels.seen,
      `${t(words.grades[page.grade])}${stop}${t(words.readIn(page.source.join(comma), page.checkedOn))}`,
    ],
    [words.labels.url, page.url],
    [words.labels.with, page.with.join(comma)],
    [words.labels.versions, versions.join(stop)],
    ...usersOf(page, lang),
    ...page.corrects.map(
      ({ number, verdict, claim }): Row => [
        words.labels.corrects,
        `${number} [${t(words.verdicts[verdict])}] ${t(claim)}`,
      ],
    ),
  ]
  return [
    ...noticeOf(page, asked).map(t),
    `${page.cite}  ${page.title}`,
    [page.ref, `《${page.law}》`, t(standing[page.standing]), page.issuer, page.number].filter(Boolean).join(' · '),
    ...rows.flatMap(([label, text]) => (text ? [`${t(label)}${colon}${text}`] : [])),
  ]
    .join('\n')
    .concat('\n')
}

/** An article in official words, with the file they were imported from. */
export function importedText(article: ImportedArticle, lang: Lang): string {
  const { colon } = words.marksOf(lang)
  const [main, sub] = article.article.split('-')
  const number = `第${main}条${sub === undefined ? '' : `之${sub}`}`
  return [
    `${say(words.labels.imported, lang)}${colon}《${article.title}》${number}`,
    ...article.under,
    ...article.text.split('\n').map((line) => `  ${line}`),
    say(words.importedFrom(article, formatShanghai(article.importedAt)), lang),
  ]
    .join('\n')
    .concat('\n')
}

/** What it says, field by field; what the article itself does not say is marked. */
function statements(page: ProvisionPage): Row[] {
  return (['grants', 'conditions', 'limits', 'exceptions', 'proof'] as const).map((field) => {
    const [label, said] = [words.labels[field], page[field]]
    if (said === undefined || typeof said === 'string') return [label, said]
    return [{ zh: `${label.zh}${words.inferred.zh}`, en: `${label.en}${words.inferred.en}` }, said.text]
  })
}

/** What rests on it, a line a kind. */
function usersOf({ usedBy }: ProvisionPage, lang: Lang): Row[] {
  return [...new Set(usedBy.map(({ kind }) => kind))].map((kind) => {
    const names = usedBy.filter((one) => one.kind === kind).map(({ id, title }) => `${say(title, lang)} (${id})`)
    return [words.kinds[kind], names.join(words.marksOf(lang).stop)]
  })
}

/** Why what is shown is not quite what was asked for. */
function noticeOf({ ref, on }: ProvisionPage, asked: string): Text[] {
  const [wanted, shown] = [parseRef(asked), parseRef(ref)]
  if (!wanted || !shown || wanted.law !== shown.law) return [words.otherText(asked, on)]
  return wanted.paragraph !== undefined && shown.paragraph !== wanted.paragraph ? [words.wholeArticle(asked)] : []
}

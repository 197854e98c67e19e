import type { Law, Provision } from '../../knowledge/law.ts'
import { nearestLawName } from '../../knowledge/lookup/law-name.ts'
import { citeText, isInForce, versionsOf } from '../../knowledge/provision-ref.ts'
import { hasArticle, statuteOn } from '../../knowledge/statutes/imported-statutes.ts'
import { sentenceAt } from '../../language/saying.ts'
import type { Linter, LintFinding, LintSubject } from '../finding.ts'
import * as words from './citation-words.ts'
import { type Citation, findCitations, refOf } from './find-citations.ts'
import { dayFor } from './law-day.ts'
import { misplacedGrounds } from './misplaced-grounds.ts'

/** Every reference to a law in the text: whether it exists, was in force on the day, and carries what is claimed by it. */
export const citationLinter: Linter = (subject) => {
  const citations = findCitations(subject.plain, subject.knowledge)
  const judged = citations.flatMap((citation) => judge(citation, subject) ?? [])
  const faulty = new Set(judged.map(({ start }) => start))
  const sound = citations.filter(({ start }) => !faulty.has(start))
  return [
    ...judged.filter((finding) => finding.rule !== 'repealed' || !isToldEnded(finding, subject)),
    ...misplacedGrounds(sound, subject),
  ]
}

/** The writer knows, and says so. */
function isToldEnded({ start, end }: LintFinding, { plain }: LintSubject): boolean {
  const { from, to } = sentenceAt(plain, start, end)
  return /废止|失效|不再施行|不再适用/.test(plain.slice(from, to))
}

function judge(citation: Citation, subject: LintSubject): LintFinding | undefined {
  const { law, article, ended, name, start, end } = citation
  const at = { start, end, kind: 'citation' } as const
  if (ended && ended.to < dayFor(ended.by, subject))
    return { ...at, rule: 'repealed', severity: 'error', ...words.lawEnded(name, ended.by, ended.to) }
  const inStatute = byStatute(citation, subject)
  if (inStatute !== undefined && (law === undefined || article)) {
    if (!inStatute) return { ...at, rule: 'article-absent', severity: 'error', ...words.notInStatute(name, article) }
    if (law === undefined) return undefined
  }
  if (law === undefined) {
    const said = words.lawUnknown(name, nearestLawName(name, subject.knowledge))
    return { ...at, rule: 'law-unknown', severity: 'advice', ...said }
  }
  const held = article ? versionsOf(subject.knowledge, refOf(law, article)).map(({ provision }) => provision) : []
  if (article && held.length === 0 && Number.parseInt(article.number, 10) > (law.lastArticle ?? Number.MAX_VALUE)) {
    const said = words.articleAbsent(law, article.number)
    return { ...at, rule: 'article-absent', severity: 'error', ...said }
  }
  const day = dayFor(law, subject)
  const wordings = held.length > 0 ? held : law.provisions
  if (!wordings.some((wording) => isInForce(wording, day))) {
    const since = wordings.map(({ from }) => from ?? '').sort()[0] ?? ''
    if (since > day) return { ...at, rule: 'not-yet-in-force', severity: 'error', ...words.notYet(law, since, day) }
    const until = wordings.map(({ to }) => to ?? '').sort()
    const said = words.repealed(law, until.at(-1) ?? '', successor(law, held, subject))
    return { ...at, rule: 'repealed', severity: 'error', ...said }
  }
  if (article && held.length === 0 && law.numbering !== 'none' && inStatute === undefined)
    return { ...at, rule: 'article-not-held', severity: 'advice', ...words.articleNotHeld(law, article.number) }
  return undefined
}

/** Whether the imported text of a law holds what is cited of it on its day; undefined where none tells. */
function byStatute({ law, name, article }: Citation, { statutes = [], days }: LintSubject): boolean | undefined {
  const titled = law ?? { title: name }
  const day = law ? dayFor(law, { days }) : days.substance
  if (article === undefined) return statuteOn(statutes, titled, day) === undefined ? undefined : true
  return hasArticle(statutes, titled, article.number, day)
}

/** What took the place of provisions of a law, as it is cited, in force on the day. */
function successor(law: Law, held: readonly Provision[], { knowledge, days }: LintSubject): string | undefined {
  const old = new Set(held.map(({ key }) => `${law.id}#${key}`))
  for (const other of Object.values(knowledge.laws))
    for (const provision of other.provisions)
      if (provision.replaces?.some((ref) => old.has(ref)) && isInForce(provision, days.procedure))
        return citeText(knowledge, `${other.id}#${provision.key}`)
  return undefined
}

import type { Case } from '../case/case.ts'
import type { Letter } from '../knowledge/letter.ts'
import type { LintFinding } from '../lint/finding.ts'
import { lintText } from '../lint/lint.ts'
import type { Dossier } from './dossier.ts'
import type { Missing, Outline } from './outline.ts'
import { plainText } from './plain-text.ts'
import { lawDays } from './text-check/law-days.ts'

/**
 * What in the words of a paper would harm the one who sends it: a threat, money for silence, somebody else's voice, a
 * citation that does not hold. Such a paper is not written until the words are mended. What the other side said is
 * theirs: it is not held against the writer. An overview is for the user alone.
 */
export function harmsOf(
  outline: Outline,
  { kind }: Pick<Letter, 'kind'>,
  { kase, knowledge, now }: Dossier,
): readonly Missing[] {
  if (kind === 'overview') return []
  const text = theirWords(kase).reduce((all, words) => all.replaceAll(words, '……'), plainText(outline))
  const mode = kind === 'script' ? 'call' : 'letter'
  const findings = lintText({ text, mode, knowledge, days: lawDays(kase, now), hasLawyer: false })
  const points = Array.from(text)
  const harms = findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => harm(finding, points.slice(finding.start, finding.end).join(''), kase))
  return [...new Set(harms.map(({ what }) => what))].map((what) => {
    const here = harms.filter((one) => one.what === what)
    const [first] = here
    return { what, name: here.map(({ name }) => name).join('；'), ...(first?.how && { how: first.how }) }
  })
}

function harm({ message, suggestion }: LintFinding, said: string, kase: Case): Missing {
  const what = ownWords(kase).find(([, words]) => words.includes(said))?.[0] ?? 'words'
  return { what, name: `要改写“${said}”：${message.zh}`, how: `改写 ${what}。${suggestion?.zh ?? ''}` }
}

function theirWords({ contacts, filings, offers }: Case): readonly string[] {
  const said = [
    ...contacts.filter(({ direction }) => direction === 'in').map(({ words }) => words),
    ...filings.flatMap(({ replies }) => replies.map(({ words }) => words)),
    ...offers.flatMap(({ words, waives }) => [words, ...waives]),
  ]
  return said.map((words) => words.trim()).filter((words) => words !== '')
}

/** Where the user's own words stand in the case. */
function ownWords({
  problem,
  contacts,
  filings,
  facts,
  evidence,
  demands,
}: Case): readonly (readonly [place: string, words: string])[] {
  return [
    ['problem.words', problem.words],
    ...demands.map(({ words }) => ['demands', words] as const),
    ...contacts.map(({ id, words }) => [`contacts.${id}`, words] as const),
    ...filings.map(({ id, text = '' }) => [`filings.${id}`, text] as const),
    ...Object.entries(facts).map(([fact, { value }]) => [fact, String(value ?? '')] as const),
    ...evidence.map(({ id, title, proves = '' }) => [`evidence.${id}`, `${title}\n${proves}`] as const),
  ]
}

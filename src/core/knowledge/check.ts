import type { Text } from '../values/text.ts'
import type { Condition } from './condition.ts'
import type { Finding } from './finding.ts'
import type { Knowledge } from './knowledge.ts'
import type { LetterPart, LetterText } from './letters/letter-part.ts'
import type { ParsedKnowledge } from './parse.ts'

/** One rule about the data: why it exists and how to mend a breach. `breaches` names each entry, the path in it and the detail. */
export type Check = {
  readonly id: string
  readonly why: Text
  readonly fix: Text
  readonly breaches: (knowledge: Knowledge) => Iterable<Breach>
}

export type Breach = { readonly entry: string; readonly path: readonly PropertyKey[]; readonly detail: string }

/** Runs the rules over parsed knowledge; the findings of parsing come first. */
export function runChecks(parsed: ParsedKnowledge, checks: readonly Check[]): Finding[] {
  const found = checks.flatMap((check) =>
    [...check.breaches(parsed.knowledge)].map((breach) => ({
      rule: check.id,
      ...parsed.where(breach.entry, breach.path),
      why: { zh: `${breach.detail}：${check.why.zh}`, en: `${breach.detail}: ${check.why.en}` },
      fix: check.fix,
    })),
  )
  return [...parsed.findings, ...found]
}

/** Every folder of the base but the laws, which are what the others cite, and our own words to find and to read by, which state nothing. */
export function shelves({
  version: _version,
  lang: _lang,
  laws: _laws,
  'search-words': _words,
  language: _language,
  'page-words': _pageWords,
  wording: _wording,
  ...rest
}: Knowledge) {
  return Object.entries(rest)
}

/** Every citation of a provision with its place. */
export function* cited(knowledge: Knowledge): Iterable<{ entry: string; path: PropertyKey[]; ref: string }> {
  for (const [folder, shelf] of shelves(knowledge))
    for (const [id, value] of Object.entries(shelf)) yield* citesIn(value, `${folder}/${id}`, [])
}

function* citesIn(
  value: unknown,
  entry: string,
  path: PropertyKey[],
): Iterable<{ entry: string; path: PropertyKey[]; ref: string }> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'cites' && Array.isArray(inner))
      for (const [i, ref] of inner.entries()) yield { entry, path: [...path, key, i], ref: String(ref) }
    else yield* citesIn(inner, entry, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

/** Every condition of the base with its place. */
export function* conditions(
  knowledge: Knowledge,
): Iterable<{ entry: string; path: PropertyKey[]; condition: Condition }> {
  for (const [id, right] of Object.entries(knowledge.rights))
    yield { entry: `rights/${id}`, path: ['when'], condition: right.when }
  for (const folder of ['deadlines', 'routes'] as const)
    for (const [id, { when }] of Object.entries(knowledge[folder]))
      if (when) yield { entry: `${folder}/${id}`, path: ['when'], condition: when }
  for (const [id, { requires, readyWhen, bars, contacts }] of Object.entries(knowledge.channels)) {
    if (requires) yield { entry: `channels/${id}`, path: ['requires'], condition: requires }
    if (readyWhen) yield { entry: `channels/${id}`, path: ['readyWhen'], condition: readyWhen }
    for (const [i, { when }] of bars.entries())
      yield { entry: `channels/${id}`, path: ['bars', i, 'when'], condition: when }
    for (const [i, { when }] of contacts.entries())
      if (when) yield { entry: `channels/${id}`, path: ['contacts', i, 'when'], condition: when }
  }
  for (const [id, problem] of Object.entries(knowledge.problems)) {
    for (const [i, { when }] of problem.evidence.entries())
      if (when) yield { entry: `problems/${id}`, path: ['evidence', i, 'when'], condition: when }
    for (const [i, { when }] of problem.warnings.entries())
      if (when) yield { entry: `problems/${id}`, path: ['warnings', i, 'when'], condition: when }
  }
  for (const [id, { says }] of Object.entries(knowledge.purchase))
    for (const [i, { when }] of says.entries())
      yield { entry: `purchase/${id}`, path: ['says', i, 'when'], condition: when }
  for (const folder of ['breaches', 'held-documents'] as const)
    for (const [id, { when }] of Object.entries(knowledge[folder]))
      if (when) yield { entry: `${folder}/${id}`, path: ['when'], condition: when }
  for (const [id, letter] of Object.entries(knowledge.letters)) {
    if (letter.when) yield { entry: `letters/${id}`, path: ['when'], condition: letter.when }
    for (const [s, { parts }] of letter.sections.entries())
      for (const { path, part } of textParts(parts))
        if (part.when) yield { entry: `letters/${id}`, path: ['sections', s, ...path, 'when'], condition: part.when }
  }
}

/** The texts of a section with their places, those in the rows of a form too. */
export function* textParts(parts: readonly LetterPart[]): Iterable<{ path: PropertyKey[]; part: LetterText }> {
  for (const [p, part] of parts.entries())
    if ('text' in part) yield { path: ['parts', p], part }
    else if ('rows' in part)
      for (const [r, row] of part.rows.entries())
        for (const inner of textParts(row.parts))
          yield { path: ['parts', p, 'rows', r, ...inner.path], part: inner.part }
}

/** The fact ids a condition reads. */
export function factsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(factsOf)
  if ('any' in condition) return condition.any.flatMap(factsOf)
  if ('not' in condition) return factsOf(condition.not)
  if ('named' in condition) return [...condition.facts]
  const others =
    'within' in condition
      ? [condition.within.of]
      : 'before' in condition && condition.before.includes('.')
        ? [condition.before]
        : []
  return [condition.fact, ...others]
}

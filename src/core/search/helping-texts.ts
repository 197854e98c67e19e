import type { Condition } from '../knowledge/condition.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** Texts that name the provisions they rest on, or by which they are answered, the best first. */
export type HelpingText = { readonly refs: readonly string[]; readonly says: readonly string[] }

/** Texts in plainer words than a law's: rights, clocks, problems, questions, claims of the guide. */
export function* helpingTexts(knowledge: Knowledge): Iterable<HelpingText> {
  for (const { cites, title, demand, claim, when } of Object.values(knowledge.rights))
    yield { refs: cites, says: [title.zh, demand.zh, claim, ...textsIn(when)] }
  for (const { cites, what } of Object.values(knowledge.deadlines)) yield { refs: cites, says: [what.zh] }
  for (const { source, title, plain, warnings } of Object.values(knowledge.problems)) {
    yield { refs: source, says: [title.zh, plain.zh] }
    for (const { cites, text } of warnings) yield { refs: cites, says: [text.zh] }
  }
  for (const { source, ask, why } of Object.values(knowledge.facts)) yield { refs: source, says: [ask.zh, why.zh] }
  for (const { cites, claim } of Object.values(knowledge['guide-claims'])) yield { refs: cites, says: [claim.zh] }
}

function textsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(textsIn)
  if ('any' in condition) return condition.any.flatMap(textsIn)
  return [...(condition.text ? [condition.text.zh] : []), ...('not' in condition ? textsIn(condition.not) : [])]
}

import { verdictOf } from '../../advice/evaluate.ts'
import type { FactTable } from '../../advice/fact-table.ts'
import { factsOf } from '../../knowledge/check.ts'
import type { Condition } from '../../knowledge/condition.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Letter } from '../../knowledge/letter.ts'
import type { Text } from '../../values/text.ts'
import { type Dossier, dossierFor } from '../dossier.ts'
import { has } from '../missing.ts'

/**
 * Why a paper is of no use in this case as it stands: the problem it is not for, or the words of its condition that do
 * not hold, or are not known to. Undefined when it is called for.
 */
export function notCalledFor(letter: Letter, dossier: Dossier): Text | undefined {
  const types = dossier.kase.problem.types.map(({ type }) => type)
  if (letter.problems && !letter.problems.some((problem) => types.includes(problem))) return otherProblem
  if (letter.kind === 'form' && isForOtherDoors(letter, types, dossier.knowledge)) return otherDoors
  if (!letter.when) return undefined
  const facts = { ...dossier.facts, ...presence(letter.when, dossierFor(letter, dossier)) }
  if (verdictOf(letter.when, facts) === true) return undefined
  const lacking = unmet(letter.when, facts)
  return { zh: `只在这种情况下用：${lacking.zh}`, en: `Only when: ${lacking.en}` }
}

const otherProblem: Text = { zh: '本文书不用于这类问题', en: 'This paper is not for this kind of problem' }

const otherDoors: Text = {
  zh: '这类问题不走使用本文书的渠道',
  en: 'This kind of problem does not go through a door that takes this paper',
}

/** Whether the doors that take a form are all doors to which none of the case's problems leads. */
function isForOtherDoors({ id }: Letter, types: readonly string[], { channels, problems }: Knowledge): boolean {
  const takers = Object.values(channels).filter(({ papers }) => papers.includes(id))
  const doors = new Set(types.flatMap((type) => problems[type]?.channels ?? []))
  return takers.length > 0 && doors.size > 0 && takers.every((taker) => !doors.has(taker.id))
}

/** Each `has.X` that the condition asks for: whether the case has what `requires` calls X. */
function presence(condition: Condition, dossier: Dossier): FactTable {
  const asked = factsOf(condition).filter((fact) => fact.startsWith('has.'))
  return Object.fromEntries(
    asked.map((fact) => [fact, { status: 'known', value: has(fact.slice('has.'.length), dossier), by: [] }] as const),
  )
}

/** The parts of a condition that do not hold, in its own words; those of an `any` are choices. */
function unmet(condition: Condition, facts: FactTable): Text {
  if ('all' in condition) {
    const parts = condition.all.filter((part) => verdictOf(part, facts) !== true)
    return joined(
      parts.map((part) => unmet(part, facts)),
      and,
    )
  }
  if ('any' in condition)
    return joined(
      condition.any.map((part) => unmet(part, facts)),
      or,
    )
  const { zh, en } = wordsOf(condition)
  return verdictOf(condition, facts) === null ? { zh: `${zh}（还不知道）`, en: `${en} (not known yet)` } : { zh, en }
}

/** A condition as a whole in words; a `not` without words of its own turns those of its inside around. */
function wordsOf(condition: Condition): Text {
  if ('all' in condition) return joined(condition.all.map(wordsOf), and)
  if ('any' in condition) return joined(condition.any.map(wordsOf), or)
  if (!('not' in condition)) return condition.text
  if (condition.text) return condition.text
  const { zh, en } = wordsOf(condition.not)
  return { zh: `并非：${zh}`, en: `not so: ${en}` }
}

const and: Text = { zh: '；', en: '; ' }
const or: Text = { zh: '，或者', en: ', or ' }

function joined(texts: readonly Text[], by: Text): Text {
  return { zh: texts.map(({ zh }) => zh).join(by.zh), en: texts.map(({ en }) => en).join(by.en) }
}

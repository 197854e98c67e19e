import type { Condition, Within } from '../knowledge/condition.ts'
import type { FactScalar } from '../values/fact-scalar.ts'
import { addMonths, daysBetween, isLocalDate, type LocalDate } from '../values/local-date.ts'
import type { Text } from '../values/text.ts'
import { type FactTable, factValue } from './fact-table.ts'
import { asDay } from './facts/fact-day.ts'
import { judgeNamed } from './named-conditions.ts'

/** null = unknown: Kleene's third value. */
export type Verdict = boolean | null

export type EvaluationReason = { readonly text: Text; readonly fact?: string; readonly met: Verdict }

export type Evaluation = {
  readonly met: Verdict
  /** Every leaf in the order of the condition; under a `not` it is worded and judged the other way round. */
  readonly reasons: readonly EvaluationReason[]
  /** Facts whose being unknown (or unusable) leaves the verdict open; none once the verdict stands. */
  readonly missing: readonly string[]
}

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

/** Judges a condition in three values and keeps all reasons. Never throws: what does not fit is unknown and says why. */
export function evaluate(condition: Condition, facts: FactTable): Evaluation {
  return {
    met: verdictOf(condition, facts),
    reasons: [...reasonsOf(condition, facts, false)],
    missing: [...new Set(openFacts(condition, facts))],
  }
}

/** The verdict alone. */
export function verdictOf(condition: Condition, facts: FactTable): Verdict {
  if ('all' in condition) return unlessOneIs(false, condition.all, facts)
  if ('any' in condition) return unlessOneIs(true, condition.any, facts)
  if ('not' in condition) return negate(verdictOf(condition.not, facts))
  return judge(condition, facts).met
}

/** One part that is `decisive` decides; else an unknown one leaves it open; else it is the other. */
function unlessOneIs(decisive: boolean, parts: readonly Condition[], facts: FactTable): Verdict {
  let verdict: Verdict = !decisive
  for (const part of parts) {
    const met = verdictOf(part, facts)
    if (met === decisive) return decisive
    if (met === null) verdict = null
  }
  return verdict
}

function negate(verdict: Verdict): Verdict {
  return verdict === null ? null : !verdict
}

function* openFacts(condition: Condition, facts: FactTable): Iterable<string> {
  if (verdictOf(condition, facts) !== null) return
  if ('not' in condition) yield* openFacts(condition.not, facts)
  else if ('all' in condition) for (const part of condition.all) yield* openFacts(part, facts)
  else if ('any' in condition) for (const part of condition.any) yield* openFacts(part, facts)
  else yield* judge(condition, facts).open
}

/** `words` are those a `not` gives for the leaf under it; around a group they come first, its parts after them. */
function* reasonsOf(
  condition: Condition,
  facts: FactTable,
  negated: boolean,
  words?: Text,
): Iterable<EvaluationReason> {
  if ('all' in condition) for (const part of condition.all) yield* reasonsOf(part, facts, negated)
  else if ('any' in condition) for (const part of condition.any) yield* reasonsOf(part, facts, negated)
  else if ('not' in condition) {
    const { not: inner, text } = condition
    const isGroup = 'all' in inner || 'any' in inner || 'not' in inner
    if (isGroup && text) {
      const met = verdictOf(inner, facts)
      yield negated ? { text: opposite(text), met } : { text, met: negate(met) }
    }
    yield* reasonsOf(inner, facts, !negated, text)
  } else {
    const { met, notes } = judge(condition, facts)
    const text = negated ? (words ?? opposite(condition.text)) : condition.text
    const [fact] = factsOfLeaf(condition)
    yield { text: annotate(text, notes), ...(fact === undefined ? {} : { fact }), met: negated ? negate(met) : met }
  }
}

function opposite(text: Text): Text {
  return { zh: `并非：${text.zh}`, en: `Not so: ${text.en}` }
}

function annotate(text: Text, notes: readonly Text[]): Text {
  return notes.reduce((all, note) => ({ zh: `${all.zh}（${note.zh}）`, en: `${all.en} (${note.en})` }), text)
}

/** A leaf's verdict, the facts that keep it open, and what there is to say about the values it met. */
type Judgement = { readonly met: Verdict; readonly open: readonly string[]; readonly notes: readonly Text[] }

const contested: Text = { zh: '对方有异议，需以证据证明', en: 'the other side disputes it: it has to be proved' }
const unfit: Text = { zh: '已填的值无法用于此判断，请改正', en: 'the value given cannot be used here, mend it' }
const unknownRule: Text = { zh: '规则本身有误，无法判断', en: 'the rule itself is faulty and cannot be judged' }

function judge(leaf: Leaf, facts: FactTable): Judgement {
  const ids = factsOfLeaf(leaf)
  const notes = ids.some((id) => facts[id]?.status === 'disputed') ? [contested] : []
  const unknown = ids.filter((id) => factValue(facts, id) === undefined)
  if (unknown.length > 0) return { met: null, open: unknown, notes }
  const met = compare(leaf, (id) => factValue(facts, id))
  if (met === undefined) return { met: null, open: [], notes: [...notes, unknownRule] }
  return met === null ? { met, open: ids, notes: [...notes, unfit] } : { met, open: [], notes }
}

/** Every fact a leaf reads, the one it is about first. */
function factsOfLeaf(leaf: Leaf): readonly string[] {
  if ('named' in leaf) return leaf.facts
  if ('within' in leaf) return [leaf.fact, leaf.within.of]
  if ('before' in leaf && !isLocalDate(leaf.before)) return [leaf.fact, leaf.before]
  return [leaf.fact]
}

/** null: the values are of kinds that cannot be compared; undefined: there is no such rule. */
function compare(leaf: Leaf, value: (fact: string) => FactScalar | undefined): Verdict | undefined {
  if ('named' in leaf)
    return judgeNamed(
      leaf.named,
      leaf.facts.flatMap((id) => value(id) ?? []),
    )
  const actual = value(leaf.fact)
  if ('is' in leaf) return isOneOf([leaf.is], actual)
  if ('in' in leaf) return isOneOf(leaf.in, actual)
  if ('atLeast' in leaf) return typeof actual === 'number' ? actual >= leaf.atLeast : null
  const day = asDay(actual)
  const other = asDay(
    'within' in leaf ? value(leaf.within.of) : isLocalDate(leaf.before) ? leaf.before : value(leaf.before),
  )
  if (day === undefined || other === undefined) return null
  return 'within' in leaf ? isWithin(day, other, leaf.within) : day < other
}

function isOneOf(options: readonly FactScalar[], actual: FactScalar | undefined): Verdict {
  return options.some((option) => typeof option === typeof actual) ? options.some((option) => option === actual) : null
}

/** The day the period starts from is not counted; months end on the same day number (Civil Code art. 201, 202). */
function isWithin(day: LocalDate, from: LocalDate, { days, months = 0 }: Within): boolean {
  if (days !== undefined) return daysBetween(from, day) <= days
  const endsBeyondTheCalendar = Number(from.slice(0, 4)) + months / 12 >= 9999
  return endsBeyondTheCalendar || day <= addMonths(from, months)
}

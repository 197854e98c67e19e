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
  const reasons: EvaluationReason[] = []
  const { met, open } = explain(condition, facts, { negated: false, reasons })
  return { met, reasons, missing: [...new Set(open)] }
}

/** The verdict alone, for those who try many answers: a condition is made ready once and kept. */
export function verdictOf(condition: Condition, facts: FactTable): Verdict {
  return readied(condition)(facts) ?? null
}

/** undefined: the rule itself is faulty. */
type Ready = (facts: FactTable) => Verdict | undefined

const ready = new WeakMap<Condition, Ready>()

function readied(condition: Condition): Ready {
  const known = ready.get(condition)
  if (known) return known
  const made = make(condition)
  ready.set(condition, made)
  return made
}

function make(condition: Condition): Ready {
  if ('all' in condition) return unlessOneIs(false, condition.all.map(readied))
  if ('any' in condition) return unlessOneIs(true, condition.any.map(readied))
  if (!('not' in condition)) return comparison(condition)
  const inner = readied(condition.not)
  return (facts) => negate(inner(facts) ?? null)
}

/** One part that is `decisive` decides; else an unknown one leaves it open; else it is the other. */
function unlessOneIs(decisive: boolean, parts: readonly Ready[]): Ready {
  return (facts) => {
    let verdict: Verdict = !decisive
    for (const part of parts) {
      const met = part(facts) ?? null
      if (met === decisive) return decisive
      if (met === null) verdict = null
    }
    return verdict
  }
}

function negate(verdict: Verdict): Verdict {
  return verdict === null ? null : !verdict
}

/** A verdict and the facts that keep it open. */
type Opinion = { readonly met: Verdict; readonly open: readonly string[] }

/** `words` are those a `not` gives for the leaf under it; around a group they come first, its parts after them. */
type Telling = { readonly negated: boolean; readonly reasons: EvaluationReason[]; readonly words?: Text | undefined }

function explain(condition: Condition, facts: FactTable, telling: Telling): Opinion {
  if ('all' in condition) return join(false, condition.all, facts, telling)
  if ('any' in condition) return join(true, condition.any, facts, telling)
  if ('not' in condition) return explainNot(condition, facts, telling)
  const { met, open, notes } = judge(condition, facts)
  const { negated, reasons, words } = telling
  const text = annotate(negated ? (words ?? opposite(condition.text)) : condition.text, notes)
  const [fact] = factsOfLeaf(condition)
  reasons.push({ text, ...(fact === undefined ? {} : { fact }), met: negated ? negate(met) : met })
  return { met, open }
}

function join(decisive: boolean, parts: readonly Condition[], facts: FactTable, telling: Telling): Opinion {
  const { negated, reasons } = telling
  const opinions = parts.map((part) => explain(part, facts, { negated, reasons }))
  if (opinions.some(({ met }) => met === decisive)) return { met: decisive, open: [] }
  const unknown = opinions.filter(({ met }) => met === null)
  return { met: unknown.length > 0 ? null : !decisive, open: unknown.flatMap(({ open }) => open) }
}

function explainNot(
  { not: inner, text }: { readonly not: Condition; readonly text?: Text | undefined },
  facts: FactTable,
  { negated, reasons }: Telling,
): Opinion {
  const at = reasons.length
  const { met, open } = explain(inner, facts, { negated: !negated, reasons, words: text })
  const isGroup = 'all' in inner || 'any' in inner || 'not' in inner
  if (isGroup && text) reasons.splice(at, 0, negated ? { text: opposite(text), met } : { text, met: negate(met) })
  return { met: negate(met), open }
}

function opposite(text: Text): Text {
  return { zh: `并非：${text.zh}`, en: `Not so: ${text.en}` }
}

function annotate(text: Text, notes: readonly Text[]): Text {
  return notes.reduce((all, note) => ({ zh: `${all.zh}（${note.zh}）`, en: `${all.en} (${note.en})` }), text)
}

const contested: Text = { zh: '对方有异议，需以证据证明', en: 'the other side disputes it: it has to be proved' }
const unfit: Text = { zh: '已填的值无法用于此判断，请改正', en: 'the value given cannot be used here, mend it' }
const unknownRule: Text = { zh: '规则本身有误，无法判断', en: 'the rule itself is faulty and cannot be judged' }

/** A leaf's verdict, the facts that keep it open, and what there is to say about the values it met. */
function judge(leaf: Leaf, facts: FactTable): Opinion & { readonly notes: readonly Text[] } {
  const ids = factsOfLeaf(leaf)
  const notes = ids.some((id) => facts[id]?.status === 'disputed') ? [contested] : []
  const met = readied(leaf)(facts)
  if (met === undefined) return { met: null, open: [], notes: [...notes, unknownRule] }
  if (met !== null) return { met, open: [], notes }
  const unknown = ids.filter((id) => factValue(facts, id) === undefined)
  return unknown.length > 0 ? { met, open: unknown, notes } : { met, open: ids, notes: [...notes, unfit] }
}

/** Every fact a leaf reads, the one it is about first. */
function factsOfLeaf(leaf: Leaf): readonly string[] {
  if ('named' in leaf) return leaf.facts
  if ('within' in leaf) return [leaf.fact, leaf.within.of]
  if ('before' in leaf && !isLocalDate(leaf.before)) return [leaf.fact, leaf.before]
  return [leaf.fact]
}

/** null: a value is unknown, or of a kind that cannot be compared. */
function comparison(leaf: Leaf): Ready {
  if ('named' in leaf)
    return (facts) =>
      judgeNamed(
        leaf.named,
        leaf.facts.map((id) => factValue(facts, id)),
      )
  const { fact } = leaf
  if ('is' in leaf)
    return (facts) => {
      const value = factValue(facts, fact)
      return typeof value === typeof leaf.is ? value === leaf.is : null
    }
  if ('in' in leaf) return (facts) => isOneOf(leaf.in, factValue(facts, fact))
  if ('atLeast' in leaf)
    return (facts) => {
      const value = factValue(facts, fact)
      return typeof value === 'number' ? value >= leaf.atLeast : null
    }
  if ('within' in leaf) return ofDays(fact, leaf.within.of, (day, from) => isWithin(day, from, leaf.within))
  const { before } = leaf
  if (!isLocalDate(before)) return ofDays(fact, before, (day, limit) => day < limit)
  return (facts) => {
    const day = asDay(factValue(facts, fact))
    return day === undefined ? null : day < before
  }
}

function ofDays(fact: string, other: string, holds: (day: LocalDate, other: LocalDate) => boolean): Ready {
  return (facts) => {
    const day = asDay(factValue(facts, fact))
    const second = asDay(factValue(facts, other))
    return day === undefined || second === undefined ? null : holds(day, second)
  }
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

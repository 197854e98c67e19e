import type { Condition } from '../../knowledge/condition.ts'
import type { Fact } from '../../knowledge/fact.ts'
import type { FactScalar } from '../../values/fact-scalar.ts'
import { addMonths, epochDay, fromEpochDay, isLocalDate, type LocalDate } from '../../values/local-date.ts'
import { type FactTable, factValue } from '../fact-table.ts'
import { asDay } from './fact-day.ts'

/**
 * Answers that stand for all others: both of a boolean, each option of a choice; for numbers and days the values on
 * either side of every boundary at which one of the conditions changes its verdict, given what else is known. Words
 * decide nothing: none stand for them.
 */
export function possibleAnswers(fact: Fact, conditions: readonly Condition[], facts: FactTable): readonly FactScalar[] {
  if (fact.type === 'boolean') return [true, false]
  if (fact.type === 'choice') return (fact.options ?? []).map((option) => option.value)
  if (fact.type === 'text') return []
  const edges = conditions.flatMap((condition) => [...edgesIn(condition, fact.id, facts)])
  if (fact.type === 'date' || fact.type === 'instant') {
    const days = edges.flatMap((edge) => asDay(edge) ?? [])
    return distinct(days.length > 0 ? days.flatMap(around) : [asDay(factValue(facts, 'time.today')) ?? epoch])
  }
  const numbers = edges.filter((edge) => typeof edge === 'number').flatMap((edge) => [edge - 1, edge, edge + 1])
  return distinct([0, ...numbers.filter((number) => number >= 0)])
}

const epoch = fromEpochDay(0)
const firstDay = -719_162
const lastDay = 2_932_896

function distinct(answers: readonly FactScalar[]): readonly FactScalar[] {
  return [...new Set(answers)]
}

/** Values next to which a condition may turn when the fact takes them. */
function* edgesIn(condition: Condition, fact: string, facts: FactTable): Iterable<FactScalar> {
  if ('not' in condition) return yield* edgesIn(condition.not, fact, facts)
  if ('all' in condition || 'any' in condition) {
    for (const part of 'all' in condition ? condition.all : condition.any) yield* edgesIn(part, fact, facts)
    return
  }
  if ('named' in condition) {
    if (condition.facts.includes(fact)) for (const id of condition.facts) yield* known(facts, id)
  } else if ('is' in condition) {
    if (condition.fact === fact) yield condition.is
  } else if ('in' in condition) {
    if (condition.fact === fact) yield* condition.in
  } else if ('atLeast' in condition) {
    if (condition.fact === fact) yield condition.atLeast
  } else if ('before' in condition) {
    if (condition.fact === fact)
      yield* isLocalDate(condition.before) ? [condition.before] : known(facts, condition.before)
    if (condition.before === fact) yield* known(facts, condition.fact)
  } else {
    const { of, days, months } = condition.within
    const move = (id: string, sign: 1 | -1) =>
      known(facts, id).flatMap((value) =>
        shifted(asDay(value), days === undefined ? { months: sign * (months ?? 0) } : { days: sign * days }),
      )
    if (condition.fact === fact) yield* move(of, 1)
    if (of === fact) yield* move(condition.fact, -1)
  }
}

function known(facts: FactTable, id: string): FactScalar[] {
  const value = factValue(facts, id)
  return value === undefined ? [] : [value]
}

/** Going months back may land on the day before the edge (31 March less a month), so both neighbours are tried. */
function around(day: LocalDate): LocalDate[] {
  return [-1, 0, 1].flatMap((days) => shifted(day, { days }))
}

/** The day so much later; none where the calendar ends. */
function shifted(day: LocalDate | undefined, { days, months = 0 }: { days?: number; months?: number }): LocalDate[] {
  if (day === undefined) return []
  if (days === undefined) {
    const year = Number(day.slice(0, 4)) + months / 12
    return year > 1 && year < 9999 ? [addMonths(day, months)] : []
  }
  const count = epochDay(day) + days
  return count >= firstDay && count <= lastDay ? [fromEpochDay(count)] : []
}

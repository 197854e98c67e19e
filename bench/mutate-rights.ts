// Mutation run over knowledge/rights: changes every condition one way at a time and asks whether the right's own worked
// examples notice. Prints the score and the survivors; exit 1 below 85 %.
import { evaluate } from '../src/core/advice/evaluate.ts'
import type { FactTable } from '../src/core/advice/fact-table.ts'
import type { Condition } from '../src/core/knowledge/condition.ts'
import type { Right } from '../src/core/knowledge/right.ts'
import { readKnowledge } from '../src/server/pack/knowledge-folder.ts'

const floor = 0.85

type Mutant = { readonly what: string; readonly condition: Condition }

const { rights } = await readKnowledge()
const rows = Object.values(rights).map(run)
for (const { id, survivors } of rows) for (const what of survivors) console.log(`survived  ${id}: ${what}`)
const total = rows.reduce((sum, row) => sum + row.total, 0)
const survived = rows.reduce((sum, row) => sum + row.survivors.length, 0)
const score = (total - survived) / total
console.log(
  `knowledge/rights: ${rows.length} rights, ${total} mutants, ${total - survived} noticed, score ${(100 * score).toFixed(1)} %`,
)
if (score < floor) process.exitCode = 1

function run(right: Right) {
  const mutants = [...mutate(right.when)]
  const survivors = mutants.filter((mutant) => verdicts(mutant.condition, right) === verdicts(right.when, right))
  return { id: right.id, total: mutants.length, survivors: survivors.map((mutant) => mutant.what) }
}

function verdicts(condition: Condition, right: Right): string {
  return right.examples.map((example) => String(evaluate(condition, tableOf(example.facts)).met)).join()
}

function tableOf(facts: Right['examples'][number]['facts']): FactTable {
  return Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, { status: 'known', value, by: [] }]))
}

function* mutate(condition: Condition): Iterable<Mutant> {
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any
    const rebuild = (of: readonly Condition[]): Condition => ('all' in condition ? { all: of } : { any: of })
    if (parts.length > 1) yield { what: 'all ↔ any', condition: 'all' in condition ? { any: parts } : { all: parts } }
    for (const [i, part] of parts.entries()) {
      if (parts.length > 1) yield { what: `dropped: ${name(part)}`, condition: rebuild(parts.toSpliced(i, 1)) }
      for (const inner of mutate(part)) yield { what: inner.what, condition: rebuild(parts.with(i, inner.condition)) }
    }
    return
  }
  if ('not' in condition) {
    yield { what: `not removed: ${name(condition.not)}`, condition: condition.not }
    for (const inner of mutate(condition.not)) yield { what: inner.what, condition: { not: inner.condition } }
    return
  }
  yield { what: `negated: ${name(condition)}`, condition: { not: condition } }
  for (const step of [-1, 1]) {
    if ('atLeast' in condition)
      yield { what: `${name(condition)} ${step}`, condition: { ...condition, atLeast: condition.atLeast + step } }
    if ('within' in condition) {
      const { of, days, months } = condition.within
      const within = days === undefined ? { of, months: (months ?? 0) + step } : { of, days: days + step }
      yield { what: `${name(condition)} ${step}`, condition: { ...condition, within } }
    }
  }
  if ('in' in condition && condition.in.length > 1)
    for (const [i, value] of condition.in.entries())
      yield {
        what: `${name(condition)} without ${value}`,
        condition: { ...condition, in: condition.in.toSpliced(i, 1) },
      }
}

function name(condition: Condition): string {
  if ('all' in condition) return 'all'
  if ('any' in condition) return 'any'
  if ('not' in condition) return `not ${name(condition.not)}`
  return 'named' in condition ? condition.named : condition.fact
}

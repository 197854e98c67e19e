import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import { conditions } from '../knowledge/check.ts'
import type { Condition } from '../knowledge/condition.ts'
import type { Right } from '../knowledge/right.ts'
import type { FactScalar } from '../values/fact-scalar.ts'
import { factTable } from './fact-table.ts'
import { formulaNames } from './formulas.ts'
import { namedConditionNames } from './named-conditions.ts'
import { judgeRight } from './rights.ts'
import { aCase, facts } from './small-world.fixture.ts'

const rights = Object.values(knowledge.rights)
const examples = rights.flatMap((right) => right.examples.map((example) => ({ right, ...example })))

/** The example's facts as a case would have them, today being the day the example says or 2026-11-22. */
function judge(right: Right, given: Readonly<Record<string, FactScalar>>) {
  const today = given['time.today'] ?? '2026-11-22'
  const now = `${today}T04:00:00Z`
  const stated = facts(given)
  return judgeRight(right, {
    facts: { ...factTable(aCase({ facts: stated }), knowledge, now), ...stated },
    knowledge,
    now,
  })
}

function namesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn)
  if ('any' in condition) return condition.any.flatMap(namesIn)
  if ('not' in condition) return namesIn(condition.not)
  return 'named' in condition ? [condition.named] : []
}

describe('the examples in the rights files', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(0)
  })

  it.each(examples)('$right.id: $title', ({ right, facts: given, expect: status, fen, missing }) => {
    const judged = judge(right, given)
    expect(judged.finding).toMatchObject({ status, ...(fen === undefined ? {} : { amount: { fen } }) })
    expect(judged.missing).toEqual(expect.arrayContaining(missing ?? []))
  })
})

describe('the names used in the knowledge', () => {
  it('are formulas that exist', () => {
    const used = rights.flatMap((right) => (right.amount ? [right.amount.formula] : []))
    expect(used.filter((name) => !formulaNames.includes(name))).toEqual([])
  })

  it('are promises held by a number fact that exists', () => {
    const used = rights.flatMap((right) => right.amount?.promise ?? [])
    expect(used.filter((fact) => knowledge.facts[fact]?.type !== 'number')).toEqual([])
  })

  it('are named conditions that exist', () => {
    const used = [...conditions(knowledge)].flatMap(({ condition }) => namesIn(condition))
    expect(used.filter((name) => !namedConditionNames.includes(name))).toEqual([])
  })
})

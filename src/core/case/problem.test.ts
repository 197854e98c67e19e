import { describe, expect, it } from 'vitest'
import { given, now, open, refusedWith } from './case.fixture.ts'
import type { Command } from './event.ts'
import { fold } from './fold.ts'

const confirm = (type: string, confirmed: boolean): Command => ({
  type: 'ConfirmProblem',
  at: now,
  payload: { type, confirmed },
})

describe('the problem', () => {
  it('is told in the own words of the user, the last telling counts', () => {
    const tell = (words: string): Command => ({ type: 'DescribeProblem', at: now, payload: { words } })
    expect(fold(given(open, tell('坏了'), tell('走时不准'))).problem.words).toBe('走时不准')
    expect(refusedWith(given(open), tell('  '))).toEqual(['text-missing'])
  })

  it('has types in the order proposed; confirming one keeps its place', () => {
    const log = given(
      open,
      confirm('quality_defect', false),
      confirm('food_safety', true),
      confirm('quality_defect', true),
    )
    expect(fold(log).problem.types).toEqual([
      { type: 'quality_defect', confirmed: true },
      { type: 'food_safety', confirmed: true },
    ])
  })

  it('has a type written in lower case with underscores', () => {
    expect(refusedWith(given(open), confirm('Quality', true))).toEqual(['problem-type-off'])
  })
})

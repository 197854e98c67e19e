import { describe, expect, it } from 'vitest'
import { given, now, open, refusedWith } from './case.fixture.ts'
import type { Command } from './event.ts'
import type { FactStatement } from './fact.ts'
import { fold } from './fold.ts'

const state = (statement: Partial<FactStatement>): Command => ({
  type: 'StateFact',
  at: now,
  payload: { fact: 'fault.present', status: 'known', by: [], ...statement },
})

describe('a fact', () => {
  it('is known, disputed or unknown; the last statement counts', () => {
    const log = given(open, state({ value: true }), state({ status: 'disputed', value: false }))
    expect(fold(log).facts).toEqual({ 'fault.present': { status: 'disputed', value: false, by: [], at: now } })
    const taken = [...log, ...given(open, state({ status: 'unknown' })).slice(1)]
    expect(fold(taken).facts['fault.present']).toEqual({ status: 'unknown', by: [], at: now })
  })

  it.each([
    [{}, 'fact-value-missing'],
    [{ status: 'disputed' }, 'fact-value-missing'],
    [{ status: 'unknown', value: 0 }, 'fact-value-off'],
    [{ status: 'unknown', value: '' }, 'fact-value-off'],
    [{ value: Number.NaN }, 'fact-value-off'],
    [{ value: 'x'.repeat(20_001) }, 'text-too-long'],
    [{ value: true, fact: 'present' }, 'fact-id-off'],
    [{ value: true, by: ['E1'] }, 'exhibit-unknown'],
  ] as const)('is refused with %j', (statement, code) => {
    expect(refusedWith(given(open), state(statement as Partial<FactStatement>))).toEqual([code])
  })

  it('can be false or nothing and is known all the same', () => {
    for (const value of [false, 0, '']) expect(refusedWith(given(open), state({ value }))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { advise } from '../../core/advice/advise.ts'
import type { CaseEvent } from '../../core/case/event.ts'
import { fold } from '../../core/case/fold.ts'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import { missingTarget, stepTarget } from './step-target.ts'

const at = '2026-11-01T00:00:00Z'
const begun: CaseEvent[] = [
  { type: 'CaseOpened', at, payload: { id: 'c' } },
  { type: 'ProblemDescribed', at, payload: { words: '表坏了' } },
  { type: 'ProblemConfirmed', at, payload: { type: 'quality_defect', confirmed: true } },
  { type: 'OrderRecorded', at, payload: { number: '1', paidFen: 129_900, signedAt: '2026-10-30T00:00:00Z' } },
]
const targets = (events: readonly CaseEvent[]) => {
  const kase = fold(events)
  const advice = advise(kase, knowledge, '2026-11-02T00:00:00Z')
  return advice.next.map((step) => stepTarget(step, kase, advice))
}

describe('the page that does a step', () => {
  it('is told for every step advice gives, each to the thing itself', () => {
    const all = targets(begun)
    expect(all.length).toBeGreaterThan(1)
    for (const target of all) expect(target.hash ?? target.sheet).toBeDefined()
  })

  it('is the form for what happened while nothing is told, then the choice of the problem', () => {
    expect(targets(begun.slice(0, 1))).toEqual([{ place: 'details', sheet: 'problem' }])
    expect(targets(begun.slice(0, 2))).toEqual([{ place: 'details', sheet: 'problem-type' }])
  })

  it('is the reopening of a closed case', () => {
    const closed: CaseEvent = { type: 'CaseClosed', at, payload: { at, outcome: 'solved' } }
    expect(targets([...begun, closed])).toEqual([{ place: 'details', sheet: 'reopen' }])
  })
})

describe('where what a paper lacks is entered', () => {
  it('has a place for everything a letter can require', () => {
    const required = Object.values(knowledge.letters).flatMap(({ requires }) => requires.map(({ what }) => what))
    const nowhere = required.filter((what) => {
      const { place, sheet, of } = missingTarget(what)
      return (
        (place === 'details' && sheet === undefined) || (sheet === 'fact' && knowledge.facts[of ?? ''] === undefined)
      )
    })
    expect([...new Set(nowhere)]).toEqual([])
  })
})

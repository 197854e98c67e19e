import { describe, expect, it } from 'vitest'
import type { CaseEvent } from './event.ts'
import { fold } from './fold.ts'
import { isPurchase } from './status.ts'

const at = '2026-11-20T02:00:00Z'
const bought: CaseEvent = { type: 'CaseOpened', at, payload: { id: 'p1', bought: true } }
const opened: CaseEvent = { type: 'CaseOpened', at, payload: { id: 'p1' } }
const folded = (...events: readonly CaseEvent[]) => isPurchase(fold(events))

describe('a purchase', () => {
  it('is one while only what was bought is known of it', () => {
    expect(folded(bought)).toBe(true)
    expect(folded(bought, { type: 'OrderRecorded', at, payload: { number: '290000000001' } })).toBe(true)
    expect(folded(opened)).toBe(false)
  })

  it.each<[string, CaseEvent]>([
    ['a problem is told', { type: 'ProblemDescribed', at, payload: { words: '坏了' } }],
    ['a problem is confirmed', { type: 'ProblemConfirmed', at, payload: { type: 'quality_defect', confirmed: true } }],
    [
      'the seller was asked',
      {
        type: 'ContactLogged',
        at,
        payload: { id: 'C1', at, channel: 'seller', direction: 'out', words: '问', by: [] },
      },
    ],
    ['it is closed', { type: 'CaseClosed', at, payload: { at, outcome: 'solved' } }],
  ])('is none any more once %s', (_when, event) => {
    expect(folded(bought, event)).toBe(false)
  })

  it('stays one when a problem was only denied', () => {
    expect(
      folded(bought, { type: 'ProblemConfirmed', at, payload: { type: 'quality_defect', confirmed: false } }),
    ).toBe(true)
  })
})

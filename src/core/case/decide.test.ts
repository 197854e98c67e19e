import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { command, commandOf, given, history, moves, now, open, refusedWith } from './case.fixture.ts'
import { decide } from './decide.ts'
import type { Command } from './event.ts'
import { emptyCase, fold } from './fold.ts'

const close: Command = { type: 'CloseCase', at: now, payload: { at: now, outcome: 'solved' } }
const note: Command = { type: 'DescribeProblem', at: now, payload: { words: '走时不准' } }

describe('decide', () => {
  it('never throws, and accepted events always fold and count', () => {
    fc.assert(
      fc.property(history, moves, (log, more) => {
        for (const move of more) {
          const decided = decide(fold(log), commandOf(move, log))
          if (decided.ok) {
            expect(decided.value.length).toBeGreaterThan(0)
            expect(fold([...log, ...decided.value]).version).toBe(log.length + decided.value.length)
          } else {
            expect(decided.refusal.text.zh).not.toBe('')
            expect(decided.refusal.text.en).not.toBe('')
          }
        }
      }),
    )
  })

  it('never throws on an empty case', () => {
    fc.assert(fc.property(command, (one) => void decide(emptyCase, one)))
  })

  it('is deterministic', () => {
    fc.assert(
      fc.property(history, command, (log, one) => {
        expect(decide(fold(log), one)).toEqual(decide(fold(log), one))
      }),
      { numRuns: 50 },
    )
  })

  it('wants the case opened first and once', () => {
    expect(refusedWith([], note)).toEqual(['case-not-opened'])
    expect(refusedWith(given(open), open)).toEqual(['case-opened-already'])
    expect(fold(given(open))).toMatchObject({ id: 'case', status: 'open', openedAt: now, version: 1 })
  })

  it('lets nothing into a closed case until it is reopened', () => {
    const closed = given(open, close)
    expect(fold(closed)).toMatchObject({ status: 'closed', closing: { outcome: 'solved' } })
    expect(refusedWith(closed, note)).toEqual(['case-closed'])
    const reopen: Command = { type: 'ReopenCase', at: now, payload: { at: now, why: '商家反悔' } }
    expect(refusedWith(given(open), reopen)).toEqual(['case-not-closed'])
    const again = fold(given(open, close, reopen, note))
    expect(again.status).toBe('open')
    expect(again.closing).toBeUndefined()
    expect(again.problem.words).toBe('走时不准')
  })

  it('refuses a command of no known type and a moment that is none', () => {
    expect(refusedWith(given(open), { type: 'FlyToMoon', at: now, payload: {} } as unknown as Command)).toEqual([
      'command-unknown',
    ])
    expect(refusedWith(given(open), { ...note, at: 'soon' } as Command)).toEqual(['not-an-instant'])
  })

  it('tells every objection at once', () => {
    const order: Command = {
      type: 'RecordOrder',
      at: now,
      payload: {
        paidFen: -1,
        items: [{ name: '', priceFen: 1, quantity: 0, flags: [] }],
        paidAt: '2027-01-01T00:00:00Z',
      },
    }
    expect(refusedWith(given(open), order)).toEqual(['text-missing', 'quantity-off', 'not-an-amount', 'in-the-future'])
  })
})

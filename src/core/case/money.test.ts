import { describe, expect, it } from 'vitest'
import { given, now, open, refusedWith, sha } from './case.fixture.ts'
import type { Command } from './event.ts'
import { fold } from './fold.ts'

const at = '2026-10-01T02:00:00Z'
const later = '2026-11-01T00:00:01Z'
const receive = (more: object = {}): Command => ({
  type: 'ReceiveMoney',
  at: now,
  payload: { at, fen: 5000, from: '商家', ...more },
})
const choose = (more: object = {}): Command => ({
  type: 'ChooseDemand',
  at: now,
  payload: { at, words: '退货退款', rights: ['fault-repair'], ...more },
})
const issue = (more: object = {}): Command => ({
  type: 'IssuePaper',
  at: now,
  payload: { kind: 'letter-basic', at, sha256: sha('c'), ...more },
})
const begin = (more: object = {}): Command => ({
  type: 'BeginRemedy',
  at: now,
  payload: { route: 'court', at, ...more },
})

describe('what a case leads to', () => {
  it('is kept: demands, papers, remedies, money, each in its order', () => {
    const kase = fold(
      given(open, choose({ fen: 129_990 }), issue(), begin({ number: '(2026)1号' }), receive(), receive()),
    )
    expect(kase.demands).toEqual([{ at, words: '退货退款', fen: 129_990, rights: ['fault-repair'] }])
    expect(kase.papers).toEqual([{ id: 'P1', kind: 'letter-basic', at, sha256: sha('c') }])
    expect(kase.remedies).toEqual([{ id: 'W1', route: 'court', at, number: '(2026)1号' }])
    expect(kase.money.map(({ id, fen }) => [id, fen])).toEqual([
      ['M1', 5000],
      ['M2', 5000],
    ])
  })

  it.each([
    [receive({ fen: -1 }), 'not-an-amount'],
    [receive({ fen: 1e12 + 1 }), 'not-an-amount'],
    [receive({ from: '' }), 'text-missing'],
    [receive({ at: later }), 'in-the-future'],
    [choose({ words: '' }), 'text-missing'],
    [choose({ rights: ['a b'] }), 'not-an-id'],
    [choose({ at: later }), 'in-the-future'],
    [choose({ fen: 0.5 }), 'not-an-amount'],
    [issue({ sha256: 'x' }), 'hash-off'],
    [issue({ kind: '' }), 'not-an-id'],
    [issue({ at: later }), 'in-the-future'],
    [begin({ route: '' }), 'not-an-id'],
    [begin({ at: later }), 'in-the-future'],
  ])('is refused when %j', (command, code) => {
    expect(refusedWith(given(open), command)).toEqual([code])
  })
})

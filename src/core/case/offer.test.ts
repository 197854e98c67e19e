import { describe, expect, it } from 'vitest'
import { given, now, open, refusedWith } from './case.fixture.ts'
import type { Command } from './event.ts'
import { fold } from './fold.ts'

const at = '2026-09-20T02:00:00Z'
const receive = (more: object = {}): Command => ({
  type: 'ReceiveOffer',
  at: now,
  payload: { at, from: '商家', words: '补偿50元，不再追究', fen: 5000, waives: ['不再追究'], ...more },
})
const answer = (more: object = {}): Command => ({
  type: 'DecideOffer',
  at: now,
  payload: { offer: 'O1', answer: 'decline', at, ...more },
})

describe('an offer', () => {
  it('is kept in its own words with what it takes away, then answered once', () => {
    const log = given(open, receive({ answerBy: '2027-01-01T00:00:00Z' }), answer({ words: '不同意' }))
    expect(fold(log).offers).toEqual([
      {
        id: 'O1',
        at,
        from: '商家',
        words: '补偿50元，不再追究',
        fen: 5000,
        waives: ['不再追究'],
        answerBy: '2027-01-01T00:00:00Z',
        decision: { answer: 'decline', at, words: '不同意' },
      },
    ])
    expect(refusedWith(log, answer({ answer: 'accept' }))).toEqual(['offer-decided'])
  })

  it('cannot be answered before it came, nor when it never came', () => {
    const log = given(open, receive())
    expect(refusedWith(log, answer({ at: '2026-09-20T01:59:00Z' }))).toEqual(['contradiction'])
    expect(refusedWith(log, answer({ offer: 'O2' }))).toEqual(['offer-unknown'])
    expect(refusedWith(log, answer({ answer: 'perhaps' }))).toEqual(['not-a-choice'])
  })

  it('of another number is left alone by an answer', () => {
    const offers = fold(given(open, receive(), receive({ fen: 6000 }), answer())).offers
    expect(offers.map(({ id, decision }) => [id, decision?.answer])).toEqual([
      ['O1', 'decline'],
      ['O2', undefined],
    ])
  })

  it.each([
    [{ words: '' }, 'text-missing'],
    [{ from: '' }, 'text-missing'],
    [{ waives: [''] }, 'text-missing'],
    [{ fen: -1 }, 'not-an-amount'],
    [{ answerBy: '2026-09-21' }, 'not-an-instant'],
    [{ at: '2027-01-01T00:00:00Z' }, 'in-the-future'],
  ])('is refused with %j', (more, code) => {
    expect(refusedWith(given(open), receive(more))).toEqual([code])
  })
})

import { describe, expect, it } from 'vitest'
import type { Advice, DeadlineFinding } from '../../core/advice/advice.ts'
import type { Case, Filing } from '../../core/case/case.ts'
import { firstWindow, sumAtStake, whereItStands } from './where-it-stands.ts'

const now = '2026-11-26T12:00:00+08:00'
const opened = { status: 'open', problem: { words: '坏了', types: [{ type: 'quality_defect', confirmed: true }] } }
const kase = (part: Partial<Case> = {}) =>
  ({ ...opened, filings: [], offers: [], demands: [], ...part }) as unknown as Case
const advice = (part: Partial<Advice> = {}) =>
  ({ now, offers: [], deadlines: [], rights: [], ...part }) as unknown as Advice
const clock = (part: Partial<DeadlineFinding>): DeadlineFinding => ({
  id: 'x',
  who: 'consumer',
  what: '办',
  due: '2026-12-01T23:59:59+08:00',
  provisional: false,
  status: 'running',
  startedBy: '',
  explain: [],
  cites: [],
  standing: 'law',
  ...part,
})
const filing: Filing = {
  id: 'F1',
  channel: 'jd-service',
  at: '2026-11-20T00:00:00Z',
  replies: [],
  chasedAt: [],
}
const turn = (k: Case, a: Advice) => whereItStands(k, a).turn.type

describe('where a case stands', () => {
  it('begins with telling what happened, then with filing', () => {
    expect(turn(kase({ problem: { words: '', types: [] } }), advice())).toBe('describe')
    expect(turn(kase(), advice())).toBe('not-filed')
  })

  it('waits for an answer once filed, until something more than an acknowledgement comes', () => {
    const reply = { id: 'R1', at: filing.at, words: '', by: [] }
    expect(turn(kase({ filings: [filing] }), advice())).toBe('no-answer-yet')
    const received: Filing = { ...filing, replies: [{ ...reply, kind: 'acknowledged' }] }
    expect(turn(kase({ filings: [received] }), advice())).toBe('no-answer-yet')
    const refused: Filing = { ...filing, replies: [{ ...reply, kind: 'refused' }] }
    expect(turn(kase({ filings: [refused] }), advice())).toBe('answered')
  })

  it('waits for nothing on a filing that was withdrawn', () => {
    expect(whereItStands(kase({ filings: [{ ...filing, withdrawnAt: now }] }), advice()).filing).toBeUndefined()
  })

  it('is at the user’s window when that closes within a month, and at the other side’s lateness before a distant one', () => {
    const own = clock({ due: '2026-12-20T23:59:59+08:00' })
    const late = clock({ who: 'seller', due: '2026-11-20T23:59:59+08:00', status: 'overdue' })
    expect(turn(kase(), advice({ deadlines: [own] }))).toBe('own-window')
    expect(turn(kase(), advice({ deadlines: [own, late] }))).toBe('they-are-late')
    const soon = clock({ due: '2026-11-28T23:59:59+08:00' })
    expect(turn(kase(), advice({ deadlines: [late, soon] }))).toBe('own-window')
    expect(turn(kase(), advice({ deadlines: [clock({ due: '2027-12-20T23:59:59+08:00' })] }))).toBe('not-filed')
  })

  it('is no longer at a lateness that was answered with a filing, but at the clock that filing started', () => {
    const late = clock({ who: 'seller', due: '2026-11-04T23:59:59+08:00', status: 'overdue' })
    const mediation = clock({ who: 'regulator', due: '2027-01-17T23:59:59+08:00' })
    const filed = kase({ filings: [filing] })
    expect(turn(filed, advice({ deadlines: [late, mediation] }))).toBe('they-must')
    expect(turn(filed, advice({ deadlines: [late] }))).toBe('no-answer-yet')
    expect(turn(kase(), advice({ deadlines: [late, mediation] }))).toBe('they-are-late')
  })

  it('waits for the other side while its time runs; a guide’s reminder is nobody’s duty', () => {
    const theirs = clock({ who: 'platform' })
    expect(turn(kase(), advice({ deadlines: [theirs] }))).toBe('they-must')
    expect(turn(kase(), advice({ deadlines: [{ ...theirs, standing: 'guide' }] }))).toBe('not-filed')
  })

  it('is at an open offer until its time is over', () => {
    const offer = {
      id: 'O1',
      received: now,
      waives: [],
      compared: [],
      options: ['accept', 'counter', 'decline'],
    } as const
    const offers = [{ id: 'O1', at: now, from: '客服', words: '券', waives: [] }]
    expect(turn(kase({ offers }), advice({ offers: [{ ...offer, answerBy: '2026-11-27T12:00:00+08:00' }] }))).toBe(
      'answer-offer',
    )
    expect(turn(kase({ offers }), advice({ offers: [{ ...offer, answerBy: '2026-11-21T12:00:00+08:00' }] }))).toBe(
      'not-filed',
    )
  })
})

describe('the window that closes first', () => {
  it('is the user’s own of law or platform before any reminder that ends sooner', () => {
    const law = clock({ id: 'law' })
    const reminder = clock({ id: 'guide', standing: 'guide', due: '2026-11-27T00:00:00+08:00' })
    expect(firstWindow(advice({ deadlines: [reminder, law] }))?.id).toBe('law')
    expect(firstWindow(advice({ deadlines: [reminder] }))?.id).toBe('guide')
    expect(firstWindow(advice({ deadlines: [clock({ status: 'overdue' })] }))).toBeUndefined()
  })
})

describe('the sum at stake', () => {
  const right = { id: 'a', title: '', reasons: [], cites: [], status: 'applies' } as const
  it('is what was asked for, else the highest right that applies, never several added up', () => {
    const rights = [
      { ...right, amount: { fen: 129_900, steps: [] } },
      { ...right, id: 'b', amount: { fen: 6_000, steps: [] } },
      { ...right, id: 'c', status: 'needs-facts', amount: { fen: 500_000, steps: [] } } as const,
    ]
    expect(sumAtStake(kase(), advice({ rights }))).toEqual({ fen: 129_900, chosen: false })
    const demands = [{ at: now, words: '退', fen: 100, rights: [] }]
    expect(sumAtStake(kase({ demands }), advice({ rights }))).toEqual({ fen: 100, chosen: true })
    expect(sumAtStake(kase(), advice())).toBeUndefined()
  })
})

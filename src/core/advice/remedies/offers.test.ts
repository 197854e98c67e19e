import { describe, expect, it } from 'vitest'
import type { Case } from '../../case/case.ts'
import type { Rung } from '../advice.ts'
import { aDeadline, anOffer, at, aWorld } from '../clocks/clock-world.fixture.ts'
import { clocks } from '../clocks/deadlines.ts'
import { offerFindings } from './offers.ts'

const reminder = aDeadline({
  id: 'answer',
  who: 'consumer',
  standing: 'guide',
  n: 24,
  starts: [{ offer: 'received' }],
  ends: [{ offer: 'answered' }],
})
const rung = (n: number, fen?: number): Rung => ({
  rung: n,
  demand: '',
  cites: [],
  standing: 'law',
  ...(fen === undefined ? {} : { fen }),
})
const ladder = [rung(0), rung(1, 500), rung(2, 1000), rung(2, 1500), rung(3, 3000)]

function findings(kase: Partial<Case>, deadlines = [reminder]) {
  const world = aWorld({ deadlines, kase })
  return offerFindings(clocks(world), ladder, world)
}
const first = (offer: object, kase: Partial<Case> = {}) =>
  findings({ ...kase, offers: [anOffer({ id: 'O1', ...offer })] })[0]

describe('an offer', () => {
  it('is to be answered by the time it names, a day to its end', () => {
    expect(first({ answerBy: at(3, 18) })?.answerBy).toBe('2026-09-03T18:00:00+08:00')
    expect(first({ answerBy: '2026-09-03' })?.answerBy).toBe('2026-09-03T23:59:59+08:00')
  })

  it("else by the guide's reminder, each by its own", () => {
    const two = findings({ offers: [anOffer({ id: 'O1' }), anOffer({ id: 'O2', at: at(3, 8) })] })
    expect(two.map(({ answerBy }) => answerBy)).toEqual(['2026-09-02T10:00:00+08:00', '2026-09-04T08:00:00+08:00'])
    expect(findings({ offers: [anOffer({ id: 'O1' })] }, [])[0]?.answerBy).toBe('2026-09-01T10:00:00+08:00')
  })

  it('takes no clock of something else with the same id for its reminder', () => {
    const other = aDeadline({ id: 'other', starts: [{ case: 'closed' }] })
    const closing = { at: at(1, 9), outcome: 'solved' } as const
    const world = { offers: [anOffer({ id: 'case' })], closing }
    expect(findings(world, [other])[0]?.answerBy).toBe('2026-09-01T10:00:00+08:00')
  })

  it('says when it came and what it would give up', () => {
    expect(first({ waives: ['删除评价'] })).toMatchObject({
      id: 'O1',
      received: '2026-09-01T10:00:00+08:00',
      waives: ['删除评价'],
    })
  })

  it('leaves a choice until it is answered or the case is closed', () => {
    expect(first({})?.options).toEqual(['accept', 'counter', 'decline'])
    expect(first({ decision: { answer: 'counter', at: at(2, 9) } })?.options).toEqual([])
    expect(first({}, { status: 'closed' })?.options).toEqual([])
  })

  it('is compared with the rungs it does not reach, each once', () => {
    expect(first({ fen: 1000 })?.compared).toEqual([2, 3])
    expect(first({ fen: 999 })?.compared).toEqual([2, 3])
    expect(first({ fen: 499 })?.compared).toEqual([1, 2, 3])
    expect(first({ fen: 3000 })?.compared).toEqual([])
    expect(first({})?.compared).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { Offer } from '../../case/case.ts'
import { anOffer, aReply, at } from '../clocks/clock-world.fixture.ts'
import { adviceOn, filing, type History } from './history.fixture.ts'

const refused = { 'aftersale.refused-on': '2026-09-10' }
const offer = (given: Partial<Offer> = {}) => anOffer({ id: 'O1', at: at(12, 9), fen: 1_000, ...given })
const of = (offers: readonly Offer[], given: History = {}) =>
  adviceOn({ facts: refused, ...given, kase: { offers: [...offers], ...given.kase } })

describe('an offer while a door is used', () => {
  it('is answered before everything else, and shuts no door by itself', () => {
    const { next, channels } = of([offer()], { filings: [filing('jd-dispute', 11)], now: at(12, 20) })
    expect(next[0]?.do).toContain('答复商家的方案')
    const without = of([], { filings: [filing('jd-dispute', 11)], now: at(12, 20) })
    expect(channels).toEqual(without.channels)
  })

  it('that was declined is not asked about again, and the doors stay as they were', () => {
    const declined = offer({ decision: { answer: 'decline', at: at(12, 12) } })
    const { next, channels } = of([declined], { now: at(12, 20) })
    expect(next.some((step) => step.do.includes('方案：'))).toBe(false)
    expect(channels.find(({ id }) => id === 'jd-dispute')?.status).toBe('open')
  })

  it('that wants a complaint dropped is warned of, and the complaint goes on', () => {
    const silencing = offer({ waives: ['撤回12315投诉'] })
    const filings = [filing('complaint-12315', 11, [aReply('accepted', at(12, 8))])]
    const { warnings, channels } = of([silencing], { own: true, filings, now: at(12, 20) })
    expect(warnings.find(({ rule }) => rule === 'offer-waives:O1')?.text).toContain('撤回12315投诉')
    expect(channels.find(({ id }) => id === 'complaint-12315')?.status).toBe('open')
  })
})

describe('money that came in', () => {
  it('leaves the doors as they are until the case is closed, and then shuts them all', () => {
    const received = { money: [{ id: 'M1', at: at(13, 9), fen: 12_900, from: '商家', by: [] }] }
    const paid = of([], { kase: received, now: at(13, 12) })
    expect(paid.channels.map(({ status }) => status)).toEqual(of([], { now: at(13, 12) }).channels.map((c) => c.status))
    const over = of([], { kase: { ...received, status: 'closed' }, now: at(13, 12) })
    expect(new Set(over.channels.map(({ status }) => status))).toEqual(new Set(['closed']))
    expect(over.next).toHaveLength(1)
  })

  it('stops the asking for JD to carry out its decision', () => {
    const decided = { filings: [filing('jd-dispute', 11, [aReply('judged', at(12, 9))])], now: at(14, 9) }
    expect(of([], decided).next.some((step) => step.do.includes('执行'))).toBe(true)
    const paid = { ...decided, kase: { money: [{ id: 'M1', at: at(13, 8), fen: 12_900, from: '商家', by: [] }] } }
    expect(of([], paid).next.some((step) => step.do.includes('执行'))).toBe(false)
  })
})

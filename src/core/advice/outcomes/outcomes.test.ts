import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCase } from '../small-world.fixture.ts'
import { type CaseOutcome, outcomeOf } from './outcome.ts'
import { groupings, outcomeStatistics, SMALLEST_GROUP, similarOutcomes } from './statistics.ts'

const outcome = (more: Partial<CaseOutcome> = {}): CaseOutcome => ({
  how: 'solved',
  problems: ['late_delivery'],
  shop: '甲店',
  askedFen: 1000,
  gotFen: 500,
  routes: ['seller'],
  tactics: ['chat'],
  days: 3,
  ...more,
})
const times = (count: number, more: Partial<CaseOutcome> = {}) => Array.from({ length: count }, () => outcome(more))

describe('how a case ended', () => {
  it('is known once it is closed, from what was recorded alone', () => {
    const kase = aCase({
      status: 'closed',
      closing: { at: '2026-11-20T02:00:00Z', outcome: 'partly' },
      order: { items: [], paidFen: 9900, shop: { name: '甲店', selfOperated: false } },
      problem: {
        words: '',
        types: [
          { type: 'late_delivery', confirmed: true },
          { type: 'privacy', confirmed: false },
        ],
      },
      contacts: [{ id: 'C1', at: '2026-11-10T02:00:00Z', channel: 'seller', direction: 'out', words: '催', by: [] }],
      demands: [{ at: '2026-11-11T02:00:00Z', words: '退', fen: 9900, rights: [] }],
      money: [{ id: 'M1', at: '2026-11-15T03:00:00Z', fen: 5000, from: 'seller' }],
    })
    expect(outcomeOf(kase)).toMatchObject({
      how: 'partly',
      problems: ['late_delivery'],
      askedFen: 9900,
      gotFen: 5000,
      days: 5,
    })
    expect(outcomeOf({ ...kase, status: 'open' })).toBeUndefined()
    expect(outcomeOf({ ...kase, demands: [], money: [] }, 100)).toMatchObject({ askedFen: 100, gotFen: 0, days: 10 })
  })
})

describe('figures of outcomes', () => {
  it('count and take medians, and say nothing of too few', () => {
    const many = [
      ...times(4),
      outcome({ gotFen: 900, how: 'given-up' }),
      ...times(2, { shop: '乙店' }),
      ...times(6, { shop: '丙店' }),
      ...times(3, { shop: '丁店' }),
    ]
    expect(outcomeStatistics(many, 'shop')).toMatchObject({
      all: { cases: 16, settled: 15, gotFen: 500 },
      groups: [
        { name: '丙店', hidden: false, cases: 6 },
        { name: '甲店', hidden: false, cases: 5, settled: 4, askedFen: 1000, gotFen: 500, days: 3 },
        { name: '丁店', hidden: true },
        { name: '乙店', hidden: true },
      ],
    })
    expect(outcomeStatistics(times(4), 'shop')).toEqual({ by: 'shop', groups: [{ name: '甲店', hidden: true }] })
  })

  it('never leave one small group alone to be reckoned from the rest', () => {
    const { groups } = outcomeStatistics(
      [...times(9), ...times(7, { shop: '乙店' }), ...times(2, { shop: '丙店' })],
      'shop',
    )
    expect(groups.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['甲店', false],
      ['乙店', true],
      ['丙店', true],
    ])
  })

  it('show no group of fewer than five, whatever the cases', () => {
    const some = fc.array(
      fc
        .constantFrom('甲店', '乙店', '丙店', '丁店')
        .map((shop) => outcome({ shop, problems: [shop], routes: [shop], tactics: [shop] })),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(some, fc.constantFrom(...groupings), (outcomes, by) => {
        const { groups } = outcomeStatistics(outcomes, by)
        const hidden = groups.filter((group) => group.hidden)
        for (const group of groups) if (!group.hidden) expect(group.cases).toBeGreaterThanOrEqual(SMALLEST_GROUP)
        expect(hidden.length === 1 && groups.length > 1).toBe(false)
      }),
    )
  })

  it('put the same shop and the nearest price first beside an open case', () => {
    const all = [
      outcome({ shop: '乙店', paidFen: 100 }),
      outcome({ shop: '乙店', paidFen: 9000 }),
      outcome({ paidFen: 5 }),
      outcome({ problems: ['privacy'] }),
    ]
    expect(similarOutcomes({ problems: ['late_delivery'], shop: '甲店', paidFen: 8000 }, all)).toEqual([
      all[2],
      all[1],
      all[0],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import type { Route } from '../../knowledge/route.ts'
import type { RightFinding } from '../advice.ts'
import { aWorld } from '../clocks/clock-world.fixture.ts'
import type { FactTable } from '../fact-table.ts'
import { aProblem, facts, is, now, text } from '../small-world.fixture.ts'
import { claimRange } from './claim-range.ts'
import { routeCost, routeCostNames } from './route-cost.ts'
import { routeFindings } from './routes.ts'

const right = (remedy: string, fen?: number, status: RightFinding['status'] = 'applies'): RightFinding => ({
  id: remedy,
  title: remedy,
  status,
  reasons: [],
  cites: [],
  remedy,
  ...(fen === undefined ? {} : { amount: { fen, steps: [] } }),
})

describe('what a case is worth', () => {
  it('is the smallest sum, and the highest of each kind together', () => {
    expect(claimRange([right('refund', 1000), right('price-reduction', 300), right('added-damages', 3000)])).toEqual({
      least: 300,
      most: 4000,
    })
    expect(
      claimRange([right('damages', 200), right('damages', 500), right('return-shipping', 10), right('exchange', 700)]),
    ).toEqual({ least: 10, most: 1210 })
  })

  it('leaves out what does not apply and what has no sum', () => {
    expect(claimRange([])).toBeUndefined()
    expect(claimRange([right('refund'), right('refund', 0), right('refund', 9, 'needs-facts')])).toBeUndefined()
    expect(claimRange([right('refund', 9, 'does-not-apply'), right('refund', 1)])).toEqual({ least: 1, most: 1 })
  })
})

const known = { facts: {}, knowledge, now }
const costOf = (formula: string, claim: Parameters<typeof routeCost>[1], given: Parameters<typeof facts>[0] = {}) =>
  routeCost({ formula }, claim, { ...known, facts: facts(given) })

describe('the cost of a way', () => {
  const claim = { least: 500_000, most: 5_000_000 }

  it('is nothing where it is free, with or without a sum', () => {
    expect(routeCost('free', undefined, known)).toMatchObject({ cost: { fenFrom: 0, fenTo: 0 }, notes: [] })
  })

  it('is unknown without a sum, a formula or rates', () => {
    expect(costOf('court-fee', undefined).cost).toBeNull()
    expect(costOf('gone', claim).cost).toBeNull()
    expect(costOf('constructor', claim).cost).toBeNull()
    for (const formula of routeCostNames)
      expect(
        routeCost({ formula }, claim, { ...known, knowledge: { ...knowledge, fees: {} } }).cost,
        formula,
      ).toBeNull()
    expect(routeCost({ formula: 'court-fee' }, claim, { ...known, now: '2007-03-31T10:00:00Z' }).breakEven.zh).toBe(
      '这一天的收费标准没有查到。',
    )
  })

  it('in court runs from half the fee of the least to the whole fee of the most', () => {
    const { cost, breakEven, notes } = costOf('court-fee', claim)
    expect(cost).toEqual({ fenFrom: 2_500, fenTo: 105_000 })
    expect(breakEven.zh).toBe(
      '最多请求 50000.00 元。先垫受理费 525.00 元（减半后）：赢了由对方出，全输就白花这笔。只看这笔钱，赢的把握超过 1.1% 就划算；时间、检测鉴定的花费另算。',
    )
    expect(notes.map(({ zh }) => zh)).toEqual([
      expect.stringMatching(/申请执行费 650\.00 元.*保全费最多约 520\.00 元/),
      expect.stringContaining('缓交、减交或者免交'),
      expect.stringContaining('补到 1050.00 元'),
    ])
  })

  it('breaks even at fee over claim and fee, rounded up to a tenth of a percent', () => {
    const chance = (most: number) => /超过 (.*?%)/.exec(costOf('court-fee', { least: most, most }).breakEven.zh)?.[1]
    expect(chance(247_500)).toBe('1%')
    expect(chance(247_400)).toBe('1.1%')
    expect(chance(2_500)).toBe('50%')
  })

  it('of a payment order is a third', () => {
    const { cost, breakEven } = costOf('payment-order-fee', claim)
    expect(cost).toEqual({ fenFrom: 1_667, fenTo: 35_000 })
    expect(breakEven.zh).toContain('约 350.00 元')
  })

  it('of arbitration is what the institution publishes', () => {
    expect(costOf('arbitration-fee', claim)).toMatchObject({ cost: null, notes: [] })
    expect(costOf('arbitration-fee', claim).breakEven.zh).toContain('仲裁机构公布的标准')
  })

  it('is named in the route files only by formulas there are', () => {
    const named = Object.values(knowledge.routes).flatMap(({ cost }) => (cost === 'free' ? [] : [cost.formula]))
    expect([...new Set(named)].sort()).toEqual([...routeCostNames].sort())
  })
})

describe('the way of small claims', () => {
  const claim = { least: 129_900, most: 519_600 }
  const fits = {
    'court.province': 'jiangsu',
    'dispute.plain': true,
    'appraisal.needed': false,
    'appraisal.result-disputed': false,
    'small-claims.exclusion': 'none',
  }

  it('costs half the fee, once, and says what fits', () => {
    const { cost, notes } = costOf('small-claims-fee', claim, fits)
    expect(cost).toEqual({ fenFrom: 2_500, fenTo: 2_500 })
    expect(notes[0]?.zh).toBe('按已知情况，应当适用小额诉讼。')
    expect(notes.filter(({ zh }) => zh.startsWith('符合：'))).toHaveLength(5)
  })

  it.each([
    ['appraisal.needed', true],
    ['appraisal.result-disputed', true],
    ['small-claims.exclusion', 'foreign-related'],
    ['dispute.plain', false],
  ])('is shut when %s is %s', (fact, value) => {
    const { cost, breakEven, notes } = costOf('small-claims-fee', claim, { ...fits, [fact]: value })
    expect(cost).toBeNull()
    expect(breakEven.zh).toContain('不能走小额诉讼')
    expect(notes.map(({ zh }) => zh)).toContainEqual(expect.stringMatching(/^不符合：/))
  })

  it('counts all that is claimed against the limit', () => {
    const { notes } = costOf('small-claims-fee', { least: 1, most: 6_461_001 }, fits)
    expect(notes[0]?.zh).toContain('双方同意才适用')
  })

  it('is open while nothing is known, and says what is', () => {
    const { cost, notes } = costOf('small-claims-fee', claim)
    expect(cost).toEqual({ fenFrom: 2_500, fenTo: 2_500 })
    expect(notes[0]?.zh).toContain('还不能确定')
    expect(notes.filter(({ zh }) => zh.startsWith('尚待确认：'))).toHaveLength(5)
  })

  it('takes no answer of another kind for one', () => {
    const { notes } = costOf('small-claims-fee', claim, { ...fits, 'appraisal.needed': 'no', 'court.province': true })
    expect(notes.filter(({ zh }) => zh.startsWith('尚待确认：'))).toHaveLength(2)
  })
})

describe('the way with a lawyer', () => {
  const claim = { least: 500_000, most: 5_000_000 }
  const quoted = (fen?: number, percent?: number, on = claim) =>
    costOf('lawyer-quoted', on, {
      ...(fen === undefined ? {} : { 'lawyer.quoted-fen': fen }),
      ...(percent === undefined ? {} : { 'lawyer.share-percent': percent }),
    })

  it("has no cost without a quote, and the guide's figures as the guide's", () => {
    const { cost, breakEven, notes } = quoted()
    expect(cost).toBeNull()
    expect(breakEven.zh).toMatch(/^还没有报价.*未经核实的说法约 3500\.00—15500\.00 元，而本案最多请求 50000\.00 元。$/)
    expect(notes.map(({ zh }) => zh)).toEqual([
      '指南的说法，未经核实：基本费 3000—8000 元，另加赢回金额的 10%—15%；照这么算，本案约 3500.00—15500.00 元。只作参考，以书面报价为准。',
    ])
  })

  it("costs the user's own quote on top of the court's fee", () => {
    expect(quoted(300_000, 10).cost).toEqual({ fenFrom: 300_000 + 50_000 + 2_500, fenTo: 300_000 + 500_000 + 105_000 })
    expect(quoted(300_000).cost).toEqual({ fenFrom: 302_500, fenTo: 405_000 })
    expect(quoted(undefined, 10).cost).toEqual({ fenFrom: 52_500, fenTo: 605_000 })
  })

  it('says from what sum on it pays, and whether this case reaches it', () => {
    expect(quoted(300_000, 10).breakEven.zh).toMatch(/要超过 3333\.34 元.*最多请求 50000\.00 元，全赢才有剩/)
    expect(quoted(300_000, 10, { least: 129_900, most: 129_900 }).breakEven.zh).toContain('全赢也不够')
    expect(quoted(300_000, 10, { least: 1, most: 333_334 }).breakEven.zh).toContain('全赢也不够')
    expect(quoted(300_000, 10, { least: 1, most: 333_335 }).breakEven.zh).toContain('全赢才有剩')
    expect(quoted(0, 100).breakEven.zh).toContain('赢多少都不够')
  })

  it('warns where a fee that hangs on the outcome goes beyond the cap, and only there', () => {
    const warned = (fen?: number, percent?: number, on?: typeof claim) =>
      quoted(fen, percent, on).notes.filter(({ zh }) => zh.startsWith('注意：')).length
    expect(warned(300_000, 10)).toBe(0)
    expect(warned(400_000, 10)).toBe(0)
    expect(warned(400_001, 10)).toBe(1)
    expect(warned(undefined, 18)).toBe(0)
    expect(warned(undefined, 18.01)).toBe(1)
    expect(warned(5_000_000, 0)).toBe(0)
    expect(warned(5_000_000)).toBe(0)
    expect(warned(undefined, 50, { least: 1, most: 100_000_001 })).toBe(0)
    expect(quoted(400_001, 10).notes[0]?.zh).toMatch(/18%.*是 9000\.00 元，您填的报价合计 9000\.01 元/)
  })

  it('takes no nonsense for a quote', () => {
    expect(quoted(-1, 101).cost).toBeNull()
  })
})

const aRoute = (id: string, given: Partial<Route> = {}): Route => ({
  id,
  title: text(id),
  place: 1,
  cost: 'free',
  time: text('days'),
  needs: [text('patience')],
  gets: text(`gets ${id}`),
  risks: [text(`risk of ${id}`)],
  cites: ['cpl#39'],
  source: ['cpl#39'],
  checkedOn: '2026-07-20',
  ...given,
})

function found(routes: readonly Route[], named: readonly string[] = [], table: FactTable = {}) {
  const world = aWorld({ problems: [{ ...aProblem('fault'), routes: [...named] }], facts: table })
  const shelf = Object.fromEntries(routes.map((route) => [route.id, route]))
  const shelves = { routes: shelf, fees: knowledge.fees }
  return routeFindings([right('refund', 129_900)], { ...world, knowledge: { ...world.knowledge, ...shelves } })
}

describe('the ways to a remedy', () => {
  it('are those the problem names, in its order, else all by their place', () => {
    const routes = [aRoute('a', { place: 3 }), aRoute('b', { place: 1 }), aRoute('c', { place: 2 })]
    expect(found(routes, ['c', 'gone', 'a', 'c']).map(({ id }) => id)).toEqual(['c', 'a'])
    expect(found(routes).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })

  it('carry cost, time, needs, break-even and notes', () => {
    expect(found([aRoute('a', { cost: { formula: 'court-fee' } })])).toMatchObject([
      {
        id: 'a',
        cost: { fenFrom: 2_500, fenTo: 5_000 },
        time: 'days',
        needs: ['patience'],
        breakEven: expect.stringContaining('1299.00'),
        notes: ['gets a', 'risk of a', ...Array(3).fill(expect.any(String))],
      },
    ])
  })

  it('are left out when their condition fails, and noted while it is open', () => {
    const route = aRoute('a', { when: { all: [is('sum.admitted'), is('goods.returned')] } })
    expect(found([route], [], facts({ 'sum.admitted': false }))).toEqual([])
    expect(found([route], [], facts({ 'sum.admitted': true }))[0]?.notes.at(-1)).toBe(
      '尚待确认：goods.returned is true。',
    )
    expect(found([route], [], facts({ 'sum.admitted': true, 'goods.returned': true }))[0]?.notes).toHaveLength(2)
    const either = aRoute('a', { when: { any: [is('sum.admitted'), is('goods.returned')] } })
    expect(found([either], [], facts({ 'sum.admitted': true }))[0]?.notes).toHaveLength(2)
  })
})

import { describe, expect, it } from 'vitest'
import { readKnowledgeFolder } from '../../../server/pack/knowledge-folder.ts'
import type { Route } from '../../knowledge/route.ts'
import type { RightFinding } from '../advice.ts'
import { aWorld } from '../clocks/clock-world.fixture.ts'
import type { FactTable } from '../fact-table.ts'
import { aProblem, facts, is, text } from '../small-world.fixture.ts'
import { claimRange } from './claim-range.ts'
import { routeCost, routeCostNames } from './route-cost.ts'
import { routeFindings } from './routes.ts'

const { knowledge } = await readKnowledgeFolder()

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

describe('the cost of a way', () => {
  const claim = { least: 500_000, most: 5_000_000 }

  it('is nothing where it is free, with or without a sum', () => {
    expect(routeCost('free', undefined)).toMatchObject({ cost: { fenFrom: 0, fenTo: 0 }, notes: [] })
  })

  it('is unknown without a sum or a formula', () => {
    expect(routeCost({ formula: 'court-fee' }, undefined).cost).toBeNull()
    expect(routeCost({ formula: 'gone' }, claim).cost).toBeNull()
    expect(routeCost({ formula: 'constructor' }, claim).cost).toBeNull()
  })

  it('in court runs from half the fee of the least to the whole fee of the most', () => {
    const { cost, breakEven, notes } = routeCost({ formula: 'court-fee' }, claim)
    expect(cost).toEqual({ fenFrom: 2_500, fenTo: 105_000 })
    expect(breakEven.zh).toBe(
      '请求 50000.00 元、减半受理费 525.00 元：只算受理费，胜诉的可能性高于 1.1% 就不亏；时间、检测费另计。',
    )
    expect(notes[0]?.zh).toContain('申请执行费 650.00 元')
    expect(notes[0]?.zh).toContain('保全费 520.00 元')
  })

  it('breaks even at fee over claim and fee, rounded up to a tenth of a percent', () => {
    const chance = (most: number) =>
      /高于 (.*?%)/.exec(routeCost({ formula: 'court-fee' }, { least: most, most }).breakEven.zh)?.[1]
    expect(chance(247_500)).toBe('1%')
    expect(chance(247_400)).toBe('1.1%')
    expect(chance(2_500)).toBe('50%')
  })

  it('of a payment order is a third', () => {
    const { cost, breakEven } = routeCost({ formula: 'payment-order-fee' }, claim)
    expect(cost).toEqual({ fenFrom: 1_667, fenTo: 35_000 })
    expect(breakEven.zh).toContain('约 350.00 元')
  })

  it("with a lawyer is the guide's figure on top of the court's, said to be unverified", () => {
    const { cost, breakEven, notes } = routeCost({ formula: 'lawyer-by-guide' }, claim)
    expect(cost).toEqual({ fenFrom: 300_000 + 50_000 + 2_500, fenTo: 800_000 + 750_000 + 105_000 })
    expect(breakEven.zh).toContain('3333.34 至 9411.77 元')
    expect(breakEven.zh).toContain('最多请求 50000.00 元')
    expect(notes[0]?.zh).toContain('未经核实')
  })

  it('is named in the route files only by formulas there are', () => {
    const named = Object.values(knowledge.routes).flatMap(({ cost }) => (cost === 'free' ? [] : [cost.formula]))
    expect(named.sort()).toEqual([...routeCostNames].sort())
  })
})

const aRoute = (id: string, given: Partial<Route> = {}): Route => ({
  id,
  title: text(id),
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
  return routeFindings([right('refund', 129_900)], { ...world, knowledge: { ...world.knowledge, routes: shelf } })
}

describe('the ways to a remedy', () => {
  it('are those the problem names, in its order, else all', () => {
    const routes = [aRoute('a'), aRoute('b'), aRoute('c')]
    expect(found(routes, ['c', 'gone', 'a', 'c']).map(({ id }) => id)).toEqual(['c', 'a'])
    expect(found(routes).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('carry cost, time, needs, break-even and notes', () => {
    expect(found([aRoute('a', { cost: { formula: 'court-fee' } })])).toMatchObject([
      {
        id: 'a',
        cost: { fenFrom: 2_500, fenTo: 5_000 },
        time: 'days',
        needs: ['patience'],
        breakEven: expect.stringContaining('1299.00'),
        notes: ['gets a', 'risk of a', expect.stringContaining('申请执行费')],
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

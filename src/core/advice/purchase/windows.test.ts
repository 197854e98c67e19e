import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import type { Order } from '../../case/case.ts'
import { purchaseWindows } from '../../knowledge/deadline.ts'
import { windowsOfPurchase } from './windows.ts'

const order: Order = {
  items: [{ name: '示例冰箱', priceFen: 299_900, quantity: 1, category: 'refrigerator', flags: [] }],
  paidFen: 299_900,
  paidAt: '2026-10-30T02:00:00Z',
  signedAt: '2026-11-02T06:20:00Z',
  shop: { name: '示例店', selfOperated: true },
}
const now = '2026-11-05T02:00:00Z'
const stated = (fact: string, value: string | boolean) => ({ [fact]: { status: 'known', value, by: [] } }) as const
const dues = (windows: ReturnType<typeof windowsOfPurchase>) =>
  Object.fromEntries(windows.flatMap((one) => ('clock' in one ? [[one.clock.id, one.clock.due]] : [])))

describe('the windows of a purchase', () => {
  it('close seven days, six months and two years after delivery, each to its own end', () => {
    expect(dues(windowsOfPurchase(order, {}, knowledge, now))).toMatchObject({
      'no-reason-notice': '2026-11-09T23:59:59+08:00',
      'quality-return-window': '2026-11-09T23:59:59+08:00',
      'burden-window': '2027-05-02T23:59:59+08:00',
      'fault-notice': '2028-11-02T23:59:59+08:00',
      'records-kept-trade': '2029-11-02T23:59:59+08:00',
    })
  })

  it('say what has to be known where a day is not known', () => {
    const unknown = windowsOfPurchase(order, {}, knowledge, now).filter(({ status }) => status === 'unknown')
    expect(unknown).toMatchObject([
      { window: 'price-protection', asks: [expect.stringContaining('价保')] },
      { window: 'invoice', asks: [expect.stringContaining('开票')] },
      { window: 'warranty' },
      { window: 'warranty' },
    ])
    const before = windowsOfPurchase({ items: [] }, {}, knowledge, now)
    expect(before.every(({ status }) => status === 'unknown')).toBe(true)
    expect(before.length).toBeGreaterThan(unknown.length)
  })

  it('take the day that the page promises', () => {
    const facts = stated('price-protection.until', '2026-12-02')
    expect(dues(windowsOfPurchase(order, facts, knowledge, now))).toMatchObject({
      'price-protection': '2026-12-02T23:59:59+08:00',
    })
  })

  it('leave out what does not fit the goods', () => {
    const clothes: Order = {
      ...order,
      items: [{ name: '示例外套', priceFen: 1, quantity: 1, category: 'clothing', flags: [] }],
    }
    expect(dues(windowsOfPurchase(clothes, {}, knowledge, now))).not.toHaveProperty('burden-window')
  })

  it('stand in the order in which they tend to close, and say what then', () => {
    const windows = windowsOfPurchase(order, {}, knowledge, now)
    const places = windows.map(({ window }) => purchaseWindows.indexOf(window))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(new Set(windows.map(({ window }) => window))).toEqual(new Set(purchaseWindows))
    expect(windows.every(({ after }) => after !== '')).toBe(true)
  })
})

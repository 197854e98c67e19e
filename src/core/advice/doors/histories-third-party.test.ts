import { describe, expect, it } from 'vitest'
import { aReply, at } from '../clocks/clock-world.fixture.ts'
import { adviceOn, filing, findingOn, type History, statuses } from './history.fixture.ts'

const refusedAftersale = { 'aftersale.refused-on': '2026-09-10' }
const of = (given: History) => statuses({ facts: refusedAftersale, ...given })
const next = (given: History) => adviceOn({ facts: refusedAftersale, ...given }).next

describe('an order with a third-party shop', () => {
  it('has the dispute to come first, and nothing may shut it', () => {
    expect(statuses({})).toMatchObject({
      seller: 'open',
      'jd-service': 'open',
      'jd-dispute': 'not-yet',
      'jd-appeal': 'not-yet',
      'complaint-12315': 'would-close',
      'report-12315': 'open',
      'consumers-association': 'would-close',
      court: 'would-close',
    })
  })

  it('opens the dispute for fifteen days after the refusal', () => {
    expect(of({})['jd-dispute']).toBe('open')
    expect(of({ now: at(25, 23, 59) })['jd-dispute']).toBe('open')
    expect(of({ now: at(26, 0, 0) })).toMatchObject({
      'jd-dispute': 'closed',
      'jd-appeal': 'closed',
      'complaint-12315': 'open',
      'consumers-association': 'would-close',
      court: 'would-close',
    })
  })

  it('opens it too when the seller lets 48 hours pass', () => {
    const asked = { 'aftersale.requested-at': at(10, 9) }
    expect(statuses({ facts: asked, now: at(12, 9) })['jd-dispute']).toBe('not-yet')
    expect(statuses({ facts: asked, now: at(12, 9, 1) })['jd-dispute']).toBe('open')
  })

  it('is told to file the dispute while its window is about to close, and not once that has been done', () => {
    const [step] = next({ now: at(24, 9) })
    expect(step).toMatchObject({ with: 'jd-dispute', by: '2026-09-25T23:59:59+08:00' })
    const filed = next({ filings: [filing('jd-dispute', 23)], now: at(24, 8) })
    expect(filed.map((one) => one.do).filter((words) => words.includes('窗口'))).toEqual([])
  })

  it('is not told to file the dispute by its last day once 12315 has made it refusable', () => {
    const complained = next({ filings: [filing('complaint-12315', 22)], now: at(24, 9) })
    expect(complained.some((one) => one.do.includes('纠纷单'))).toBe(false)
  })
})

describe('a dispute that runs', () => {
  const pending = { filings: [filing('jd-dispute', 11)] }

  it('stays open for what is new, and is not filed again', () => {
    const dispute = findingOn('jd-dispute', { facts: refusedAftersale, ...pending, now: at(11, 12) })
    expect(dispute?.status).toBe('open')
    expect(dispute?.because).toBe('已于 2026-09-11 09:00 提交，正在处理；同一问题只能提交一次，有新情况在原单补充。')
  })

  it('is asked of JD to decide once the seller has let a day pass, not merely chased', () => {
    for (const now of [at(12, 10), at(14, 18), at(19, 9)]) {
      const steps = next({ ...pending, now }).filter((step) => step.with === 'jd-dispute')
      expect(steps).toMatchObject([{ do: expect.stringContaining('申请京东介入'), by: '2026-09-12T09:00:00+08:00' }])
    }
    expect(next({ ...pending, now: at(12, 8) }).some((step) => step.do.includes('介入'))).toBe(false)
  })

  it('would be ended by 12315, a suit or a payment order, and each of them says so', () => {
    const owed = { ...refusedAftersale, 'debt.sum-acknowledged': true, 'debt.nothing-owed-back': true }
    for (const door of ['complaint-12315', 'court', 'payment-order']) {
      const found = findingOn(door, { facts: owed, ...pending, now: at(11, 12) })
      expect(found).toMatchObject({ status: 'would-close', because: expect.stringContaining('京东交易纠纷单') })
      expect(found?.closes).toContain('jd-dispute')
    }
  })

  it('stands beside a report, which ends nothing', () => {
    const reported = { filings: [filing('jd-dispute', 11), filing('report-12315', 12)] }
    expect(of(reported)).toMatchObject({ 'jd-dispute': 'open', 'report-12315': 'open', 'jd-appeal': 'not-yet' })
  })

  it('can no longer be pressed once a complaint to 12315 has cut it off', () => {
    const both = { filings: [filing('jd-dispute', 11), filing('complaint-12315', 12)], now: at(14, 18) }
    expect(of(both)).toMatchObject({ 'jd-dispute': 'closed', 'jd-appeal': 'closed', 'complaint-12315': 'open' })
    expect(next(both).some((step) => step.do.includes('介入') || step.with === 'jd-dispute')).toBe(false)
  })

  it('comes back when that complaint is withdrawn', () => {
    const withdrawn = { ...filing('complaint-12315', 12), withdrawnAt: at(13, 9) }
    expect(of({ filings: [filing('jd-dispute', 11), withdrawn], now: at(14, 9) })).toMatchObject({
      'jd-dispute': 'open',
      'complaint-12315': 'would-close',
    })
  })
})

describe('a dispute that was decided', () => {
  const decided = filing('jd-dispute', 11, [aReply('closed', at(14, 9))])

  it('can be appealed for seven days, and 12315 would shut that', () => {
    expect(of({ filings: [decided] })).toMatchObject({
      'jd-dispute': 'closed',
      'jd-appeal': 'open',
      'complaint-12315': 'would-close',
    })
    expect(of({ filings: [decided], now: at(21, 23, 59) })['jd-appeal']).toBe('open')
    expect(of({ filings: [decided], now: at(22) })).toMatchObject({
      'jd-appeal': 'closed',
      'complaint-12315': 'open',
    })
  })

  it('and appealed leaves 12315 open with a word that the appeal would end', () => {
    const appealed = { filings: [{ ...decided, appealedAt: at(15, 9) }] }
    expect(of(appealed)).toMatchObject({ 'jd-appeal': 'open', 'complaint-12315': 'open' })
    const complaint = findingOn('complaint-12315', { facts: refusedAftersale, ...appealed })
    expect(complaint).toMatchObject({ closes: ['jd-appeal'], because: expect.stringContaining('“纠纷单申诉”停下来') })
    expect(next(appealed).some((step) => step.with === 'complaint-12315')).toBe(false)
  })

  it('and lost on appeal goes on to 12315', () => {
    const lost = { ...decided, replies: [...decided.replies, aReply('judged', at(16, 9))], appealedAt: at(15, 9) }
    expect(of({ filings: [lost] })).toMatchObject({ 'jd-appeal': 'closed', 'complaint-12315': 'open' })
    const tried = {
      filings: [lost, filing('jd-service', 12, [aReply('answered', at(12, 10))]), filing('jd-phone', 12)],
    }
    expect(next({ ...tried, now: at(25, 9) }).map((step) => step.with)).toContain('complaint-12315')
  })
})

describe('what a door of JD or 12315 cannot do without', () => {
  const order = {
    number: '300123',
    shop: { name: '某店', selfOperated: true, company: '某公司', address: '某地' },
    items: [],
  }

  it('is the order number at JD', () => {
    const { number: _number, ...unnumbered } = order
    expect(statuses({ own: true, kase: { order: unnumbered } })).toMatchObject({
      seller: 'not-yet',
      'jd-service': 'not-yet',
      'jd-phone': 'not-yet',
      'complaint-12315': 'open',
    })
  })

  it('is who complains and about whom at 12315', () => {
    const addressless = { order, consumer: { name: '张三', phone: '1' } }
    expect(statuses({ own: true, kase: addressless })['complaint-12315']).toBe('not-yet')
    const nameless = { ...order, shop: { name: '某店', selfOperated: true } }
    const complaint = findingOn('complaint-12315', { own: true, kase: { order: nameless } })
    expect(complaint?.because).toBe('还缺：被投诉人名称、被投诉人地址。')
  })

  it('is whether the shop is JD’s own, for a dispute', () => {
    const { selfOperated: _own, ...unsaid } = order.shop
    expect(statuses({ kase: { order: { ...order, shop: unsaid } } })['jd-dispute']).toBe('not-yet')
  })
})

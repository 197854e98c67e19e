import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import type { Case, Filing } from '../../case/case.ts'
import type { FactScalar } from '../../values/fact-scalar.ts'
import { aReply, at } from '../clocks/clock-world.fixture.ts'
import { clocks } from '../clocks/deadlines.ts'
import { factTable } from '../fact-table.ts'
import { aCase } from '../small-world.fixture.ts'
import { channelFindings } from './channels.ts'
import { dayPlan } from './day-plan.ts'
import { doorsOf } from './door.ts'

type Given = {
  type?: string
  own?: boolean
  filings?: readonly Filing[]
  facts?: Readonly<Record<string, FactScalar>>
  kase?: Partial<Case>
  now?: string
}

/** An order with everything a form asks for, and a seller who refused on 1 September. */
function findings({
  type = 'quality_defect',
  own = false,
  filings = [],
  facts = {},
  kase = {},
  now = at(20, 12),
}: Given) {
  const shop = { name: '某店', selfOperated: own, company: '某公司', address: '广州市某路1号' }
  const stated = Object.entries(facts).map(([id, value]) => [id, { status: 'known', value, by: [] }] as const)
  const whole = aCase({
    order: { number: '300123', shop, items: [], carrier: '某快递', waybill: 'JD1', signedAt: at(1, 9) },
    consumer: { name: '张三', phone: '13800000000', address: '北京市某路2号' },
    problem: { words: '坏了', types: [{ type, confirmed: true }] },
    contacts: [
      { id: 'C1', at: at(1, 10), channel: 'seller', direction: 'out', words: '请退款', by: [] },
      { id: 'C2', at: at(1, 11), channel: 'seller', direction: 'in', words: '不退', by: [] },
    ],
    filings: [...filings],
    facts: Object.fromEntries(stated),
    ...kase,
  })
  const world = { kase: whole, knowledge, facts: factTable(whole, knowledge, now), now }
  return channelFindings(doorsOf(clocks(world), world), world)
}

const of = (given: Given) => Object.fromEntries(findings(given).map(({ id, status }) => [id, status]))
const filing = (channel: string, day: number, replies: Filing['replies'] = []): Filing => ({
  id: `F-${channel}`,
  channel,
  at: at(day, 9),
  replies,
  chasedAt: [],
})
const refusedAftersale = { 'aftersale.refused-on': '2026-09-10' }

describe('an order with a third-party shop', () => {
  it('has the dispute to come first, and nothing may shut it', () => {
    expect(of({})).toMatchObject({
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
    expect(of({ facts: refusedAftersale })['jd-dispute']).toBe('open')
    expect(of({ facts: refusedAftersale, now: at(25, 23, 59) })['jd-dispute']).toBe('open')
    expect(of({ facts: refusedAftersale, now: at(26, 0, 0) })).toMatchObject({
      'jd-dispute': 'closed',
      'jd-appeal': 'closed',
      'complaint-12315': 'open',
      'consumers-association': 'would-close',
      court: 'would-close',
    })
  })

  it('opens it too when the seller lets 48 hours pass', () => {
    const asked = { 'aftersale.requested-at': at(10, 9) }
    expect(of({ facts: asked, now: at(12, 9) })['jd-dispute']).toBe('not-yet')
    expect(of({ facts: asked, now: at(12, 9, 1) })['jd-dispute']).toBe('open')
  })

  it('keeps 12315 back while the dispute may still be lost by it', () => {
    const pending = of({ facts: refusedAftersale, filings: [filing('jd-dispute', 11)] })
    expect(pending).toMatchObject({ 'jd-dispute': 'closed', 'jd-appeal': 'not-yet', 'complaint-12315': 'would-close' })
    const decided = filing('jd-dispute', 11, [aReply('closed', at(14, 9))])
    expect(of({ facts: refusedAftersale, filings: [decided] })).toMatchObject({
      'jd-appeal': 'open',
      'complaint-12315': 'would-close',
    })
    expect(of({ facts: refusedAftersale, filings: [decided], now: at(21, 23, 59) })['jd-appeal']).toBe('open')
    expect(of({ facts: refusedAftersale, filings: [decided], now: at(22) })).toMatchObject({
      'jd-appeal': 'closed',
      'complaint-12315': 'open',
    })
    const appealed = { ...decided, appealedAt: at(15, 9) }
    expect(of({ facts: refusedAftersale, filings: [appealed] })).toMatchObject({
      'jd-appeal': 'closed',
      'complaint-12315': 'open',
    })
  })

  it('loses the dispute by a complaint, a suit, but not by a report', () => {
    const filedAt = (channel: string) => of({ facts: refusedAftersale, filings: [filing(channel, 12)] })
    expect(filedAt('complaint-12315')).toMatchObject({
      'jd-dispute': 'closed',
      'complaint-12315': 'closed',
      court: 'open',
    })
    expect(filedAt('court')).toMatchObject({ 'jd-dispute': 'closed', 'complaint-12315': 'closed', court: 'closed' })
    expect(filedAt('report-12315')).toMatchObject({ 'jd-dispute': 'open', 'report-12315': 'open' })
  })
})

describe('an order with the platform’s own shop', () => {
  it('has no dispute and may go to 12315', () => {
    expect(of({ own: true })).toMatchObject({
      'jd-dispute': 'closed',
      'jd-appeal': 'closed',
      'complaint-12315': 'open',
      'consumers-association': 'would-close',
      court: 'would-close',
    })
    const dispute = findings({ own: true }).find(({ id }) => id === 'jd-dispute')
    expect(dispute?.because).toContain('自营')
  })

  it('loses 12315 by the association or the court', () => {
    const filedAt = (channel: string, replies: Filing['replies'] = []) =>
      of({ own: true, filings: [filing(channel, 12, replies)] })['complaint-12315']
    expect(filedAt('consumers-association')).toBe('closed')
    expect(filedAt('consumers-association', [aReply('mediation-ended', at(14, 9))])).toBe('closed')
    expect(filedAt('consumers-association', [aReply('refused', at(14, 9))])).toBe('open')
    expect(filedAt('court')).toBe('closed')
    expect(filedAt('report-12315')).toBe('open')
    expect(filedAt('jd-service')).toBe('open')
  })

  it('may ask 12315 again only when it was refused without being taken up', () => {
    const filedWith = (...replies: Filing['replies'][number][]) =>
      of({ own: true, filings: [filing('complaint-12315', 12, replies)] })['complaint-12315']
    expect(filedWith()).toBe('closed')
    expect(filedWith(aReply('refused', at(14, 9)))).toBe('open')
    expect(filedWith(aReply('accepted', at(14, 9)), aReply('mediation-ended', at(16, 9)))).toBe('closed')
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
    const without = of({ own: true, kase: { order: unnumbered } })
    expect(without).toMatchObject({
      seller: 'not-yet',
      'jd-service': 'not-yet',
      'jd-phone': 'not-yet',
      'complaint-12315': 'open',
    })
  })

  it('is who complains and about whom at 12315', () => {
    expect(of({ own: true, kase: { order, consumer: { name: '张三', phone: '1' } } })['complaint-12315']).toBe(
      'not-yet',
    )
    const nameless = { ...order, shop: { name: '某店', selfOperated: true } }
    const complaint = findings({ own: true, kase: { order: nameless } }).find(({ id }) => id === 'complaint-12315')
    expect(complaint?.because).toBe('还缺：被投诉人名称、被投诉人地址。')
  })

  it('is whether the shop is JD’s own, for a dispute', () => {
    const { selfOperated: _own, ...unsaid } = order.shop
    expect(of({ kase: { order: { ...order, shop: unsaid } } })['jd-dispute']).toBe('not-yet')
  })
})

describe('a parcel left in a locker', () => {
  const locker = (filings: readonly Filing[], now?: string) =>
    of({ type: 'locker_without_consent', own: true, filings, ...(now === undefined ? {} : { now }) })

  it('goes to the express company, and after its answer or seven days to the postal administration', () => {
    expect(locker([])).toMatchObject({ carrier: 'open', 'postal-complaint': 'not-yet' })
    expect(locker([filing('carrier', 18)])).toMatchObject({ 'postal-complaint': 'not-yet' })
    expect(locker([filing('carrier', 18)], at(28, 23, 59))).toMatchObject({ 'postal-complaint': 'not-yet' })
    expect(locker([filing('carrier', 18)], at(29))).toMatchObject({ 'postal-complaint': 'open' })
    const answered = filing('carrier', 18, [aReply('answered', at(19, 9))])
    expect(locker([answered])).toMatchObject({ 'postal-complaint': 'open' })
  })

  it('shuts 12315 for the same dispute once the administration is asked', () => {
    const carrier = filing('carrier', 10, [aReply('answered', at(11, 9))])
    expect(locker([carrier, filing('postal-complaint', 12)])).toMatchObject({
      'postal-complaint': 'closed',
      'complaint-12315': 'closed',
    })
  })
})

describe('doors that need more than a dispute', () => {
  const finding = (id: string, given: Given) => findings(given).find((one) => one.id === id)
  const owed = { 'debt.sum-acknowledged': true, 'debt.nothing-owed-back': true }

  it('are a payment order once the sum is admitted and the goods are back, and till then nobody loses it', () => {
    expect(finding('payment-order', { own: true })).toMatchObject({ status: 'not-yet' })
    expect(finding('court', { own: true })?.closes).not.toContain('payment-order')
    const kept = { ...owed, 'debt.nothing-owed-back': false }
    expect(finding('payment-order', { own: true, facts: kept })?.status).toBe('not-yet')
    const back = { 'debt.sum-acknowledged': true, 'return.received-by-seller-on': '2026-09-15' }
    for (const facts of [owed, back]) expect(finding('payment-order', { own: true, facts })?.status).toBe('would-close')
    expect(finding('court', { own: true, facts: owed })?.closes).toContain('payment-order')
    const unsaid = { ...owed, 'debt.sum-acknowledged': false }
    expect(finding('payment-order', { own: true, facts: unsaid })?.because).toContain('还要等到')
  })

  it('are an Internet Court only with a place in its city', () => {
    const of = (value?: boolean) =>
      finding('internet-court', {
        own: true,
        facts: value === undefined ? {} : { 'suit.in-internet-court-city': value },
      })?.status
    expect(of()).toBe('not-yet')
    expect(of(false)).toBe('closed')
    expect(of(true)).toBe('would-close')
  })

  it('are arbitration only with an agreement, which shuts the courts', () => {
    expect(finding('arbitration', { own: true })?.status).toBe('not-yet')
    expect(of({ own: true, facts: { 'contract.arbitration-agreed': false } })).toMatchObject({
      arbitration: 'closed',
      court: 'would-close',
    })
    const agreed = { 'contract.arbitration-agreed': true, 'suit.in-internet-court-city': true }
    expect(of({ own: true, facts: agreed })).toMatchObject({ court: 'closed', 'internet-court': 'closed' })
    expect(finding('court', { own: true, facts: agreed })?.because).toContain('仲裁')
  })
})

describe('every closing edge', () => {
  const edges = Object.values(knowledge.channels).flatMap(({ id, closes }) =>
    closes.map(({ channel }) => `${id} > ${channel}`),
  )

  it('is one of these', () => {
    expect(edges.sort()).toEqual([
      'arbitration > arbitration',
      'arbitration > complaint-12315',
      'arbitration > court',
      'arbitration > internet-court',
      'arbitration > payment-order',
      'complaint-12315 > complaint-12315',
      'complaint-12315 > jd-appeal',
      'complaint-12315 > jd-dispute',
      'consumers-association > complaint-12315',
      'court > complaint-12315',
      'court > court',
      'court > internet-court',
      'court > jd-appeal',
      'court > jd-dispute',
      'court > payment-order',
      'internet-court > complaint-12315',
      'internet-court > court',
      'internet-court > internet-court',
      'internet-court > jd-appeal',
      'internet-court > jd-dispute',
      'internet-court > payment-order',
      'payment-order > complaint-12315',
      'payment-order > jd-appeal',
      'payment-order > jd-dispute',
      'payment-order > payment-order',
      'postal-complaint > complaint-12315',
      'postal-complaint > postal-complaint',
      'privacy-office > complaint-12315',
    ])
  })

  it('shuts no door that stands beside it', () => {
    const beside = Object.values(knowledge.channels).flatMap(({ id, beside }) =>
      beside.map((other) => `${id} > ${other}`),
    )
    expect(edges.filter((one) => beside.includes(one))).toEqual([])
    for (const one of beside) expect(edges).not.toContain(one.split(' > ').reverse().join(' > '))
  })
})

describe('contacts', () => {
  const contacts = Object.values(knowledge.channels).flatMap(({ contacts }) => contacts)

  it('hold no number or address that only the guide gives', () => {
    expect(contacts.map(({ value }) => value).filter((value) => /6065500|606-5500|kf@|club\.jd/.test(value))).toEqual(
      [],
    )
    expect(contacts.filter(({ standing }) => standing === 'guide')).toEqual([])
  })

  it('lead with the hotline that was checked', () => {
    expect(knowledge.channels['jd-phone']?.contacts[0]).toMatchObject({ value: '950618', checkedOn: '2026-05-14' })
  })
})

describe('the plan of a day at JD', () => {
  it('is the app, then the phone, and a post only after its check', () => {
    const plan = dayPlan(findings({}), knowledge, at(20, 12))
    expect(plan.map(({ part, channel }) => `${part} ${channel}`)).toEqual([
      'morning jd-service',
      'afternoon jd-phone',
      'evening community-post',
    ])
    expect(plan.at(-1)?.text).toContain('公开文字检查')
  })
})

import { describe, expect, it } from 'vitest'
import { aReply, at } from '../clocks/clock-world.fixture.ts'
import { adviceOn, filing, findingOn, type History, statuses } from './history.fixture.ts'

const of = (given: History) => statuses({ own: true, ...given })
const on = (channel: string, given: History) => findingOn(channel, { own: true, ...given })
const owed = { 'debt.sum-acknowledged': true, 'debt.nothing-owed-back': true }
const inCity = { 'suit.in-internet-court-city': true }
const agreed = { 'contract.arbitration-agreed': true }
/** 12315 has been tried to its end. */
const mediated = filing('complaint-12315', 12, [aReply('accepted', at(13, 9)), aReply('mediation-ended', at(15, 9))])

describe('a suit', () => {
  it('shuts 12315, the dispute, the payment order and the other court, and then runs', () => {
    const sued = of({ own: false, facts: { ...owed, ...inCity }, filings: [filing('court', 12)] })
    expect(sued).toMatchObject({
      court: 'open',
      'complaint-12315': 'closed',
      'jd-dispute': 'closed',
      'payment-order': 'closed',
      'internet-court': 'closed',
      'report-12315': 'open',
    })
  })

  it('that was judged is closed for good, and one the court did not admit opens everything again', () => {
    expect(of({ filings: [filing('court', 12, [aReply('judged', at(19, 9))])] }).court).toBe('closed')
    const refused = { filings: [filing('court', 12, [aReply('refused', at(14, 9))])], facts: owed }
    expect(of(refused)).toEqual(of({ facts: owed }))
  })

  it('that was admitted and then dismissed does not bring 12315 back', () => {
    const dismissed = filing('court', 12, [aReply('accepted', at(14, 9)), aReply('refused', at(18, 9))])
    expect(of({ filings: [dismissed] })).toMatchObject({ court: 'closed', 'complaint-12315': 'closed' })
  })

  it('is asked after when the court lets its seven days pass', () => {
    const { next } = adviceOn({ own: true, filings: [filing('court', 10)], now: at(20, 9) })
    expect(next).toContainEqual(expect.objectContaining({ do: expect.stringContaining('立案庭'), with: 'court' }))
  })
})

describe('an Internet Court', () => {
  it('is for a place in its city only, which somebody has to say', () => {
    expect(of({}).at).toBeUndefined()
    expect(of({})['internet-court']).toBe('not-yet')
    expect(of({ facts: { 'suit.in-internet-court-city': false } })['internet-court']).toBe('closed')
    expect(on('internet-court', { facts: inCity, filings: [mediated] })).toMatchObject({
      status: 'would-close',
      closes: ['court'],
    })
  })

  it('and the basic court shut each other', () => {
    const sued = (court: string) => of({ facts: inCity, filings: [mediated, filing(court, 16)] })
    expect(sued('internet-court')).toMatchObject({ 'internet-court': 'open', court: 'closed' })
    expect(sued('court')).toMatchObject({ 'internet-court': 'closed', court: 'open' })
  })
})

describe('a payment order', () => {
  it('waits for an admitted sum and for the goods to be back, and till then nobody loses it', () => {
    expect(of({})['payment-order']).toBe('not-yet')
    expect(on('court', {})?.closes).not.toContain('payment-order')
    expect(of({ facts: { ...owed, 'debt.nothing-owed-back': false } })['payment-order']).toBe('not-yet')
    expect(on('payment-order', { facts: { 'debt.sum-acknowledged': false } })?.because).toContain('还要等到')
    const back = { 'debt.sum-acknowledged': true, 'return.received-by-seller-on': '2026-09-15' }
    for (const facts of [owed, back]) expect(of({ facts, filings: [mediated] })['payment-order']).toBe('open')
  })

  it('comes before the suit once it fits', () => {
    const spent = ['jd-service', 'jd-phone', 'report-12315', 'maker', 'consumers-association', 'mediation-committee']
    const filings = [mediated, ...spent.map((door) => filing(door, 13, [aReply('answered', at(14, 9))]))]
    expect(of({ facts: owed, filings })).toMatchObject({ 'payment-order': 'open', court: 'would-close' })
    const { next } = adviceOn({ own: true, facts: owed, filings, now: at(25, 9) })
    expect(next.map((step) => step.with)).toContain('payment-order')
    expect(next.map((step) => step.with)).not.toContain('court')
  })

  it('is not to be had while a suit over the same sum is pending, and a suit ends one that runs', () => {
    expect(of({ facts: owed, filings: [mediated, filing('court', 16)] })['payment-order']).toBe('closed')
    const running = { facts: owed, filings: [mediated, filing('payment-order', 16)] }
    expect(on('court', running)?.because).toContain('让正在进行的“支付令”停下来')
    expect(adviceOn({ own: true, ...running }).next.some((step) => step.with === 'court')).toBe(false)
  })

  it('ended by an objection leaves the suit, and is not asked for again', () => {
    const ended = filing('payment-order', 16, [aReply('accepted', at(17, 9)), aReply('closed', at(19, 9))])
    expect(of({ facts: owed, filings: [mediated, ended] })).toMatchObject({ 'payment-order': 'closed', court: 'open' })
  })

  it('shuts 12315 and the dispute as a suit does', () => {
    const asked = of({ own: false, facts: owed, filings: [filing('payment-order', 12)] })
    expect(asked).toMatchObject({ 'complaint-12315': 'closed', 'jd-dispute': 'closed', court: 'open' })
  })
})

describe('an arbitration agreement', () => {
  it('shuts the courts and opens arbitration; without one it is the other way round', () => {
    expect(of({ facts: { ...agreed, ...inCity } })).toMatchObject({ court: 'closed', 'internet-court': 'closed' })
    expect(on('court', { facts: agreed })?.because).toContain('仲裁')
    expect(of({ facts: agreed, filings: [mediated] }).arbitration).toBe('open')
    expect(of({ facts: { 'contract.arbitration-agreed': false }, filings: [mediated] })).toMatchObject({
      arbitration: 'closed',
      court: 'open',
    })
  })

  it('nobody has spoken of leaves the court open', () => {
    expect(of({ filings: [mediated] })).toMatchObject({ arbitration: 'not-yet', court: 'open' })
  })

  it('that is used shuts 12315', () => {
    expect(of({ facts: agreed, filings: [filing('arbitration', 12)] })).toMatchObject({
      arbitration: 'open',
      'complaint-12315': 'closed',
    })
  })
})

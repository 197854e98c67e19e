import { describe, expect, it } from 'vitest'
import { aReply, at } from '../clocks/clock-world.fixture.ts'
import { filing, findingOn, type History, knowledge, statuses } from './history.fixture.ts'

const of = (given: History) => statuses({ type: 'any', ...given })
const on = (channel: string, given: History) => findingOn(channel, { type: 'any', ...given })

describe('an invoice that is refused', () => {
  it('goes to the seller first, then to the tax office', () => {
    const silent = { contacts: [] }
    expect(on('tax-office', { kase: silent })).toMatchObject({
      status: 'not-yet',
      because: expect.stringContaining('没有向卖家要过发票'),
    })
    expect(of({})['tax-office']).toBe('open')
  })

  it('is reported to the tax office without touching the claim, the dispute or 12315', () => {
    const facts = { 'aftersale.refused-on': '2026-09-10' }
    const before = of({ facts })
    expect(of({ facts, filings: [filing('tax-office', 12)] })).toEqual(before)
    expect(knowledge.channels['tax-office']?.closes).toEqual([])
  })

  it('has no phone number that was not verified', () => {
    expect(knowledge.channels['tax-office']?.contacts).toEqual([])
    expect(JSON.stringify(knowledge.channels['tax-office'])).not.toMatch(/12366/)
  })
})

describe('personal data that leaked', () => {
  it('goes to JD’s office and to the department at once, neither waits for the other', () => {
    expect(of({ kase: { contacts: [] } })).toMatchObject({ 'jd-privacy': 'open', police: 'open' })
    expect(on('privacy-office', {})?.closes).toEqual(['complaint-12315'])
  })

  it('taken up by the department is no longer one for 12315', () => {
    expect(of({ filings: [filing('privacy-office', 12)] })['complaint-12315']).toBe('closed')
    const refused = filing('privacy-office', 12, [aReply('refused', at(14, 9))])
    expect(of({ own: true, filings: [refused] })['complaint-12315']).toBe('open')
  })

  it('and a running mediation would end by the department, which says so', () => {
    const accepted = filing('complaint-12315', 12, [aReply('accepted', at(14, 9))])
    expect(on('privacy-office', { own: true, filings: [accepted] })).toMatchObject({
      status: 'would-close',
      because: expect.stringContaining('12315投诉'),
    })
  })

  it('is asked of JD by the one published address, with the day its source was read', () => {
    expect(knowledge.channels['jd-privacy']?.contacts).toMatchObject([
      { kind: 'email', value: 'privacy@jd.com', standing: 'platform', checkedOn: '2026-05-14' },
    ])
  })
})

describe('a payment nobody authorised', () => {
  it('goes to the payment company and the police on the same day, and shuts nothing', () => {
    const before = of({})
    const both = { filings: [filing('payment-institution', 12), filing('police', 12)] }
    expect(of(both)).toEqual(before)
    expect(knowledge.channels['payment-institution']?.beside).toContain('police')
  })

  it('names the company’s hotline only while it can be called', () => {
    const phones = (now: string) => on('payment-institution', { now })?.next
    expect(phones(at(20, 12))).toBe('95118 现在可以打（09:00–22:00）')
    expect(phones(at(20, 23))).toBe('95118 将于 2026-09-21 09:00 开放')
  })
})

describe('mediation by a people’s mediation committee', () => {
  it('closes no door and is closed by none', () => {
    expect(of({ filings: [filing('mediation-committee', 12)] })).toEqual(of({}))
    const edges = Object.values(knowledge.channels).flatMap(({ closes }) => closes.map(({ channel }) => channel))
    expect(edges).not.toContain('mediation-committee')
  })

  it('waits until the seller has been asked', () => {
    expect(of({ kase: { contacts: [] } })['mediation-committee']).toBe('not-yet')
  })
})

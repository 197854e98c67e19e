import { describe, expect, it } from 'vitest'
import type { Filing } from '../../case/case.ts'
import { aReply, at } from '../clocks/clock-world.fixture.ts'
import { adviceOn, filing, findingOn, statuses } from './history.fixture.ts'

const locker = (filings: readonly Filing[], now?: string) =>
  statuses({ type: 'locker_without_consent', own: true, filings, ...(now === undefined ? {} : { now }) })
const answered = filing('carrier', 10, [aReply('answered', at(11, 9))])

describe('a parcel left in a locker', () => {
  it('goes to the express company, and after its answer or seven days to the postal administration', () => {
    expect(locker([])).toMatchObject({ carrier: 'open', 'postal-complaint': 'not-yet' })
    expect(locker([filing('carrier', 18)])).toMatchObject({ 'postal-complaint': 'not-yet' })
    expect(locker([filing('carrier', 18)], at(28, 23, 59))).toMatchObject({ 'postal-complaint': 'not-yet' })
    expect(locker([filing('carrier', 18)], at(29))).toMatchObject({ 'postal-complaint': 'open' })
    expect(locker([filing('carrier', 18, [aReply('answered', at(19, 9))])])).toMatchObject({
      'postal-complaint': 'open',
    })
  })

  it('is told to turn to the administration when the company lets its seven days pass', () => {
    const { next } = adviceOn({
      type: 'locker_without_consent',
      own: true,
      filings: [filing('carrier', 18)],
      now: at(29, 9),
    })
    expect(next).toContainEqual(expect.objectContaining({ do: expect.stringContaining('12305'), with: 'carrier' }))
  })

  it('shuts 12315 for the same dispute once the administration is asked, and runs there', () => {
    expect(locker([answered, filing('postal-complaint', 12)])).toMatchObject({
      'postal-complaint': 'open',
      'complaint-12315': 'closed',
    })
  })

  it('would lose a running 12315 mediation by the administration, which says so', () => {
    const accepted = filing('complaint-12315', 12, [aReply('accepted', at(14, 9))])
    const postal = findingOn('postal-complaint', {
      type: 'locker_without_consent',
      own: true,
      filings: [answered, accepted],
    })
    expect(postal).toMatchObject({
      status: 'would-close',
      closes: ['complaint-12315'],
      because: expect.stringContaining('让正在进行的“12315投诉”停下来'),
    })
  })

  it('cannot be taken to the administration twice, but again when it was turned away', () => {
    const over = filing('postal-complaint', 12, [aReply('answered', at(14, 9))])
    expect(locker([answered, over])).toMatchObject({ 'postal-complaint': 'closed', 'complaint-12315': 'closed' })
    const refused = filing('postal-complaint', 12, [aReply('refused', at(14, 9))])
    expect(locker([answered, refused])).toMatchObject({ 'postal-complaint': 'open', 'complaint-12315': 'open' })
  })

  it('needs the number of the parcel for either', () => {
    const kase = { order: { number: '300123', items: [], shop: { name: '某店', selfOperated: true } } }
    const found = findingOn('carrier', { type: 'locker_without_consent', kase })
    expect(found).toMatchObject({ status: 'not-yet', because: '还缺：运单号、快递企业。' })
  })
})

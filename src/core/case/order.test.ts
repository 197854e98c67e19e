import { describe, expect, it } from 'vitest'
import { given, now, open, refusedWith } from './case.fixture.ts'
import { decide } from './decide.ts'
import type { Command } from './event.ts'
import { fold } from './fold.ts'
import type { OrderPart } from './order.ts'

const record = (payload: OrderPart): Command => ({ type: 'RecordOrder', at: now, payload })
const watch = { name: '手表', priceFen: 129_990, quantity: 1, flags: [] }

describe('an order', () => {
  it('grows by parts; what is not said again stays', () => {
    const log = given(
      open,
      record({ number: '1', shop: { name: '某店', phone: '010' }, items: [watch] }),
      record({ paidFen: 129_990, shop: { name: '某旗舰店' }, invoice: { number: '7' } }),
      record({ invoice: { fen: 129_990 } }),
    )
    expect(fold(log).order).toEqual({
      number: '1',
      shop: { name: '某旗舰店', phone: '010' },
      items: [watch],
      paidFen: 129_990,
      invoice: { number: '7', fen: 129_990 },
    })
  })

  it('wants a shop to have a name once something is said of it', () => {
    expect(refusedWith(given(open), record({ shop: { phone: '010' } }))).toEqual(['text-missing'])
    expect(refusedWith(given(open, record({ shop: { name: '某店' } })), record({ shop: { phone: '010' } }))).toEqual([])
  })

  it.each([
    ['signedAt', 'paidAt'],
    ['signedAt', 'shippedAt'],
    ['paidAt', 'placedAt'],
    ['shippedAt', 'placedAt'],
    ['cancelledAt', 'placedAt'],
    ['signedAt', 'placedAt'],
  ])('refuses %s before %s as a contradiction and names both', (later, earlier) => {
    const part = { [later]: '2026-09-01T02:00:00Z', [earlier]: '2026-09-01T02:01:00Z' }
    const decided = decide(fold(given(open)), record(part))
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'contradiction' } })
    const kebab = (key: string) => key.replace('At', '-at')
    expect(!decided.ok && decided.refusal.at).toBe(`${kebab(later)}, ${kebab(earlier)}`)
    const swapped = { [earlier]: '2026-09-01T02:00:00Z', [later]: '2026-09-01T02:01:00Z' }
    expect(refusedWith(given(open), record(swapped))).toEqual([])
  })

  it('sees a contradiction with what was recorded before', () => {
    const paid = given(open, record({ paidAt: '2026-09-02T02:00:00Z' }))
    expect(refusedWith(paid, record({ signedAt: '2026-09-01T02:00:00Z' }))).toEqual(['contradiction'])
  })

  it('allows paying after signing on cash on delivery', () => {
    const part = { signedAt: '2026-09-01T02:00:00Z', paidAt: '2026-09-01T02:10:00Z' }
    expect(refusedWith(given(open), record({ ...part, cashOnDelivery: true }))).toEqual([])
  })

  it('compares to the minute, as times are written down', () => {
    const part = { placedAt: '2026-09-01T02:00:45Z', paidAt: '2026-09-01T02:00:00Z' }
    expect(refusedWith(given(open), record(part))).toEqual([])
  })

  it('may promise the future but not have it happen', () => {
    expect(refusedWith(given(open), record({ promisedShipBy: '2027-01-01T00:00:00Z' }))).toEqual([])
    for (const key of ['placedAt', 'paidAt', 'shippedAt', 'signedAt', 'cancelledAt'])
      expect(refusedWith(given(open), record({ [key]: '2026-11-01T00:00:01Z' }))).toEqual(['in-the-future'])
    expect(refusedWith(given(open), record({ paidAt: now }))).toEqual([])
  })

  it('refuses a day that is none on the invoice', () => {
    expect(refusedWith(given(open), record({ invoice: { issuedOn: '2026-02-30' } }))).toEqual(['not-a-day'])
    expect(refusedWith(given(open), record({ invoice: { fen: 1.5 } }))).toEqual(['not-an-amount'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case, Contact, Filing, Item, Offer, Order, Reply, StatedFact } from '../case/case.ts'
import { evidenceKinds } from '../values/evidence-kind.ts'
import type { ReplyKind } from '../values/reply-kind.ts'
import { factsOfAnswer, factTable, factValue, isNeverAsked } from './fact-table.ts'
import { aCase, anExhibit, facts, now, someKnowledge } from './small-world.fixture.ts'

const knowledge = someKnowledge()
const tableOf = (given: Partial<Case>, at = now) => factTable(aCase(given), knowledge, at)
const valueIn = (given: Partial<Case>, fact: string, at = now) => factValue(tableOf(given, at), fact)
const order = (given: Partial<Order>): Partial<Case> => ({ order: { items: [], ...given } })
const item = (given: Partial<Item> = {}): Item => ({ name: 'x', priceFen: 100, quantity: 1, flags: [], ...given })
const stated = (fact: string, value: StatedFact): Partial<Case> => ({ facts: { [fact]: value } })

describe('what the order shows', () => {
  it.each([
    ['order.placed-on', 'placedAt'],
    ['order.paid-on', 'paidAt'],
    ['order.promised-ship-on', 'promisedShipBy'],
    ['order.shipped-on', 'shippedAt'],
    ['order.signed-on', 'signedAt'],
    ['order.cancelled-on', 'cancelledAt'],
  ])('%s is a day in Shanghai', (fact, field) => {
    expect(valueIn(order({ [field]: '2026-03-15T15:59:59Z' }), fact)).toBe('2026-03-15')
    expect(valueIn(order({ [field]: '2026-03-15T16:00:00Z' }), fact)).toBe('2026-03-16')
    expect(valueIn(order({ [field]: '2026-03-15' }), fact)).toBe('2026-03-15')
    expect(valueIn(order({ [field]: 'then' }), fact)).toBeUndefined()
    expect(valueIn(order({}), fact)).toBeUndefined()
  })

  it('the day of the invoice', () => {
    expect(valueIn(order({ invoice: { issuedOn: '2026-03-15' } }), 'invoice.issued-on')).toBe('2026-03-15')
    expect(valueIn(order({ invoice: {} }), 'invoice.issued-on')).toBeUndefined()
  })

  it('the sums, nothing paid for postage included', () => {
    const given = order({ paidFen: 129_900, shippingFen: 0 })
    expect([valueIn(given, 'order.paid-fen'), valueIn(given, 'order.shipping-fen')]).toEqual([129_900, 0])
  })

  it('whose shop it is, where that is said', () => {
    expect(valueIn(order({ shop: { name: 's', selfOperated: false } }), 'order.self-operated')).toBe(false)
    expect(valueIn(order({ shop: { name: 's', selfOperated: true } }), 'order.self-operated')).toBe(true)
    expect(valueIn(order({ shop: { name: 's' } }), 'order.self-operated')).toBeUndefined()
  })

  it('that numbers, names and addresses are known; a blank or nothing leaves it open', () => {
    const given: Partial<Case> = {
      order: { items: [], number: '1', shop: { name: 's', company: 'c' } },
      consumer: { name: '张三', phone: '13800000000', address: 'a' },
    }
    const ids = ['order.number', 'shop.company', 'consumer.name', 'consumer.phone', 'consumer.address']
    expect(ids.map((id) => valueIn(given, `${id}-known`))).toEqual([true, true, true, true, true])
    expect(ids.map((id) => valueIn({}, `${id}-known`))).toEqual(ids.map(() => undefined))
    expect(valueIn({ consumer: { name: '  ' } }, 'consumer.name-known')).toBeUndefined()
  })

  it('today is the day in Shanghai', () => {
    expect(valueIn({}, 'time.today', '2026-07-20T16:00:00Z')).toBe('2026-07-21')
  })
})

describe('what the goods show', () => {
  it('a kind that all items share', () => {
    expect(valueIn(order({ items: [item({ category: 'food' }), item({ category: 'food' })] }), 'goods.category')).toBe(
      'food',
    )
    expect(
      valueIn(order({ items: [item({ category: 'food' }), item({ category: 'tv' })] }), 'goods.category'),
    ).toBeUndefined()
    expect(valueIn(order({ items: [item({ category: 'food' }), item()] }), 'goods.category')).toBeUndefined()
    expect(valueIn(order({ items: [item()] }), 'goods.category')).toBeUndefined()
    expect(valueIn({}, 'goods.category')).toBeUndefined()
  })

  it.each([
    ['computer', true],
    ['tv', true],
    ['refrigerator', true],
    ['air-conditioner', true],
    ['washing-machine', true],
    ['motor-vehicle', true],
    ['food', false],
    ['clothing', false],
    ['cosmetics', false],
    ['electronics', undefined],
    ['appliance', undefined],
    ['other', undefined],
    ['constructor', undefined],
  ])('%s goods are durable: %s', (category, durable) => {
    expect(valueIn(order({ items: [item({ category })] }), 'goods.durable')).toBe(durable)
    expect(valueIn(stated('goods.category', { status: 'known', value: category, by: [] }), 'goods.durable')).toBe(
      durable,
    )
  })

  it('what the user states about durability counts only where the kind does not settle it', () => {
    const said = (value: boolean, category: string, status: StatedFact['status'] = 'known'): Partial<Case> => ({
      ...order({ items: [item({ category })] }),
      ...stated('goods.durable', { status, value, by: ['E1'] }),
    })
    expect(valueIn(said(true, 'electronics'), 'goods.durable')).toBe(true)
    expect(valueIn(said(false, 'computer'), 'goods.durable')).toBe(true)
    expect(tableOf(said(false, 'computer', 'disputed'))['goods.durable']).toEqual({
      status: 'disputed',
      value: false,
      by: ['E1'],
    })
  })

  it.each(['custom-made', 'perishable', 'digital-opened', 'newspaper', 'counterfeit'])(
    '%s when every item is',
    (flag) => {
      expect(valueIn(order({ items: [item({ flags: ['x', flag] })] }), `goods.${flag}`)).toBe(true)
      expect(valueIn(order({ items: [item({ flags: [flag] }), item({ flags: [flag] })] }), `goods.${flag}`)).toBe(true)
      expect(valueIn(order({ items: [item({ flags: [flag] }), item()] }), `goods.${flag}`)).toBeUndefined()
      expect(valueIn(order({ items: [item(), item({ flags: [flag] })] }), `goods.${flag}`)).toBeUndefined()
      expect(valueIn({}, `goods.${flag}`)).toBeUndefined()
      expect(valueIn(stated(`goods.${flag}`, { status: 'known', value: false, by: [] }), `goods.${flag}`)).toBe(false)
    },
  )

  it('a flag says more about the goods than their kind does', () => {
    expect(valueIn(order({ items: [item({ category: 'clothing', flags: ['durable'] })] }), 'goods.durable')).toBe(true)
  })
})

describe('what the contacts show', () => {
  const contact = (given: Partial<Contact>): Contact => ({
    id: 'K1',
    at: '2026-03-20T02:00:00Z',
    channel: 'seller',
    direction: 'out',
    words: '',
    by: [],
    ...given,
  })

  it('the first day the user wrote or called, with its exhibits', () => {
    const contacts = [
      contact({ at: '2026-03-22T02:00:00Z' }),
      contact({ at: '2026-03-20T17:00:00Z', by: ['E2'] }),
      contact({ at: '2026-03-19T02:00:00Z', direction: 'in' }),
      contact({ at: '2026-03-21T02:00:00Z' }),
    ]
    expect(tableOf({ contacts })['contact.first-on']).toEqual({ status: 'known', value: '2026-03-21', by: ['E2'] })
    expect(valueIn({ contacts: [contact({ direction: 'in' })] }, 'contact.first-on')).toBeUndefined()
    expect(valueIn({}, 'contact.first-on')).toBeUndefined()
  })

  it('that the seller was tried: by a contact of the user or a filing', () => {
    expect(
      tableOf({ contacts: [contact({ by: ['E1', 'E2'] }), contact({ by: ['E2'] })] })['contact.seller-tried'],
    ).toEqual({
      status: 'known',
      value: true,
      by: ['E1', 'E2'],
    })
    expect(valueIn({ contacts: [contact({ direction: 'in' })] }, 'contact.seller-tried')).toBeUndefined()
    expect(valueIn({ contacts: [contact({ channel: 'jd-service' })] }, 'contact.seller-tried')).toBeUndefined()
    expect(valueIn({ filings: [filing('seller')] }, 'contact.seller-tried')).toBe(true)
    expect(valueIn({ filings: [filing('jd-dispute')] }, 'contact.seller-tried')).toBeUndefined()
    expect(valueIn({}, 'contact.seller-tried')).toBeUndefined()
  })

  it('the platform is the seller of its own shop', () => {
    const tried = (selfOperated: boolean, channel: string) =>
      valueIn(
        { ...order({ shop: { name: 's', selfOperated } }), contacts: [contact({ channel })] },
        'contact.seller-tried',
      )
    expect(tried(true, 'jd-service')).toBe(true)
    expect(tried(true, 'jd-phone')).toBe(true)
    expect(tried(true, 'complaint-12315')).toBeUndefined()
    expect(tried(false, 'jd-phone')).toBeUndefined()
  })
})

function filing(channel: string, kinds: readonly ReplyKind[] = [], given: Partial<Filing> = {}): Filing {
  const replies = kinds.map((kind, i): Reply => ({ id: `R${i}`, at: now, kind, words: '', by: [] }))
  return { id: 'F1', channel, at: now, replies, chasedAt: [], ...given }
}

describe('what the filings show', () => {
  const channels = { court: {}, seller: {} } as unknown as typeof knowledge.channels
  const states = (filings: readonly Filing[], channel: string) => {
    const table = factTable(aCase({ filings }), { ...knowledge, channels }, now)
    return ['filed', 'accepted', 'refused', 'ended'].map((state) => factValue(table, `${state}.${channel}`))
  }

  it('is known for every channel: what is not there was not filed', () => {
    expect(states([], 'court')).toEqual([false, false, false, false])
    expect(states([], 'unheard-of')).toEqual([undefined, undefined, undefined, undefined])
  })

  it.each([
    [[], [true, false, false, false]],
    [
      ['acknowledged', 'answered'],
      [true, false, false, false],
    ],
    [['accepted'], [true, true, false, false]],
    [['refused'], [true, false, true, false]],
    [
      ['accepted', 'mediation-ended'],
      [true, true, false, true],
    ],
    [['closed'], [true, false, false, true]],
    [['judged'], [true, false, false, true]],
  ] as [ReplyKind[], boolean[]][])('a filing with the replies %j is %j', (kinds, expected) => {
    expect(states([filing('court', kinds)], 'court')).toEqual(expected)
    expect(states([filing('elsewhere', kinds)], 'elsewhere')).toEqual(expected)
    expect(states([filing('court', kinds)], 'seller')).toEqual([false, false, false, false])
  })

  it('a filing taken back is filed and ended', () => {
    expect(states([filing('court', [], { withdrawnAt: now })], 'court')).toEqual([true, false, false, true])
  })

  it('several filings on one channel add up', () => {
    expect(states([filing('court', ['refused']), filing('court', ['accepted'])], 'court')).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(states([filing('court', ['accepted']), filing('court')], 'court')).toEqual([true, true, false, false])
  })
})

describe('an open offer', () => {
  const offer = (given: Partial<Offer>): Offer => ({
    id: 'O1',
    at: now,
    from: 'seller',
    words: '',
    waives: [],
    ...given,
  })
  const open = (given: Partial<Offer>) => valueIn({ offers: [offer(given)] }, 'offer.open')

  it('is one without an answer', () => {
    expect(valueIn({}, 'offer.open')).toBe(false)
    expect(open({})).toBe(true)
    expect(open({ decision: { answer: 'decline', at: now } })).toBe(false)
    const answered = offer({ decision: { answer: 'accept', at: now } })
    expect(valueIn({ offers: [answered, offer({})] }, 'offer.open')).toBe(true)
  })

  it('is gone once its time is over', () => {
    expect(open({ answerBy: '2026-07-20T02:00:00Z' })).toBe(true)
    expect(open({ answerBy: '2026-07-20T01:59:59Z' })).toBe(false)
    expect(open({ answerBy: '2026-07-20' })).toBe(true)
    expect(open({ answerBy: '2026-07-19' })).toBe(false)
    expect(open({ answerBy: 'soon' })).toBe(true)
  })
})

describe('what is stated', () => {
  it('is taken as it is where the case shows nothing', () => {
    const fact: StatedFact = { status: 'known', value: true, by: ['E1'], at: now }
    expect(tableOf(stated('fault.present', fact))['fault.present']).toEqual({
      status: 'known',
      value: true,
      by: ['E1'],
    })
  })

  it('yields to what the case shows', () => {
    const given = {
      ...order({ paidFen: 100 }),
      ...stated('order.paid-fen', { status: 'known', value: 200, by: ['E1'] }),
    }
    expect(tableOf(given)['order.paid-fen']).toEqual({ status: 'known', value: 100, by: [] })
    const unknown = { ...order({ paidFen: 100 }), ...stated('order.paid-fen', { status: 'unknown', by: [] }) }
    expect(valueIn(unknown, 'order.paid-fen')).toBe(100)
  })

  it('stays when it is disputed, with the value of the case where it has none', () => {
    const with200 = stated('order.paid-fen', { status: 'disputed', value: 200, by: ['E1'] })
    expect(tableOf({ ...order({ paidFen: 100 }), ...with200 })['order.paid-fen']).toEqual({
      status: 'disputed',
      value: 200,
      by: ['E1'],
    })
    const bare = stated('order.paid-fen', { status: 'disputed', by: ['E1'] })
    expect(tableOf({ ...order({ paidFen: 100 }), ...bare })['order.paid-fen']).toEqual({
      status: 'disputed',
      value: 100,
      by: ['E1'],
    })
    expect(tableOf(bare)['order.paid-fen']).toEqual({ status: 'disputed', by: ['E1'] })
  })

  it('without a value is unknown, and what is unknown has no value', () => {
    expect(tableOf(stated('a.b', { status: 'known', by: ['E1'] }))['a.b']).toEqual({ status: 'unknown', by: ['E1'] })
    expect(tableOf(stated('a.b', { status: 'unknown', value: true, by: ['E1'] }))['a.b']).toEqual({
      status: 'unknown',
      by: ['E1'],
    })
  })

  it('cannot reach into the table', () => {
    const given = aCase({ facts: JSON.parse('{"__proto__": {"status": "known", "value": 1, "by": []}}') })
    expect(factValue(factTable(given, knowledge, now), 'status')).toBeUndefined()
  })
})

describe('an answer', () => {
  it('is known', () => {
    expect(factsOfAnswer(facts({ 'a.b': true }), 'c.d', 3)).toEqual({ 'c.d': { status: 'known', value: 3, by: [] } })
  })

  it('brings what follows from it and is not known yet', () => {
    const durable = (value: boolean) => ({ 'goods.durable': { status: 'known', value, by: [] } })
    const kind = (value: unknown) => ({ 'goods.category': { status: 'known', value, by: [] } })
    expect(factsOfAnswer({}, 'goods.category', 'computer')).toEqual({ ...kind('computer'), ...durable(true) })
    expect(factsOfAnswer({}, 'goods.category', 'food')).toEqual({ ...kind('food'), ...durable(false) })
    expect(factsOfAnswer({}, 'goods.category', 'other')).toEqual(kind('other'))
    expect(factsOfAnswer({}, 'goods.category', true)).toEqual(kind(true))
    expect(factsOfAnswer(facts({ 'goods.durable': false }), 'goods.category', 'tv')).toEqual(kind('tv'))
    expect(Object.keys(factsOfAnswer({}, 'goods.kind', 'computer'))).toEqual(['goods.kind'])
  })
})

describe('facts nobody is asked for', () => {
  it.each(['time.today', 'filed.court', 'accepted.court', 'refused.court', 'ended.court', 'offer.open'])(
    '%s',
    (fact) => {
      expect(isNeverAsked(fact)).toBe(true)
    },
  )

  it.each(['order.paid-on', 'contact.seller-tried', 'fault.time.today', 'filed', 'timely.report'])('not %s', (fact) => {
    expect(isNeverAsked(fact)).toBe(false)
  })
})

describe('laws of the table', () => {
  const scalars = fc.oneof(fc.boolean(), fc.integer(), fc.string())
  const statedFacts = fc.dictionary(
    fc.constantFrom('order.paid-fen', 'goods.category', 'goods.durable', 'a.b', 'time.today'),
    fc.record(
      { status: fc.constantFrom('known', 'unknown', 'disputed'), by: fc.constant([]), value: scalars },
      { requiredKeys: ['status', 'by'] },
    ),
  )

  it('a value stands only with known or disputed, and known always has one', () => {
    fc.assert(
      fc.property(statedFacts, (given) => {
        for (const state of Object.values(tableOf({ facts: given }))) {
          if (state.status === 'known') expect(state.value).toBeDefined()
          if (state.status === 'unknown') expect(state).not.toHaveProperty('value')
        }
      }),
    )
  })

  it('exhibits alone change nothing', () => {
    fc.assert(
      fc.property(statedFacts, fc.constantFrom(...evidenceKinds), (given, kind) => {
        expect(tableOf({ facts: given, evidence: [anExhibit({ kind })] })).toEqual(tableOf({ facts: given }))
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { ReckonedDeadline } from '../../knowledge/deadline.ts'
import { aChannel, aContact, aDeadline, aFiling, aReply, at } from '../clocks/clock-world.fixture.ts'
import { facts, is, text } from '../small-world.fixture.ts'
import { filed, findings, type Given, statuses } from './doors.fixture.ts'

const first = (given: Given) => findings(given)[0]

describe('a door', () => {
  it('stands in the order of the problems, each channel once', () => {
    const channels = [aChannel({ id: 'a' }), aChannel({ id: 'b' })]
    expect(findings({ channels }).map(({ id }) => id)).toEqual(['a', 'b'])
    const types = [
      { type: 'fault', confirmed: true },
      { type: 'fault', confirmed: false },
      { type: 'none', confirmed: true },
    ]
    expect(findings({ channels, kase: { problem: { words: '', types } } }).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(findings({ channels, kase: { problem: { words: '', types: [] } } })).toEqual([])
  })

  it('is open when nothing speaks against it', () => {
    expect(first({ channels: [aChannel({ id: 'a' })] })).toEqual({
      id: 'a',
      status: 'open',
      because: '现在可以用。',
      closes: [],
    })
    expect(first({ channels: [aChannel({ id: 'a' })], lang: 'en' })?.because).toBe('Can be used now.')
  })

  it('says when it was used before or waits for an answer', () => {
    const channels = [aChannel({ id: 'platform' })]
    const spoken = { contacts: [aContact({ id: 'C1', channel: 'platform' })] }
    expect(first({ channels, kase: spoken })?.because).toBe('用过，现在仍可以用。')
    const heard = { contacts: [aContact({ id: 'C1', channel: 'platform', direction: 'in' })] }
    expect(first({ channels, kase: heard })?.because).toBe('现在可以用。')
    expect(first({ channels, ...filed(aFiling({ id: 'F1', ticket: 'T1' })) })).toMatchObject({
      status: 'open',
      because: '已于 2026-09-01 10:00 提交，正在等答复；有新情况在原单补充。',
      next: '（单号 T1）',
    })
    const answered = aFiling({ id: 'F1', ticket: 'T1', replies: [aReply('answered', at(2, 9))] })
    expect(first({ channels, ...filed(answered) })).toMatchObject({ because: '用过，现在仍可以用。' })
    expect(first({ channels, ...filed(answered) })).not.toHaveProperty('next')
    expect(first({ channels, ...filed(aFiling({ id: 'F1', withdrawnAt: at(2, 9) })) })?.because).toBe('现在可以用。')
  })

  it('closes with the case', () => {
    expect(first({ channels: [aChannel({ id: 'a' })], kase: { status: 'closed' } })).toMatchObject({
      status: 'closed',
      because: '案件已结案，重开后才能再用。',
    })
  })

  it('can be used once where the channel says so', () => {
    const channels = [aChannel({ id: 'platform', once: true })]
    const pending = aFiling({ id: 'F1', ticket: 'T1', replies: [aReply('accepted', at(2, 9))] })
    expect(first({ channels, ...filed(pending) })).toMatchObject({
      status: 'open',
      because: '已于 2026-09-01 10:00 提交（单号 T1），正在处理；同一问题只能提交一次，有新情况在原单补充。',
    })
    const over = aFiling({ id: 'F1', replies: [aReply('closed', at(2, 9))] })
    expect(first({ channels, ...filed(over) })?.because).toBe(
      '已于 2026-09-01 10:00 提交并有了结果；同一问题只能提交一次。',
    )
    expect(first({ channels, ...filed(aFiling({ id: 'F1', withdrawnAt: at(2, 9) })) })?.status).toBe('open')
  })
})

describe('what a door requires', () => {
  const channels = [aChannel({ id: 'a', requires: { all: [is('order.third-party'), is('goods.durable')] } })]
  const of = (known: Record<string, boolean>) => first({ channels, facts: facts(known) })

  it('shuts it when it fails, with the words that failed', () => {
    expect(of({ 'order.third-party': false })).toMatchObject({
      status: 'closed',
      because: '不符合条件：order.third-party is true。',
    })
  })

  it('holds it back while unknown, with the words that are open', () => {
    expect(of({ 'order.third-party': true })).toMatchObject({
      status: 'not-yet',
      because: '尚待确认：goods.durable is true。',
    })
    expect(of({ 'order.third-party': true, 'goods.durable': true })?.status).toBe('open')
  })

  it('holds it back while the form lacks something', () => {
    const field = { id: 'number', title: text('order number'), required: true, from: 'order.number' }
    expect(first({ channels: [aChannel({ id: 'a', fields: [field] })] })).toMatchObject({
      status: 'not-yet',
      because: '还缺：order number。',
    })
  })
})

describe('a window', () => {
  const window = aDeadline({
    id: 'window',
    who: 'consumer',
    rule: 'days',
    n: 7,
    what: text('the window'),
    starts: [{ fact: 'a.on', text: text('refused') }, { fact: 'b.on' }],
    ends: [{ filing: ['platform'], step: 'made' }],
  })
  const channels = [aChannel({ id: 'platform', window: 'window', once: true })]
  const of = (known: Record<string, string>, given: Partial<Given> = {}) =>
    first({ channels, deadlines: [window], facts: facts(known), ...given })

  it('that has not begun holds the door back and says what it waits for', () => {
    expect(of({})).toMatchObject({ status: 'not-yet', because: '还没到可以提交的时候，要等refused（the window）。' })
    const unnamed = { ...window, starts: [{ fact: 'b.on' }] }
    expect(of({}, { deadlines: [unnamed] })?.because).toBe('还没到可以提交的时候（the window）。')
    expect(of({}, { lang: 'en' })?.because).toBe('Not open yet, only after refused (en) (the window (en)).')
  })

  it('that runs names its end', () => {
    expect(of({ 'a.on': '2026-09-01' })).toMatchObject({ status: 'open', next: '截止 2026-09-08 23:59' })
    expect(of({ 'a.on': '2026-09-01' }, { lang: 'en' })?.next).toBe('to be used by 2026-09-08 23:59')
  })

  it('is no other clock of the case', () => {
    const other = { ...window, id: 'other', starts: [{ fact: 'c.on' }], rule: 'days' as const, n: 20 }
    const both = of({ 'a.on': '2026-09-01', 'c.on': '2026-09-02' }, { deadlines: [window, other] })
    expect(both).toMatchObject({ status: 'open', next: '截止 2026-09-08 23:59' })
  })

  it('that is over shuts the door', () => {
    const over = of({ 'a.on': '2026-08-27' })
    expect(over).toMatchObject({ status: 'closed', because: '期限已于 2026-09-03 23:59 届满（the window）。' })
    expect(over).not.toHaveProperty('next')
  })

  it('counts by the latest of several', () => {
    expect(of({ 'a.on': '2026-08-27', 'b.on': '2026-09-02' })).toMatchObject({
      status: 'open',
      next: '截止 2026-09-09 23:59',
    })
    expect(of({ 'b.on': '2026-08-27', 'a.on': '2026-09-02' })?.status).toBe('open')
  })

  it('that was met otherwise leaves nothing to do', () => {
    const met = { ...window, ends: [{ fact: 'done.on' }] }
    const used = of({ 'a.on': '2026-09-01', 'done.on': '2026-09-02' }, { deadlines: [met] })
    expect(used).toMatchObject({ status: 'closed', because: '已经办过（the window）。' })
    const often = [aChannel({ id: 'platform', window: 'window' })]
    expect(of({ 'a.on': '2026-09-01', 'done.on': '2026-09-02' }, { deadlines: [met], channels: often })?.status).toBe(
      'open',
    )
  })

  it('does not hold back a door that has been used already', () => {
    const often = [aChannel({ id: 'platform', window: 'window' })]
    expect(of({}, { channels: often, ...filed(aFiling({ id: 'F1' })) })?.status).toBe('open')
  })
})

describe('a door that comes after another', () => {
  const reply = aDeadline({
    id: 'reply',
    ends: [{ filing: ['seller'], step: 'answered' }],
    starts: [{ filing: ['seller'], step: 'made' }],
  })
  const channels = [
    aChannel({ id: 'seller' }),
    aChannel({ id: 'platform', after: [{ channel: 'seller', because: text('talk first.') }] }),
  ]
  const second = (given: Partial<Given>) => findings({ channels, deadlines: [reply], ...given })[1]
  const sellerFiling = (given: object) => filed(aFiling({ id: 'F1', channel: 'seller', ...given }))

  it('waits until the other was tried', () => {
    expect(second({})).toMatchObject({
      status: 'not-yet',
      because: '先走seller并等到答复或期满：talk first.',
    })
    expect(second({ lang: 'en' })?.because).toContain('first, until it answers or its time is up')
  })

  it('waits for the answer or for the time to run out', () => {
    expect(second(sellerFiling({ at: at(4, 9) }))?.status).toBe('not-yet')
    expect(second(sellerFiling({ at: at(3, 9) }))?.status).toBe('not-yet')
    expect(second(sellerFiling({ at: at(1, 9) }))?.status).toBe('open')
    expect(second(sellerFiling({ at: at(4, 9), replies: [aReply('answered', at(4, 10))] }))?.status).toBe('open')
    expect(second(sellerFiling({ at: at(4, 9), replies: [aReply('refused', at(4, 10))] }))?.status).toBe('open')
    expect(second(sellerFiling({ at: at(4, 9), replies: [aReply('acknowledged', at(4, 10))] }))?.status).toBe('not-yet')
  })

  it('tells how long to wait', () => {
    const [seller] = findings({ channels, deadlines: [reply], ...sellerFiling({ at: at(4, 9), ticket: 'T1' }) })
    expect(seller?.next).toBe('（单号 T1）；等答复到 2026-09-06 09:00')
    const [english] = findings({
      channels,
      deadlines: [reply],
      ...sellerFiling({ at: at(4, 9), ticket: 'T1' }),
      lang: 'en',
    })
    expect(english?.next).toBe('(ticket T1); wait for an answer until 2026-09-06 09:00')
  })

  it('waits for the longest of several, and names every ticket but the empty ones', () => {
    const slow = { ...reply, id: 'slow', n: 72 }
    const kase = filed(
      aFiling({ id: 'F1', channel: 'seller', at: at(4, 9), ticket: 'T1' }),
      aFiling({ id: 'F2', channel: 'seller', at: at(4, 10) }),
    )
    const [seller] = findings({ channels, deadlines: [slow, reply], ...kase })
    expect(seller).toMatchObject({
      because: '已于 2026-09-04 10:00 提交，正在等答复；有新情况在原单补充。',
      next: '（单号 T1）；等答复到 2026-09-07 10:00',
    })
  })

  it('counts talks, and what the facts say of the seller, as tried', () => {
    expect(second({ kase: { contacts: [aContact({ id: 'C1' })] } })?.status).toBe('open')
    expect(second({ kase: { contacts: [aContact({ id: 'C1', direction: 'in' })] } })?.status).toBe('not-yet')
    expect(second({ facts: facts({ 'contact.seller-tried': true }) })?.status).toBe('open')
    expect(second({ facts: facts({ 'contact.seller-tried': false }) })?.status).toBe('not-yet')
    const other = channels.map((channel) => ({ ...channel, after: [{ channel: 'carrier', because: text('x') }] }))
    const world = { channels: [...other, aChannel({ id: 'carrier' })], facts: facts({ 'contact.seller-tried': true }) }
    expect(statuses(world)).toMatchObject({ platform: 'not-yet' })
  })

  it('waits for clocks that a dated fact set off in place of a filing', () => {
    const either = { ...reply, starts: [...reply.starts, { fact: 'told.on' }] }
    expect(second({ deadlines: [either], facts: facts({ 'told.on': '2026-09-04' }) })?.status).toBe('not-yet')
    expect(second({ deadlines: [either], facts: facts({ 'told.on': '2026-09-01' }) })?.status).toBe('open')
    const unrelated = { ...reply, starts: [{ fact: 'told.on' }] }
    expect(second({ deadlines: [unrelated], facts: facts({ 'told.on': '2026-09-01' }) })?.status).toBe('not-yet')
  })

  it("does not wait for the user's own windows or chasers, but for the guide's reminder", () => {
    const talked = sellerFiling({ at: at(4, 9) })
    const with_ = (given: Partial<ReckonedDeadline>) =>
      second({ ...talked, deadlines: [{ ...reply, ...given }] })?.status
    expect(with_({ who: 'consumer' })).toBe('open')
    expect(with_({ who: 'consumer', standing: 'guide' })).toBe('not-yet')
    expect(with_({ who: 'consumer', standing: 'heuristic' })).toBe('not-yet')
    expect(with_({ who: 'consumer', standing: 'guide', repeats: true })).toBe('open')
  })

  it('is lost when the other is shut without having been used', () => {
    const shut = [aChannel({ id: 'seller', requires: is('a.b') }), ...channels.slice(1)]
    expect(findings({ channels: shut, facts: facts({ 'a.b': false }) })[1]).toMatchObject({
      status: 'closed',
      because: '要先走seller，而它已不能用。',
    })
    const used = findings({ channels: shut, facts: facts({ 'a.b': false }), ...sellerFiling({}) })[1]
    expect(used?.status).toBe('open')
  })

  it('is not held back by a channel the knowledge does not have, nor by itself', () => {
    const lost = aChannel({ id: 'a', after: [{ channel: 'gone', because: text('x') }] })
    const circle = aChannel({ id: 'b', after: [{ channel: 'b', because: text('x') }] })
    expect(statuses({ channels: [lost, circle] })).toEqual({ a: 'open', b: 'open' })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Filing, Reply } from '../../case/case.ts'
import type { Deadline, ReckonedDeadline } from '../../knowledge/deadline.ts'
import { epochMs } from '../../values/instant.ts'
import { facts, is } from '../small-world.fixture.ts'
import { aChannel, aContact, aDeadline, aFiling, anOffer, aReply, at, aWorld } from './clock-world.fixture.ts'
import { clocks } from './deadlines.ts'
import type { World } from './happening.ts'

const shown = (world: World) => clocks(world).map(({ finding: { id, status, due } }) => [id, status, due.slice(5, 16)])
const statuses = (world: World) => clocks(world).map(({ finding }) => finding.status)
const filed = (...filings: Filing[]) => ({ filings })
const reply = aDeadline({ id: 'reply', ends: [{ filing: ['platform'], step: 'answered' }] })

describe('starting a clock', () => {
  it('needs something that happened', () => {
    expect(shown(aWorld({ deadlines: [reply] }))).toEqual([])
    expect(shown(aWorld({ deadlines: [reply], kase: filed(aFiling({ id: 'F1', channel: 'other' })) }))).toEqual([])
  })

  it('runs once for each filing and is named after it', () => {
    const kase = filed(aFiling({ id: 'F1' }), aFiling({ id: 'F2', at: at(3, 9) }))
    expect(shown(aWorld({ deadlines: [reply], kase }))).toEqual([
      ['reply:F1', 'overdue', '09-03T10:00'],
      ['reply:F2', 'due', '09-05T09:00'],
    ])
  })

  it('waits for a reply of its kind', () => {
    const decided = aDeadline({ id: 'act', starts: [{ filing: ['platform'], step: 'accepted' }] })
    const acknowledged = filed(aFiling({ id: 'F1', replies: [aReply('acknowledged', at(3, 9))] }))
    const accepted = filed(aFiling({ id: 'F1', replies: [aReply('accepted', at(3, 9)), aReply('accepted', at(2, 9))] }))
    expect(shown(aWorld({ deadlines: [decided], kase: acknowledged }))).toEqual([])
    expect(shown(aWorld({ deadlines: [decided], kase: accepted }))).toEqual([['act:F1', 'overdue', '09-04T09:00']])
  })

  it('follows an appeal or a chaser', () => {
    const kase = filed(aFiling({ id: 'F1', appealedAt: at(2, 8), chasedAt: [at(3, 8), at(4, 8)] }))
    const on = (step: 'appealed' | 'chased') => aDeadline({ id: step, starts: [{ filing: ['platform'], step }] })
    expect(shown(aWorld({ deadlines: [on('appealed'), on('chased')], kase }))).toEqual([
      ['appealed:F1', 'overdue', '09-04T08:00'],
      ['chased:F1', 'due', '09-05T08:00'],
    ])
    expect(shown(aWorld({ deadlines: [on('appealed')], kase: filed(aFiling({ id: 'F1' })) }))).toEqual([])
  })

  it('takes the earlier start when one filing gives two', () => {
    const both = aDeadline({
      id: 'both',
      starts: [
        { filing: ['platform'], step: 'closed' },
        { filing: ['platform'], step: 'refused' },
      ],
    })
    const kase = filed(aFiling({ id: 'F1', replies: [aReply('closed', at(3, 8)), aReply('refused', at(2, 8))] }))
    expect(shown(aWorld({ deadlines: [both], kase }))).toEqual([['both:F1', 'overdue', '09-04T08:00']])
  })

  it('runs for a filing on any channel until that very one is answered', () => {
    const look = aDeadline({
      id: 'look',
      starts: [{ filing: 'any', step: 'made' }],
      ends: [{ filing: 'any', step: 'answered' }],
    })
    const other = aFiling({ id: 'F2', channel: 'other', at: at(2, 9), replies: [aReply('answered', at(3, 9))] })
    expect(shown(aWorld({ deadlines: [look], kase: filed(aFiling({ id: 'F1' }), other) }))).toEqual([
      ['look:F1', 'overdue', '09-03T10:00'],
      ['look:F2', 'done', '09-04T09:00'],
    ])
  })

  it('takes a dated fact, not an unknown, an undated or an unreadable one', () => {
    const signed = aDeadline({ id: 'window', rule: 'days', n: 7, starts: [{ fact: 'order.signed-on' }] })
    const of = (value: string | boolean) =>
      shown(aWorld({ deadlines: [signed], facts: facts({ 'order.signed-on': value }) }))
    expect(of('2026-09-01')).toEqual([['window', 'running', '09-08T23:59']])
    expect(of(at(1, 23))).toEqual([['window', 'running', '09-08T23:59']])
    expect(of(true)).toEqual([])
    expect(of('昨天')).toEqual([])
    const unknown = { 'order.signed-on': { status: 'unknown', value: '2026-09-01', by: [] } } as const
    expect(shown(aWorld({ deadlines: [signed], facts: unknown }))).toEqual([])
  })

  it('says when the other side disputes the fact', () => {
    const signed = aDeadline({
      id: 'window',
      starts: [{ fact: 'order.signed-on', text: { zh: '签收', en: 'signed' } }],
    })
    const disputed = { 'order.signed-on': { status: 'disputed', value: '2026-09-01', by: [] } } as const
    const started = (lang?: 'en') =>
      clocks(aWorld({ deadlines: [signed], facts: disputed, lang: lang ?? 'zh-CN' }))[0]?.finding.startedBy
    expect(started()).toBe('2026-09-01 签收（对方有异议）')
    expect(started('en')).toBe('2026-09-01 signed (disputed by the other side)')
  })

  it('names the fact when several may start it', () => {
    const known = aDeadline({ id: 'limit', starts: [{ fact: 'a.on' }, { fact: 'b.on' }] })
    const world = aWorld({ deadlines: [known], facts: facts({ 'a.on': '2026-09-03', 'b.on': '2026-09-04' }) })
    expect(shown(world).map(([id]) => id)).toEqual(['limit:a.on', 'limit:b.on'])
  })

  it('needs no name for the closing of the case, which happens once', () => {
    const closed = aDeadline({ id: 'reopen', starts: [{ case: 'closed' }] })
    const kase = { closing: { at: at(4, 10), outcome: 'solved' } } as const
    expect(shown(aWorld({ deadlines: [closed], kase })).map(([id]) => id)).toEqual(['reopen'])
  })

  it('does not start from what lies ahead', () => {
    const kase = filed(aFiling({ id: 'F1', at: at(4, 12, 1) }), aFiling({ id: 'F2', at: at(4, 12) }))
    expect(shown(aWorld({ deadlines: [reply], kase })).map(([id]) => id)).toEqual(['reply:F2'])
  })

  it('counts from and to by the day of the start, both included', () => {
    const old = aDeadline({ id: 'old', to: '2026-09-02' })
    const young = aDeadline({ id: 'new', from: '2026-09-03' })
    const ids = (day: number, hour: number) =>
      shown(aWorld({ deadlines: [old, young], kase: filed(aFiling({ id: 'F', at: at(day, hour) })) })).map(([id]) => id)
    expect(ids(2, 23)).toEqual(['old:F'])
    expect(ids(3, 0)).toEqual(['new:F'])
  })

  it('fits only the problems it names', () => {
    const kase = filed(aFiling({ id: 'F1' }))
    const of = (problems: string[]) => shown(aWorld({ deadlines: [aDeadline({ id: 'x', problems })], kase })).length
    expect([of(['fault']), of(['other']), of(['other', 'fault'])]).toEqual([1, 0, 1])
  })
})

describe('an offer or a contact as the start', () => {
  it('asks for an answer to each offer until it is given', () => {
    const answer = aDeadline({ id: 'answer', n: 24, starts: [{ offer: 'received' }], ends: [{ offer: 'answered' }] })
    const offers = [
      anOffer({ id: 'O1', decision: { answer: 'decline', at: at(2, 9) } }),
      anOffer({ id: 'O2', at: at(4, 9) }),
    ]
    expect(shown(aWorld({ deadlines: [answer], kase: { offers } }))).toEqual([
      ['answer:O2', 'due', '09-05T09:00'],
      ['answer:O1', 'done', '09-02T10:00'],
    ])
  })

  const check = aDeadline({ id: 'check', starts: [{ contact: 'unanswered' }], ends: [{ contact: 'incoming' }] })
  const of = (...contacts: ReturnType<typeof aContact>[]) =>
    shown(aWorld({ deadlines: [check], kase: { contacts } })).map(([id]) => id)

  it('counts from the first unanswered contact after the last reply', () => {
    expect(of(aContact({ id: 'C1' }), aContact({ id: 'C2', at: at(2, 9) }))).toEqual(['check:C1'])
    expect(of(aContact({ id: 'C2', at: at(2, 9) }), aContact({ id: 'C1' }))).toEqual(['check:C1'])
    const incoming = aContact({ id: 'C3', at: at(2, 10), direction: 'in' })
    expect(of(aContact({ id: 'C1' }), incoming)).toEqual([])
    expect(of(aContact({ id: 'C1' }), incoming, aContact({ id: 'C4', at: at(3, 9) }))).toEqual(['check:C4'])
    expect(of(aContact({ id: 'C1', at: at(2, 10) }), incoming)).toEqual([])
  })

  it('takes a contact marked as answered for a reply', () => {
    expect(of(aContact({ id: 'C1', answered: true }))).toEqual([])
    expect(of(aContact({ id: 'C1' }), aContact({ id: 'C2', at: at(2, 9), answered: true }))).toEqual([])
    expect(of(aContact({ id: 'C1', answered: false }))).toEqual(['check:C1'])
  })

  it('keeps channels apart', () => {
    const elsewhere = aContact({ id: 'C2', at: at(2, 9), direction: 'in', channel: 'app' })
    expect(of(aContact({ id: 'C1' }), elsewhere)).toEqual(['check:C1'])
    expect(of(aContact({ id: 'C1' }), aContact({ id: 'C2', channel: 'app' }))).toEqual(['check:C1', 'check:C2'])
    const newer = aContact({ id: 'C3', at: at(3, 9), direction: 'in', channel: 'app' })
    const older = aContact({ id: 'C4', at: at(1, 9), direction: 'in', channel: 'app' })
    expect(of(aContact({ id: 'C2', at: at(2, 9), channel: 'app' }), newer, older)).toEqual([])
  })
})

describe('ending a clock', () => {
  it('takes only what belongs to the filing that started it', () => {
    const kase = filed(aFiling({ id: 'F1', replies: [aReply('answered', at(2, 9))] }), aFiling({ id: 'F2' }))
    expect(shown(aWorld({ deadlines: [reply], kase })).map(([id, status]) => [id, status])).toEqual([
      ['reply:F2', 'overdue'],
      ['reply:F1', 'done'],
    ])
  })

  it('takes a filing on another channel for any', () => {
    const ended = aDeadline({ id: 'x', ends: [{ filing: ['court'], step: 'made' }] })
    const suit = (moment: string) => filed(aFiling({ id: 'F1' }), aFiling({ id: 'F9', channel: 'court', at: moment }))
    expect(statuses(aWorld({ deadlines: [ended], kase: suit(at(2, 9)) }))).toEqual(['done'])
    expect(statuses(aWorld({ deadlines: [ended], kase: suit(at(1, 10)) }))).toEqual(['done'])
    expect(statuses(aWorld({ deadlines: [ended], kase: suit(at(1, 9)) }))).toEqual(['overdue'])
    expect(statuses(aWorld({ deadlines: [ended], kase: suit(at(5, 9)) }))).toEqual(['overdue'])
  })

  it('takes an answer to that offer only', () => {
    const answer = aDeadline({ id: 'answer', starts: [{ offer: 'received' }], ends: [{ offer: 'answered' }] })
    const decided = { answer: 'accept', at: at(2, 9) } as const
    const offers = [anOffer({ id: 'O1' }), anOffer({ id: 'O2', decision: decided })]
    expect(shown(aWorld({ deadlines: [answer], kase: { offers } })).map(([id, status]) => [id, status])).toEqual([
      ['answer:O1', 'overdue'],
      ['answer:O2', 'done'],
    ])
  })

  it('takes an answer to any offer where no offer started it', () => {
    const ended = aDeadline({ id: 'x', ends: [{ offer: 'answered' }] })
    const offers = [anOffer({ id: 'O1', decision: { answer: 'accept', at: at(2, 9) } })]
    expect(statuses(aWorld({ deadlines: [ended], kase: { ...filed(aFiling({ id: 'F1' })), offers } }))).toEqual([
      'done',
    ])
  })

  it('finds the first end among many, in whatever order they were noted', () => {
    const courts = [9, 3, 7, 2, 5].map((day) => aFiling({ id: `F${day}`, channel: 'court', at: at(day, 9) }))
    const ended = aDeadline({ id: 'x', ends: [{ filing: ['court'], step: 'made' }] })
    const of = (start: number) =>
      clocks(
        aWorld({ deadlines: [ended], kase: filed(aFiling({ id: 'F1', at: at(start, 10) }), ...courts), now: at(10) }),
      )[0]?.doneMs
    expect([1, 2, 4, 8].map(of)).toEqual([2, 3, 5, 9].map((day) => epochMs(at(day, 9))))
    expect(of(9)).toBeUndefined()
  })

  it('takes a message only on the channel that was written to', () => {
    const ended = aDeadline({ id: 'x', ends: [{ contact: 'incoming' }] })
    const message = (channel: string) => ({
      ...filed(aFiling({ id: 'F1' })),
      contacts: [aContact({ id: 'C1', at: at(2, 9), direction: 'in', channel })],
    })
    expect(statuses(aWorld({ deadlines: [ended], kase: message('platform') }))).toEqual(['done'])
    expect(statuses(aWorld({ deadlines: [ended], kase: message('seller') }))).toEqual(['overdue'])
    const dated = { ...ended, starts: [{ fact: 'a.on' }] }
    const world = aWorld({ deadlines: [dated], kase: message('seller'), facts: facts({ 'a.on': '2026-09-01' }) })
    expect(statuses(world)).toEqual(['done'])
  })

  it('takes money, the closing of the case, and a fact that is simply true', () => {
    const ended = aDeadline({ id: 'x', ends: [{ money: 'received' }, { case: 'closed' }, { fact: 'refund.received' }] })
    const kase = filed(aFiling({ id: 'F1' }))
    const money = [{ id: 'M1', at: at(2, 9), fen: 100, from: '商家' }]
    const closing = { at: at(2, 9), outcome: 'solved' } as const
    expect(statuses(aWorld({ deadlines: [ended], kase }))).toEqual(['overdue'])
    expect(statuses(aWorld({ deadlines: [ended], kase: { ...kase, money } }))).toEqual(['done'])
    expect(statuses(aWorld({ deadlines: [ended], kase: { ...kase, closing } }))).toEqual(['done'])
    expect(statuses(aWorld({ deadlines: [ended], kase, facts: facts({ 'refund.received': true }) }))).toEqual(['done'])
    expect(statuses(aWorld({ deadlines: [ended], kase, facts: facts({ 'refund.received': false }) }))).toEqual([
      'overdue',
    ])
  })

  it('lets a dated fact end a clock that began on the same day', () => {
    const ended = aDeadline({ id: 'x', ends: [{ fact: 'b.on' }] })
    const of = (day: string) =>
      statuses(aWorld({ deadlines: [ended], kase: filed(aFiling({ id: 'F1' })), facts: facts({ 'b.on': day }) }))
    expect([of('2026-08-31'), of('2026-09-01'), of('2026-09-04'), of('2026-09-05')]).toEqual([
      ['overdue'],
      ['done'],
      ['done'],
      ['overdue'],
    ])
  })

  it('stops when the filing is withdrawn', () => {
    const withdrawn = (moment: string) => filed(aFiling({ id: 'F1', withdrawnAt: moment }))
    expect(statuses(aWorld({ deadlines: [reply], kase: withdrawn(at(2, 9)) }))).toEqual(['done'])
    expect(statuses(aWorld({ deadlines: [reply], kase: withdrawn(at(4, 12)) }))).toEqual(['done'])
    expect(statuses(aWorld({ deadlines: [reply], kase: withdrawn(at(5, 9)) }))).toEqual(['overdue'])
  })

  it('keeps the first of several ends', () => {
    const replies = [aReply('answered', at(3, 9)), aReply('answered', at(2, 9))]
    const [clock] = clocks(aWorld({ deadlines: [reply], kase: filed(aFiling({ id: 'F1', replies })) }))
    expect(clock?.doneMs).toBe(epochMs(at(2, 9)))
  })
})

describe('the status of a clock', () => {
  const status = (now: string) => statuses(aWorld({ deadlines: [reply], kase: filed(aFiling({ id: 'F1' })), now }))

  it('is due within a day of the end and overdue just past it', () => {
    expect(status(at(2, 9, 59))).toEqual(['running'])
    expect(status(at(2, 10))).toEqual(['due'])
    expect(status(at(3, 10))).toEqual(['due'])
    expect(status(at(3, 10, 1))).toEqual(['overdue'])
  })

  it('puts what is open first, by due, then what is done', () => {
    const late = aDeadline({ id: 'late', n: 72 })
    const alike = aDeadline({ id: 'alike', n: 72 })
    const kase = filed(aFiling({ id: 'F1', replies: [aReply('answered', at(2, 9))] }))
    const order = shown(aWorld({ deadlines: [late, reply, alike], kase })).map(([id]) => id)
    expect(order).toEqual(['alike:F1', 'late:F1', 'reply:F1'])
  })
})

describe('a condition', () => {
  const of = (given: Partial<ReckonedDeadline>, known: Record<string, boolean>) =>
    clocks(
      aWorld({
        deadlines: [aDeadline({ id: 'x', when: is('goods.durable'), ...given })],
        kase: filed(aFiling({ id: 'F1' })),
        facts: facts(known),
      }),
    ).map(({ finding }) => finding.explain.filter((line) => line.includes('goods.durable')).length)

  it('hides the clock when it fails and keeps it when it holds', () => {
    expect(of({}, { 'goods.durable': false })).toEqual([])
    expect(of({}, { 'goods.durable': true })).toEqual([0])
  })

  it("hides another's duty while in doubt, but shows the user's own window with the doubt", () => {
    expect(of({}, {})).toEqual([])
    expect(of({ who: 'nobody' }, {})).toEqual([])
    expect(of({ who: 'consumer' }, {})).toEqual([1])
    expect(of({ who: 'consumer' }, { 'goods.durable': false })).toEqual([])
  })

  it('names only what is open', () => {
    const both = { all: [is('a.known'), is('goods.durable')] }
    const [clock] = clocks(
      aWorld({
        deadlines: [aDeadline({ id: 'x', who: 'consumer', when: both })],
        kase: filed(aFiling({ id: 'F1' })),
        facts: facts({ 'a.known': true }),
      }),
    )
    expect(clock?.finding.explain.filter((line) => line.startsWith('前提尚待确认'))).toEqual([
      '前提尚待确认：goods.durable is true',
    ])
  })
})

describe('a clock that starts where another ran out', () => {
  const next = aDeadline({
    id: 'next',
    n: 24,
    starts: [{ clock: 'reply' }],
    ends: [{ filing: ['platform'], step: 'answered' }],
  })
  const of = (replies: Reply[], now = at(4, 12)) =>
    shown(aWorld({ deadlines: [next, reply], kase: filed(aFiling({ id: 'F1', replies })), now })).filter(([id]) =>
      id?.startsWith('next'),
    )

  it('starts at its due when nothing was done by then', () => {
    expect(of([])).toEqual([['next:F1', 'overdue', '09-04T10:00']])
    expect(of([], at(3, 10))).toEqual([])
    expect(of([], at(3, 11))).toEqual([['next:F1', 'due', '09-04T10:00']])
    expect(of([aReply('answered', at(2, 9))])).toEqual([])
    expect(of([aReply('answered', at(3, 10))])).toEqual([])
    expect(of([aReply('answered', at(3, 12))])).toEqual([['next:F1', 'done', '09-04T10:00']])
  })

  it('does not when the end is known by its day only and that day is the day it was due', () => {
    const dated = { ...reply, ends: [{ fact: 'b.on' }] }
    const found = (day: string) =>
      shown(
        aWorld({ deadlines: [next, dated], kase: filed(aFiling({ id: 'F1' })), facts: facts({ 'b.on': day }) }),
      ).some(([id]) => id === 'next:F1')
    expect(found('2026-09-03')).toBe(false)
    expect(found('2026-09-04')).toBe(true)
  })

  it('says so, in either language', () => {
    const world = aWorld({ deadlines: [next, reply], kase: filed(aFiling({ id: 'F1' })) })
    const started = (w: World) => clocks(w).find(({ deadline }) => deadline.id === 'next')?.finding.startedBy
    expect(started(world)).toBe('2026-09-03 10:00 到期未办：do reply')
    expect(started({ ...world, knowledge: { ...world.knowledge, lang: 'en' } })).toContain('ran out: do reply (en)')
  })

  it('does not hang on a circle or a clock that is not there', () => {
    const circle = [
      aDeadline({ id: 'a', starts: [{ clock: 'b' }] }),
      aDeadline({ id: 'b', starts: [{ clock: 'a' }, { clock: 'gone' }] }),
    ]
    expect(shown(aWorld({ deadlines: circle, kase: filed(aFiling({ id: 'F1' })) }))).toEqual([])
  })
})

describe('a reminder that repeats', () => {
  const chaser = aDeadline({
    id: 'chase',
    who: 'consumer',
    standing: 'guide',
    repeats: true,
    ends: [
      { filing: ['platform'], step: 'chased' },
      { filing: ['platform'], step: 'answered' },
    ],
  })
  const of = (filing: Partial<Filing>, now = at(9, 12)) =>
    shown(aWorld({ deadlines: [chaser], kase: filed(aFiling({ id: 'F1', ...filing })), now }))

  it('is overdue once until chased, and runs anew from the last chase', () => {
    expect(of({})).toEqual([['chase:F1', 'overdue', '09-03T10:00']])
    expect(of({ chasedAt: [at(3, 12)] })).toEqual([['chase:F1', 'overdue', '09-05T12:00']])
    expect(of({ chasedAt: [at(8, 9), at(3, 12)] })).toEqual([['chase:F1', 'due', '09-10T09:00']])
    expect(of({ chasedAt: [at(10, 9)] })).toEqual([['chase:F1', 'overdue', '09-03T10:00']])
  })

  it('is done with the answer, chased or not', () => {
    const replies = [aReply('answered', at(4, 9))]
    expect(of({ replies })).toEqual([['chase:F1', 'done', '09-03T10:00']])
    expect(of({ replies, chasedAt: [at(3, 12), at(5, 12)] }).map(([, status]) => status)).toEqual(['done'])
  })

  it('ends by a chaser when it does not repeat', () => {
    const once = { ...chaser, repeats: false }
    const world = aWorld({ deadlines: [once], kase: filed(aFiling({ id: 'F1', chasedAt: [at(2, 9)] })) })
    expect(statuses(world)).toEqual(['done'])
  })

  it('comes round by itself when nothing can restart it', () => {
    const look = aDeadline({
      id: 'look',
      rule: 'days',
      n: 3,
      repeats: true,
      ends: [{ filing: ['platform'], step: 'closed' }],
    })
    const kase = filed(aFiling({ id: 'F1' }))
    expect(shown(aWorld({ deadlines: [look], kase, now: at(4, 23) }))).toEqual([['look:F1', 'due', '09-04T23:59']])
    expect(shown(aWorld({ deadlines: [look], kase, now: at(5, 0) }))).toEqual([['look:F1', 'running', '09-07T23:59']])
    expect(shown(aWorld({ deadlines: [look], kase, now: at(30, 0) }))).toEqual([['look:F1', 'running', '10-01T23:59']])
    const closed = filed(aFiling({ id: 'F1', replies: [aReply('closed', at(3, 9))] }))
    expect(shown(aWorld({ deadlines: [look], kase: closed, now: at(30, 0) }))).toEqual([
      ['look:F1', 'done', '09-04T23:59'],
    ])
  })
})

describe('a last day that is given', () => {
  const { n: _, ...reckoned } = aDeadline({ id: 'x', who: 'consumer' })
  const given: Deadline = {
    ...reckoned,
    rule: 'given-day',
    repeats: false,
    starts: [{ fact: 'a.until', text: { zh: '法院定的最后一天', en: 'the last day set' } }],
    ends: [{ filing: ['platform'], step: 'judged' }, { fact: 'b.on' }],
  }
  const of = (values: Record<string, string>, replies: Reply[] = []) =>
    clocks(aWorld({ deadlines: [given], facts: facts(values), kase: filed(aFiling({ id: 'F1', replies })) }))
  const state = (...input: Parameters<typeof of>) => of(...input).map(({ finding }) => [finding.status, finding.due])

  it('runs before it comes, to the end of that day, and is overdue after it', () => {
    expect(state({ 'a.until': '2026-09-20' })).toEqual([['running', '2026-09-20T23:59:59+08:00']])
    expect(state({ 'a.until': '2026-09-04' })).toEqual([['due', '2026-09-04T23:59:59+08:00']])
    expect(state({ 'a.until': '2026-09-03' })).toEqual([['overdue', '2026-09-03T23:59:59+08:00']])
    expect(state({})).toEqual([])
  })

  it('is done by whatever ends it before that day, however early', () => {
    expect(state({ 'a.until': '2026-09-20', 'b.on': '2026-08-01' }).map(([status]) => status)).toEqual(['done'])
    expect(state({ 'a.until': '2026-09-20' }, [aReply('judged', at(3, 9))]).map(([status]) => status)).toEqual(['done'])
    expect(state({ 'a.until': '2026-09-20', 'b.on': '2026-09-05' }).map(([status]) => status)).toEqual(['running'])
  })

  it('says who set it and that nothing was reckoned', () => {
    const [clock] = of({ 'a.until': '2026-09-20' })
    expect(clock?.finding.startedBy).toBe('2026-09-20 法院定的最后一天')
    expect(clock?.finding.explain[0]).toBe('最后一天是定好的，不用推算。')
  })

  it('starts another clock when it runs out', () => {
    const next = aDeadline({ id: 'next', n: 24, starts: [{ clock: 'x' }] })
    const world = aWorld({ deadlines: [given, next], facts: facts({ 'a.until': '2026-09-03' }) })
    expect(shown(world)).toContainEqual(['next', 'due', '09-04T23:59'])
  })
})

describe('hours on a day of which no time is known', () => {
  const of = (given: Partial<ReckonedDeadline>) =>
    shown(
      aWorld({
        deadlines: [aDeadline({ id: 'x', n: 24, starts: [{ fact: 'a.on' }], ...given })],
        facts: facts({ 'a.on': '2026-09-04' }),
      }),
    ).map(([, , due]) => due)

  it('count from its first moment for the user, from its last for others', () => {
    expect(of({ who: 'consumer' })).toEqual(['09-05T00:00'])
    expect(of({ who: 'seller' })).toEqual(['09-05T23:59'])
    expect(of({ who: 'seller', rule: 'days', n: 1 })).toEqual(['09-05T23:59'])
  })
})

describe('what is said of a clock', () => {
  const finding = (given: Partial<ReckonedDeadline>, lang: 'zh-CN' | 'en' = 'zh-CN') =>
    clocks(
      aWorld({
        deadlines: [aDeadline({ id: 'x', ...given })],
        channels: [aChannel({ id: 'platform', title: { zh: '平台', en: 'platform' } })],
        kase: filed(aFiling({ id: 'F1', at: at(1, 14, 28), ticket: 'T9' })),
        lang,
      }),
    )[0]?.finding

  it('names the event with its minute and ticket', () => {
    expect(finding({})?.startedBy).toBe('2026-09-01 14:28 提交平台（单号 T9）')
    expect(finding({}, 'en')?.startedBy).toBe('2026-09-01 14:28 filed: platform (ticket T9)')
  })

  it('explains the count and the choice of rule', () => {
    const last = (given: Partial<ReckonedDeadline>) => finding(given)?.explain.at(-1)
    expect(finding({})?.explain).toHaveLength(3)
    expect(last({})).toContain('按小时数')
    expect(last({ rule: 'hours-9-21-working' })).toContain('按小时数')
    expect(last({ rule: 'working-days' })).toContain('按工作日数')
    expect(last({ rule: 'days-rolled-holidays' })).toContain('普通周末不顺延')
    expect(last({ rule: 'days-rolled' })).toContain('对方的期限')
    expect(last({ rule: 'days', who: 'consumer' })).toContain('您自己的期限')
    expect(last({ rule: 'months', who: 'nobody' })).toContain('规则里的一段期间')
    expect(last({ standing: 'guide' })).toContain('指南')
    expect(last({ standing: 'heuristic' })).toContain('经验做法')
    expect(last({ standing: 'heuristic', cites: ['tgr#9'] })).toContain('没有见到全文的规定')
  })

  it('carries who, what, cites and standing', () => {
    expect(finding({ cites: ['cpl#24'] }, 'en')).toMatchObject({
      id: 'x:F1',
      who: 'seller',
      what: 'do x (en)',
      provisional: false,
      cites: ['cpl#24'],
      standing: 'law',
    })
  })

  it('is provisional where a year without notice is crossed', () => {
    expect(finding({ rule: 'working-days', n: 2 })?.provisional).toBe(true)
  })

  it.each([
    ['offer', { starts: [{ offer: 'received' as const }] }, '2026-09-01 10:00 收到商家的方案'],
    ['answer', { starts: [{ offer: 'answered' as const }] }, '2026-09-02 10:00 答复了商家的方案'],
    ['money', { starts: [{ money: 'received' as const }] }, '2026-09-03 10:00 收到 12.50 元'],
    ['incoming', { starts: [{ contact: 'incoming' as const }] }, '2026-09-03 11:00 收到seller的消息'],
    ['silence', { starts: [{ contact: 'unanswered' as const }] }, '2026-09-01 10:00 联系platform，至今未获答复'],
    ['closing', { starts: [{ case: 'closed' as const }] }, '2026-09-04 10:00 案件结案'],
    [
      'step',
      { starts: [{ filing: ['platform'], step: 'refused' as const }] },
      '2026-09-02 10:00 platform不予受理或驳回',
    ],
    ['fact', { starts: [{ fact: 'a.on' }] }, '2026-09-01 a.on'],
    ['instant', { starts: [{ fact: 'b.at' }] }, '2026-09-01 08:05 b.at'],
  ])('words a start by %s', (_name, given, words) => {
    const world = aWorld({
      deadlines: [aDeadline({ id: 'x', ...given })],
      facts: facts({ 'a.on': '2026-09-01', 'b.at': at(1, 8, 5) }),
      kase: {
        filings: [aFiling({ id: 'F1', replies: [aReply('refused', at(2, 10))] })],
        offers: [anOffer({ id: 'O1', decision: { answer: 'accept', at: at(2, 10) } })],
        money: [{ id: 'M1', at: at(3, 10), fen: 1250, from: '商家' }],
        contacts: [aContact({ id: 'C1', channel: 'platform' }), aContact({ id: 'C2', at: at(3, 11), direction: 'in' })],
        closing: { at: at(4, 10), outcome: 'solved' },
      },
    })
    expect(clocks(world).map(({ finding: { startedBy } }) => startedBy)).toEqual([words])
  })
})

describe('every clock', () => {
  const step = fc.constantFrom('made', 'accepted', 'answered', 'closed', 'chased' as const)
  const rule = fc.constantFrom('working-days', 'days', 'days-rolled', 'months', 'hours', 'hours-24-working' as const)
  const deadline = fc
    .record({ rule, n: fc.integer({ min: 1, max: 90 }), step, end: step, repeats: fc.boolean(), own: fc.boolean() })
    .map(({ rule, n, step, end, repeats, own }) =>
      aDeadline({
        id: 'x',
        rule,
        n,
        repeats,
        who: own ? 'consumer' : 'seller',
        starts: [{ filing: ['platform', 'court'], step }, { fact: 'a.on' }],
        ends: [{ filing: ['platform', 'court'], step: end }],
      }),
    )
  const moment = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 })).map(([d, h]) => at(d, h))
  const filing = fc.record({
    channel: fc.constantFrom('platform', 'court'),
    at: moment,
    replies: fc.array(fc.tuple(fc.constantFrom('accepted', 'answered', 'closed' as const), moment), { maxLength: 3 }),
    chasedAt: fc.array(moment, { maxLength: 3 }),
  })
  const world = fc
    .record({ deadline, filings: fc.array(filing, { maxLength: 5 }), day: moment, now: moment })
    .map((w) =>
      aWorld({
        deadlines: [w.deadline],
        facts: facts({ 'a.on': w.day.slice(0, 10) }),
        now: w.now,
        kase: filed(
          ...w.filings.map((f, i) =>
            aFiling({ ...f, id: `F${i}`, replies: f.replies.map(([kind, when]) => aReply(kind, when)) }),
          ),
        ),
      }),
    )

  it('has a due after its start, a start not ahead of now, and an id of its own', () => {
    fc.assert(
      fc.property(world, (w) => {
        const found = clocks(w)
        for (const { start, dueMs, doneMs = start.ms } of found) {
          expect(dueMs).toBeGreaterThan(start.ms)
          expect(start.ms).toBeLessThanOrEqual(epochMs(w.now))
          expect(doneMs).toBeGreaterThanOrEqual(start.ms)
        }
        expect(new Set(found.map(({ finding }) => finding.id)).size).toBe(found.length)
        expect(clocks(w).map(({ finding }) => finding)).toEqual(found.map(({ finding }) => finding))
      }),
    )
  })
})

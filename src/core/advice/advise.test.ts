import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import type { Case } from '../case/case.ts'
import { findProvision } from '../knowledge/provision-ref.ts'
import { epochMs } from '../values/instant.ts'
import { advise } from './advise.ts'
import { aContact, aFiling, anOffer, aReply, at } from './clocks/clock-world.fixture.ts'
import { aCase, anExhibit } from './small-world.fixture.ts'

const english = { ...knowledge, lang: 'en' as const }
const types = Object.keys(knowledge.problems)
const channels = Object.keys(knowledge.channels)

const fault: Case = aCase({
  order: {
    number: '300123',
    shop: { name: '某自营店', selfOperated: true, company: '某公司', address: '某地' },
    items: [{ name: '电视', priceFen: 329_900, quantity: 1, category: 'tv', flags: [] }],
    paidFen: 329_900,
    paidAt: at(1, 9),
    signedAt: at(3, 9),
  },
  problem: { words: '黑屏', types: [{ type: 'quality_defect', confirmed: true }] },
  facts: {
    'fault.present': { status: 'known', value: true, by: ['E1'] },
    'fault.found-on': { status: 'known', value: '2026-09-10', by: [] },
  },
  evidence: [anExhibit({ kind: 'goods-photo', shows: ['fault'] })],
  contacts: [aContact({ id: 'C1', at: at(10, 14, 28) })],
})

describe('advise', () => {
  it('answers every part in the zone of Shanghai', () => {
    const advice = advise(fault, knowledge, at(11, 9))
    expect(advice.now).toBe('2026-09-11T09:00:00+08:00')
    expect(advice.calendar).toEqual({
      version: expect.stringMatching(/2026@\d{4}-\d\d-\d\d$/),
      provisionalFrom: '2027-01-01',
    })
    expect(advice.problems).toMatchObject([{ type: 'quality_defect', confirmed: true }])
    for (const part of [
      'evidence',
      'rights',
      'questions',
      'ladder',
      'channels',
      'deadlines',
      'routes',
      'next',
      'warnings',
    ] as const)
      expect(advice[part].length, part).toBeGreaterThan(0)
  })

  it('tells what a problem rests on: met facts of rights that apply, and exhibits', () => {
    const because = advise(fault, knowledge, at(11, 9)).problems[0]?.because
    expect(because).toContain('fault.present')
    expect(because).toContain('E1')
    expect(because).toHaveLength(new Set(because).size)
    const bare = { ...fault, facts: {}, evidence: [] }
    expect(advise(bare, knowledge, at(11, 9)).problems[0]?.because).toEqual(['order.self-operated'])
    const two = {
      ...fault,
      problem: { words: '', types: [...fault.problem.types, { type: 'food_safety', confirmed: true }] },
    }
    expect(advise(two, knowledge, at(11, 9)).problems[1]?.because).not.toContain('fault.present')
  })

  it('speaks the language of the knowledge', () => {
    const chinese = /[\u4e00-\u9fff]/
    const texts = (lang: typeof knowledge) => {
      const { next, channels: doors, routes, deadlines } = advise(fault, lang, at(11, 9))
      return [
        ...next.map((step) => step.why),
        ...doors.map((door) => door.because),
        ...routes.map((way) => way.breakEven),
        ...deadlines.map((clock) => clock.explain.join()),
      ]
    }
    expect(texts(knowledge).every((words) => chinese.test(words))).toBe(true)
    expect(texts(english).filter((words) => chinese.test(words))).toEqual([])
  })

  it('gives no more than three steps, and one for a closed case', () => {
    expect(advise(fault, knowledge, at(11, 9)).next).toHaveLength(3)
    const closed = { ...fault, status: 'closed' as const, closing: { at: at(11, 8), outcome: 'solved' as const } }
    expect(advise(closed, knowledge, at(11, 9)).next).toHaveLength(1)
  })
})

describe('advice on any case', () => {
  const moment = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 })).map(([d, h]) => at(d, h))
  const kind = fc.constantFrom(
    'acknowledged',
    'answered',
    'accepted',
    'refused',
    'mediation-ended',
    'closed',
    'judged' as const,
  )
  const kase = fc
    .record({
      types: fc.subarray(types),
      own: fc.option(fc.boolean()),
      number: fc.option(fc.constant('300123')),
      signed: fc.option(moment),
      cancelled: fc.option(moment),
      filings: fc.array(
        fc.record({
          channel: fc.constantFrom(...channels),
          at: moment,
          replies: fc.array(fc.tuple(kind, moment), { maxLength: 2 }),
          chasedAt: fc.array(moment, { maxLength: 2 }),
        }),
        { maxLength: 4 },
      ),
      contacts: fc.array(fc.tuple(fc.constantFrom(...channels), moment, fc.boolean()), { maxLength: 4 }),
      offers: fc.array(fc.tuple(moment, fc.option(fc.nat(500_000))), { maxLength: 2 }),
      closed: fc.boolean(),
    })
    .map((given): Case => {
      const shop = {
        name: '某店',
        company: '某公司',
        address: '某地',
        ...(given.own === null ? {} : { selfOperated: given.own }),
      }
      return aCase({
        status: given.closed ? 'closed' : 'open',
        order: {
          items: [],
          paidFen: 129_900,
          shop,
          ...(given.number === null ? {} : { number: given.number }),
          ...(given.signed === null ? {} : { signedAt: given.signed }),
          ...(given.cancelled === null ? {} : { cancelledAt: given.cancelled }),
        },
        consumer: { name: '张三', phone: '13800000000', address: '某地' },
        problem: { words: '坏了', types: given.types.map((type) => ({ type, confirmed: true })) },
        filings: given.filings.map((f, i) =>
          aFiling({ ...f, id: `F${i}`, replies: f.replies.map(([k, when]) => aReply(k, when)) }),
        ),
        contacts: given.contacts.map(([channel, when, out], i) =>
          aContact({ id: `C${i}`, channel, at: when, direction: out ? 'out' : 'in' }),
        ),
        offers: given.offers.map(([when, fen], i) =>
          anOffer({ id: `O${i}`, at: when, ...(fen === null ? {} : { fen }) }),
        ),
      })
    })

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(kase, moment, (c, now) => {
        expect(advise(structuredClone(c), knowledge, now)).toEqual(advise(c, knowledge, now))
      }),
      { numRuns: 30 },
    )
  })

  it('never shuts an earlier door without saying so, never advises it, and advises none on a closed case but to reopen it', () => {
    fc.assert(
      fc.property(kase, moment, (c, now) => {
        const { next, channels: doors, deadlines } = advise(c, knowledge, now)
        expect(next.length).toBeLessThanOrEqual(3)
        if (c.status === 'closed') expect(next).toHaveLength(1)
        for (const [rank, { status, closes, because }] of doors.entries()) {
          const lost = doors.filter(({ id }) => closes.includes(id))
          expect(lost.map(({ status: theirs }) => theirs)).not.toContain('closed')
          expect(status === 'would-close' && lost.length === 0).toBe(false)
          const better = doors.slice(0, rank).filter((door) => lost.includes(door))
          const told = better.every(({ id }) => because.includes(`“${knowledge.channels[id]?.title.zh}”`))
          expect(told || status === 'closed' || status === 'not-yet').toBe(true)
        }
        const begun = next.filter((step) => step.do.startsWith('用“'))
        for (const step of begun) expect(doors.find(({ id }) => id === step.with)?.status).toBe('open')
        expect(new Set(deadlines.map(({ id }) => id)).size).toBe(deadlines.length)
        for (const clock of deadlines)
          if (clock.status !== 'done') expect(clock.status === 'overdue').toBe(epochMs(clock.due) < epochMs(now))
      }),
      { numRuns: 60 },
    )
  })

  it('cites nothing that is not in the base', () => {
    fc.assert(
      fc.property(kase, moment, (c, now) => {
        const { deadlines, warnings, rights, ladder } = advise(c, knowledge, now)
        const refs = [...deadlines, ...warnings, ...rights, ...ladder].flatMap(({ cites }) => cites)
        expect([...new Set(refs)].filter((ref) => !findProvision(knowledge, ref))).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

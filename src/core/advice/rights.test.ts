import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case } from '../case/case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type JudgedRight, judgeRights } from './rights.ts'
import { aCase, aLaw, aProvision, aRight, facts, is, now, someKnowledge } from './small-world.fixture.ts'

const withProblems = (...types: string[]): Case =>
  aCase({ problem: { words: '', types: types.map((type, i) => ({ type, confirmed: i === 0 })) } })
const judge = (knowledge: Knowledge, given: Parameters<typeof facts>[0] = {}, kase = withProblems('quality_defect')) =>
  judgeRights({ kase, knowledge, facts: facts(given), now })
const only = (judged: readonly JudgedRight[]) => {
  expect(judged).toHaveLength(1)
  return judged[0]
}

describe('the rights of a case', () => {
  const knowledge = someKnowledge({
    rights: [
      aRight({ id: 'b-more', rung: 4 }),
      aRight({ id: 'c-less', rung: 2, problems: ['quality_defect', 'food_safety'] }),
      aRight({ id: 'a-more', rung: 4 }),
      aRight({ id: 'food', rung: 1, problems: ['food_safety'] }),
      aRight({ id: 'other', problems: ['locker_without_consent'] }),
    ],
  })
  const ids = (...types: string[]) => judge(knowledge, {}, withProblems(...types)).map(({ right }) => right.id)

  it('are those of its problems, the least first, each once', () => {
    expect(ids('quality_defect')).toEqual(['c-less', 'a-more', 'b-more'])
    expect(ids('quality_defect', 'food_safety')).toEqual(['c-less', 'a-more', 'b-more', 'food'])
    expect(ids('food_safety', 'quality_defect')).toEqual(['food', 'c-less', 'a-more', 'b-more'])
  })

  it('are none without a problem, or with one that has none', () => {
    expect(ids()).toEqual([])
    expect(ids('unheard_of')).toEqual([])
  })

  it('come from the knowledge given, not from another', () => {
    const other = someKnowledge({ rights: [aRight({ id: 'changed' })] })
    expect(judge(other).map(({ right }) => right.id)).toEqual(['changed'])
    expect(ids('food_safety')).toEqual(['food', 'c-less'])
  })
})

describe('a right', () => {
  const right = aRight({
    id: 'refund',
    when: { all: [is('fault.present'), is('fault.disclosed', false)] },
    amount: { formula: 'refund-paid' },
  })
  const knowledge = someKnowledge({ rights: [right] })
  const paid = { 'order.paid-fen': 129_900 }

  it('applies, with every reason and its sum', () => {
    expect(judge(knowledge, { 'fault.present': true, 'fault.disclosed': false, ...paid })).toEqual([
      {
        right,
        missing: [],
        sum: expect.objectContaining({ fen: 129_900 }),
        finding: {
          id: 'refund',
          title: 'refund',
          remedy: 'refund',
          status: 'applies',
          reasons: [
            { text: 'fault.present is true', fact: 'fault.present', met: true },
            { text: 'fault.disclosed is false', fact: 'fault.disclosed', met: true },
          ],
          cites: ['cpl#24'],
          amount: { fen: 129_900, steps: [{ text: '订单实付金额：1299.00 元', fen: 129_900 }] },
        },
      },
    ])
  })

  it('does not apply, with every reason and without a sum', () => {
    const judged = only(judge(knowledge, { 'fault.present': false, ...paid }))
    expect(judged?.finding).toEqual({
      id: 'refund',
      title: 'refund',
      remedy: 'refund',
      status: 'does-not-apply',
      reasons: [
        { text: 'fault.present is true', fact: 'fault.present', met: false },
        { text: 'fault.disclosed is false', fact: 'fault.disclosed', met: null },
      ],
      cites: ['cpl#24'],
    })
    expect(judged).not.toHaveProperty('sum')
    expect(judged?.missing).toEqual([])
  })

  it('needs facts, names them, and says what it would bring', () => {
    const judged = only(judge(knowledge, { 'fault.present': true, ...paid }))
    expect(judged?.finding).toMatchObject({ status: 'needs-facts', amount: { fen: 129_900 } })
    expect(judged?.missing).toEqual(['fault.disclosed'])
  })

  it('applies without a sum while facts for the sum are wanting', () => {
    const judged = only(judge(knowledge, { 'fault.present': true, 'fault.disclosed': false }))
    expect(judged?.finding.status).toBe('applies')
    expect(judged?.finding).not.toHaveProperty('amount')
    expect(judged?.sum).toEqual({ missing: ['order.paid-fen'] })
    expect(judged?.missing).toEqual([])
  })

  it('has no sum when it names no formula', () => {
    const judged = only(judge(someKnowledge({ rights: [aRight({ id: 'r' })] }), { 'fault.present': true, ...paid }))
    expect(judged?.finding.status).toBe('applies')
    expect(judged?.finding).not.toHaveProperty('amount')
    expect(judged).not.toHaveProperty('sum')
  })

  it('speaks the language of the knowledge', () => {
    const finding = only(
      judge({ ...knowledge, lang: 'en' }, { 'fault.present': true, 'fault.disclosed': false, ...paid }),
    )?.finding
    expect([finding?.title, finding?.reasons[0]?.text, finding?.amount?.steps[0]?.text]).toEqual([
      'refund (en)',
      'fault.present is true (en)',
      'paid for the order: 1299.00 yuan',
    ])
  })
})

describe('the law of the day', () => {
  const laws = [
    aLaw('old', [aProvision('1', '2020-01-01', '2024-06-30')]),
    aLaw('new', [aProvision('1', '2024-07-01'), aProvision('2', null)]),
  ]
  const statusOn = (day: string | undefined, cites: string[], dayOf = 'order.paid-on', more = {}) => {
    const knowledge = someKnowledge({ laws, rights: [aRight({ id: 'r', cites, dayOf })] })
    const given = { 'fault.present': true, ...(day === undefined ? {} : { [dayOf]: day }), ...more }
    const finding = only(judge(knowledge, given))?.finding
    return [finding?.status, finding?.cites]
  }

  it('counts the provisions in force on the day of payment only', () => {
    expect(statusOn('2024-06-30', ['old#1', 'new#1'])).toEqual(['applies', ['old#1']])
    expect(statusOn('2024-07-01', ['old#1', 'new#1'])).toEqual(['applies', ['new#1']])
  })

  it('leaves a right without any that does not apply', () => {
    expect(statusOn('2024-06-30', ['new#1'])).toEqual(['does-not-apply', ['new#1']])
    expect(statusOn('2024-07-01', ['old#1'])).toEqual(['does-not-apply', ['old#1']])
    expect(statusOn('2026-01-01', ['gone#1'])).toEqual(['does-not-apply', ['gone#1']])
  })

  it('says so beside the other reasons', () => {
    const knowledge = someKnowledge({ laws, rights: [aRight({ id: 'r', cites: ['new#1', 'gone#3'] })] })
    const judged = only(judge(knowledge, { 'order.paid-on': '2024-06-30' }))
    expect(judged?.finding.reasons).toEqual([
      { text: 'fault.present is true', fact: 'fault.present', met: null },
      { text: '所依据的规定在 2024-06-30 没有施行（new#1、gone#3）', met: false },
    ])
    expect(judged?.missing).toEqual([])
    const english = only(judge({ ...knowledge, lang: 'en' }, { 'order.paid-on': '2024-06-30' }))
    expect(english?.finding.reasons[1]?.text).toBe(
      'none of the provisions it rests on was in force on 2024-06-30 (new#1, gone#3)',
    )
  })

  it('is that of the day the right names, then of payment, then of today', () => {
    expect(statusOn('2024-06-30', ['new#1'], 'return.requested-on', { 'order.paid-on': '2024-07-01' })[0]).toBe(
      'does-not-apply',
    )
    expect(statusOn(undefined, ['new#1'], 'return.requested-on', { 'order.paid-on': '2024-06-30' })[0]).toBe(
      'does-not-apply',
    )
    expect(statusOn('some day', ['new#1'], 'return.requested-on', { 'order.paid-on': '2024-06-30' })[0]).toBe(
      'does-not-apply',
    )
    expect(statusOn(undefined, ['new#1'])[0]).toBe('applies')
    expect(statusOn(undefined, ['old#1'])[0]).toBe('does-not-apply')
  })

  it('today is the day in Shanghai', () => {
    const knowledge = someKnowledge({ laws, rights: [aRight({ id: 'r', cites: ['new#1'] })] })
    const at = (instant: string) =>
      judgeRights({
        kase: withProblems('quality_defect'),
        knowledge,
        facts: facts({ 'fault.present': true }),
        now: instant,
      })
    expect(at('2024-06-30T15:59:59Z')[0]?.finding.status).toBe('does-not-apply')
    expect(at('2024-06-30T16:00:00Z')[0]?.finding.status).toBe('applies')
  })
})

describe('laws of judging', () => {
  it('needs-facts means open facts are named, and judging twice gives the same', () => {
    const knowledge = someKnowledge({
      rights: [
        aRight({ id: 'a', when: { any: [is('x.a'), is('x.b')] } }),
        aRight({ id: 'b', when: { not: is('x.b') } }),
      ],
    })
    const given = fc.record({ 'x.a': fc.boolean(), 'x.b': fc.boolean() }, { requiredKeys: [] })
    fc.assert(
      fc.property(given, (values) => {
        const judged = judge(knowledge, values)
        expect(judge(knowledge, values)).toEqual(judged)
        for (const { finding, missing } of judged) expect(finding.status === 'needs-facts').toBe(missing.length > 0)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { Right } from '../knowledge/right.ts'
import { demandLadder } from './ladder.ts'
import { judgeRights } from './rights.ts'
import { aCase, aRight, facts, is, now, someKnowledge, text } from './small-world.fixture.ts'

type Given = Parameters<typeof facts>[0]

function ladder(rights: readonly Right[], given: Given = {}, lang: 'zh-CN' | 'en' = 'zh-CN') {
  const knowledge = someKnowledge({ rights, lang })
  const kase = aCase({ problem: { words: '', types: [{ type: 'quality_defect', confirmed: true }] } })
  const table = facts({ 'fault.present': true, 'order.shipping-fen': 0, ...given })
  return demandLadder(judgeRights({ kase, knowledge, facts: table, now }), { facts: table, knowledge })
}
const demands = (...given: Parameters<typeof ladder>) => ladder(...given).map(({ rung, demand }) => [rung, demand])
const refund = { amount: { formula: 'refund-paid' }, rung: 4 }
const paid = { 'order.paid-fen': 129_900 }

describe('the ladder', () => {
  it('has a rung for each right that applies, and none for the others', () => {
    const rights = [
      aRight({ id: 'a' }),
      aRight({ id: 'b', when: is('x.open') }),
      aRight({ id: 'c', when: is('fault.present', false) }),
    ]
    expect(ladder(rights)).toEqual([{ rung: 1, demand: 'do a', cites: ['cpl#24'], standing: 'law' }])
  })

  it('climbs by rung, then by sum, then by name', () => {
    const rights = [
      aRight({ id: 'd', rung: 3, amount: { formula: 'proved-damages' } }),
      aRight({ id: 'e', rung: 3 }),
      aRight({ id: 'b', rung: 3, amount: { formula: 'return-shipping' } }),
      aRight({ id: 'c', rung: 2 }),
      aRight({ id: 'a', rung: 3, amount: { formula: 'return-shipping' } }),
    ]
    const order = ladder(rights, { 'loss.proved-fen': 900, 'return.shipping-paid-fen': 800 }).map(
      ({ demand }) => demand,
    )
    expect(order).toEqual(['do c', 'do e', 'do a', 'do b', 'do d'])
  })

  it('fills in the sum in yuan, wherever the demand has it', () => {
    const demand = { zh: '退还 {amount} 元，即 {amount} 元', en: 'refund {amount} yuan' }
    const [, rung] = ladder([aRight({ id: 'a', ...refund, demand })], paid)
    expect(rung).toEqual({
      rung: 4,
      demand: '退还 1299.00 元，即 1299.00 元',
      fen: 129_900,
      cites: ['cpl#24'],
      standing: 'law',
    })
    expect(ladder([aRight({ id: 'a', ...refund, demand })], paid, 'en')[1]?.demand).toBe('refund 1299.00 yuan')
  })

  it('leaves a blank for a sum that is not known yet', () => {
    const rungs = ladder([aRight({ id: 'a', ...refund, demand: text('退还 {amount} 元') })])
    expect(rungs).toEqual([{ rung: 4, demand: '退还 ____ 元', cites: ['cpl#24'], standing: 'law' }])
  })

  it('has no rung for a sum of nothing', () => {
    const shipping = aRight({ id: 'a', amount: { formula: 'return-shipping' } })
    expect(demands([shipping], { 'return.shipping-paid-fen': 0 })).toEqual([])
    expect(demands([shipping], { 'return.shipping-paid-fen': 1 })).toEqual([[1, 'do a']])
  })

  it('shows the standing of each rung', () => {
    const rights = [aRight({ id: 'a', standing: 'platform' }), aRight({ id: 'b', standing: 'guide' })]
    expect(ladder(rights).map(({ standing }) => standing)).toEqual(['platform', 'guide'])
  })
})

describe('demands that exclude each other', () => {
  const exchange = aRight({ id: 'exchange', rung: 2, excludes: ['refund', 'repair'] })
  const refunds = aRight({ id: 'refund', rung: 4 })
  const repair = aRight({ id: 'repair', rung: 1 })

  it('both say so, and which comes first', () => {
    expect(demands([exchange, refunds])).toEqual([
      [2, 'do exchange（与“refund”只能选其一，金额不相加；先提“refund”）'],
      [4, 'do refund（与“exchange”只能选其一，金额不相加；先提本项）'],
    ])
    expect(demands([exchange, refunds], {}, 'en')).toEqual([
      [2, 'do exchange (en) (instead of “refund (en)”, never added to it; put “refund (en)” first)'],
      [4, 'do refund (en) (instead of “exchange (en)”, never added to it; put this one first)'],
    ])
  })

  it('name all rivals, in both languages', () => {
    expect(demands([exchange, refunds, repair])[1]).toEqual([
      2,
      'do exchange（与“repair”“refund”只能选其一，金额不相加；先提“refund”）',
    ])
    expect(demands([exchange, refunds, repair], {}, 'en')[1]?.[1]).toContain('instead of “repair (en)”, “refund (en)”,')
  })

  it('are silent about rights that do not apply', () => {
    expect(demands([exchange, { ...refunds, when: is('x.open') }])).toEqual([[2, 'do exchange']])
  })

  it('are ranked by name where rung and sum are the same', () => {
    const twins = [aRight({ id: 'a' }), aRight({ id: 'b', excludes: ['a'] })]
    expect(demands(twins).map(([, demand]) => demand)).toEqual([
      'do a（与“b”只能选其一，金额不相加；先提“b”）',
      'do b（与“a”只能选其一，金额不相加；先提本项）',
    ])
  })

  it('are ranked by sum on the same rung', () => {
    const small = aRight({ id: 'a', rung: 4, amount: { formula: 'return-shipping' } })
    const large = aRight({ id: 'b', rung: 4, amount: { formula: 'proved-damages' }, excludes: ['a'] })
    const given = { 'return.shipping-paid-fen': 1, 'loss.proved-fen': 2 }
    expect(demands([small, large], given).map(([, demand]) => demand)).toEqual([
      'do a（与“b”只能选其一，金额不相加；先提“b”）',
      'do b（与“a”只能选其一，金额不相加；先提本项）',
    ])
  })
})

describe('the rule of thumb', () => {
  const threefold = aRight({ id: 'threefold', rung: 6, amount: { formula: 'added-damages-fraud' } })

  it('stands beside as rung 0, asks for nothing and rests on no law', () => {
    expect(ladder([aRight({ id: 'a', ...refund }), threefold], paid)[0]).toEqual({
      rung: 0,
      demand:
        '仅供对照：维权指南的经验是，金额超过实付价 30%（即 389.70 元）的要求较少被接受；而法律给出的最高一项是“threefold”3897.00 元。这条经验没有法律依据，不降低任何一项请求。',
      cites: [],
      standing: 'heuristic',
    })
    expect(ladder([threefold], paid, 'en')[0]?.demand).toBe(
      'For comparison only: the guide finds that sums above 30 % of the price paid (389.70 yuan) are taken up less often; the most the law gives is “threefold (en)”, 3897.00 yuan. This rule of thumb has no basis in law and lowers no claim.',
    )
  })

  it('cuts to whole fen', () => {
    expect(ladder([threefold], { 'order.paid-fen': 999 })[0]?.demand).toContain('（即 2.99 元）')
  })

  it('lowers no sum', () => {
    const rights = [aRight({ id: 'a', ...refund }), threefold]
    expect(ladder(rights, paid).map(({ fen }) => fen)).toEqual([undefined, 129_900, 389_700])
  })

  it('names the highest sum of the law, not of a platform rule, whatever the rung', () => {
    const platform = aRight({ id: 'p', rung: 8, standing: 'platform', amount: { formula: 'promise-multiple' } })
    const low = aRight({ id: 'low', rung: 9, amount: { formula: 'return-shipping' } })
    const given = { ...paid, 'promise.multiple': 10, 'return.shipping-paid-fen': 1 }
    expect(ladder([threefold, platform, low], given)[0]?.demand).toContain('“threefold”3897.00 元')
    expect(ladder([platform], given).map(({ rung }) => rung)).toEqual([8])
  })

  it('is silent without a price, a sum or a right', () => {
    expect(ladder([aRight({ id: 'a' })], paid).map(({ rung }) => rung)).toEqual([1])
    const shipping = aRight({ id: 'a', amount: { formula: 'return-shipping' } })
    expect(ladder([shipping], { 'return.shipping-paid-fen': 800 }).map(({ rung }) => rung)).toEqual([1])
    expect(ladder([], paid)).toEqual([])
  })
})

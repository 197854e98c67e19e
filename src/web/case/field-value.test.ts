import { describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { emptyCase } from '../../core/case/fold.ts'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import { demandWords } from './demand-words.ts'
import { fieldValue } from './field-value.ts'

const kase: Case = {
  ...emptyCase,
  consumer: { name: '张三', phone: '138-0000-0000', address: '某市' },
  problem: { words: '坏了', types: [] },
  order: {
    items: [],
    number: '1',
    paidFen: 129_900,
    placedAt: '2026-11-10T16:30:00Z',
    carrier: '示例快递',
    waybill: 'SL1',
    shop: { name: '示例店', company: '示例公司', address: '某路' },
    invoice: { number: '001' },
  },
}

describe('what is written into the fields of a form', () => {
  it('is known for every path of the case that a channel names', () => {
    const named = Object.values(knowledge.channels).flatMap(({ fields }) => fields.flatMap(({ from }) => from ?? []))
    const papers = Object.keys(knowledge.letters)
    const paths = named.filter((from) => from !== 'exhibits' && !papers.includes(from))
    expect(paths.filter((from) => fieldValue(from, kase) === undefined)).toEqual([])
  })

  it('is yuan and a day of Shanghai, and nothing where the case has nothing', () => {
    expect(fieldValue('order.paid-fen', kase)).toBe('1299.00')
    expect(fieldValue('order.placed-on', kase)).toBe('2026-11-11')
    expect(fieldValue('order.number', emptyCase)).toBeUndefined()
    expect(fieldValue('problem.words', emptyCase)).toBeUndefined()
  })
})

describe('the words of a demand', () => {
  it('leave out what the ladder says of other rungs', () => {
    const rung = '解除合同，退还已付价款 1299.00 元，商品退回（与“更换”“免费修理”只能选其一，金额不相加；先提本项）'
    expect(demandWords(rung)).toBe('解除合同，退还已付价款 1299.00 元，商品退回')
    expect(demandWords('Refund 60.00 yuan (instead of “Repair”, never added to it; put this one first)')).toBe(
      'Refund 60.00 yuan',
    )
    expect(demandWords('赔偿其他损失（检测费）60.00 元')).toBe('赔偿其他损失（检测费）60.00 元')
  })
})

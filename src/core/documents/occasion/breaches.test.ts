import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import type { FactScalar } from '../../values/fact-scalar.ts'
import { dayOf } from '../../values/instant.ts'
import { breachesOf } from './breaches.ts'

const reported = (facts: Readonly<Record<string, FactScalar>>, today = '2026-11-20') => {
  const table = { 'time.today': today, 'order.paid-on': '2026-10-01', ...facts }
  const known = Object.entries(table).map(([id, value]) => [id, { status: 'known', value, by: [] }] as const)
  const day = dayOf(`${today}T04:00:00Z`)
  return breachesOf({ knowledge, today: day, facts: Object.fromEntries(known) }).map(
    ({ does, cites }) => `${does} ${cites.join(' ')}`,
  )
}

describe('what can be reported', () => {
  it('is nothing of a mere fault, nor of what is not known', () => {
    expect(reported({ 'fault.present': true, 'right.fault-refund-within-7-days': true })).toEqual([])
    expect(reported({})).toEqual([])
  })

  it('is fake goods and untrue words', () => {
    expect(reported({ 'goods.counterfeit': true, 'fraud.false-statement': true })).toEqual([
      '销售假冒商品 cim#5 pql#39',
      '对商品作不真实或者引人误解的说明 cim#6 cpl#20',
    ])
  })

  it.each([
    ['spoiled', '经营法律禁止经营的食品 fsl#34'],
    ['label-missing', '经营标签缺少法定事项的预包装食品 fsl#67'],
    ['label-misleading', '经营标签内容虚假或者不清晰的食品 fsl#71'],
  ])('is food: %s', (problem, breach) => {
    expect(reported({ 'food.problem': problem })).toEqual([breach])
    expect(reported({ 'food.problem': 'below-promise' })).toEqual([])
  })

  it('is an unfounded refusal of a return without a reason, by the verdict on that right', () => {
    expect(reported({ 'right.no-reason-refusal-unfounded': true })).toEqual([
      '对七日无理由退货故意拖延或者无理拒绝 cim#9 nrr#31',
    ])
    expect(reported({ 'right.no-reason-refusal-unfounded': false })).toEqual([])
  })

  it('is a demand about quality only when more than fifteen days have gone by', () => {
    const asked = { 'right.fault-refund-by-agreement': true, 'return.requested-on': '2026-11-05' }
    expect(reported(asked, '2026-11-20')).toEqual([])
    expect(reported(asked, '2026-11-21')).toEqual(['对质量问题的退货要求超过十五日拒不履行 cim#8 cpl#56'])
  })

  it('is a refund agreed and more than fifteen days late, or paid in advance and refused', () => {
    const agreed = {
      'refund.answer': 'agreed-in-writing',
      'refund.received': false,
      'refund.promised-by': '2026-11-05',
    }
    expect(reported(agreed, '2026-11-20')).toEqual([])
    expect(reported(agreed, '2026-11-21')).toEqual(['约定的退款期满后超过十五日不退款 cim#8'])
    const prepaid = { 'right.prepaid-refund': true, 'refund.day-agreed': false, 'refund.demanded-on': '2026-11-05' }
    const breach = '预收价款不按约定提供商品，对合理的退款要求故意拖延或者无理拒绝 cim#10 cpl#53'
    expect(reported({ ...prepaid, 'refund.answer': 'no-answer' }, '2026-11-20')).toEqual([])
    expect(reported({ ...prepaid, 'refund.answer': 'no-answer' }, '2026-11-21')).toEqual([breach])
    expect(reported({ ...prepaid, 'refund.answer': 'refused' }, '2026-11-06')).toEqual([breach])
  })

  it.each([
    ['standard-term-void', '用格式条款作对消费者不公平、不合理的规定 cim#12 cpl#26'],
    ['price-protection-kept', '没有正当理由拒绝履行价格承诺 mpr#19 cplr#12'],
    ['price-promise-drop', '没有正当理由拒绝履行价格承诺 mpr#19 cplr#12'],
  ])('is what the right %s rests on', (right, breach) => {
    expect(reported({ [`right.${right}`]: true })).toEqual([breach])
    expect(reported({ [`right.${right}`]: false })).toEqual([])
  })

  it('cites only what was in force on the day of the act', () => {
    const old = { 'goods.counterfeit': true, 'order.paid-on': '2015-03-14' }
    expect(reported(old)).toEqual(['销售假冒商品 pql#39'])
  })

  it.each([
    [{ 'defect.dangerous': true }, '销售不符合保障人身、财产安全要求的商品 cim#5'],
    [{ 'renewal.notice': 'start-only' }, '自动续费没有显著提醒 cplr#10 otm#18'],
    [{ 'renewal.preticked': true }, '把搭售的商品、服务设为默认同意 ecl#19 otm#17'],
    [{ 'privacy.breach': 'leaked', 'privacy.who': 'seller' }, '泄露、非法向他人提供消费者个人信息 cpl#29'],
  ] as const)('is told by the facts: %j', (facts, words) => {
    expect(reported(facts)).toEqual([words])
  })

  it('is not the shop’s where somebody else did it', () => {
    expect(reported({ 'privacy.breach': 'leaked', 'privacy.who': 'carrier' })).toEqual([])
    const unheard = { 'right.complaint-handled': true }
    expect(reported({ ...unheard, 'order.self-operated': false })).toEqual([])
    expect(reported({ ...unheard, 'order.self-operated': true })).toHaveLength(1)
  })

  it.each([
    ['bait', '价格欺诈 mpr#19 prl#14'],
    ['raised-then-cut', '先提高标价再打折 mpr#17 prl#14'],
    ['rules-differ', '网页标价、促销规则与实际不一致 mpr#20 prl#14'],
    ['extra-charge', '在标价之外加收费用 mpr#8 prl#13'],
  ])('is a price: %s', (breach, words) => {
    expect(reported({ 'price.breach': breach, 'price.harmless': false })).toEqual([words])
  })
})

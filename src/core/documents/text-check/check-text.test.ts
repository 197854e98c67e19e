import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { advise } from '../../advice/advise.ts'
import type { Case } from '../../case/case.ts'
import type { LintMode } from '../../lint/finding.ts'
import { sampleCase } from '../sample-case.fixture.ts'
import { checkText } from './check-text.ts'

const now = '2026-03-25T02:00:00Z'
const sample = sampleCase()

function look(text: string, { kase = sample, mode = 'letter' }: { kase?: Case; mode?: LintMode } = {}) {
  return checkText(text, mode, { kase, advice: advise(kase, knowledge, now), knowledge, now })
}
const rules = (text: string, kase?: Case) =>
  look(text, kase ? { kase } : {}).flatMap(({ rule, kind }) => (kind === 'consistency' ? rule : []))
const lacking = (text: string) =>
  look(text).flatMap(({ rule, kind, severity }) => (kind === 'completeness' ? `${rule} ${severity}` : []))

const letter = `订单编号：290000000001；店铺：晨星数码旗舰店。
手机有质量问题，本人先后联系客服4次（见图1）。
请求：依据《消费者权益保护法》第二十四条退货退款。
姓名：${sample.consumer.name}；电话：${sample.consumer.phone}。下单时间：2026年3月1日。`

describe('checkText: what does not fit the case', () => {
  it.each([
    ['订单编号：290000000002', ['order-number-differs']],
    ['订单编号：2900 0000 0001'.replaceAll(' ', ''), []],
    ['实付款：1299.00元', []],
    ['实付1399元', ['paid-differs']],
    ['投诉人：李四四', ['name-differs']],
    [`投诉人：${sample.consumer.name}先生`, []],
    ['被投诉人：北京晨星数码有限公司', []],
    ['店铺：“晨光数码专营店”', ['shop-differs']],
    ['店铺：“晨星数码旗舰店”', []],
    ['联系电话：139-0000-0001', ['phone-differs']],
    ['店铺：京东晨星数码旗舰店', []],
    ['先后联系客服4次', []],
    ['先后联系客服十次', ['contacts-differ']],
    ['先后联系客服三四次', []],
    ['先后联系客服十七八次', ['contacts-differ']],
    ['至今已有9次沟通', ['contacts-differ']],
    ['打了30次电话没人管', ['contacts-differ']],
    ['详见图99', ['no-such-exhibit']],
    ['见证据1、证据九十九', ['no-such-exhibit']],
    ['如图所示，图中可见', []],
    ['附件2份', []],
  ])('%s: %j', (text, expected) => {
    expect(rules(text)).toEqual(expected)
  })

  it('holds whole dates that a label says are of the order against it, and leaves days told in passing', () => {
    const placed = { ...sample, order: { ...sample.order, placedAt: '2026-03-01T02:00:00Z' } }
    expect(rules('下单时间：2026年3月1日', placed)).toEqual([])
    expect(rules('下单时间：2026年3月11日', placed)).toEqual(['day-differs'])
    expect(rules('放了三天，今天才发现', placed)).toEqual([])
  })

  it('says that an exhibit does not show what the sentence calls it up for, and which does', () => {
    const [order, other] = [
      { id: 'e1', kind: 'order-page', title: '订单页截图' },
      { id: 'e2', kind: 'chat', title: '聊天截图' },
    ].map((exhibit) => ({ file: '', sha256: '', bytes: 0, shows: [], addedAt: now, ...exhibit }))
    const kase = { ...sample, evidence: [order, other] } as Case
    const [finding] = look('订单编号：290000000001（见图2）', { kase }).filter(
      ({ rule }) => rule === 'exhibit-shows-other',
    )
    expect(finding).toMatchObject({ severity: 'advice', suggestion: { zh: '改引图1' } })
    expect(rules('订单编号：290000000001（见图1、图2）', kase)).toEqual([])
    expect(rules('订单编号：290000000001，屏幕一直闪（见图2）', kase)).toEqual([])
  })

  it('advises on a demand above everything that a formula gives', () => {
    expect(rules('要求赔偿50000元')).toContain('sum-above-formula')
    expect(rules('要求退还1299元')).toEqual([])
  })

  it('gives places in code points', () => {
    const [finding] = look('😀订单编号：290000000002', { mode: 'public' }).filter(({ kind }) => kind === 'consistency')
    expect(finding).toMatchObject({ start: 6, end: 18 })
  })
})

describe('checkText: what a letter lacks', () => {
  it('finds a whole letter whole', () => {
    expect(lacking(letter)).toEqual([])
  })

  it.each([
    [/订单编号：290000000001；/, 'lacks-order error'],
    [/请求：.*/, 'lacks-demand error'],
    [/电话：.*?。/, 'lacks-reach advice'],
    [/手机有质量问题，/, 'lacks-trouble advice'],
    [/下单时间：.*?。/, 'lacks-day advice'],
    [/依据.*?条/, 'lacks-ground advice'],
    [/（见图1）/, 'lacks-exhibits advice'],
  ])('misses %s', (part, rule) => {
    expect(lacking(letter.replace(part, ''))).toContain(rule)
  })

  it('asks a complaint to the authority for the three things of its rule', () => {
    expect(lacking('被投诉人：某某。请求退款。')).toEqual(
      expect.arrayContaining([
        'lacks-name error',
        'lacks-reach error',
        'lacks-address error',
        'lacks-respondent error',
        'lacks-respondent-address error',
      ]),
    )
    const whole = `投诉人：${sample.consumer.name}，电话：138-0000-0000，通讯地址：北京市示例路2号。
被投诉人：北京晨星数码有限公司，地址：北京市海淀区示例路1号。手机有故障，请求退款。订单编号：290000000001`
    expect(lacking(whole)).toEqual([])
  })

  it.each([
    ['trouble', '10月26日起屏幕闪烁'],
    ['trouble', '洗衣机不转了'],
    ['demand', '请于2026年11月30日前把1299元货款退还'],
    ['demand', '现依据消法第二十四条退货退款'],
    ['demand', '希望贵店尽快换一台'],
  ])('sees the %s in: %s', (part, words) => {
    expect(lacking(words)).not.toContain(`lacks-${part} ${part === 'demand' ? 'error' : 'advice'}`)
  })

  it('sees no demand where the other side is told of', () => {
    expect(lacking('客服说等专员，一直没人联系。')).toContain('lacks-demand error')
  })

  it('knows a complaint to the authority by other labels, with or without colons', () => {
    const text = `投诉者姓名 ${sample.consumer.name} 电话 13800000000 住址 北京市示例路2号
被投诉单位 北京晨星数码有限公司 地址 北京市海淀区示例路1号
要求 退货退款，手机有故障，订单编号290000000001`
    expect(lacking(text)).toEqual([])
  })

  it('asks nothing of a post or of words for the telephone', () => {
    for (const mode of ['public', 'call'] as const)
      expect(look('手机坏了', { mode }).filter(({ kind }) => kind === 'completeness')).toEqual([])
  })
})

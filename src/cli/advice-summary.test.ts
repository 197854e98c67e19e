import { describe, expect, it } from 'vitest'
import type { Advice } from '../core/advice/advice.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { parseKnowledge } from '../core/knowledge/parse.ts'
import { adviceSummary } from './advice-summary.ts'

const law = `
id: cpl
title: 中华人民共和国消费者权益保护法
short: [消法]
standing: law
status: in-force
provisions:
  - { key: '25', articles: ['25'], title: 无理由退货, grants: 七日可退, from: 2014-03-15, to: null, grade: A, seen-in: [S1], checked-on: 2026-07-17 }
`
const knowledge: Knowledge = parseKnowledge(new Map([['laws/cpl.yaml', law]]), 'v', 'zh-CN').knowledge

const empty: Advice = {
  now: '2026-09-20T10:00:00+08:00',
  calendar: { version: '2026', provisionalFrom: '2027-01-01' },
  problems: [],
  evidence: [],
  rights: [],
  questions: [],
  ladder: [],
  channels: [],
  offers: [],
  deadlines: [],
  routes: [],
  next: [],
  warnings: [],
}
const clock: Advice['deadlines'][number] = {
  id: 'return',
  who: 'consumer',
  what: '提出退货',
  due: '2027-01-04T23:59:59+08:00',
  provisional: true,
  status: 'running',
  startedBy: '签收',
  explain: [],
  cites: ['cpl#25'],
  standing: 'law',
}
const advice: Advice = {
  ...empty,
  problems: [{ type: 'quality_defect', confirmed: true, because: [] }],
  next: [{ do: '写信给商家', why: '期限快到了', by: clock.due, with: 'seller' }],
  deadlines: [clock, { ...clock, id: 'done', what: '已经办过的事', status: 'done' }],
  rights: [
    { id: 'a', title: '退货', status: 'applies', reasons: [], cites: ['cpl#25'] },
    { id: 'b', title: '换货', status: 'needs-facts', reasons: [{ text: '有故障', met: null }], cites: [] },
    { id: 'c', title: '三倍赔偿', status: 'does-not-apply', reasons: [], cites: [] },
  ],
  ladder: [
    { rung: 1, demand: '退款', fen: 129900, cites: ['cpl#25'], standing: 'law' },
    { rung: 2, demand: '退款 1299.00 元', fen: 129900, cites: [], standing: 'platform' },
  ],
  questions: [{ fact: 'fault.found', ask: '有故障吗？', why: ['b'] }],
  offers: [
    {
      id: 'O1',
      received: clock.due,
      answerBy: clock.due,
      waives: ['删评'],
      options: ['accept', 'counter', 'decline'],
      compared: [1],
    },
    { id: 'O2', received: clock.due, answerBy: clock.due, waives: [], options: [], compared: [] },
  ],
  routes: [
    {
      id: 'court',
      cost: { fenFrom: 2500, fenTo: 5000 },
      time: '三个月',
      needs: ['起诉状'],
      breakEven: '值',
      notes: [],
    },
    { id: 'arbitration', cost: null, time: '看规则', needs: ['协议'], breakEven: '先问', notes: [] },
  ],
  channels: [{ id: 'seller', status: 'would-close', because: '先找商家', closes: ['court'] }],
  evidence: [{ need: 'fault', status: 'missing', by: [], why: '没有照片', how: '拍下来' }],
  warnings: [{ rule: 'w', text: '不要删聊天记录', cites: [] }],
}

describe('the summary of advice', () => {
  it('opens with the next step, its reason, its latest moment and its door', () => {
    const text = adviceSummary(advice, knowledge, 'zh-CN')
    const [head, next] = text.split('\n\n')
    expect(head).toContain('截至 2026-09-20 10:00（北京时间）')
    expect(next).toBe('下一步\n1. 写信给商家\n   为什么：期限快到了\n   最晚：2027-01-04 23:59（暂定）\n   用：seller')
  })

  it('names provisions as readers know them and marks what is not law', () => {
    const text = adviceSummary(advice, knowledge, 'zh-CN')
    expect(text).toContain('【进行中】2027-01-04 23:59（暂定） 您 提出退货（依据：消法第25条）')
    expect(text).toContain('2. 退款 1299.00 元 [平台规则]\n')
    expect(text).toContain('1. 退款 ¥1299.00（依据：消法第25条）')
  })

  it('says what is missing, what an offer gives up and what a door shuts', () => {
    const text = adviceSummary(advice, knowledge, 'zh-CN')
    for (const words of [
      '【缺】没有照片\n   怎么办：拍下来',
      '【还差事实】换货',
      '接受就要放弃：删评',
      '金额不及：退款',
      '用了就关闭：court',
      '费用（元）：25.00—50.00',
      '- arbitration\n   费用（元）：没有数\n   时间：看规则',
      '决定：换货',
      '- 不要删聊天记录',
    ])
      expect(text).toContain(words)
  })

  it('asks the most decisive questions and counts the others', () => {
    const many = Array.from({ length: 8 }, (_, i) => ({ fact: `f${i}`, ask: `问题${i}？`, why: ['b'] }))
    const text = adviceSummary({ ...advice, questions: many }, knowledge, 'zh-CN')
    expect(text).toContain('5. 问题4？')
    expect(text).not.toContain('问题5？')
    expect(text).toContain('另有 3 个问题')
  })

  it('leaves out what is over or does not apply', () => {
    const text = adviceSummary(advice, knowledge, 'zh-CN')
    for (const words of ['已经办过的事', '三倍赔偿', 'O2']) expect(text).not.toContain(words)
  })

  it('has no empty heading', () => {
    expect(adviceSummary(empty, knowledge, 'zh-CN').trim().split('\n\n')).toEqual([
      expect.stringContaining('截至'),
      '下一步\n目前没有要做的事。',
    ])
  })

  it('has its own words in English too', () => {
    const text = adviceSummary(
      { ...empty, deadlines: [{ ...clock, what: 'ask for the return', cites: [] }] },
      knowledge,
      'en',
    )
    expect(text).toContain('- [running] 2027-01-04 23:59 (provisional) you ask for the return')
    expect(text).not.toMatch(/[一-龥]/)
  })
})

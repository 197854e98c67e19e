import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { readChatText } from './chat-text.ts'

const now = '2026-03-08T02:21:00Z'
const said = (text: string) =>
  readChatText(text, { knowledge, now })?.lines.map(({ speaker, name, at, text: words }) => [speaker, name, at, words])

describe('a pasted chat', () => {
  it('is read with names and times in a line of their own', () => {
    expect(said('张三 2026/3/5 14:28:09\n什么时候发货？\n客服小京 2026/3/5 14:29:00\n亲，明天发\n请耐心等待')).toEqual([
      ['self', '张三', '2026-03-05T14:28:09+08:00', '什么时候发货？'],
      ['other', '客服小京', '2026-03-05T14:29:00+08:00', '亲，明天发\n请耐心等待'],
    ])
  })

  it.each([
    ['[2026-03-05 14:28] 客服: 您好\n[2026-03-05 14:30] 我: 你好，在吗', 'brackets'],
    ['客服 2026-03-05 14:28\n您好\n我 2026-03-05 14:30\n你好，在吗', 'a line above'],
    ['客服(2026-03-05 14:28)\n您好\n我(2026-03-05 14:30)\n你好，在吗', 'brackets behind the name'],
    ['客服\n2026-03-05 14:28\n您好\n我\n2026-03-05 14:30\n你好，在吗', 'two lines above'],
    ['2026-03-05 14:28\n客服: 您好\n2026-03-05 14:30\n我: 你好，在吗', 'a time between'],
  ])('is read from %j', (text) => {
    expect(said(text)).toEqual([
      ['other', '客服', '2026-03-05T14:28:00+08:00', '您好'],
      ['self', '我', '2026-03-05T14:30:00+08:00', '你好，在吗'],
    ])
  })

  it('is read without times too', () => {
    expect(said('张三：\n什么时候发货\n\n示例专营店客服：\n明天')).toEqual([
      ['self', '张三', undefined, '什么时候发货'],
      ['other', '示例专营店客服', undefined, '明天'],
    ])
  })

  it('says who speaks only where something tells', () => {
    expect(said('张三 14:28\n在吗\n李四 14:29\n在')?.map(([who]) => who)).toEqual(['unknown', 'unknown'])
  })

  it('infers a day that was not written, and says so', () => {
    const [line] = readChatText('我 昨天 14:28\n在吗\n客服 10:21\n在', { knowledge, now })?.lines ?? []
    expect([line?.at, line?.inferred]).toEqual(['2026-03-07T14:28:00+08:00', ['relative-day']])
  })

  it('is none where labels or a parcel’s track stand in the same shape', () => {
    expect(said('订单编号：300012345678\n下单时间：2026-03-05 14:28:09\n实付款：¥12')).toBeUndefined()
    expect(said('订单编号：\n300012345678\n下单时间：\n2026-03-05 14:28:09')).toBeUndefined()
    expect(said('2026-03-05 14:28:09\n已签收\n2026-03-04 10:00:00\n派送中')).toBeUndefined()
  })
})

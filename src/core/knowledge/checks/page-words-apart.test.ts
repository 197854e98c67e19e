import { describe, expect, it } from 'vitest'
import { smallBase } from '../base.fixture.ts'
import { checkKnowledge } from '../check-all.ts'

const words = (id: string, rest: string) => `id: ${id}\n${rest}\nsource: [own]\nchecked-on: 2026-11-26\n`
const found = (...texts: readonly string[]) =>
  checkKnowledge(
    smallBase(Object.fromEntries(texts.map((text) => [`page-words/${/id: (\S+)/.exec(text)?.[1]}.yaml`, text]))),
  ).map(({ rule }) => rule)
const order = '{ field: orderNumber, say: [订单号], why: 订单页上的 }'

describe('words on pages that are not apart', () => {
  it('are not found where each means one thing', () => {
    expect(found(words('pages', `labels: [${order}, { field: paidAt, say: [支付时间], why: 付款的时刻 }]`))).toEqual([])
  })

  it('are a label with two meanings', () => {
    expect(found(words('pages', `labels: [${order}, { field: other, say: [订单号], why: 账单上的号 }]`))).toEqual([
      'page-words-apart',
      'page-words-apart',
    ])
  })

  it('may mean two things on two kinds of pages', () => {
    expect(
      found(words('pages', `labels: [${order}, { field: other, say: [订单号], on: [payment], why: 账单上的号 }]`)),
    ).toEqual([])
    const both =
      '{ field: paidAt, say: [创建时间], on: [payment], why: 账单上的 }, { field: placedAt, say: [创建时间], on: [payment], why: 账单上的 }'
    expect(found(words('pages', `labels: [${both}]`))).toHaveLength(2)
  })

  it('are a set that two files give', () => {
    const set = 'sets: { marks: { words: [已读], why: 消息旁的状态 } }'
    expect(found(words('pages', set), words('again', set))).toEqual(['page-words-apart', 'page-words-apart'])
  })
})

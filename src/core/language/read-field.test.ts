import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import type { ReadField } from './read-field.ts'
import { readWords } from './read-words.ts'

const now = '2026-11-20T02:00:00Z'
const told = (text: string, at: string | undefined = now) =>
  readWords(text, knowledge, at)
    .fields.filter(({ field }) => field !== 'category')
    .map((field) => `${nameOf(field)} ${field.value}`)
const nameOf = (field: ReadField) => ('role' in field ? field.role : field.field)

describe('fields in words', () => {
  it('reads the text of an order page', () => {
    const page = `订单编号：290000000001
店铺：示例数码专营店
商品：示例牌运动手表 黑色
商品总额：￥1,399.00
运费：¥6.00
实付款：￥1,299.00
下单时间：2026-09-01 20:15:33
付款时间：2026-09-01 20:16:02
发货时间：2026-09-02 09:00
签收时间：2026年9月4日 14:28
运单号：JDVB00012345678`
    expect(told(page)).toEqual([
      'order-number 290000000001',
      'shop 示例数码专营店',
      'item 示例牌运动手表 黑色',
      'listed 139900',
      'freight 600',
      'paid 129900',
      'ordered 2026-09-01T12:15:33Z',
      'paid 2026-09-01T12:16:02Z',
      'shipped 2026-09-02T01:00:00Z',
      'signed 2026-09-04T06:28:00Z',
      'waybill-number JDVB00012345678',
    ])
  })

  it('reads pages that put a label above its value', () => {
    const page = `订单编号
290000000001
下单时间
2026-09-01 20:15:33
商品总额
¥1,399.00
优惠券
-¥100.00
实付款
¥1,299.00`
    expect(told(page)).toEqual([
      'order-number 290000000001',
      'ordered 2026-09-01T12:15:33Z',
      'listed 139900',
      'unknown 10000',
      'paid 129900',
    ])
  })

  it('gives a word between two values to the one it stands behind, unless a colon says otherwise', () => {
    expect(told('9/10下单 9/15收到')).toEqual(['ordered 2026-09-10', 'signed 2026-09-15'])
    expect(told('下单：9/10 签收：9/15')).toEqual(['ordered 2026-09-10', 'signed 2026-09-15'])
  })

  it('reads what someone tells in one breath', () => {
    const story =
      '我9月1号在京东示例电器旗舰店买了一台空气炸锅，花了399，昨天下午3点收到，一通电就冒烟，客服说只退我50块，要不就赔100元优惠券，我要求全额退399元'
    expect(told(story)).toEqual([
      'ordered 2026-09-01',
      'shop 示例电器旗舰店',
      'item 空气炸锅',
      'paid 39900',
      'signed 2026-11-19T07:00:00Z',
      'refund-offered 5000',
      'compensation-offered 10000',
      'demanded 39900',
    ])
  })

  it.each([
    ['只赔二十块', 'compensation-offered 2000'],
    ['商家同意退一百五十元', 'refund-offered 15000'],
    ['一共1.5万元', 'paid 1500000'],
    ['扣了12元', 'deducted 1200'],
    ['现在卖2388元', 'later-price 238800'],
    ['维修费300元', 'cost 30000'],
    ['定金100元', 'deposit 10000'],
    ['去年买的洗衣机，1899块，漏水', 'paid 189900'],
    ['要求退款300元', 'demanded 30000'],
  ])('tells what the sum is in %s', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  it.each([
    '电话13800000000',
    '税号91110000600037341L',
    '身份证110101199001010000',
    '用了7天，256G，3个',
    '10.5版本',
    '花了9.15',
  ])('takes nothing for order data in %s', (text) => {
    expect(told(text)).toEqual([])
  })

  it.each([
    ['12月25日签收', 'signed 2025-12-25'],
    ['三天前签收', 'signed 2026-11-17'],
    ['前天晚上8点半收到', 'signed 2026-11-18T12:30:00Z'],
    ['承诺11月30日前发货', 'promised 2026-11-30'],
    ['昨晚8点下单', 'ordered 2026-11-19T12:00:00Z'],
    ['9.10付款', 'paid 2026-09-10'],
    ['二十一天前签收', 'signed 2026-10-30'],
  ])('places %s on the calendar', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  it('leaves out days that need the present one when it is not given', () => {
    expect(readWords('昨天签收，9月1日下单，2026年9月1日付款', knowledge).fields.map(({ value }) => value)).toEqual([
      '2026-09-01',
    ])
  })

  it('makes up no hour and no day that is not there', () => {
    expect(told('2026年2月30日签收')).toEqual([])
    expect(told('2026年2月3日签收')).toEqual(['signed 2026-02-03'])
  })

  it.each([
    ['京东自营买的苹果手机坏了', ['true', 'electronics']],
    ['在第三方店铺买的茶叶是假的', ['false', 'food']],
    ['这是自营的吗？冰箱坏了', ['refrigerator']],
    ['不是京东自营，鞋子开胶', ['false', 'clothing']],
    ['买了手机和裤子都坏了', []],
    ['买了一台游戏笔记本，键盘失灵', ['computer']],
    ['住的酒店很好', []],
  ])('tells the kind of goods and the seller in %s where what is said agrees', (text, expected) => {
    const { fields } = readWords(text, knowledge, now)
    const told = fields.filter(({ field }) => field === 'category' || field === 'self-operated')
    expect(told.map(({ value }) => String(value))).toEqual(expected)
  })

  it('tells an order number from a waybill number', () => {
    expect(told('快递单号780000000012345，订单号290000000012')).toEqual([
      'waybill-number 780000000012345',
      'order-number 290000000012',
    ])
    expect(told('服务单号290000000012')).toEqual([])
  })
})

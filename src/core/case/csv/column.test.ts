import { describe, expect, it } from 'vitest'
import { columnsOf } from './column.ts'

const fields = (...headers: readonly string[]) => columnsOf(headers).map(({ field }) => field)

describe('columns', () => {
  it.each([
    ['订单号', 'order-number'],
    [' 订 单 号 ', 'order-number'],
    ['＊订单编号', 'order-number'],
    ['Order No.', 'order-number'],
    ['店铺', 'shop'],
    ['商品名称', 'item'],
    ['金额', 'paid'],
    ['实付（元）', 'paid'],
    ['实付款(¥)', 'paid'],
    ['下单时间', 'placed'],
    ['签收时间', 'signed'],
    ['问题', 'words'],
    ['买家姓名', 'name'],
    ['消费者电话', 'phone'],
    ['Buyer phone', 'phone'],
    ['E-mail', 'email'],
  ])('%s holds %s', (header, field) => {
    expect(fields(header)).toEqual([field])
  })

  it.each(['备注', '', '商家电话', '店铺地址', '退款金额', '退货地址', '客服姓名'])(
    'takes nothing from %s',
    (header) => {
      expect(fields(header)).toEqual([null])
    },
  )

  it('takes of two columns for one thing the plainer, wherever it stands', () => {
    expect(fields('订单金额', '实付', '数量')).toEqual([null, 'paid', 'quantity'])
    expect(fields('电话', '买家电话')).toEqual(['phone', null])
    expect(fields('电话', '电话')).toEqual(['phone', null])
  })
})

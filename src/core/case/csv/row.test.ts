import { describe, expect, it } from 'vitest'
import { isLocalDate } from '../../values/local-date.ts'
import { columnsOf } from './column.ts'
import { readRow } from './row.ts'

const day = '2026-11-20'
const today = isLocalDate(day) ? day : undefined
/** Reads one row given as header → cell. */
function read(row: Readonly<Record<string, string>>) {
  if (today === undefined) throw new Error(day)
  return readRow(Object.values(row), columnsOf(Object.keys(row)), today)
}
const columns = (row: Readonly<Record<string, string>>) => read(row).faults.map(({ column }) => column)

describe('a row', () => {
  it('says what it says of a case', () => {
    const row = read({
      订单号: '290000000001',
      店铺: '示例数码专营店',
      自营: '第三方',
      商品: '示例牌手表',
      实付: '¥1,299.00',
      下单时间: '2026/9/1 20:15',
      签收时间: '2026/9/4',
      问题: '不走了',
      问题类型: '质量',
      诉求: '退款',
      姓名: '张三',
      电话: '138-0000-0000',
    })
    expect(row).toMatchObject({
      words: '不走了',
      problem: '质量',
      demand: '退款',
      order: {
        number: '290000000001',
        shop: { name: '示例数码专营店', selfOperated: false },
        items: [{ name: '示例牌手表', priceFen: 129900, quantity: 1 }],
        paidFen: 129900,
        placedAt: '2026-09-01T12:15:00Z',
      },
      consumer: { name: '张三', phone: '138-0000-0000' },
      days: [{ fact: 'order.signed-on', value: '2026-09-04', column: '签收时间' }],
      faults: [],
    })
    expect(row.values).toMatchObject({ paid: '1299.00', placed: '2026-09-01 20:15', signed: '2026-09-04' })
  })

  it('shares what was paid among the pieces, or takes their own price', () => {
    expect(read({ 商品: '杯子', 数量: '2', 实付: '30' }).order.items).toMatchObject([{ priceFen: 1500, quantity: 2 }])
    expect(read({ 商品: '杯子', 数量: '3', 实付: '100', 单价: '35' }).order.items).toMatchObject([{ priceFen: 3500 }])
    expect(columns({ 商品: '杯子', 数量: '3', 实付: '100' })).toEqual(['数量'])
    expect(columns({ 商品: '杯子' })).toEqual(['商品'])
  })

  it('names every fault with its column', () => {
    expect(columns({ 订单号: '2.9E+11', 商品: '杯子', 实付: '三十', 签收时间: '昨天', 自营: '大概' })).toEqual([
      '订单号',
      '实付',
      '自营',
      '签收时间',
    ])
  })

  it('refuses days to come and days in the wrong order', () => {
    expect(columns({ 问题: '坏了', 签收时间: '2026-11-20' })).toEqual([])
    expect(columns({ 问题: '坏了', 签收时间: '2026-11-21' })).toEqual(['签收时间'])
    expect(columns({ 问题: '坏了', 下单时间: '2026-09-04', 签收时间: '2026-09-04' })).toEqual([])
    expect(columns({ 问题: '坏了', 下单时间: '2026-09-05', 签收时间: '2026-09-04' })).toEqual(['签收时间'])
  })

  it('needs something to make a case of', () => {
    expect(columns({ 姓名: '张三', 电话: '138-0000-0000' })).toEqual([undefined])
    expect(columns({ 自营: '是', 问题: '坏了' })).toEqual(['自营'])
  })
})

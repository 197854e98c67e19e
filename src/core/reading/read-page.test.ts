import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import { drawnPage, pair, pasted } from './drawn-page.fixture.ts'
import type { Page } from './page.ts'
import { CERTAIN, type PageField } from './page-reading.ts'
import { readPage } from './read-page.ts'

const seen = '2026-03-08T02:21:00Z'
const read = (page: Page) => readPage(page, { knowledge, capturedAt: seen })
const value = (page: Page, field: PageField) => read(page).fields[field]?.value
/** The value when it is certain, the value with a question mark when it is not, undefined when there is none. */
const shown = (page: Page, field: PageField) => {
  const found = read(page).fields[field]
  return found && (found.score >= CERTAIN ? found.value : `${found.value}?`)
}

const order = drawnPage([
  [{ text: '10:21' }, { text: '5G 87%', right: 1030 }],
  '已完成',
  '张三 138****0000',
  '北京市海淀区示例路1号示例小区2号楼',
  '示例数码专营店>',
  { text: '示例牌蓝牙耳机降噪长续航', x: 300 },
  [
    { text: '¥1299.00', x: 300, score: 0.94 },
    { text: 'x1', right: 1020, score: 0.9 },
  ],
  pair('商品总额', '¥1299.00'),
  pair('运费', '¥6.00'),
  pair('优惠', '-¥100.00'),
  [{ text: '实付款：¥1205.00', right: 1020, score: 0.95 }],
  pair('订单编号', '300012345678 复制'),
  pair('下单时间', '2026-03-05 14:28:09'),
  pair('支付方式', '在线支付'),
  pair('支付时间', '2026-03-05 14:29:11'),
  pair('配送方式', '京东快递'),
])

describe('a page of an order', () => {
  it('is known by its words', () => {
    expect(read(order).looksLike).toBe('order-page')
  })

  it.each([
    ['orderNumber', '300012345678'],
    ['amountFen', 120500],
    ['goodsFen', 129900],
    ['shippingFen', 600],
    ['placedAt', '2026-03-05T14:28:09+08:00'],
    ['paidAt', '2026-03-05T14:29:11+08:00'],
  ] as const)('gives %s as certain', (field, expected) => {
    expect(shown(order, field)).toBe(expected)
  })

  it('gives the place of a value, and of it alone', () => {
    const line = order.lines.findIndex(({ text }) => text.startsWith('3000'))
    expect(read(order).fields.orderNumber).toMatchObject({ line, box: order.lines[line]?.box })
  })

  it('proposes the goods with their price and count, and the shop', () => {
    const [item] = read(order).items
    expect([item?.name.value, item?.priceFen?.value, item?.quantity?.value]).toEqual([
      '示例牌蓝牙耳机降噪长续航',
      129900,
      1,
    ])
    expect(shown(order, 'shop')).toBe('示例数码专营店?')
  })

  it('takes the arrow behind a shop for no part of its name, however it was read', () => {
    for (const tail of ['>', '）', '，', ' 进店逛逛 >', '›'])
      expect(value(drawnPage([`示例数码专营店${tail}`, '订单编号：300012345678', '下单时间']), 'shop'), tail).toBe(
        '示例数码专营店',
      )
  })

  it('does not take a courier’s phone for the shopper’s', () => {
    const page = drawnPage(['物流详情', '运单号：JD0123456789012', '快递员正在派送，电话：13800000000', '签收人：李四'])
    expect(shown(page, 'phone')).toBe('13800000000?')
    expect(value(page, 'name')).toBeUndefined()
  })

  it('names what a copy for others should not show', () => {
    expect(read(order).spots.map(({ what }) => what)).toEqual(['phone', 'name', 'address', 'order-number'])
  })

  it('computes an amount that was not legible, as a guess, and asks for it to be read again', () => {
    const lines = order.lines.map((line) => (line.text.startsWith('实付款') ? { ...line, text: '实付款：' } : line))
    const blind = { ...order, lines }
    expect(shown(blind, 'amountFen')).toBe('120500?')
    expect(read(blind).unread).toMatchObject([{ field: 'amountFen', line: 15 }])
  })

  it('is uncertain of an amount that does not add up', () => {
    const lines = order.lines.map((line) =>
      line.text.startsWith('实付款') ? { ...line, text: '实付款：¥1206.00' } : line,
    )
    expect(shown({ ...order, lines }, 'amountFen')).toBe('120600?')
  })
})

describe('labels and values', () => {
  it.each([
    ['one line', [{ text: '订单编号：300012345678复制' }]],
    ['one line without a colon', [{ text: '订单编号300012345678 复制' }]],
    ['two cells of a row', pair('订单编号', '300012345678')],
    ['a strange colon', [{ text: '订单编号;300012345678' }]],
  ])('are paired in %s', (_how, row) => {
    expect(shown(drawnPage([row]), 'orderNumber')).toBe('300012345678')
  })

  it('are paired when the value stands below', () => {
    expect(shown(drawnPage(['订单编号', '300012345678', '下单时间', '2026-03-05 14:28']), 'orderNumber')).toBe(
      '300012345678',
    )
    expect(shown(drawnPage(['下单时间', '2026-03-05 14:28']), 'placedAt')).toBe('2026-03-05T14:28:00+08:00')
  })

  it('are paired when a narrow column breaks the label', () => {
    expect(value(drawnPage(['订单编', '号：300012345678'], { pitch: 56 }), 'orderNumber')).toBe('300012345678')
  })

  it('are paired in two columns', () => {
    const page = drawnPage([
      [
        { text: '订单编号：300012345678', x: 40, size: 32 },
        { text: '下单时间：2026-03-05 14:28:09', x: 520, size: 32 },
      ],
    ])
    expect(shown(page, 'orderNumber')).toBe('300012345678')
    expect(shown(page, 'placedAt')).toBe('2026-03-05T14:28:09+08:00')
  })

  it('never make a number without a label certain', () => {
    expect(shown(drawnPage(['300012345678', '¥1299.00', '2026-03-05 14:28:09']), 'orderNumber')).toBeUndefined()
    expect(shown(drawnPage(['单编号：300012345678']), 'orderNumber')).toBe('300012345678?')
    expect(shown(drawnPage(['编号：300012345678']), 'orderNumber')).toBe('300012345678?')
  })

  it('do not take another number for the order’s', () => {
    for (const label of ['交易单号', '商户单号', '商品编号', '退款单号', '身份证号', '结算单号'])
      expect(shown(drawnPage([pair(label, '300012345678')]), 'orderNumber'), label).toBeUndefined()
    expect(value(drawnPage([pair('服务单号', '123456789012')]), 'serviceNumber')).toBe('123456789012')
  })

  it('put a number together from two boxes, and ask to check it', () => {
    const page = drawnPage([[{ text: '订单编号：30001234' }, { text: '5678', x: 480 }]])
    expect(shown(page, 'orderNumber')).toBe('300012345678?')
  })

  it('mend letters read for digits, and ask to check it', () => {
    expect(shown(drawnPage([pair('订单编号', '3OOO12345678')]), 'orderNumber')).toBe('300012345678?')
  })

  it('are uncertain at the edge of the picture, where they may be cut', () => {
    const page = drawnPage([[{ text: '订单编号：300012345678', right: 1078 }]])
    expect(shown(page, 'orderNumber')).toBe('300012345678?')
  })

  it('leave out a number that is masked or cut', () => {
    for (const cut of ['3000****5678', '300012345...', '3000-12345678'])
      expect(shown(drawnPage([pair('订单编号', cut)]), 'orderNumber'), cut).toBeUndefined()
  })

  it('are uncertain where two orders stand on a page', () => {
    const page = drawnPage(['订单编号：300012345678', '订单编号：300099998888'])
    expect(shown(page, 'orderNumber')).toBe('300012345678?')
    expect(read(page).fields.orderNumber?.others?.map((one) => one.value)).toEqual(['300099998888'])
  })

  it('are as good in a paste', () => {
    const page = pasted('订单详情\n订单编号：300012345678\n下单时间：2026-03-05 14:28:09\n实付款\n¥1,299.00')
    expect(shown(page, 'orderNumber')).toBe('300012345678')
    expect(shown(page, 'placedAt')).toBe('2026-03-05T14:28:09+08:00')
    expect(shown(page, 'amountFen')).toBe(129900)
  })
})

describe('amounts', () => {
  it.each([
    ['¥1,299.00', 129900],
    ['¥ 1299 . 00', 129900],
    ['1299.00元', 129900],
    ['￥1299.00', 129900],
    ['¥6.00', 600],
  ])('are read from %s', (text, fen) => {
    expect(shown(drawnPage([pair('实付款', text), '订单详情 下单时间']), 'amountFen')).toBe(fen)
  })

  it('are one where the decimals have a box of their own', () => {
    const page = drawnPage([[{ text: '实付款：¥1299' }, { text: '.00', x: 380, size: 28, dy: 10 }]])
    expect(value(page, 'amountFen')).toBe(129900)
  })

  it('are uncertain without a decimal point', () => {
    expect(shown(drawnPage([pair('实付款', '¥129900')]), 'amountFen')).toBe('12990000?')
  })

  it('are not what was paid before paying', () => {
    expect(shown(drawnPage([pair('合计', '¥1299.00'), '提交订单']), 'amountFen')).toBe('129900?')
    expect(shown(drawnPage([pair('需付款', '¥1299.00')]), 'amountFen')).toBeUndefined()
  })

  it('of a product are not what was paid', () => {
    expect(shown(drawnPage(['¥1299.00', '加入购物车', '立即购买']), 'amountFen')).toBeUndefined()
  })
})

describe('times', () => {
  it('without a year are inferred and uncertain', () => {
    const page = drawnPage([pair('下单时间', '03-05 14:28')])
    expect(shown(page, 'placedAt')).toBe('2026-03-05T14:28:00+08:00?')
    expect(read(page).fields.placedAt?.inferred).toEqual(['year'])
  })

  it('are days where no clock is shown, minutes where no second is', () => {
    expect(read(drawnPage([pair('下单时间', '2026年3月5日')])).fields.placedAt).toMatchObject({
      value: '2026-03-05',
      precision: 'day',
    })
    expect(read(drawnPage([pair('下单时间', '2026-03-05 14:28')])).fields.placedAt).toMatchObject({
      precision: 'minute',
    })
  })

  it('are uncertain when cut, strange, to come, or out of order', () => {
    expect(shown(drawnPage([pair('下单时间', '2026-03-05 14:2')]), 'placedAt')).toBe('2026-03-05?')
    expect(shown(drawnPage([pair('下单时间', '2026-03-05 14:2809')]), 'placedAt')).toBe('2026-03-05T14:28:09+08:00?')
    expect(shown(drawnPage([pair('下单时间', '2027-03-05 14:28:09')]), 'placedAt')).toBe('2027-03-05T14:28:09+08:00?')
    const page = drawnPage([pair('下单时间', '2026-03-06 14:28:09'), pair('支付时间', '2026-03-05 14:29:11')])
    expect([shown(page, 'placedAt'), shown(page, 'paidAt')]).toEqual([
      '2026-03-06T14:28:09+08:00?',
      '2026-03-05T14:29:11+08:00?',
    ])
  })
})

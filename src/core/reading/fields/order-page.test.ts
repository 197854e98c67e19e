import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { type Drawn, drawnPage, pair, pasted } from '../drawn-page.fixture.ts'
import { CERTAIN, type PageField } from '../page-reading.ts'
import { readPage } from '../read-page.ts'

type Rows = Parameters<typeof drawnPage>[0]

const number = '300012345678'
const [day, clock] = ['2026-03-05', '14:28:09']
const placed = '2026-03-05T14:28:09+08:00'
const paid = '2026-03-05 14:29:11'
/** An order page says by these words alone what it is. */
const frame: Rows = [{ text: '订单详情', center: 540 }, pair('实付款', '¥1299.00'), pair('再次购买', '申请售后')]
const order = pair('订单编号', number)

/** The value when it is certain, with a question mark when it is not, undefined when there is none. */
function shown(rows: Rows, field: PageField, pitch = 84) {
  const page = drawnPage([...frame, ...rows], { pitch })
  const found = readPage(page, { knowledge, capturedAt: '2026-03-08T02:21:00Z' }).fields[field]
  return found && (found.score >= CERTAIN ? found.value : `${found.value}?`)
}
/** Cells of one row whose middles stand at the same places as those of the rows above and below. */
const columns = (texts: readonly string[], size = 30): readonly Drawn[] =>
  texts.map((text, i) => ({ text, center: 180 + i * 360, size }))

describe('the moment an order was placed', () => {
  it.each([
    '下单时间',
    '下单日期',
    '订单时间',
    '订购时间',
    '拍下时间',
    '购买时间',
    '订单创建时间',
    '提交订单时间',
    'Order time',
    'Order placed',
    '提交订单',
    '下单成功',
  ])('is certain behind %s', (label) => {
    expect(shown([order, pair(label, `${day} ${clock}`)], 'placedAt')).toBe(placed)
  })

  it.each(['创建时间', '提交时间', '交易时间', '成交时间'])(
    'is likely behind %s, and certain with the payment soon after it',
    (label) => {
      const row = pair(label, `${day} ${clock}`)
      expect(shown([order, row], 'placedAt')).toBe(`${placed}?`)
      expect(shown([order, row, pair('付款时间', paid)], 'placedAt')).toBe(placed)
    },
  )

  it('is the first of several, and none that is later than the payment', () => {
    const closed = pair('成交时间', '2026-03-07 10:00:00')
    const shipped = pair('发货时间', '2026-03-06 09:00:00')
    const rows = [order, closed, shipped, pair('付款时间', paid)]
    expect(shown([...rows, pair('创建时间', `${day} ${clock}`)], 'placedAt')).toBe(placed)
    expect(shown(rows, 'placedAt')).toBeUndefined()
    expect(shown(rows, 'paidAt')).toBe('2026-03-05T14:29:11+08:00')
  })

  it('is not the value of another label, where its own was not read', () => {
    const lost = columns(['订单号', '下单时间', '状态'])
    const over = [columns([number]), columns(['运费', '预计送达', '优惠']), columns(['¥6.00', paid, '-¥6.00'])]
    expect(shown([lost, ...over], 'placedAt', 60)).toBeUndefined()
    const beside = [{ text: '付款时间' }, { text: paid, x: 440 }]
    expect(shown([columns(['订单号', '下单时间']), columns([number]), beside], 'placedAt', 60)).toBeUndefined()
    expect(shown([order, '支付成功', paid, '下单成功'], 'placedAt', 60)).toBeUndefined()
  })

  it('is uncertain in the time of another place', () => {
    expect(shown([order, pair('下单时间', '2026-03-05T14:28:09Z')], 'placedAt')).toMatch(/\?$/)
    expect(shown([order, pair('下单时间', '2026-03-05T14:28:09+08:00')], 'placedAt')).toBe(placed)
  })

  it('is uncertain where two orders stand on a page', () => {
    const other = [
      pair('订单编号', '398765432109'),
      pair('创建时间', '2026-03-04 10:00:00'),
      pair('付款时间', '2026-03-04 10:01:00'),
    ]
    const rows = [order, pair('创建时间', `${day} ${clock}`), pair('付款时间', paid), ...other]
    expect(shown(rows, 'placedAt')).toMatch(/\?$/)
  })

  it('is not when it was paid, sent, received or asked for', () => {
    for (const label of ['付款时间', '支付时间', '支付成功', '发货时间', '完成时间', '预计送达', '申请时间'])
      expect(shown([order, pair(label, paid)], 'placedAt'), label).toBeUndefined()
  })

  it.each<[string, Rows]>([
    ['in one box with another label', [{ text: `订单编号：${number} 下单时间：${day} ${clock}`, size: 30 }]],
    ['behind a stroke', [{ text: `订单号 ${number} | 下单时间 ${day} ${clock}`, size: 30 }]],
    ['with its clock under the day', [order, pair('下单时间', day), [{ text: clock, right: 1020, dy: -30 }]]],
    ['with its clock beside the day', [[{ text: '下单时间' }, { text: day, x: 400 }, { text: clock, right: 1020 }]]],
    ['in brackets', [order, `【下单时间】${day} ${clock}`]],
    ['under a label in two languages', [order, '下单时间 Order time', `${day} ${clock}`]],
    [
      'in the column of a table',
      [columns(['订单号', '下单时间', '状态']), columns([number, `${day} ${clock}`, '已完成'])],
    ],
    ['under two heads', [columns(['订单号', '下单时间']), columns([number, `${day} ${clock}`])]],
    ['before the word', [order, `${day} ${clock} 提交订单`, `${paid} 支付成功`]],
    ['among the steps', [order, `提交订单 ${day} ${clock} / 支付成功 ${paid}`]],
    ['under its step', [order, columns(['提交订单', '支付成功', '等待收货']), columns([`${day} ${clock}`, paid])]],
  ])('is found %s', (_where, rows) => {
    expect(shown(rows, 'placedAt', 66)).toBe(placed)
  })

  it('of a step is not the one of the step beside it', () => {
    const steps = (moments: boolean) =>
      [`${day} ${clock}`, '提交订单', paid, '支付成功'].map((text, i) => ({
        text,
        dy: (i % 2 === 0) === moments ? 20 : 0,
      }))
    expect(shown([order, ...steps(true)], 'placedAt')).toBe(`${placed}?`)
    const even = [`${day} ${clock}`, '提交订单', paid, '支付成功']
    expect(shown([order, ...even], 'placedAt')).toBe(`${placed}?`)
    expect(shown([order, ...even, '等待收货'].slice(0, -1).toReversed(), 'placedAt')).not.toContain('14:29')
    expect(shown([order, '等待发货', ...even], 'placedAt')).toBeUndefined()
    expect(shown([order, '提交订单', '支付成功', paid], 'placedAt')).toBeUndefined()
  })

  it('is read from the table and the steps of a saved page', () => {
    const inText = (text: string) => {
      const { placedAt, orderNumber } = readPage(pasted(`订单详情\n${text}\n再次购买`), { knowledge }).fields
      return [orderNumber?.value, placedAt?.value, (placedAt?.score ?? 0) >= CERTAIN]
    }
    const table = `订单号         下单时间              付款时间\n${number}   ${day} ${clock}   ${paid}`
    expect(inText(table)).toEqual([number, placed, true])
    expect(inText(`${table}\n398765432109   ${paid}   ${paid}`)).toEqual([number, placed, false])
    expect(inText(`订单号         下单时间              付款时间\n${number}   ${paid}`)).toEqual([
      number,
      undefined,
      false,
    ])
    const steps = ['提交订单', `${day} ${clock}`, '付款成功', paid]
    const over = [`${day} ${clock}`, '提交订单', paid, '付款成功']
    for (const told of [steps, over])
      expect(inText([`订单号：${number}`, ...told, '运单号：JD0123456789012'].join('\n')).slice(0, 2)).toEqual([
        number,
        placed,
      ])
    expect(inText(`订单号：${number}\n下单时间\n${day}\n${clock}`)).toEqual([number, placed, true])
  })

  it('is likely the one beside the number of a card', () => {
    const row = (time: string) => [
      { text: `${time}`, size: 28 },
      { text: `订单号：${number}`, right: 1020, size: 28 },
    ]
    expect(shown([row(`${day} ${clock}`)], 'placedAt')).toBe(`${placed}?`)
    expect(shown([row(day)], 'placedAt')).toBeUndefined()
    expect(
      shown([[{ text: `付款时间：${paid}` }, { text: `订单号：${number}`, right: 1020 }]], 'placedAt'),
    ).toBeUndefined()
  })
})

describe('the number of an order', () => {
  it.each<[string, Rows]>([
    ['No. before it', [`订单编号 No.${number}`]],
    ['a tap with a label in it', [`订单编号：${number} 复制订单号`]],
    ['Copy run into it', [`订单编号：${number}Copy`]],
    ['an English label run into it', [`OrderNo.${number}`]],
    [
      'its value under a small label',
      [
        { text: '订单编号', size: 24 },
        { text: number, size: 44 },
      ],
    ],
    ['a stroke and a label behind it', [`订单号${number}|下单2026-03-05 14:28`]],
  ])('is certain with %s', (_how, rows) => {
    expect(shown(rows, 'orderNumber')).toBe(number)
  })

  it.each<[string, Rows]>([
    ['the title', [`订单详情 ${number}`]],
    ['a trail of pages', [`我的京东 > 订单中心 > 订单${number}`]],
    ['a cell of its own', [[{ text: '京东自营' }, { text: number, right: 1020 }]]],
    ['a line with a day run into it', [`订单号：${number}2026-03-05 14:28:09`]],
    ['words that go with its label', [`采购订单号：${number}`]],
    ['groups of four', [pair('订单编号', '3000-1234-5678')]],
  ])('is likely in %s', (_where, rows) => {
    expect(String(shown(rows, 'orderNumber')).replace('?', '')).toBe(number)
  })

  it('is not another number of the page, nor one of two', () => {
    expect(shown([pair('商品编号', number), pair('交易单号', '398765432109')], 'orderNumber')).toBeUndefined()
    expect(shown([`订单详情 ${number}`, '订单 398765432109'], 'orderNumber')).not.toBe(number)
    expect(shown(['订单详情 13800000000', '订单详情 202603051428'], 'orderNumber')).toBeUndefined()
  })

  it('is uncertain in a table of several orders', () => {
    const head = columns(['订单号', '下单时间', '状态'])
    const rows = [columns([number, `${day} ${clock}`, '已完成']), columns(['398765432109', paid, '已完成'])]
    expect(shown([head, ...rows], 'orderNumber', 66)).toBe(`${number}?`)
    expect(shown([head, ...rows], 'placedAt', 66)).toBe(`${placed}?`)
  })
})

describe('what was paid', () => {
  it.each([
    ['实付款(含运费)', '¥88.00'],
    ['实付款(含运费6.00元)', '¥88.00'],
    ['实付金额', '人民币88.00元'],
    ['已付', '¥88.00'],
    ['付款总额', '¥88.00'],
  ])('is read behind %s', (label, value) => {
    const page = drawnPage(['订单详情', order, pair(label, value), '再次购买'])
    expect(readPage(page, { knowledge }).fields.amountFen).toMatchObject({ value: 8800 })
    expect(readPage(page, { knowledge }).fields.amountFen?.score).toBeGreaterThanOrEqual(CERTAIN)
  })

  it('is likely what stands in larger type over its label', () => {
    const page = drawnPage([
      '订单详情',
      order,
      { text: '¥88.00', center: 540, size: 70 },
      { text: '实付款', center: 540, size: 30 },
    ])
    expect(readPage(page, { knowledge }).fields.amountFen).toMatchObject({ value: 8800, score: 0.882 })
  })

  it('stays certain where placing the order is a step told of, and not a button', () => {
    expect(shown([order, `提交订单 ${day} ${clock}`], 'amountFen')).toBe(129900)
    const { amountFen } = readPage(drawnPage([pair('实付款', '¥1299.00'), '提交订单']), { knowledge }).fields
    expect(amountFen?.score).toBeLessThan(CERTAIN)
  })

  it('is the sum of a count of goods, not the goods’ sum', () => {
    const page = drawnPage(['订单详情', order, '共1件商品 合计：¥88.00（含运费¥6.00）'])
    expect(readPage(page, { knowledge }).fields).toMatchObject({ amountFen: { value: 8800 } })
  })
})

it('a waybill is found in brackets behind its carrier, and behind a label the carrier’s name runs into', () => {
  for (const text of ['京东物流（JD0123456789012）', '承运人：京东快递 运单号：JD0123456789012'])
    expect(shown([order, text], 'waybillNumber'), text).toBe('JD0123456789012')
})

it('words beside a label are its value and no heads of a table', () => {
  const row = (label: string, value: string) => [
    { text: label },
    { text: value, x: 400 },
    { text: '查看', right: 1020 },
  ]
  expect(shown([order, row('配送方式', '京东快递'), '张三'], 'carrier')).toContain('京东快递')
  expect(shown([order, row('店铺名称', '示例数码专营店'), '张三'], 'shop')).toBe('示例数码专营店')
})

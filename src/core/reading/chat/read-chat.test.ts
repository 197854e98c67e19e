import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { type Drawn, drawnPage } from '../drawn-page.fixture.ts'
import { readPage } from '../read-page.ts'

const seen = '2026-03-08T02:21:00Z'
const status: readonly Drawn[] = [{ text: '10:21' }, { text: '5G 87%', right: 1030 }]
const title: Drawn = { text: '示例数码专营店客服', center: 540, size: 46 }
const time = (text: string): Drawn => ({ text, center: 540, size: 32 })
const theirs = (text: string): Drawn => ({ text, x: 190, size: 44 })
const mine = (text: string): Drawn => ({ text, right: 890, size: 44 })
const input: readonly Drawn[] = [
  { text: '请输入…', x: 60 },
  { text: '发送', right: 1040 },
]

const read = (
  rows: readonly (Drawn | readonly Drawn[])[],
  options: { readonly seen?: string | undefined } = { seen },
) => {
  const gap: Drawn = { text: '', x: 0 }
  const spread = rows.flatMap((row) => [row, gap])
  const page = drawnPage([status, title, gap, ...spread, input], { pitch: 75 })
  const lines = page.lines
    .filter(({ text }) => text !== '')
    .map((line) =>
      line.text === '发送' || line.text === '请输入…'
        ? { ...line, box: { ...(line.box ?? { x: 0, width: 90, height: 40 }), y: 2240 } }
        : line,
    )
  return readPage(
    { ...page, lines, height: 2340 },
    { knowledge, ...(options.seen === undefined ? {} : { capturedAt: options.seen }) },
  )
}
const said = (rows: readonly (Drawn | readonly Drawn[])[], options?: { readonly seen?: string | undefined }) =>
  (read(rows, options).chat?.lines ?? []).map(({ speaker, at, text }) => [speaker, at?.slice(0, 16), text])

describe('a chat', () => {
  it('is known by how it is laid out, and leaves out the bars', () => {
    const reading = read([time('昨天 14:28'), theirs('您好'), mine('在吗')])
    expect(reading.looksLike).toBe('chat')
    expect(reading.chat?.with).toBe('示例数码专营店客服')
    expect(reading.chat?.lines.map(({ text }) => text)).toEqual(['您好', '在吗'])
  })

  it('tells who speaks by the side, and when by the time above', () => {
    expect(
      said([time('2026年3月5日 14:28'), theirs('您好'), mine('什么时候发货'), time('3月6日 下午2:30'), theirs('明天')]),
    ).toEqual([
      ['other', '2026-03-05T14:28', '您好'],
      ['self', '2026-03-05T14:28', '什么时候发货'],
      ['other', '2026-03-06T14:30', '明天'],
    ])
  })

  it.each([
    ['10:21', '2026-03-08T10:21', ['day', 'group-heading']],
    ['昨天 14:28', '2026-03-07T14:28', ['relative-day', 'group-heading']],
    ['星期三 09:10', '2026-03-04T09:10', ['weekday', 'group-heading']],
    ['3月5日 下午2:28', '2026-03-05T14:28', ['year', 'group-heading']],
    ['03-05 14:28:09', '2026-03-05T14:28', ['year', 'group-heading']],
    ['2026/3/5 14:28', '2026-03-05T14:28', ['group-heading']],
  ])('reads the time %s and says what of it was inferred', (text, at, inferred) => {
    const [line] = read([time(text), theirs('您好'), mine('好')]).chat?.lines ?? []
    expect([line?.at?.slice(0, 16), line?.inferred]).toEqual([at, inferred])
  })

  it('makes up no day when it is not known when the page was seen', () => {
    expect(said([time('昨天 14:28'), theirs('您好'), mine('好')], { seen: undefined }).map(([, at]) => at)).toEqual([
      undefined,
      undefined,
    ])
  })

  it('stays in order over midnight', () => {
    expect(said([time('23:58'), theirs('您好'), time('00:03'), mine('好')]).map(([, at]) => at)).toEqual([
      '2026-03-07T23:58',
      '2026-03-08T00:03',
    ])
  })

  it('joins the lines of one message', () => {
    const page = drawnPage(
      [
        time('14:28'),
        { text: '', x: 0 },
        theirs('仓库缺货，我们保证三月八日'),
        theirs('之前给您发货'),
        { text: '', x: 0 },
        mine('好的'),
      ],
      { pitch: 70, top: 300 },
    )
    const lines = page.lines.filter(({ text }) => text !== '')
    const reading = readPage({ ...page, lines }, { knowledge, capturedAt: seen })
    expect(reading.chat?.lines.map(({ text }) => text)).toEqual(['仓库缺货，我们保证三月八日之前给您发货', '好的'])
  })

  it('takes name and time above a message for that message alone', () => {
    const head = (text: string, place: Partial<Drawn>): Drawn => ({ text, size: 30, ...place })
    const rows = [
      head('客服小京 2026-03-05 14:28:09', { x: 150 }),
      theirs('您好'),
      head('jd_张三 2026-03-05 14:29:30', { right: 930 }),
      mine('在吗'),
    ]
    expect(read(rows).chat?.lines).toMatchObject([
      { speaker: 'other', name: '客服小京', at: '2026-03-05T14:28:09+08:00', inferred: [], precision: 'second' },
      { speaker: 'self', name: 'jd_张三', at: '2026-03-05T14:29:30+08:00', inferred: [], precision: 'second' },
    ])
  })

  it('takes a day in the middle for the clocks under it', () => {
    const rows = [
      time('2026年3月5日'),
      { text: '客服小京 14:28:09', x: 150, size: 30 },
      theirs('您好'),
      { text: 'jd_张三 14:29:30', right: 930, size: 30 },
      mine('在吗'),
    ]
    expect(said(rows)).toEqual([
      ['other', '2026-03-05T14:28', '您好'],
      ['self', '2026-03-05T14:29', '在吗'],
    ])
  })

  it('takes a time in the margin of a message for that message', () => {
    const rows = [
      time('2026年3月5日'),
      [theirs('您好请问有什么'), { text: '14:28', x: 560, size: 28, dy: 12 }],
      [{ text: '14:30', x: 560, size: 28, dy: 12 }, mine('还没有发货')],
    ]
    expect(said(rows)).toEqual([
      ['other', '2026-03-05T14:28', '您好请问有什么'],
      ['self', '2026-03-05T14:30', '还没有发货'],
    ])
  })

  it('leaves out read marks and gives the app’s own lines to nobody', () => {
    expect(
      said([
        time('14:28'),
        mine('在吗'),
        { text: '已读', right: 700, size: 28 },
        time('客服小京为您服务'),
        theirs('您好'),
      ]).map(([who, , text]) => [who, text]),
    ).toEqual([
      ['self', '在吗'],
      ['system', '客服小京为您服务'],
      ['other', '您好'],
    ])
  })

  it('says where the time runs backwards and where the beginning is missing', () => {
    const gaps = read([theirs('您好'), time('2026-03-05 14:28'), mine('在吗'), time('2026-03-04 10:00'), theirs('在')])
      .chat?.gaps
    expect(gaps?.map(({ before, why }) => [before, why.en.slice(0, 18)])).toEqual([
      [0, 'the first messages'],
      [2, 'the time runs back'],
    ])
  })

  it('keeps an order page an order page', () => {
    const rows = [
      [
        { text: '订单编号', x: 60 },
        { text: '300012345678', x: 300 },
      ],
      [
        { text: '下单时间', x: 60 },
        { text: '2026-03-05 14:28', center: 540 },
      ],
      [
        { text: '支付时间', x: 60 },
        { text: '2026-03-05 14:29', center: 540 },
      ],
      [
        { text: '实付款', x: 60 },
        { text: '¥12.00', right: 1020 },
      ],
    ]
    const page = drawnPage(rows)
    expect(readPage(page, { knowledge }).looksLike).toBe('order-page')
  })
})

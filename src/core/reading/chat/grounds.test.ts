import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import type { Page, PageLine, Panel } from '../page.ts'
import { readPage } from '../read-page.ts'

const [white, green, grey] = [
  [255, 255, 255],
  [149, 236, 105],
  [218, 218, 218],
] as const
const size = 44
const line = (text: string, x: number, y: number, panel?: Panel, type = size): PageLine => {
  const width = Math.round([...text].reduce((sum, mark) => sum + (mark.charCodeAt(0) > 255 ? type : 0.56 * type), 0))
  return { text, score: 0.99, box: { x, y, width, height: type }, ...(panel && { panel }) }
}

/** A message of the rows given, in a bubble that begins at `left` or ends at `right`. */
function bubble(
  y: number,
  colour: Panel['colour'],
  place: { readonly left: number } | { readonly right: number },
  ...rows: readonly string[]
): readonly PageLine[] {
  const wide = Math.max(...rows.map((row) => line(row, 0, 0).box?.width ?? 0)) + 60
  const x = 'left' in place ? place.left : place.right - wide
  const panel = { x, y, width: wide, height: rows.length * 64 + 36, colour }
  return rows.map((row, i) => line(row, x + 30, y + 20 + i * 64, panel))
}
const time = (text: string, y: number): PageLine => {
  const wide = line(text, 0, 0, undefined, 32).box?.width ?? 0
  return line(text, Math.round(540 - wide / 2), y, undefined, 32)
}

function said(lines: readonly PageLine[]) {
  const page: Page = { lines, barcodes: [], width: 1080, height: 2300 }
  const { chat } = readPage(page, { knowledge, capturedAt: '2026-03-08T02:21:00Z' })
  return (chat?.lines ?? []).map(({ speaker, text, score }) => [speaker, text, score >= 0.9])
}

describe('messages on grounds of their own', () => {
  it('are whole however wide they are, and of the side at whose edge those of their colour stand', () => {
    expect(
      said([
        time('2026年3月5日 14:28', 100),
        ...bubble(200, white, { left: 160 }, '您好很高兴为您服务请问有什么', '可以帮您的吗'),
        ...bubble(440, green, { right: 920 }, '我买的手表用了三天就开不了机了', '你们看怎么处理'),
        ...bubble(680, white, { left: 160 }, '好的'),
        ...bubble(900, green, { right: 920 }, '退货'),
      ]),
    ).toEqual([
      ['other', '您好很高兴为您服务请问有什么可以帮您的吗', true],
      ['self', '我买的手表用了三天就开不了机了你们看怎么处理', true],
      ['other', '好的', true],
      ['self', '退货', true],
    ])
  })

  it('of one colour on both sides go by the edge they stand at', () => {
    expect(
      said([
        time('2026年3月5日 14:28', 100),
        ...bubble(200, white, { left: 160 }, '您好'),
        ...bubble(400, white, { right: 920 }, '我要退货'),
        ...bubble(600, white, { left: 160 }, '请您提供一下商品故障的照片'),
        ...bubble(800, white, { right: 920 }, '已经发给你们了麻烦看一下'),
      ]).map(([speaker]) => speaker),
    ).toEqual(['other', 'self', 'other', 'self'])
  })

  it('leave out cards of goods, and take a name over a message for its head', () => {
    const card = { x: 160, y: 400, width: 660, height: 230, colour: white }
    expect(
      said([
        time('2026年3月5日 14:28', 60),
        line('客服小京', 162, 140, undefined, 30),
        ...bubble(190, white, { left: 160 }, '您好'),
        line('示例智能手表 黑色', 380, 420, card, 34),
        line('￥1299.00', 380, 490, card, 40),
        line('查看订单', 380, 560, card, 30),
        ...bubble(700, green, { right: 920 }, '就是这个'),
        ...bubble(900, green, { right: 920 }, '用了三天就坏了'),
      ]).map(([speaker, text]) => [speaker, text]),
    ).toEqual([
      ['other', '您好'],
      ['self', '就是这个'],
      ['self', '用了三天就坏了'],
    ])
  })

  it('are told apart from the times and notes of the app on small grounds in the middle', () => {
    const pill = (text: string, y: number) => {
      const at = time(text, y)
      const box = at.box ?? { x: 0, y: 0, width: 0, height: 0 }
      return { ...at, panel: { x: box.x - 20, y: y - 8, width: box.width + 40, height: 50, colour: grey } }
    }
    const lines = said([
      pill('2026年3月5日 14:28', 100),
      ...bubble(200, white, { left: 160 }, '您好很高兴为您服务'),
      pill('会话已结束', 420),
      ...bubble(520, white, { left: 160 }, '祝您生活愉快'),
    ])
    expect(lines.map(([speaker]) => speaker)).toEqual(['other', 'system', 'other'])
  })

  it('stay below certainty where colour and place do not agree on a side', () => {
    const lines = said([
      time('2026年3月5日 14:28', 100),
      ...bubble(200, white, { left: 160 }, '您好很高兴为您服务请问有'),
      ...bubble(400, white, { left: 160 }, '好的'),
      ...bubble(600, green, { left: 165 }, '这一句宽到两边看起来都一样啊'),
    ])
    expect(lines.at(-1)?.[2]).toBe(false)
  })
})

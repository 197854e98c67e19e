import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page } from '../page.ts'
import { orderScreens, type Screen } from './screen-order.ts'

const talk = [
  '您好，我买的手表开不了机',
  '亲，请问是什么时候收到的呢',
  '3月5日收到，当天就没有反应',
  '麻烦您拍个视频给我们看看',
  '已经发了，请尽快处理',
  '好的',
  '我们这边给您登记换货',
  '什么时候能有结果',
  '一般在24小时内回复您',
  '现在已经超过24小时了',
  '非常抱歉让您久等',
  '好的',
  '我要求退货退款',
  '这个需要检测之后才可以',
  '请把检测的依据发给我',
  '稍等，我帮您核实一下',
]
const STEP = 120
const HEIGHT = 900

/** A window over the talk, scrolled down by `top` pixels, with a title and an input row that stay. */
function screen(id: string, top: number, change: (text: string, index: number) => string = (text) => text): Screen {
  const lines = talk.flatMap((text, index) => {
    const y = 100 + index * STEP - top
    const x = index % 2 === 0 ? 300 : 90
    return y < 100 || y > HEIGHT - 140
      ? []
      : [{ text: change(text, index), box: { x, y, width: 400, height: 40 }, score: 1 }]
  })
  const fixed = (text: string, y: number) => ({ text, box: { x: 200, y, width: 200, height: 40 }, score: 1 })
  const page: Page = {
    width: 600,
    height: HEIGHT,
    barcodes: [],
    lines: [fixed('示例数码专营店', 20), ...lines, fixed('请输入消息', HEIGHT - 60)],
  }
  return { id, page }
}

describe('screens of one chat', () => {
  it('are put in order by what they share, however they come', () => {
    const screens = [screen('a', 0), screen('b', 360), screen('c', 700), screen('d', 1100)]
    fc.assert(
      fc.property(fc.shuffledSubarray(screens, { minLength: 4, maxLength: 4 }), (given) => {
        expect(orderScreens(given)).toEqual({ alike: [], runs: [['a', 'b', 'c', 'd']], gaps: [] })
      }),
    )
  })

  it('are put in order though a character is read wrongly here and there', () => {
    const garbled = screen('b', 360, (text, index) => (index % 3 === 0 ? text.replace(/(.)(.)$/, '$1口') : text))
    expect(orderScreens([garbled, screen('a', 0)]).runs).toEqual([['a', 'b']])
  })

  it('that do not overlap are parted by a gap, and told times order them', () => {
    const late = { ...screen('late', 1100), at: '2026-03-06T10:00:00+08:00' }
    const early = { ...screen('early', 0), at: '2026-03-05T10:00:00+08:00' }
    const { runs, gaps } = orderScreens([late, early])
    expect(runs).toEqual([['early'], ['late']])
    expect(gaps).toMatchObject([{ after: 'early', before: 'late' }])
  })

  it('do not hang together by a short word alone', () => {
    const [one, two] = [screen('one', 500), screen('two', 1220)]
    const only = (from: Screen, text: string): Screen => ({
      ...from,
      page: { ...from.page, lines: from.page.lines.filter((line) => line.text === text || line.box?.y === 20) },
    })
    expect(orderScreens([only(one, '好的'), only(two, '好的')]).runs).toHaveLength(2)
  })
})

describe('copies', () => {
  const print = 'f0e1d2c3b4a59687'

  it('of a screen are found by look and words, the largest first', () => {
    const small = { ...screen('small', 0), print }
    const large: Screen = { ...small, id: 'large', page: { ...small.page, width: 1200, height: 1800 } }
    const other = { ...screen('other', 700), print }
    const { alike, runs } = orderScreens([small, large, other])
    expect(alike).toEqual([['large', 'small']])
    expect(runs.flat().toSorted()).toEqual(['large', 'other'])
  })

  it('of a photo are found by look; two blank pictures are none', () => {
    const photo = (id: string, hash: string): Screen => ({ id, print: hash, page: { lines: [], barcodes: [] } })
    expect(
      orderScreens([photo('a', print), photo('b', 'f0e1d2c3b4a59684'), photo('c', '0f1e2d3c4b5a6978')]).alike,
    ).toEqual([['a', 'b']])
    expect(orderScreens([photo('a', '0000000000000000'), photo('b', '0000000000000000')]).alike).toEqual([])
  })
})

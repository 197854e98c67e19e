import { describe, expect, it } from 'vitest'
import { momentsIn, resolved } from './moment.ts'

/** A Sunday. */
const seen = '2026-03-08T02:21:00Z'
const told = (text: string) => momentsIn(text).map((moment) => [resolved(moment, seen)?.value, moment.isOdd])

describe('a moment on a page', () => {
  it.each([
    ['2026-03-05 14:28:09', '2026-03-05T14:28:09+08:00', false],
    ['2026-03-0514:28:09', '2026-03-05T14:28:09+08:00', false],
    ['2026/3/5 14:28', '2026-03-05T14:28:00+08:00', false],
    ['2026.03.05 14:28', '2026-03-05T14:28:00+08:00', false],
    ['2026年3月5日 晚上8:28', '2026-03-05T20:28:00+08:00', false],
    ['2026年03月05日', '2026-03-05', false],
    ['3月5日 下午2:28', '2026-03-05T14:28:00+08:00', false],
    ['12月30日 10:00', '2025-12-30T10:00:00+08:00', false],
    ['昨天14:28', '2026-03-07T14:28:00+08:00', false],
    ['星期三 09:10', '2026-03-04T09:10:00+08:00', false],
    ['周日 09:10', '2026-03-01T09:10:00+08:00', false],
    ['星期-09:10', '2026-03-02T09:10:00+08:00', false],
    ['凌晨12:05 2026-03-05', '2026-03-05', false],
    ['2026-O3-05 14:28:O9', '2026-03-05T14:28:09+08:00', true],
    ['2026-03-05 14:2809', '2026-03-05T14:28:09+08:00', true],
    ['2026-03-05 14:2', '2026-03-05', true],
    ['2026-03-2', '2026-03-02', true],
    ['2026年3月5日 14时28分09秒', '2026-03-05T14:28:09+08:00', false],
    ['2026-03-05(周四) 14:28', '2026-03-05T14:28:00+08:00', false],
    ['2026-03-05 | 14:28:09', '2026-03-05T14:28:09+08:00', false],
    ['2026-03-05|14:28:09', '2026-03-05T14:28:09+08:00', false],
    ['2026/3/514:28', '2026-03-05T14:28:00+08:00', true],
    ['2026/3/2 14:28', '2026-03-02T14:28:00+08:00', false],
    ['2026/2/1214:28', '2026-02-12T14:28:00+08:00', false],
    ['03-0514:28', '2026-03-05T14:28:00+08:00', false],
    ['26-03-05 14:28', '2026-03-05T14:28:00+08:00', false],
    ['Mar 5, 2026 14:28', '2026-03-05T14:28:00+08:00', false],
    ['5 March 2026, 14:28', '2026-03-05T14:28:00+08:00', false],
  ])('is read from %s', (text, value, isOdd) => {
    expect(told(text).findLast(([at]) => at !== undefined)).toEqual([value, isOdd])
  })

  it.each(['¥1299.00', '12.30元', '共3/5页', '138-0000-0000', '2026-13-05', '第3章', '300012345678'])(
    'is not in %s',
    (text) => {
      expect(told(text).filter(([at]) => at !== undefined)).toEqual([])
    },
  )

  it('without a day has none, and no year is made up when nothing tells it', () => {
    expect(momentsIn('10:21').map((moment) => [moment.hour, moment.minute, resolved(moment, seen)])).toEqual([
      [10, 21, undefined],
    ])
    expect(momentsIn('26-03-05 14:28').map((moment) => resolved(moment, undefined)?.inferred)).toEqual([['year']])
    expect(momentsIn('03-05 14:28').map((moment) => resolved(moment, undefined))).toEqual([undefined])
  })
})

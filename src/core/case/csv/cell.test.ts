import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../values/refusal.ts'
import { amountCell, cellText, countCell, numberCell, timeCell, yesNoCell } from './cell.ts'

const of = <T>(outcome: Outcome<T>) => (outcome.ok ? outcome.value : outcome.refusal.code)

describe('cells', () => {
  it.each([
    ['2026-09-15', '2026-09-15'],
    ['2026/9/5', '2026-09-05'],
    ['2026.9.5', '2026-09-05'],
    ['2026年9月5日', '2026-09-05'],
    ['20260915', '2026-09-15'],
    ['２０２６／９／１５', '2026-09-15'],
    ['2026/9/15 0:00', '2026-09-15'],
    ['2026/9/15 0:00:00', '2026-09-15'],
    ['2026-09-15 14:28', '2026-09-15T06:28:00Z'],
    ['2026/9/15 14:28:30', '2026-09-15T06:28:30Z'],
    ['2026年9月15日 14时28分', '2026-09-15T06:28:00Z'],
    ['2026/9/15 下午 2:28', '2026-09-15T06:28:00Z'],
    ['2026/9/15 2:28 PM', '2026-09-15T06:28:00Z'],
    ['2026/9/15 12:05 AM', '2026-09-14T16:05:00Z'],
    ['2026-09-15T14:28:00+08:00', '2026-09-15T06:28:00Z'],
    ['2026-09-15T06:28:00Z', '2026-09-15T06:28:00Z'],
    ['9/15/2026', '2026-09-15'],
    ['15/9/2026 14:28', '2026-09-15T06:28:00Z'],
    ['46280', '2026-09-15'],
    ['46280.5', '2026-09-15T04:00:00Z'],
  ])('reads the time %s', (text, expected) => {
    expect(of(timeCell(text))).toBe(expected)
  })

  it.each([
    ['3/4/2026', 'time-ambiguous'],
    ['2026-02-30', 'not-a-time'],
    ['2026-09-15 25:00', 'not-a-time'],
    ['2026-09-15 约下午', 'not-a-time'],
    ['9月15日', 'not-a-time'],
    ['昨天', 'not-a-time'],
    ['99999', 'not-a-time'],
    ['123', 'not-a-time'],
  ])('refuses the time %s', (text, code) => {
    expect(of(timeCell(text))).toBe(code)
  })

  it('counts the days of spreadsheets as they do', () => {
    expect([of(timeCell('36526')), of(timeCell('73050'))]).toEqual(['2000-01-01', '2099-12-31'])
  })

  it.each([
    ['¥1,299.00', 129900],
    ['￥1299', 129900],
    ['1299元', 129900],
    ['人民币1,299元整', 129900],
    ['RMB 1299.5', 129950],
    ['1299 yuan', 129900],
    ['-5', 'not-an-amount'],
    ['三十', 'not-an-amount'],
    ['12.345', 'not-an-amount'],
  ])('reads the sum %s', (text, expected) => {
    expect(of(amountCell(text))).toBe(expected)
  })

  it.each([
    ['290000000001', '290000000001'],
    ['２９００', '2900'],
    ['290000000001.0', '290000000001'],
    ['2.9E+11', 'number-rounded'],
    ['JDVB00012345678', 'JDVB00012345678'],
  ])('reads the number %s', (text, expected) => {
    expect(of(numberCell(text))).toBe(expected)
  })

  it('unwraps what spreadsheets put around a text', () => {
    expect(['="00123"', "'00123", ' 00123\u200b '].map(cellText)).toEqual(['00123', '00123', '00123'])
  })

  it.each([
    ['自营', true],
    ['是', true],
    ['第三方', false],
    ['No', false],
    ['不清楚', 'not-yes-or-no'],
  ])('reads %s', (text, expected) => {
    expect(of(yesNoCell(text))).toBe(expected)
  })

  it.each([
    ['2', 2],
    ['2件', 2],
    ['2.0', 2],
    ['0', 'not-a-count'],
    ['两', 'not-a-count'],
  ])('counts %s', (text, expected) => {
    expect(of(countCell(text))).toBe(expected)
  })

  it('never breaks on a cell', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/:.年月日 -]{0,20}$/)), (text) => {
        for (const read of [timeCell, amountCell, numberCell, countCell, yesNoCell])
          expect(read(cellText(text))).toHaveProperty('ok')
      }),
    )
  })
})

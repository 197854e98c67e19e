import { describe, expect, it } from 'vitest'
import { judgeNamed, namedConditionNames } from './named-conditions.ts'

describe('named conditions', () => {
  it.each([
    ['more-than', [2, 1], true],
    ['more-than', [1, 1], false],
    ['more-than', [1, 2], false],
    ['more-than', ['2', 1], null],
    ['more-than', [2, '1'], null],
    ['more-than-a-fifth', [21, 100], true],
    ['more-than-a-fifth', [20, 100], false],
    ['more-than-a-fifth', ['21', 100], null],
    ['more-than-a-fifth', [21, undefined], null],
    ['on-or-after', ['2026-03-17', '2026-03-16'], true],
    ['on-or-after', ['2026-03-16', '2026-03-16'], true],
    ['on-or-after', ['2026-03-15', '2026-03-16'], false],
    ['on-or-after', ['2026-03-15', 'soon'], null],
    ['on-or-after', [3, '2026-03-15'], null],
    ['same', ['x', 'x'], true],
    ['same', ['x', 'y'], false],
    ['same', [1, '1'], null],
    ['same', [undefined, undefined], null],
    ['same', [1, undefined], null],
    ['more-than', [undefined, 1], null],
    ['on-or-after', [undefined, '2026-03-15'], null],
  ] as const)('%s of %j is %s', (name, values, verdict) => {
    expect(judgeNamed(name, values)).toBe(verdict)
  })

  it('are a closed list', () => {
    expect(namedConditionNames).toEqual(['more-than', 'more-than-a-fifth', 'on-or-after', 'same'])
    expect(judgeNamed('toString', [1, 2])).toBeUndefined()
  })
})

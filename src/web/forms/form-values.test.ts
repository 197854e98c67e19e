import { describe, expect, it } from 'vitest'
import type { FormField } from './form-spec.ts'
import { faultsOf, filledOf, wallClock } from './form-values.ts'

const words = { lang: 'zh-CN', empty: '空', notADay: '日期', notANumber: '数字' } as const
const field = (kind: 'line' | 'moment' | 'day' | 'money' | 'count', needed = false): FormField => ({
  kind,
  name: 'x',
  label: 'X',
  needed,
})

describe('what is typed in a form', () => {
  it('is at fault where a needed field is blank, also when it holds blanks only', () => {
    expect(faultsOf([field('line', true)], { x: '  ' }, words)).toEqual({ x: '空' })
    expect(faultsOf([field('line')], { x: '' }, words)).toEqual({})
  })

  it('is at fault where an amount, a moment, a day or a number is none', () => {
    expect(faultsOf([field('money')], { x: '一百' }, words).x).toContain('不是可用的金额')
    expect(faultsOf([field('moment')], { x: '昨天' }, words).x).toContain('不是一个可用的时刻')
    expect(faultsOf([field('day')], { x: '2026-02-30' }, words)).toEqual({ x: '日期' })
    expect(faultsOf([field('count')], { x: '两件' }, words)).toEqual({ x: '数字' })
    expect(faultsOf([field('money'), field('count')], { x: '12' }, words)).toEqual({})
  })

  it('is read on the Shanghai clock, whatever the zone of the device', () => {
    const filled = filledOf({ at: '2026-11-26T08:30' }, {})
    expect(filled.moment('at')).toBe('2026-11-26T00:30:00Z')
    expect(wallClock('2026-11-26T00:30:59Z')).toBe('2026-11-26T08:30')
  })

  it('keeps the seconds of a moment whose minute was not touched', () => {
    const filled = filledOf({ at: '2026-08-28T20:41' }, {})
    expect(filled.moment('at', '2026-08-28T12:41:07Z')).toBe('2026-08-28T12:41:07Z')
    expect(filled.moment('at', '2026-08-28T12:42:07Z')).toBe('2026-08-28T12:41:00Z')
  })

  it('is changed only where it differs from what stood there at first', () => {
    const filled = filledOf({ name: '甲', shows: ['a'], own: true }, { name: '甲', shows: ['a', 'b'], own: false })
    expect(['name', 'shows', 'own', 'other'].map(filled.changed)).toEqual([false, true, true, false])
  })

  it('shows nothing for what is no moment', () => {
    expect(wallClock(undefined)).toBe('')
    expect(wallClock('2026-08-28')).toBe('')
  })
})

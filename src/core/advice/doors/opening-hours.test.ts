import { describe, expect, it } from 'vitest'
import { aChannel, at, aWorld } from '../clocks/clock-world.fixture.ts'
import type { FactTable } from '../fact-table.ts'
import { opening, phonesNow } from './opening-hours.ts'

/** September 2026 with Friday the 4th off and Sunday the 6th worked. */
const calendar = {
  '2026': {
    year: 2026,
    papers: [],
    days: [
      { date: '2026-09-04', name: '中秋节', off: true },
      { date: '2026-09-06', name: '中秋节', off: false },
    ],
    checkedOn: '2026-01-01',
    source: ['S12'],
  },
}
const daily = { days: 'daily', from: '08:30', to: '22:00' } as const
const working = { days: 'working', from: '9:00', to: '21:00' } as const
const open = { open: true }

describe('opening hours', () => {
  it('open on the first minute and close on the last', () => {
    expect(opening(daily, at(5, 8, 29), calendar)).toEqual({ open: false, from: at(5, 8, 30) })
    expect(opening(daily, at(5, 8, 30), calendar)).toEqual(open)
    expect(opening(daily, at(5, 21, 59), calendar)).toEqual(open)
    expect(opening(daily, at(5, 22), calendar)).toEqual({ open: false, from: at(6, 8, 30) })
  })

  it('follow the working calendar, holidays and make-up days included', () => {
    expect(opening(working, at(3, 20, 59), calendar)).toEqual(open)
    expect(opening(working, at(3, 21), calendar)).toEqual({ open: false, from: at(6, 9) })
    expect(opening(working, at(4, 12), calendar)).toEqual({ open: false, from: at(6, 9) })
    expect(opening(working, at(5, 8), calendar)).toEqual({ open: false, from: at(6, 9) })
    expect(opening(working, at(6, 8), calendar)).toEqual({ open: false, from: at(6, 9) })
    expect(opening(working, at(6, 9), calendar)).toEqual(open)
  })

  it('may last round the clock', () => {
    const always = { days: 'daily', from: '00:00', to: '24:00' } as const
    expect(opening(always, at(5, 0), calendar)).toEqual(open)
    expect(opening(always, at(5, 23, 59), calendar)).toEqual(open)
  })
})

describe('phones', () => {
  const phone = { kind: 'phone', value: '950616', standing: 'platform', source: 'S9', checkedOn: '2026-05-14' } as const
  const of = (contact: object, lang: 'zh-CN' | 'en' = 'zh-CN', now = at(5, 12)) =>
    phonesNow(aChannel({ id: 'x', contacts: [{ ...phone, hours: daily, ...contact }] }), aWorld({ lang, now }))

  it('say whether they can be called now', () => {
    expect(of({})).toEqual(['950616 现在可以打（08:30–22:00）'])
    expect(of({}, 'en')).toEqual(['950616 can be called now (08:30–22:00)'])
    expect(of({}, 'zh-CN', at(5, 7))).toEqual(['950616 将于 2026-09-05 08:30 开放'])
    expect(of({}, 'en', at(5, 7))).toEqual(['950616 opens at 2026-09-05 08:30'])
  })

  it('are left out when the hours are unknown, when it is no phone, and when only the guide gives the number', () => {
    expect(of({ hours: undefined })).toEqual([])
    expect(of({ kind: 'web' })).toEqual([])
    expect(of({ standing: 'guide' })).toEqual([])
  })

  it('are left out when they are not for this case, and stay while that is not known', () => {
    const when = { fact: 'order.self-operated', is: false, text: { zh: '第三方', en: 'third party' } }
    const world = (facts: FactTable) => ({ ...aWorld({ now: at(5, 12) }), facts })
    const own = (value: boolean): FactTable => ({ 'order.self-operated': { status: 'known', value, by: [] } })
    const channel = aChannel({ id: 'x', contacts: [{ ...phone, hours: daily, when }] })
    expect(phonesNow(channel, world(own(true)))).toEqual([])
    expect(phonesNow(channel, world(own(false)))).toHaveLength(1)
    expect(phonesNow(channel, world({}))).toHaveLength(1)
  })
})

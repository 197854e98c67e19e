import { describe, expect, it } from 'vitest'
import type { Channel } from '../../knowledge/channel.ts'
import type { ChannelFinding } from '../advice.ts'
import { aChannel, at, aWorld } from '../clocks/clock-world.fixture.ts'
import { dayPlan } from './day-plan.ts'

const contact = { value: 'x', standing: 'platform', source: 'S9', checkedOn: '2026-05-14' } as const
const hours = { days: 'daily', from: '14:00', to: '16:00' } as const
const app = aChannel({ id: 'app', beside: ['phone'], contacts: [{ kind: 'app', ...contact }] })
const phone = aChannel({ id: 'phone', contacts: [{ kind: 'phone', ...contact, hours }] })
const post = aChannel({ id: 'post', kind: 'public', contacts: [{ kind: 'app', ...contact }] })

function plan(channels: readonly Channel[], given: Partial<ChannelFinding> = {}, lang: 'zh-CN' | 'en' = 'zh-CN') {
  const { knowledge } = aWorld({ channels, lang })
  const findings = channels.map(({ id }): ChannelFinding => ({ id, status: 'open', because: '', closes: [], ...given }))
  return dayPlan(findings, knowledge, at(4, 9))
}
const parts = (channels: readonly Channel[], given: Partial<ChannelFinding> = {}) =>
  plan(channels, given).map(({ part, channel }) => `${part} ${channel}`)

describe('the plan of a day', () => {
  it('puts the app in the morning, the phone in the afternoon, and the post last', () => {
    expect(parts([post, phone, app])).toEqual(['morning app', 'afternoon phone', 'evening post'])
  })

  it('takes a web form for the morning and never a post', () => {
    const web = { ...app, contacts: [{ kind: 'web', ...contact }] as const }
    expect(parts([{ ...web, contacts: [...web.contacts] }, post])).toEqual(['morning app', 'evening post'])
    expect(parts([post])).toEqual(['evening post'])
    expect(parts([{ ...app, kind: 'authority' }])).toEqual([])
    expect(parts([aChannel({ id: 'x', contacts: [{ kind: 'counter', ...contact }] })])).toEqual([])
  })

  it('leaves out what is not open or would shut a door', () => {
    expect(parts([app, phone, post], { status: 'not-yet' })).toEqual([])
    expect(parts([app, phone, post], { status: 'would-close' })).toEqual([])
    expect(parts([app, phone, post], { closes: ['x'] })).toEqual([])
  })

  it('calls only beside the morning, whichever of the two says so', () => {
    expect(parts([{ ...app, beside: [] }, phone])).toEqual(['morning app'])
    expect(
      parts([
        { ...app, beside: [] },
        { ...phone, beside: ['app'] },
      ]),
    ).toEqual(['morning app', 'afternoon phone'])
    expect(parts([phone])).toEqual(['afternoon phone'])
  })

  it('calls only a phone that is answered at three', () => {
    const only = (kind: 'phone' | 'web', given?: typeof hours | { days: 'daily'; from: string; to: string }) =>
      parts([app, { ...phone, contacts: [{ kind, ...contact, hours: given }] }])
    expect(only('phone', hours)).toEqual(['morning app', 'afternoon phone'])
    expect(only('phone', { days: 'daily', from: '15:30', to: '16:00' })).toEqual(['morning app'])
    expect(only('phone', { days: 'daily', from: '15:00', to: '15:01' })).toEqual(['morning app', 'afternoon phone'])
    expect(only('phone')).toEqual(['morning app'])
    expect(only('web', hours)).toEqual(['morning app'])
  })

  it('does not call the channel of the morning again', () => {
    const both = aChannel({ id: 'both', beside: ['both'], contacts: [...app.contacts, ...phone.contacts] })
    expect(parts([both])).toEqual(['morning both'])
  })

  it('says what to do in either language', () => {
    expect(plan([app, phone, post]).map(({ text }) => text.slice(0, 3))).toEqual(['上午：', '下午：', '晚上：'])
    expect(plan([app, phone, post], {}, 'en').map(({ text }) => text.split(':')[0])).toEqual([
      'Morning',
      'Afternoon',
      'Evening',
    ])
  })
})

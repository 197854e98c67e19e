import { describe, expect, it } from 'vitest'
import type { Case } from '../../case/case.ts'
import type { Channel } from '../../knowledge/channel.ts'
import type { ChannelFinding } from '../advice.ts'
import { aChannel, aContact, aFiling, aReply, at, aWorld } from '../clocks/clock-world.fixture.ts'
import { dayPlan } from './day-plan.ts'
import { adviceOn, filing, knowledge, worldOf } from './history.fixture.ts'

const contact = { value: 'x', standing: 'platform', source: 'S9', checkedOn: '2026-05-14' } as const
const hours = { days: 'daily', from: '14:00', to: '16:00' } as const
const app = aChannel({ id: 'app', beside: ['phone'], contacts: [{ kind: 'app', ...contact }] })
const phone = aChannel({ id: 'phone', contacts: [{ kind: 'phone', ...contact, hours }] })
const post = aChannel({ id: 'post', kind: 'public', contacts: [{ kind: 'app', ...contact }] })

type Given = { finding?: Partial<ChannelFinding>; kase?: Partial<Case>; lang?: 'zh-CN' | 'en'; now?: string }

function plan(channels: readonly Channel[], { finding = {}, kase = {}, lang = 'zh-CN', now = at(4, 9) }: Given = {}) {
  const world = aWorld({ channels, lang, kase })
  const findings = channels.map(
    ({ id }): ChannelFinding => ({ id, status: 'open', because: '', closes: [], ...finding }),
  )
  return dayPlan(findings, world.kase, world.knowledge, now)
}
const parts = (channels: readonly Channel[], given: Given = {}) =>
  plan(channels, given).map(({ part, channel }) => `${part} ${channel}`)

describe('the plan of a day', () => {
  it('puts the written step in the morning, the phone in the afternoon, and the post last', () => {
    expect(parts([post, phone, app])).toEqual(['morning app', 'afternoon phone', 'evening post'])
  })

  it('takes a web form or a mail for the morning, never a post or another’s door', () => {
    for (const kind of ['web', 'email'] as const)
      expect(parts([{ ...app, contacts: [{ kind, ...contact }] }, post])).toEqual(['morning app', 'evening post'])
    expect(parts([post])).toEqual(['evening post'])
    expect(parts([{ ...app, kind: 'authority' }])).toEqual([])
    expect(parts([{ ...phone, kind: 'payment' }])).toEqual([])
    expect(parts([aChannel({ id: 'x', contacts: [{ kind: 'counter', ...contact }] })])).toEqual([])
  })

  it('leaves out what is not open or would shut a door', () => {
    for (const finding of [{ status: 'not-yet' }, { status: 'would-close' }, { closes: ['x'] }] as const)
      expect(
        parts([app, phone, post], {
          finding: { ...finding, closes: [...('closes' in finding ? finding.closes : [])] },
        }),
      ).toEqual([])
  })

  it('calls only beside the morning, whichever of the two says so', () => {
    expect(parts([{ ...app, beside: [] }, phone])).toEqual(['morning app'])
    const beside = { ...phone, beside: ['app'] }
    expect(parts([{ ...app, beside: [] }, beside])).toEqual(['morning app', 'afternoon phone'])
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

  it('leaves a door alone for two days, and while something runs there', () => {
    const knocked = (kase: Partial<Case>, now?: string) => parts([app, phone], { kase, ...(now && { now }) })
    const spoken = { contacts: [aContact({ id: 'C1', channel: 'app', at: at(3, 9) })] }
    expect(knocked(spoken)).toEqual(['afternoon phone'])
    expect(knocked(spoken, at(5, 9))).toEqual(['morning app', 'afternoon phone'])
    const heard = { contacts: [aContact({ id: 'C1', channel: 'app', at: at(3, 9), direction: 'in' })] }
    expect(knocked(heard)).toEqual(['morning app', 'afternoon phone'])
    const filed = (given: object) => ({ filings: [aFiling({ id: 'F1', channel: 'phone', at: at(1, 9), ...given })] })
    expect(knocked(filed({}))).toEqual(['morning app'])
    expect(knocked(filed({ replies: [aReply('answered', at(2, 9))] }))).toEqual(['morning app', 'afternoon phone'])
    expect(knocked(filed({ chasedAt: [at(3, 9)], replies: [aReply('answered', at(3, 9))] }))).toEqual(['morning app'])
    expect(knocked(filed({ withdrawnAt: at(1, 10) }))).toEqual(['morning app', 'afternoon phone'])
  })

  it('adds nothing beside what runs unless the two may stand together', () => {
    const authority = aChannel({ id: 'authority', kind: 'authority' })
    const kase = { filings: [aFiling({ id: 'F1', channel: 'authority', at: at(1, 9) })] }
    expect(parts([app, authority], { kase })).toEqual([])
    expect(parts([app, { ...authority, beside: ['app'] }], { kase })).toEqual(['morning app'])
    const elsewhere = { filings: [aFiling({ id: 'F1', channel: 'unheard-of', at: at(1, 9) })] }
    expect(parts([app], { kase: elsewhere })).toEqual(['morning app'])
  })

  it('prefers a door that has not been knocked at', () => {
    const other = { ...app, id: 'other' }
    const kase = { contacts: [aContact({ id: 'C1', channel: 'app', at: at(1, 9) })] }
    expect(parts([app, other], { kase })).toEqual(['morning other'])
    expect(parts([app, other])).toEqual(['morning app'])
  })

  it('leaves out the morning that is over, and after six turns to tomorrow', () => {
    const of = (now: string) => plan([app, phone, post], { now }).map(({ text }) => text.slice(0, 4))
    expect(of(at(4, 11, 59))).toEqual(['今天上午', '今天下午', '今天晚上'])
    expect(of(at(4, 12))).toEqual(['今天下午', '今天晚上'])
    expect(of(at(4, 17, 59))).toEqual(['今天下午', '今天晚上'])
    expect(of(at(4, 18))).toEqual(['明天上午', '明天下午', '明天晚上'])
    const working = {
      ...phone,
      contacts: [{ kind: 'phone', ...contact, hours: { ...hours, days: 'working' } }],
    } as const
    const calls = (now: string) => parts([{ ...working, contacts: [...working.contacts] }], { now })
    expect(calls(at(4, 13))).toEqual(['afternoon phone'])
    expect(calls(at(4, 19))).toEqual([])
    expect(calls(at(5, 13))).toEqual([])
  })

  it('names other doors in the morning only where that does no harm, and files nothing twice', () => {
    const said = (channel: Channel) => plan([channel, phone]).map(({ text }) => text)
    expect(said({ ...app, mayNameOthers: true })[0]).toContain('已有的单号')
    expect(said(app)[0]).toContain('不写还找过')
    expect(said(app)[1]).toContain('不另写一份内容相同的投诉')
    expect(plan([phone])[0]?.text).toContain('要一个单号')
  })

  it('says what to do in either language', () => {
    const english = plan([app, phone, post], { lang: 'en' }).map(({ text }) => text.split(':')[0])
    expect(english).toEqual(['Today, morning', 'Today, afternoon', 'Today, evening'])
  })
})

describe('the plan of a day at JD', () => {
  const planOn = (given: Parameters<typeof adviceOn>[0]) => {
    const { kase, now } = worldOf(given)
    return dayPlan(adviceOn(given).channels, kase, knowledge, now)
  }

  it('is the app, then the phone, and a post only after its check', () => {
    const plan = planOn({ now: at(20, 9) })
    expect(plan.map(({ part, channel }) => `${part} ${channel}`)).toEqual([
      'morning jd-service',
      'afternoon jd-phone',
      'evening community-post',
    ])
    expect(plan.at(-1)?.text).toContain('公开文字检查')
  })

  it('goes on to the dispute once service has been written to, and names no other door there', () => {
    const filings = [filing('jd-service', 12, [aReply('answered', at(13, 9))])]
    const [first] = planOn({ facts: { 'aftersale.refused-on': '2026-09-10' }, filings, now: at(20, 9) })
    expect(first).toMatchObject({ channel: 'jd-dispute', text: expect.stringContaining('不写还找过') })
  })

  it('never puts an authority, an association or a court beside another step', () => {
    for (const own of [true, false])
      for (const { channel } of planOn({ own, now: at(20, 9) }))
        expect(['platform', 'public']).toContain(knowledge.channels[channel]?.kind)
  })
})

import { describe, expect, it } from 'vitest'
import { aChannel, aDeadline, aFiling, aReply, at } from '../clocks/clock-world.fixture.ts'
import { facts, is, text } from '../small-world.fixture.ts'
import { filed, findings, type Given, statuses } from './doors.fixture.ts'

const first = (given: Given) => findings(given)[0]
const edge = (channel: string) => ({ channel, because: text(`shuts ${channel}`), cites: [] })

describe('a door that shuts others', () => {
  const platform = aChannel({ id: 'platform', once: true })
  const authority = aChannel({ id: 'authority', closes: [edge('platform'), edge('authority')] })
  const court = aChannel({ id: 'court', closes: [edge('authority'), edge('platform')] })
  const channels = [platform, authority, court]

  it('would close a better one that is still to be used', () => {
    expect(findings({ channels })).toMatchObject([
      { id: 'platform', status: 'open', closes: [] },
      {
        id: 'authority',
        status: 'would-close',
        closes: ['platform'],
        because: '现在用会关闭更靠前的“platform”：shuts platform',
      },
      { id: 'court', status: 'would-close', closes: ['platform', 'authority'] },
    ])
  })

  it('gives the reason of each door it would shut, as sentences of the language', () => {
    const [, , last] = findings({ channels })
    expect(last?.because).toBe(
      '现在用会关闭更靠前的“platform”：shuts platform现在用会关闭更靠前的“authority”：shuts authority',
    )
    const [, , english] = findings({ channels, lang: 'en' })
    expect(english?.because).toContain('shuts platform (en) Using it now would shut authority (en)')
  })

  it('is open where what it shuts comes later', () => {
    expect(findings({ channels: [court, platform] })).toMatchObject([
      { id: 'court', status: 'open', closes: ['platform'] },
      { id: 'platform', status: 'open' },
    ])
  })

  it('is open once the better one is used up', () => {
    const over = aFiling({ id: 'F1', replies: [aReply('closed', at(2, 9))] })
    expect(statuses({ channels, ...filed(over) })).toEqual({
      platform: 'closed',
      authority: 'open',
      court: 'would-close',
    })
  })

  it('would end what runs there while an answer is waited for, whatever the order, and says so after', () => {
    const reply = aDeadline({ id: 'reply' })
    const turned = [authority, court, platform]
    const pending = filed(aFiling({ id: 'F1', at: at(3, 9), ticket: 'T1' }))
    expect(findings({ channels: turned, deadlines: [reply], ...pending, now: at(4, 9) })[0]).toEqual({
      id: 'authority',
      status: 'would-close',
      because: '现在用会让正在进行的“platform”停下来：shuts platform',
      closes: ['platform'],
    })
    expect(findings({ channels: turned, deadlines: [reply], ...pending, now: at(6, 9) })[0]).toMatchObject({
      status: 'open',
      because: '现在可以用。现在用会让正在进行的“platform”停下来：shuts platform',
      closes: ['platform'],
    })
    const [english] = findings({ channels: turned, deadlines: [reply], ...pending, now: at(6, 9), lang: 'en' })
    expect(english?.because).toBe(
      'Can be used now. Using it now would end platform (en), which is under way: shuts platform (en)',
    )
  })

  it('names what it would end beside the better one it would shut', () => {
    const appeal = aChannel({ id: 'appeal', requires: is('a.b') })
    const both = aChannel({ id: 'authority', closes: [edge('platform'), edge('appeal')] })
    const [, , last] = findings({ channels: [platform, appeal, both], ...filed(aFiling({ id: 'F1' })) })
    expect(last).toMatchObject({
      status: 'would-close',
      because: '现在用会让正在进行的“platform”停下来：shuts platform现在用会关闭更靠前的“appeal”：shuts appeal',
    })
  })

  it('spares a better one that is only not open yet', () => {
    const early = { ...platform, requires: is('a.b') }
    expect(statuses({ channels: [early, authority] })).toEqual({ platform: 'not-yet', authority: 'would-close' })
    expect(statuses({ channels: [early, authority], facts: facts({ 'a.b': false }) })).toEqual({
      platform: 'closed',
      authority: 'open',
    })
  })

  it('stays what it is while it is not open itself', () => {
    expect(statuses({ channels: [platform, { ...authority, requires: is('a.b') }] })).toMatchObject({
      authority: 'not-yet',
    })
  })

  it('shuts them, and itself, by a filing', () => {
    const kase = filed(aFiling({ id: 'F1', channel: 'authority' }))
    expect(findings({ channels, ...kase })).toMatchObject([
      { id: 'platform', status: 'closed', because: '已于 2026-09-01 10:00 提交authority：shuts platform' },
      { id: 'authority', status: 'open', closes: [] },
      { id: 'court', status: 'open', closes: ['authority'] },
    ])
    const over = filed(aFiling({ id: 'F1', channel: 'authority', replies: [aReply('mediation-ended', at(2, 9))] }))
    expect(statuses({ channels, ...over })).toEqual({ platform: 'closed', authority: 'closed', court: 'open' })
  })

  it('lets nobody lose what has yet to come about', () => {
    const order = aChannel({ id: 'order', readyWhen: is('sum.admitted') })
    const of = (known: Record<string, boolean>) =>
      findings({ channels: [order, aChannel({ id: 'court', closes: [edge('order')] })], facts: facts(known) })
    expect(of({})).toMatchObject([
      { status: 'not-yet', because: '尚待确认：sum.admitted is true。' },
      { status: 'open', closes: [] },
    ])
    expect(of({ 'sum.admitted': false })[0]?.because).toBe('还要等到：sum.admitted is true。')
    expect(of({ 'sum.admitted': true })).toMatchObject([
      { status: 'open' },
      { status: 'would-close', closes: ['order'] },
    ])
  })

  it('is barred where the fact is known, and only there', () => {
    const bars = [{ when: is('agreed.otherwise'), because: text('agreed otherwise'), cites: [] }]
    const of = (known: Record<string, boolean>) =>
      first({ channels: [aChannel({ id: 'a', bars })], facts: facts(known) })
    expect(of({})?.status).toBe('open')
    expect(of({ 'agreed.otherwise': false })?.status).toBe('open')
    expect(of({ 'agreed.otherwise': true })).toMatchObject({ status: 'closed', because: 'agreed otherwise' })
  })

  it('counts an appeal noted on a ticket as a filing of the door whose window it meets', () => {
    const window = aDeadline({
      id: 'window',
      who: 'consumer',
      rule: 'days',
      n: 7,
      starts: [{ filing: ['platform'], step: 'closed' }],
      ends: [{ filing: ['platform'], step: 'appealed' }],
    })
    const appeal = aChannel({ id: 'appeal', window: 'window', once: true })
    const of = (...replies: ReturnType<typeof aReply>[]) =>
      findings({
        channels: [platform, appeal],
        deadlines: [window],
        ...filed(aFiling({ id: 'F1', appealedAt: at(3, 9), replies: [aReply('closed', at(2, 9)), ...replies] })),
      })[1]
    expect(of()).toMatchObject({ status: 'open', because: expect.stringContaining('已于 2026-09-03 09:00 提交') })
    expect(of(aReply('judged', at(4, 9)))).toMatchObject({
      status: 'closed',
      because: expect.stringContaining('有了结果'),
    })
  })

  it('does not when the filing was withdrawn, or refused without being taken up', () => {
    const by = (given: object) =>
      statuses({ channels, ...filed(aFiling({ id: 'F1', channel: 'court', ...given })) }).platform
    expect(by({})).toBe('closed')
    expect(by({ withdrawnAt: at(2, 9) })).toBe('open')
    expect(by({ replies: [aReply('refused', at(2, 9))] })).toBe('open')
    expect(by({ replies: [aReply('accepted', at(2, 9)), aReply('refused', at(3, 9))] })).toBe('closed')
    expect(by({ replies: [aReply('accepted', at(2, 9))] })).toBe('closed')
  })

  it('names the phone that can be called only while it is open', () => {
    const contact = {
      kind: 'phone',
      value: '950618',
      standing: 'platform',
      source: 'S9',
      checkedOn: '2026-05-14',
      hours: { days: 'daily', from: '00:00', to: '24:00' },
    } as const
    const phone = aChannel({ id: 'platform', contacts: [contact] })
    expect(first({ channels: [phone] })?.next).toBe('950618 现在可以打（00:00–24:00）')
    expect(first({ channels: [{ ...phone, requires: is('a.b') }] })).not.toHaveProperty('next')
  })
})

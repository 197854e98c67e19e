import { describe, expect, it } from 'vitest'
import type { Filing } from '../../case/case.ts'
import { aReply, at } from '../clocks/clock-world.fixture.ts'
import { adviceOn, filing, findingOn, type History, statuses } from './history.fixture.ts'

const of = (given: History) => statuses({ own: true, ...given })
const on = (channel: string, given: History) => findingOn(channel, { own: true, ...given })
const complained = (...replies: Filing['replies'][number][]) => ({ filings: [filing('complaint-12315', 12, replies)] })
const accepted = complained(aReply('accepted', at(14, 9)))

describe('an order with the platform’s own shop', () => {
  it('has no dispute and may go to 12315', () => {
    expect(of({})).toMatchObject({
      'jd-dispute': 'closed',
      'jd-appeal': 'closed',
      'complaint-12315': 'open',
      'consumers-association': 'would-close',
      court: 'would-close',
    })
    expect(on('jd-dispute', {})?.because).toContain('自营')
  })

  it('goes from JD’s service to 12315, which says what else it stands beside', () => {
    const answered = filing('jd-service', 11, [aReply('answered', at(12, 9))])
    const spoken = { id: 'C3', at: at(12, 15), channel: 'jd-phone', direction: 'out', words: '催', by: [] } as const
    const heard = { ...spoken, id: 'C4', at: at(12, 16), direction: 'in' } as const
    const kase = { contacts: [spoken, heard] }
    const { next } = adviceOn({ own: true, filings: [answered], kase, now: at(14, 9) })
    expect(next.map((step) => step.with)).toContain('complaint-12315')
  })
})

describe('a complaint to 12315', () => {
  it('waits seven working days for a word, and the association and the court would end it meanwhile', () => {
    expect(of({ ...complained(), now: at(13, 9) })).toMatchObject({
      'complaint-12315': 'open',
      'consumers-association': 'would-close',
      court: 'would-close',
    })
    expect(on('court', { ...complained(), now: at(13, 9) })).toMatchObject({
      closes: expect.arrayContaining(['complaint-12315']),
      because: expect.stringContaining('让正在进行的“12315投诉”停下来'),
    })
  })

  it('in mediation would be ended by the association, a suit, arbitration and a payment order', () => {
    const owed = { 'debt.sum-acknowledged': true, 'debt.nothing-owed-back': true }
    for (const door of ['consumers-association', 'court', 'payment-order'])
      expect(on(door, { ...accepted, facts: owed })).toMatchObject({
        status: 'would-close',
        because: expect.stringContaining('12315投诉'),
      })
    const agreed = { 'contract.arbitration-agreed': true }
    expect(on('arbitration', { ...accepted, facts: agreed })).toMatchObject({
      status: 'would-close',
      closes: ['complaint-12315'],
    })
  })

  it('in mediation is never left for another door by the next steps', () => {
    for (const now of [at(15, 9), at(30, 9), '2026-11-10T09:00:00+08:00']) {
      const { next, channels } = adviceOn({ own: true, ...accepted, now })
      for (const step of next) expect(channels.find(({ id }) => id === step.with)?.closes ?? []).toEqual([])
    }
  })

  it('whose sixty days are over leaves the court open, which still names what it ends', () => {
    const late = { ...accepted, now: '2026-11-20T09:00:00+08:00' }
    expect(of(late)).toMatchObject({ 'complaint-12315': 'open', court: 'open' })
    expect(on('court', late)?.because).toContain('让正在进行的“12315投诉”停下来')
    const [step] = adviceOn({ own: true, ...late }).next.filter((one) => one.with === 'complaint-12315')
    expect(step?.do).toContain('可以起诉')
  })

  it('that ended without agreement is closed, and the court is open without a loss', () => {
    const ended = complained(aReply('accepted', at(14, 9)), aReply('mediation-ended', at(16, 9)))
    expect(of(ended)).toMatchObject({ 'complaint-12315': 'closed', court: 'open', 'consumers-association': 'open' })
    expect(on('court', ended)?.closes).not.toContain('complaint-12315')
  })

  it('can be made again only when it was turned away without being taken up', () => {
    const status = (given: History) => of(given)['complaint-12315']
    expect(status(complained(aReply('refused', at(14, 9))))).toBe('open')
    expect(status(complained(aReply('accepted', at(14, 9)), aReply('refused', at(16, 9))))).toBe('closed')
    const withdrawn = { filings: [{ ...filing('complaint-12315', 12), withdrawnAt: at(13, 9) }] }
    expect(status(withdrawn)).toBe('open')
  })

  it('is lost to the association or a suit, unless they turn the matter away', () => {
    const filedAt = (channel: string, replies: Filing['replies'] = []) =>
      of({ filings: [filing(channel, 12, replies)] })['complaint-12315']
    expect(filedAt('consumers-association')).toBe('closed')
    expect(filedAt('consumers-association', [aReply('mediation-ended', at(14, 9))])).toBe('closed')
    expect(filedAt('consumers-association', [aReply('refused', at(14, 9))])).toBe('open')
    expect(filedAt('court')).toBe('closed')
    for (const free of ['report-12315', 'jd-service', 'mediation-committee']) expect(filedAt(free)).toBe('open')
  })

  it('stands beside a report, and neither waits for the other', () => {
    const both = { filings: [filing('complaint-12315', 12), filing('report-12315', 12)] }
    expect(of(both)).toMatchObject({ 'complaint-12315': 'open', 'report-12315': 'open' })
    expect(of({ filings: [filing('report-12315', 12, [aReply('refused', at(14, 9))])] })).toEqual(of({}))
  })
})

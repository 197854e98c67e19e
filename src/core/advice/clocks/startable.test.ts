import { describe, expect, it } from 'vitest'
import type { ReckonedDeadline } from '../../knowledge/deadline.ts'
import { facts } from '../small-world.fixture.ts'
import { aDeadline, aFiling, aWorld } from './clock-world.fixture.ts'
import { startable } from './startable.ts'

const starting = (id: string, ...starts: ReckonedDeadline['starts']) => aDeadline({ id, starts })
const deadlines = [
  starting('signed', { fact: 'order.signed-on' }),
  starting('either', { fact: 'order.paid-on' }, { filing: ['court', 'internet-court'], step: 'judged' }),
  starting('filed', { filing: ['court'], step: 'made' }),
  starting('next', { clock: 'filed' }),
  starting('after-next', { clock: 'next' }, { clock: 'after-next' }),
]
const named = (given: Parameters<typeof aWorld>[0]) => [...startable(aWorld({ deadlines, ...given }))].sort()

describe('the deadlines that a case could start', () => {
  it('are those of its facts', () => {
    expect(named({})).toEqual([])
    expect(named({ facts: facts({ 'order.signed-on': '2026-09-01' }) })).toEqual(['signed'])
    expect(named({ facts: facts({ 'order.paid-on': '2026-09-01', 'other.fact': true }) })).toEqual(['either'])
  })

  it('are those of its filings, with the clocks that follow theirs', () => {
    const on = (channel: string) => named({ kase: { filings: [aFiling({ id: 'F1', channel })] } })
    expect(on('internet-court')).toEqual(['either'])
    expect(on('court')).toEqual(['after-next', 'either', 'filed', 'next'])
    expect(on('seller')).toEqual([])
  })

  it('are always those that any case could start', () => {
    const common = [
      starting('any', { filing: 'any', step: 'made' }),
      starting('offer', { offer: 'received' }),
      starting('contact', { contact: 'unanswered' }),
      starting('money', { money: 'received' }),
      starting('case', { case: 'closed' }),
    ]
    expect(named({ deadlines: common })).toEqual(['any', 'case', 'contact', 'money', 'offer'])
  })
})

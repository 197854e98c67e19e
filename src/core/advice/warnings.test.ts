import { describe, expect, it } from 'vitest'
import type { Case, StatedFact } from '../case/case.ts'
import type { ReckonedDeadline } from '../knowledge/deadline.ts'
import type { Law } from '../knowledge/law.ts'
import type { Problem } from '../knowledge/problem.ts'
import type { Right } from '../knowledge/right.ts'
import { aDeadline, aFiling, anOffer, at, aWorld } from './clocks/clock-world.fixture.ts'
import { clocks } from './clocks/deadlines.ts'
import { judgeRight } from './rights.ts'
import { aFact, aLaw, aProblem, aProvision, aRight, facts, is, text } from './small-world.fixture.ts'
import { warnings } from './warnings.ts'

type Given = {
  kase?: Partial<Case>
  problems?: readonly Problem[]
  rights?: readonly Right[]
  deadlines?: readonly ReckonedDeadline[]
  laws?: readonly Law[]
  facts?: ReturnType<typeof facts>
  lang?: 'zh-CN' | 'en'
}

function said({ rights = [], laws, ...given }: Given) {
  const base = aWorld(given)
  const shelf = laws ? { laws: Object.fromEntries(laws.map((law) => [law.id, law])) } : {}
  const asked = { facts: { 'fault.found-on': aFact('fault.found-on', 'date') } }
  const world = { ...base, knowledge: { ...base.knowledge, ...shelf, ...asked } }
  return warnings({ rights: rights.map((right) => judgeRight(right, world)), clocks: clocks(world) }, world)
}
const rules = (given: Given) => said(given).map(({ rule }) => rule)

describe('the traps of a problem', () => {
  const warning = (rule: string, when?: ReturnType<typeof is>) => ({
    rule,
    text: text(rule),
    cites: ['cpl#24'],
    ...(when ? { when } : {}),
  })
  const problem = (id: string, ...list: ReturnType<typeof warning>[]) => ({ ...aProblem(id), warnings: list })

  it('are told when their condition holds, not while it is open', () => {
    const problems = [problem('fault', warning('always'), warning('own', is('order.self-operated')))]
    expect(rules({ problems })).toEqual(['always'])
    expect(rules({ problems, facts: facts({ 'order.self-operated': true }) })).toEqual(['always', 'own'])
    expect(rules({ problems, facts: facts({ 'order.self-operated': false }) })).toEqual(['always'])
  })

  it('carry their text and cites, and are told once for all problems', () => {
    const types = [
      { type: 'fault', confirmed: true },
      { type: 'fraud', confirmed: true },
      { type: 'gone', confirmed: true },
    ]
    const other = { ...warning('keep-order'), text: text('second') }
    const problems = [problem('fault', warning('keep-order')), problem('fraud', other, warning('more'))]
    expect(said({ problems, kase: { problem: { words: '', types } } })).toEqual([
      { rule: 'keep-order', text: 'keep-order', cites: ['cpl#24'] },
      { rule: 'more', text: 'more', cites: ['cpl#24'] },
    ])
  })

  it('begin with a problem that the user has not confirmed', () => {
    const types = [{ type: 'fault', confirmed: false }]
    const [first] = said({ problems: [problem('fault', warning('x'))], kase: { problem: { words: '', types } } })
    expect(first).toMatchObject({
      rule: 'problem-unconfirmed:fault',
      text: expect.stringContaining('“fault”还没有经您确认'),
    })
    const gone = said({ kase: { problem: { words: '', types: [{ type: 'gone', confirmed: false }] } }, lang: 'en' })
    expect(gone[0]?.text).toContain('“gone” is not confirmed')
  })
})

describe('the warning of a right', () => {
  const right = aRight({ id: 'refund', warning: text('mind the parts') })

  it('is told when the right applies', () => {
    const of = (known: Record<string, boolean>) => said({ rights: [right], facts: facts(known) })
    expect(of({ 'fault.present': true })).toEqual([{ rule: 'right:refund', text: 'mind the parts', cites: ['cpl#24'] }])
    expect(of({ 'fault.present': false })).toEqual([])
    expect(of({})).toEqual([])
    expect(rules({ rights: [aRight({ id: 'bare' })], facts: facts({ 'fault.present': true }) })).toEqual([])
  })
})

describe('an open offer', () => {
  it('that gives something up is pointed out in its own words', () => {
    const offers = [
      anOffer({ id: 'O1', waives: ['删除评价', '不再投诉'] }),
      anOffer({ id: 'O2' }),
      anOffer({ id: 'O3', waives: ['x'], decision: { answer: 'decline', at: at(2, 9) } }),
    ]
    const found = said({ kase: { offers } })
    expect(found.map(({ rule }) => rule)).toEqual(['offer-waives:O1'])
    expect(found[0]?.text).toContain('接受商家的方案就要放弃：删除评价；不再投诉。')
  })
})

describe('a window that is over', () => {
  const started = facts({ 'a.on': '2026-08-20' })
  const of = (given: Partial<ReckonedDeadline>) =>
    said({
      deadlines: [
        aDeadline({
          id: 'w',
          who: 'consumer',
          rule: 'days',
          n: 7,
          starts: [{ fact: 'a.on' }],
          cites: ['cpl#24'],
          ...given,
        }),
      ],
      facts: started,
    })

  it("is told when it was the user's own, by law or platform", () => {
    expect(of({})).toEqual([
      { rule: 'window-over:w', text: '“do w”的期限已在 2026-08-27 届满。after w', cites: ['cpl#24'] },
    ])
    expect(of({ standing: 'platform' })).toHaveLength(1)
    expect(of({ standing: 'guide' })).toEqual([])
    expect(of({ who: 'seller' })).toEqual([])
    expect(of({ n: 60 })).toEqual([])
    expect(of({ ends: [{ fact: 'a.on' }] })).toEqual([])
  })
})

describe('provisions not seen in full', () => {
  const graded = (...grades: ('A' | 'B' | 'C')[]) => [
    aLaw(
      'cpl',
      grades.map((grade, i) => ({ ...aProvision(String(24 + i)), grade })),
    ),
  ]
  const cites = ['cpl#24', 'cpl#25']
  const known = facts({ 'fault.present': true })

  it('are pointed out where a right in play has no other', () => {
    const of = (laws: Law[], given = known) => rules({ rights: [aRight({ id: 'r', cites })], laws, facts: given })
    expect(of(graded('B', 'C'))).toEqual(['second-hand:right:r'])
    expect(of(graded('B', 'A'))).toEqual([])
    expect(of(graded('A', 'A'))).toEqual([])
    expect(of(graded('B', 'C'), facts({}))).toEqual(['second-hand:right:r'])
    expect(of(graded('B', 'C'), facts({ 'fault.present': false }))).toEqual([])
  })

  it('are pointed out where an open clock has no other', () => {
    const of = (given: Partial<ReckonedDeadline>, filing = {}) =>
      said({
        deadlines: [aDeadline({ id: 'd', n: 200, ends: [{ filing: ['platform'], step: 'chased' }], ...given })],
        kase: { filings: [aFiling({ id: 'F1', ...filing })] },
        laws: graded('C'),
      })
    expect(of({ cites: ['cpl#24'] })).toMatchObject([
      { rule: 'second-hand:clock:d', cites: ['cpl#24'], text: expect.stringContaining('没有见到全文') },
    ])
    expect(of({ cites: [] })).toEqual([])
    expect(of({ cites: ['gone#1'] })).toHaveLength(1)
    expect(of({ cites: ['cpl#24'] }, { chasedAt: [at(2, 9)] })).toEqual([])
  })

  it('warns of a reminder that names a provision, however well another beside it was seen', () => {
    const of = (standing: 'law' | 'heuristic', cites: readonly string[]) =>
      rules({
        deadlines: [aDeadline({ id: 'd', standing, cites: [...cites] })],
        kase: { filings: [aFiling({ id: 'F1' })] },
      })
    expect(of('heuristic', ['cpl#24'])).toEqual(['second-hand:clock:d'])
    expect(of('heuristic', [])).toEqual([])
    expect(of('law', ['cpl#24'])).toEqual([])
  })
})

describe('a date that may move', () => {
  it('is named once for each clock still open', () => {
    const days = (id: string, given: Partial<ReckonedDeadline> = {}) =>
      aDeadline({ id, rule: 'working-days', n: 9, ...given })
    const ended = { ends: [{ filing: ['platform'], step: 'chased' as const }] }
    const filings = [aFiling({ id: 'F1', chasedAt: [at(2, 9)] }), aFiling({ id: 'F2', chasedAt: [at(2, 9)] })]
    const found = said({
      deadlines: [days('a'), days('b'), days('done', ended), aDeadline({ id: 'hours' })],
      kase: { filings },
    })
    expect(found).toEqual([
      { rule: 'provisional-clock', text: expect.stringContaining('日期可能变动：do a；do b。'), cites: [] },
    ])
    expect(rules({ deadlines: [days('done', ended)], kase: { filings } })).toEqual([])
  })
})

describe('where words and facts part', () => {
  const stated = (id: string, fact: StatedFact, shown: string) =>
    said({ kase: { facts: { [id]: fact } }, facts: facts({ [id]: shown }) })

  it('a disputed fact has to be proved', () => {
    const disputed = { status: 'disputed', value: '2026-09-01', by: [] } as const
    expect(stated('fault.found-on', disputed, '2026-09-01')).toEqual([
      { rule: 'disputed:fault.found-on', text: '“fault.found-on?”对方有异议，需要证据证明。', cites: [] },
    ])
    expect(stated('x.y', disputed, '2026-09-01')[0]?.text).toContain('“x.y”')
  })

  it('a fact stated otherwise than the case shows is to be checked', () => {
    const known = { status: 'known', value: '2026-09-01', by: [] } as const
    expect(stated('fault.found-on', known, '2026-09-02')).toMatchObject([
      {
        rule: 'words-differ:fault.found-on',
        text: expect.stringContaining('您填的是“2026-09-01”，而案卷显示“2026-09-02”'),
      },
    ])
    expect(stated('fault.found-on', known, '2026-09-01')).toEqual([])
    expect(stated('fault.found-on', { status: 'unknown', value: '2026-09-01', by: [] }, '2026-09-02')).toEqual([])
    expect(stated('fault.found-on', { status: 'known', by: [] }, '2026-09-02')).toEqual([])
    expect(rules({ kase: { facts: { 'a.b': known } } })).toEqual([])
  })
})

describe('the language of warnings', () => {
  it('is that of the knowledge', () => {
    expect(said({ kase: { offers: [anOffer({ id: 'O1', waives: ['x'] })] }, lang: 'en' })[0]?.text).toContain(
      'gives up: x',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exhibit } from '../case/case.ts'
import type { EvidenceNeed } from '../knowledge/problem.ts'
import { type EvidenceKind, evidenceKinds } from '../values/evidence-kind.ts'
import { evidenceFindings } from './evidence.ts'
import { aCase, aNeed, anExhibit, aProblem, facts, is, someKnowledge, text } from './small-world.fixture.ts'

const show = (...ids: string[]) => ids.map((id) => ({ id, text: text(id) }))

function check(
  needs: readonly EvidenceNeed[],
  evidence: readonly Exhibit[],
  given = {},
  lang: 'zh-CN' | 'en' = 'zh-CN',
) {
  const knowledge = someKnowledge({ problems: [aProblem('quality_defect', needs)], lang })
  const kase = aCase({ evidence, problem: { words: '', types: [{ type: 'quality_defect', confirmed: false }] } })
  return evidenceFindings({ kase, knowledge, facts: facts(given) })
}
const statuses = (...given: Parameters<typeof check>) => check(...given).map(({ need, status }) => [need, status])
const photo = (id: string, shows: readonly string[], kind: EvidenceKind = 'goods-photo') =>
  anExhibit({ id, shows, kind })

describe('an evidence need', () => {
  const need = aNeed({ id: 'fault', mustShow: show('fault', 'waybill') })

  it('is met by one exhibit that shows all of it', () => {
    expect(
      check(
        [need],
        [photo('E1', ['fault']), photo('E2', ['waybill', 'fault', 'box']), photo('E3', ['fault', 'waybill'])],
      ),
    ).toEqual([{ need: 'fault', status: 'have', by: ['E2'], why: 'fault：已能看到fault、waybill。', how: 'how fault' }])
  })

  it('is met by several that show it together', () => {
    expect(check([need], [photo('E1', ['fault']), photo('E2', ['box']), photo('E3', ['waybill'])])[0]).toMatchObject({
      status: 'have',
      by: ['E1', 'E3'],
    })
  })

  it('is weak where something cannot be read: a photo of the goods without its waybill number', () => {
    expect(check([need], [photo('E1', ['fault']), photo('E2', [])])).toEqual([
      { need: 'fault', status: 'weak', by: ['E1'], why: 'fault：看不清或没有waybill。', how: 'how fault' },
    ])
  })

  it('is weak, not missing, where an exhibit of the kind shows nothing of it', () => {
    expect(check([need], [photo('E1', []), photo('E2', ['box'])])[0]).toMatchObject({
      status: 'weak',
      by: ['E1', 'E2'],
      why: 'fault：看不清或没有fault、waybill。',
    })
  })

  it('is missing without an exhibit of its kinds', () => {
    expect(check([need], [photo('E1', ['fault', 'waybill'], 'chat')])).toEqual([
      { need: 'fault', status: 'missing', by: [], why: 'fault：还没有这类证据。why fault', how: 'how fault' },
    ])
  })

  it('takes an exhibit of any of its kinds', () => {
    const either = aNeed({ id: 'n', kinds: ['goods-photo', 'unboxing-video'] })
    expect(statuses([either], [photo('E1', ['waybill'], 'unboxing-video')])).toEqual([['n', 'have']])
  })

  it('does not count an exhibit that was withdrawn', () => {
    const withdrawn = { ...photo('E1', ['fault', 'waybill']), withdrawn: true }
    expect(statuses([need], [withdrawn])).toEqual([['fault', 'missing']])
    expect(statuses([need], [{ ...withdrawn, withdrawn: false }])).toEqual([['fault', 'have']])
  })

  it('speaks the language of the knowledge', () => {
    expect(check([need], [], {}, 'en')[0]).toMatchObject({
      why: 'fault (en): there is no such exhibit yet. why fault (en)',
      how: 'how fault (en)',
    })
    expect(check([need], [photo('E1', ['fault'])], {}, 'en')[0]?.why).toBe(
      'fault (en): not legible or not there: waybill (en).',
    )
    expect(check([need], [photo('E1', ['fault', 'waybill'])], {}, 'en')[0]?.why).toBe(
      'fault (en): shown are fault (en), waybill (en).',
    )
  })

  it('with a condition is there unless the condition fails', () => {
    const under = aNeed({ id: 'n', when: is('x.x') })
    expect(statuses([under], [], { 'x.x': true })).toEqual([['n', 'missing']])
    expect(statuses([under], [])).toEqual([['n', 'missing']])
    expect(statuses([under], [], { 'x.x': false })).toEqual([])
  })
})

describe('the list of needs', () => {
  it('has what is missing first, then what is weak, the more decisive first in each', () => {
    const needs = [
      aNeed({ id: 'have-2', weight: 2, kinds: ['chat'] }),
      aNeed({ id: 'have-1', weight: 1, kinds: ['chat'] }),
      aNeed({ id: 'missing-4', weight: 4 }),
      aNeed({ id: 'weak-1', weight: 1, kinds: ['chat'], mustShow: show('x') }),
      aNeed({ id: 'missing-3', weight: 3 }),
    ]
    expect(check(needs, [photo('E1', ['waybill'], 'chat')]).map(({ need }) => need)).toEqual([
      'missing-3',
      'missing-4',
      'weak-1',
      'have-1',
      'have-2',
    ])
  })

  it('joins the needs of all problems, each need once', () => {
    const knowledge = someKnowledge({
      problems: [
        aProblem('a_a', [aNeed({ id: 'order' }), aNeed({ id: 'x' })]),
        aProblem('b_b', [aNeed({ id: 'order' }), aNeed({ id: 'y' })]),
      ],
    })
    const types = ['a_a', 'b_b', 'c_c'].map((type) => ({ type, confirmed: true }))
    const found = evidenceFindings({ kase: aCase({ problem: { words: '', types } }), knowledge, facts: {} })
    expect(found.map(({ need }) => need)).toEqual(['order', 'x', 'y'])
  })

  it('is empty without a problem', () => {
    expect(evidenceFindings({ kase: aCase(), knowledge: someKnowledge(), facts: {} })).toEqual([])
  })
})

describe('laws of the evidence check', () => {
  const items = ['a', 'b', 'c']
  const kinds = fc.constantFrom(...evidenceKinds.slice(0, 4))
  const needs = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('n1', 'n2', 'n3'),
      kinds: fc.uniqueArray(kinds, { minLength: 1 }),
      mustShow: fc.subarray(items, { minLength: 1 }).map((ids) => show(...ids)),
      weight: fc.integer({ min: 1, max: 3 }),
    }),
    { selector: ({ id }) => id },
  )
  const exhibits = fc.array(fc.record({ kind: kinds, shows: fc.subarray(items), withdrawn: fc.boolean() }), {
    maxLength: 6,
  })
  const rank = ['missing', 'weak', 'have']

  it('an exhibit more makes no need worse and adds no missing one', () => {
    fc.assert(
      fc.property(needs, exhibits, fc.record({ kind: kinds, shows: fc.subarray(items) }), (given, before, more) => {
        const all = [...before, more].map((exhibit, i) => anExhibit({ id: `E${i}`, ...exhibit }))
        const wanted = given.map((need) => aNeed(need))
        const after = new Map(check(wanted, all).map((finding) => [finding.need, finding]))
        for (const { need, status } of check(wanted, all.slice(0, -1)))
          expect(rank.indexOf(after.get(need)?.status ?? '')).toBeGreaterThanOrEqual(rank.indexOf(status))
      }),
    )
  })

  it('names exhibits exactly where something is there, in an order that never falls back', () => {
    fc.assert(
      fc.property(needs, exhibits, (given, evidence) => {
        const all = evidence.map((exhibit, i) => anExhibit({ id: `E${i}`, ...exhibit }))
        const found = check(
          given.map((need) => aNeed(need)),
          all,
        )
        for (const { status, by } of found) expect(by.length > 0).toBe(status !== 'missing')
        const ranks = found.map(({ status }) => rank.indexOf(status))
        expect(ranks).toEqual([...ranks].sort())
      }),
    )
  })
})

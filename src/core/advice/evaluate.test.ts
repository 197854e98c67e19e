import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../knowledge/condition.ts'
import { type Evaluation, evaluate, type Verdict, verdictOf } from './evaluate.ts'
import type { FactTable } from './fact-table.ts'
import { facts, is, text } from './small-world.fixture.ts'

const met = (condition: Condition, table: FactTable): Verdict => evaluate(condition, table).met
const words = ({ reasons }: Evaluation) => reasons.map((reason) => [reason.text.zh, reason.met])

const yes = is('a.yes')
const no = is('a.no')
const open = is('a.open')
const table = facts({ 'a.yes': true, 'a.no': false })

describe('all, any and not in three values', () => {
  it.each([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ all: [no, open] }, false],
    [{ all: [open, no] }, false],
    [{ all: [yes, open] }, null],
    [{ all: [open, yes] }, null],
    [{ any: [no, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [yes, open] }, true],
    [{ any: [open, yes] }, true],
    [{ any: [no, open] }, null],
    [{ any: [open, no] }, null],
    [{ not: yes }, false],
    [{ not: no }, true],
    [{ not: open }, null],
  ] as [Condition, Verdict][])('%j is %s', (condition, verdict) => {
    expect(met(condition, table)).toBe(verdict)
  })
})

describe('what is missing', () => {
  it('names every open fact once, in the order of the condition', () => {
    const { missing } = evaluate({ all: [open, is('b.open'), { any: [is('b.open', false), no] }] }, table)
    expect(missing).toEqual(['a.open', 'b.open'])
  })

  it('is nothing once the verdict stands', () => {
    expect(evaluate({ all: [no, open] }, table).missing).toEqual([])
    expect(evaluate({ any: [yes, open] }, table).missing).toEqual([])
  })

  it('leaves out what a sibling has decided inside an open condition', () => {
    const condition = { all: [open, { any: [yes, is('b.open')] }, { not: { all: [no, is('c.open')] } }] }
    expect(evaluate(condition, table).missing).toEqual(['a.open'])
  })

  it('looks under a not', () => {
    expect(evaluate({ not: open }, table).missing).toEqual(['a.open'])
  })

  it('names both days of a period when both are unknown, and only the unknown one otherwise', () => {
    const within: Condition = { fact: 'a.day', within: { of: 'b.day', days: 7 }, text: text('in time') }
    expect(evaluate(within, {}).missing).toEqual(['a.day', 'b.day'])
    expect(evaluate(within, facts({ 'b.day': '2026-03-16' })).missing).toEqual(['a.day'])
    expect(evaluate(within, facts({ 'a.day': '2026-03-16' })).missing).toEqual(['b.day'])
  })

  it('names the days that a before compares and nothing else', () => {
    const earlier = (day: string): Condition => ({ fact: 'a.day', before: day, text: text('t') })
    expect(evaluate(earlier('2026-03-16'), {}).missing).toEqual(['a.day'])
    expect(evaluate(earlier('b.day'), {}).missing).toEqual(['a.day', 'b.day'])
    expect(evaluate(earlier('2026-03-16'), facts({ 'a.day': 1 })).missing).toEqual(['a.day'])
  })

  it('names a fact whose value cannot be used', () => {
    expect(evaluate({ fact: 'a.n', atLeast: 1, text: text('n') }, facts({ 'a.n': 'many' })).missing).toEqual(['a.n'])
  })
})

describe('reasons', () => {
  it('are kept for every leaf, also after the verdict stands', () => {
    expect(words(evaluate({ all: [no, yes, open] }, table))).toEqual([
      ['a.no is true', false],
      ['a.yes is true', true],
      ['a.open is true', null],
    ])
    expect(words(evaluate({ any: [yes, { all: [no] }] }, table))).toEqual([
      ['a.yes is true', true],
      ['a.no is true', false],
    ])
  })

  it('name the fact they are about', () => {
    const condition: Condition = {
      all: [
        yes,
        { fact: 'a.day', within: { of: 'b.day', days: 1 }, text: text('t') },
        named('more-than', 'a.n', 'b.n'),
      ],
    }
    expect(evaluate(condition, table).reasons.map((reason) => reason.fact)).toEqual(['a.yes', 'a.day', 'a.n'])
  })

  it('under a not are said and judged the other way round', () => {
    expect(evaluate({ not: yes }, table).reasons).toEqual([
      { text: { zh: '并非：a.yes is true', en: 'Not so: a.yes is true (en)' }, fact: 'a.yes', met: false },
    ])
    expect(words(evaluate({ not: open }, table))).toEqual([['并非：a.open is true', null]])
  })

  it('under a not with words of its own use these words', () => {
    expect(evaluate({ not: no, text: text('whole') }, table).reasons).toEqual([
      { text: text('whole'), fact: 'a.no', met: true },
    ])
  })

  it('under two nots are as they were', () => {
    expect(words(evaluate({ not: { not: yes } }, table))).toEqual([['a.yes is true', true]])
    expect(words(evaluate({ not: { not: yes, text: text('inner') } }, table))).toEqual([['a.yes is true', true]])
  })

  it('put the words of a not around a group before its parts', () => {
    expect(words(evaluate({ not: { all: [yes, no] }, text: text('none of both') }, table))).toEqual([
      ['none of both', true],
      ['并非：a.yes is true', false],
      ['并非：a.no is true', true],
    ])
    expect(words(evaluate({ not: { any: [yes] }, text: text('none') }, table))[0]).toEqual(['none', false])
    expect(words(evaluate({ not: { not: yes, text: text('inner') }, text: text('outer') }, table))).toEqual([
      ['outer', true],
      ['a.yes is true', true],
    ])
    expect(words(evaluate({ not: { not: { all: [yes] }, text: text('inner') } }, table))).toEqual([
      ['并非：inner', true],
      ['a.yes is true', true],
    ])
    expect(words(evaluate({ not: { all: [yes, no] } }, table))).toEqual([
      ['并非：a.yes is true', false],
      ['并非：a.no is true', true],
    ])
  })

  it('say that the other side disputes the fact', () => {
    const disputed: FactTable = { 'a.yes': { status: 'disputed', value: true, by: [] } }
    expect(evaluate(yes, disputed)).toEqual({
      met: true,
      reasons: [
        {
          text: {
            zh: 'a.yes is true（对方有异议，需以证据证明）',
            en: 'a.yes is true (en) (the other side disputes it: it has to be proved)',
          },
          fact: 'a.yes',
          met: true,
        },
      ],
      missing: [],
    })
  })

  it('say it also where only the day a period counts from is disputed', () => {
    const condition: Condition = { fact: 'a.day', within: { of: 'b.day', days: 7 }, text: text('t') }
    const { reasons } = evaluate(condition, {
      'a.day': { status: 'known', value: '2026-03-16', by: [] },
      'b.day': { status: 'disputed', value: '2026-03-16', by: [] },
    })
    expect(reasons[0]?.text.zh).toBe('t（对方有异议，需以证据证明）')
  })

  it('say that a value cannot be used', () => {
    const { met, reasons } = evaluate(yes, facts({ 'a.yes': 'perhaps' }))
    expect(met).toBeNull()
    expect(reasons).toEqual([
      {
        text: {
          zh: 'a.yes is true（已填的值无法用于此判断，请改正）',
          en: 'a.yes is true (en) (the value given cannot be used here, mend it)',
        },
        fact: 'a.yes',
        met: null,
      },
    ])
  })

  it('do not call an unknown value unusable', () => {
    expect(evaluate(open, table).reasons[0]?.text).toEqual(text('a.open is true'))
    expect(evaluate(open, { 'a.open': { status: 'unknown', value: true, by: [] } }).met).toBeNull()
  })
})

describe('is and in', () => {
  it.each([
    [{ fact: 'a.v', is: 'x', text: text('t') }, 'x', true],
    [{ fact: 'a.v', is: 'x', text: text('t') }, 'y', false],
    [{ fact: 'a.v', is: 3, text: text('t') }, 3, true],
    [{ fact: 'a.v', is: 3, text: text('t') }, '3', null],
    [{ fact: 'a.v', is: false, text: text('t') }, false, true],
    [{ fact: 'a.v', is: false, text: text('t') }, 0, null],
    [{ fact: 'a.v', in: ['x', 'y'], text: text('t') }, 'y', true],
    [{ fact: 'a.v', in: ['x', 'y'], text: text('t') }, 'z', false],
    [{ fact: 'a.v', in: ['x', 'y'], text: text('t') }, 1, null],
    [{ fact: 'a.v', in: ['x', 1], text: text('t') }, 2, false],
  ] as const)('%j of %j is %s', (condition, value, verdict) => {
    expect(met(condition as Condition, facts({ 'a.v': value }))).toBe(verdict)
  })
})

describe('at least', () => {
  const condition: Condition = { fact: 'a.n', atLeast: 500, text: text('t') }
  it.each([
    [499, false],
    [500, true],
    [501, true],
    ['500', null],
    [true, null],
  ])('500 of %j is %s', (value, verdict) => {
    expect(met(condition, facts({ 'a.n': value }))).toBe(verdict)
  })
})

describe('before', () => {
  const aDay = (before: string): Condition => ({ fact: 'a.day', before, text: text('t') })
  it.each([
    ['2026-01-31', true],
    ['2026-02-01', false],
    ['2026-02-02', false],
    ['2026-01-31T15:59:59Z', true],
    ['2026-01-31T16:00:00Z', false],
    ['soon', null],
    [20260131, null],
  ])('2026-02-01 of %j is %s', (value, verdict) => {
    expect(met(aDay('2026-02-01'), facts({ 'a.day': value }))).toBe(verdict)
  })

  it('compares two facts', () => {
    const days = (a: string, b: string) => met(aDay('b.day'), facts({ 'a.day': a, 'b.day': b }))
    expect(days('2026-02-01', '2026-02-02')).toBe(true)
    expect(days('2026-02-02', '2026-02-02')).toBe(false)
    expect(days('2026-02-01', 'some day')).toBeNull()
    expect(met(aDay('b.day'), facts({ 'a.day': '2026-02-01' }))).toBeNull()
  })
})

describe('within', () => {
  const within = (period: { days?: number; months?: number }, day: unknown, of: unknown): Verdict =>
    met(
      { fact: 'a.day', within: { of: 'b.day', ...period }, text: text('t') },
      facts({ 'a.day': day as string, 'b.day': of as string }),
    )

  it('seven days end on the seventh day after, the first day not counted', () => {
    expect(within({ days: 7 }, '2026-03-23', '2026-03-16')).toBe(true)
    expect(within({ days: 7 }, '2026-03-24', '2026-03-16')).toBe(false)
  })

  it('counts natural days across the end of a month and of February', () => {
    expect(within({ days: 7 }, '2024-03-04', '2024-02-26')).toBe(true)
    expect(within({ days: 7 }, '2024-03-05', '2024-02-26')).toBe(false)
  })

  it('what lies before the start is within', () => {
    expect(within({ days: 7 }, '2026-03-01', '2026-03-16')).toBe(true)
    expect(within({ months: 1 }, '2026-03-01', '2026-03-16')).toBe(true)
  })

  it('six months end on the same day number', () => {
    expect(within({ months: 6 }, '2026-09-16', '2026-03-16')).toBe(true)
    expect(within({ months: 6 }, '2026-09-17', '2026-03-16')).toBe(false)
  })

  it('months end on the last day of a month without that day', () => {
    expect(within({ months: 6 }, '2026-02-28', '2025-08-31')).toBe(true)
    expect(within({ months: 6 }, '2026-03-01', '2025-08-31')).toBe(false)
    expect(within({ months: 1 }, '2024-02-29', '2024-01-31')).toBe(true)
    expect(within({ months: 1 }, '2024-03-01', '2024-01-31')).toBe(false)
  })

  it('takes the Shanghai day of an instant', () => {
    expect(within({ days: 1 }, '2026-03-17T15:59:59Z', '2026-03-15T16:00:00Z')).toBe(true)
    expect(within({ days: 1 }, '2026-03-17T16:00:00Z', '2026-03-15T16:00:00Z')).toBe(false)
  })

  it('does not judge values that are no days', () => {
    expect(within({ days: 7 }, 'last week', '2026-03-16')).toBeNull()
    expect(within({ days: 7 }, '2026-03-16', 7)).toBeNull()
    expect(within({ days: 7 }, '2026-02-30', '2026-03-16')).toBeNull()
  })

  it('does not fall over the end of the calendar', () => {
    expect(within({ months: 12 }, '9999-12-31', '9999-01-01')).toBe(true)
    expect(within({ months: 11 }, '9998-12-01', '9998-01-01')).toBe(true)
    expect(within({ months: 11 }, '9998-12-02', '9998-01-01')).toBe(false)
    expect(within({ days: 400 }, '9999-12-31', '9999-12-01')).toBe(true)
  })
})

function named(name: string, ...ids: string[]): Condition {
  return { named: name, facts: ids, text: text(name) }
}

describe('named conditions', () => {
  it('get the values in their order', () => {
    expect(met(named('more-than', 'a.n', 'b.n'), facts({ 'a.n': 2, 'b.n': 1 }))).toBe(true)
    expect(met(named('more-than', 'b.n', 'a.n'), facts({ 'a.n': 2, 'b.n': 1 }))).toBe(false)
  })

  it('wait for all their facts', () => {
    expect(evaluate(named('more-than', 'a.n', 'b.n'), facts({ 'b.n': 1 }))).toMatchObject({
      met: null,
      missing: ['a.n'],
    })
  })

  it('name all their facts when the values do not fit', () => {
    const { met, missing, reasons } = evaluate(named('more-than', 'a.n', 'b.n'), facts({ 'a.n': 'x', 'b.n': 1 }))
    expect([met, missing]).toEqual([null, ['a.n', 'b.n']])
    expect(reasons[0]?.text.zh).toContain('请改正')
  })

  it('that do not exist leave the verdict open and say so', () => {
    const { met, missing, reasons } = evaluate(named('toString', 'a.yes'), table)
    expect([met, missing]).toEqual([null, []])
    expect(reasons[0]?.text).toEqual({
      zh: 'toString（规则本身有误，无法判断）',
      en: 'toString (en) (the rule itself is faulty and cannot be judged)',
    })
  })
})

const ids = ['a.a', 'b.b', 'c.c'] as const
const { condition: conditions } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.tuple(fc.constantFrom(...ids), fc.boolean()).map(([id, value]) => is(id, value)),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}))
const tables = fc
  .record({ 'a.a': fc.boolean(), 'b.b': fc.boolean(), 'c.c': fc.boolean() }, { requiredKeys: [] })
  .map((values) => facts(values))
const anything = fc.oneof(
  fc.boolean(),
  fc.double(),
  fc.string(),
  fc.constantFrom('2026-02-28', '9999-12-31', '0001-01-01'),
)

describe('laws of evaluation', () => {
  it('a verdict that stands is kept by every completion of the facts', () => {
    fc.assert(
      fc.property(conditions, tables, tables, (condition, known, more) => {
        const before = met(condition, known)
        fc.pre(before !== null)
        expect(met(condition, { ...more, ...known })).toBe(before)
      }),
    )
  })

  it('an open verdict names a missing fact, a standing one names none', () => {
    fc.assert(
      fc.property(conditions, tables, (condition, known) => {
        const { met, missing } = evaluate(condition, known)
        expect(missing.length > 0).toBe(met === null)
        expect(missing.filter((id) => known[id] !== undefined)).toEqual([])
      }),
    )
  })

  it('facts that are not missing change nothing while the missing ones stay open', () => {
    fc.assert(
      fc.property(conditions, tables, tables, (condition, known, more) => {
        const { met: before, missing } = evaluate(condition, known)
        const others = Object.fromEntries(Object.entries(more).filter(([id]) => !missing.includes(id)))
        expect(met(condition, { ...others, ...known })).toBe(before)
      }),
    )
  })

  it('a not turns the verdict, and De Morgan holds', () => {
    fc.assert(
      fc.property(conditions, conditions, tables, (a, b, known) => {
        const verdict = met(a, known)
        expect(met({ not: a }, known)).toBe(verdict === null ? null : !verdict)
        expect(met({ not: { all: [a, b] } }, known)).toBe(met({ any: [{ not: a }, { not: b }] }, known))
      }),
    )
  })

  it('evaluating twice gives the same, and the short way gives the same verdict', () => {
    fc.assert(
      fc.property(conditions, tables, (condition, known) => {
        expect(evaluate(condition, known)).toEqual(evaluate(condition, known))
        expect(verdictOf(condition, known)).toBe(evaluate(condition, known).met)
      }),
    )
  })

  it('no value makes it throw', () => {
    const leaves = fc.oneof(
      fc.oneof(fc.boolean(), fc.integer(), fc.string()).map((is) => ({ fact: 'a.a', is, text: text('t') })),
      fc.integer().map((atLeast) => ({ fact: 'a.a', atLeast, text: text('t') })),
      fc.constantFrom('b.b', '2026-01-01', 'nonsense').map((before) => ({ fact: 'a.a', before, text: text('t') })),
      fc.integer({ min: 1 }).map((days) => ({ fact: 'a.a', within: { of: 'b.b', days }, text: text('t') })),
      fc.integer({ min: 1 }).map((months) => ({ fact: 'a.a', within: { of: 'b.b', months }, text: text('t') })),
      fc.constantFrom('more-than', 'on-or-after', 'same', '__proto__').map((name) => named(name, 'a.a', 'b.b')),
    )
    fc.assert(
      fc.property(leaves, anything, anything, (leaf, a, b) => {
        expect([true, false, null]).toContain(met(leaf, facts({ 'a.a': a, 'b.b': b })))
      }),
      { numRuns: 500 },
    )
  })
})

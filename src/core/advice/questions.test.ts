import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../knowledge/condition.ts'
import type { Fact } from '../knowledge/fact.ts'
import type { Right } from '../knowledge/right.ts'
import type { FactScalar } from '../values/fact-scalar.ts'
import { addDays, isLocalDate, type LocalDate } from '../values/local-date.ts'
import { evaluate } from './evaluate.ts'
import { decisiveQuestions } from './questions.ts'
import { judgeRights } from './rights.ts'
import { aCase, aFact, aRight, facts, is, now, someKnowledge, text } from './small-world.fixture.ts'

type Given = Readonly<Record<string, FactScalar>>

function ask(rights: readonly Right[], asked: readonly Fact[], given: Given = {}, lang: 'zh-CN' | 'en' = 'zh-CN') {
  const knowledge = someKnowledge({ rights, facts: asked, lang })
  const kase = aCase({ problem: { words: '', types: [{ type: 'quality_defect', confirmed: false }] } })
  const table = facts(given)
  return decisiveQuestions(judgeRights({ kase, knowledge, facts: table, now }), { facts: table, knowledge })
}
const order = (...given: Parameters<typeof ask>) => ask(...given).map(({ fact }) => fact)
const worth = (fen: number): Partial<Right> => ({ amount: { formula: 'refund-paid' }, when: is(`x.f${fen}`) })

describe('a question', () => {
  it('is asked in the words of its fact, for the rights that wait for it', () => {
    const rights = [aRight({ id: 'a', when: is('x.a') }), aRight({ id: 'b', when: is('x.a', false) })]
    expect(ask(rights, [aFact('x.a')])).toEqual([{ fact: 'x.a', ask: 'x.a?', why: ['a', 'b'] }])
    expect(ask(rights, [aFact('x.a')], {}, 'en')[0]?.ask).toBe('x.a? (en)')
  })

  it('is not asked when the answer is known, decides nothing, or has no words', () => {
    expect(ask([aRight({ id: 'a', when: is('x.a') })], [aFact('x.a')], { 'x.a': true })).toEqual([])
    const settled = aRight({ id: 'a', when: { all: [is('x.a'), is('x.b')] } })
    expect(ask([settled], [aFact('x.a'), aFact('x.b')], { 'x.b': false })).toEqual([])
    expect(ask([aRight({ id: 'a', when: is('x.a') })], [])).toEqual([])
  })

  it('is not asked about what only the case and the clock can say', () => {
    const rights = [aRight({ id: 'a', when: { all: [is('filed.court'), is('offer.open')] } })]
    expect(ask(rights, [aFact('filed.court'), aFact('offer.open')])).toEqual([])
  })

  it('is not asked for a right whose law was not in force', () => {
    const rights = [aRight({ id: 'a', when: is('x.a'), cites: ['cpl#24'] })]
    expect(ask(rights, [aFact('x.a')], { 'order.paid-on': '2014-03-14' })).toEqual([])
    expect(ask(rights, [aFact('x.a')], { 'order.paid-on': '2014-03-15' })).toHaveLength(1)
  })

  it('is asked also where only the sum waits for it', () => {
    const rights = [aRight({ id: 'a', when: is('x.a'), amount: { formula: 'refund-paid' } })]
    const paid = aFact('order.paid-fen', 'fen')
    expect(ask(rights, [aFact('x.a'), paid], { 'x.a': true })).toEqual([
      { fact: 'order.paid-fen', ask: 'order.paid-fen?', why: ['a'] },
    ])
    expect(order(rights, [aFact('x.a'), paid])).toEqual(['x.a', 'order.paid-fen'])
    expect(ask(rights, [paid], { 'x.a': false })).toEqual([])
  })
})

describe('the order of questions', () => {
  it('is by the rights that even the least helpful answer settles', () => {
    const rights = [
      aRight({ id: 'a', when: { all: [is('x.a'), is('x.b')] } }),
      aRight({ id: 'b', when: is('x.b') }),
      aRight({ id: 'c', when: { any: [is('x.b', false), is('x.a')] } }),
    ]
    // x.a: true settles c, false settles a. x.b: true settles b, false settles all three.
    expect(order(rights, [aFact('x.a'), aFact('x.b')])).toEqual(['x.b', 'x.a'])
    const even = [...rights, aRight({ id: 'd', when: is('x.a') })]
    // Now x.a settles two either way, x.b still one at worst.
    expect(order(even, [aFact('x.a'), aFact('x.b')])).toEqual(['x.a', 'x.b'])
  })

  it('then by the sum at stake', () => {
    const rights = [aRight({ id: 'a', when: is('x.a') }), aRight({ id: 'b', ...worth(2), when: is('x.b') })]
    expect(order(rights, [aFact('x.a'), aFact('x.b')], { 'order.paid-fen': 1 })).toEqual(['x.b', 'x.a'])
    const more = [
      aRight({ id: 'a', amount: { formula: 'added-damages-fraud' }, when: is('x.a') }),
      aRight({ id: 'b', amount: { formula: 'refund-paid' }, when: is('x.b') }),
      aRight({ id: 'c', amount: { formula: 'refund-paid' }, when: { all: [is('x.b'), is('x.c')] } }),
    ]
    expect(order(more, [aFact('x.a'), aFact('x.b'), aFact('x.c')], { 'order.paid-fen': 30_000 })).toEqual([
      'x.a',
      'x.b',
      'x.c',
    ])
    expect(order(more, [aFact('x.a'), aFact('x.b'), aFact('x.c')], { 'order.paid-fen': 20 })).toEqual([
      'x.a',
      'x.b',
      'x.c',
    ])
  })

  it('adds up the sums of all rights that wait', () => {
    const rights = [
      aRight({ id: 'a', amount: { formula: 'refund-paid' }, when: is('x.a') }),
      aRight({ id: 'b', amount: { formula: 'refund-paid' }, when: { all: [is('x.b'), is('x.c')] } }),
      aRight({ id: 'c', amount: { formula: 'refund-paid' }, when: { any: [is('x.b'), is('x.c', false)] } }),
      aRight({ id: 'd', amount: { formula: 'refund-paid' }, when: is('x.c') }),
    ]
    expect(order(rights, [aFact('x.a'), aFact('x.b'), aFact('x.c')], { 'order.paid-fen': 100 })).toEqual([
      'x.c',
      'x.b',
      'x.a',
    ])
  })

  it('then by what the most helpful answer settles', () => {
    const rights = [
      aRight({ id: 'a', when: is('x.a') }),
      aRight({ id: 'b', when: is('x.b') }),
      aRight({ id: 'c', when: { all: [is('x.b'), is('x.c')] } }),
    ]
    expect(order(rights, [aFact('x.a'), aFact('x.b')])).toEqual(['x.b', 'x.a'])
  })

  it('then by name', () => {
    const rights = [aRight({ id: 'a', when: is('x.b') }), aRight({ id: 'b', when: is('x.a') })]
    expect(order(rights, [aFact('x.b'), aFact('x.a')])).toEqual(['x.a', 'x.b'])
  })

  it('counts what follows from an answer', () => {
    const rights = [
      aRight({ id: 'a', when: is('goods.durable') }),
      aRight({ id: 'b', when: { fact: 'goods.category', in: ['food'], text: text('food') } }),
      aRight({ id: 'c', when: is('a.a') }),
    ]
    const kinds = (...options: string[]) => [
      aFact('a.a'),
      aFact('goods.durable'),
      aFact('goods.category', 'choice', options),
    ]
    // food and computer settle a and b; a thing of another kind settles b alone.
    expect(order(rights, kinds('food', 'computer'))).toEqual(['goods.category', 'a.a', 'goods.durable'])
    expect(order(rights, kinds('food', 'other'))).toEqual(['goods.category', 'a.a', 'goods.durable'])
    expect(order(rights, kinds('other', 'home'))).toEqual(['a.a', 'goods.category', 'goods.durable'])
  })
})

const start = '2026-03-01' as LocalDate
const day = (n: number) => addDays(start, n)
const types: Readonly<Record<string, Fact>> = {
  'b.one': aFact('b.one'),
  'b.two': aFact('b.two'),
  'c.kind': aFact('c.kind', 'choice', ['x', 'y', 'z']),
  'n.one': aFact('n.one', 'number'),
  'n.two': aFact('n.two', 'fen'),
  'd.one': aFact('d.one', 'date'),
  'd.two': aFact('d.two', 'instant'),
}
const domain = (fact: Fact): FactScalar[] => {
  if (fact.type === 'boolean') return [true, false]
  if (fact.type === 'choice') return ['x', 'y', 'z']
  if (fact.type === 'number' || fact.type === 'fen') return Array.from({ length: 20 }, (_, n) => n)
  // Beyond every day given by more than the longest span: three months after the last is day 151.
  return Array.from({ length: 340 }, (_, n) => day(n - 160))
}

const t = text('t')
const dates = fc.constantFrom('d.one', 'd.two')
const leaves: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(fc.constantFrom('b.one', 'b.two'), fc.boolean()).map(([id, value]) => is(id, value)),
  fc.constantFrom('x', 'y').map((value) => is('c.kind', value)),
  fc
    .uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 })
    .map((options) => ({ fact: 'c.kind', in: options, text: t })),
  fc.tuple(fc.constantFrom('n.one', 'n.two'), fc.nat(9)).map(([fact, atLeast]) => ({ fact, atLeast, text: t })),
  fc.tuple(fc.constantFrom('n.one', 'n.two'), fc.nat(9)).map(([fact, value]) => is(fact, value)),
  fc.constant({ named: 'more-than', facts: ['n.one', 'n.two'], text: t }),
  fc.tuple(dates, fc.nat(9)).map(([fact, n]) => is(fact, day(n))),
  fc.tuple(dates, fc.nat(9)).map(([fact, n]) => ({ fact, before: day(n), text: t })),
  fc.constant({ fact: 'd.one', before: 'd.two', text: t }),
  fc.constant({ named: 'on-or-after', facts: ['d.one', 'd.two'], text: t }),
  fc
    .tuple(dates, dates, fc.integer({ min: 1, max: 9 }))
    .map(([fact, of, days]) => ({ fact, within: { of, days }, text: t })),
  fc
    .tuple(dates, dates, fc.integer({ min: 1, max: 3 }))
    .map(([fact, of, months]) => ({ fact, within: { of, months }, text: t })),
)
const rules: fc.Arbitrary<Condition> = fc.oneof(
  leaves,
  fc.array(leaves, { minLength: 2, maxLength: 3 }).map((all) => ({ all })),
  fc.array(leaves, { minLength: 2, maxLength: 3 }).map((any) => ({ any })),
  fc.array(leaves, { minLength: 2, maxLength: 2 }).map((any) => ({ not: { any } })),
)
const formula = fc.constantFrom(undefined, 'refund-paid', 'added-damages-fraud', 'return-shipping')
const ruleSets = fc
  .array(fc.tuple(rules, formula), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map(([when, name], i) =>
      aRight({ id: `r${i}`, when, ...(name === undefined ? {} : { amount: { formula: name } }) }),
    ),
  )
const givens = fc.record(
  {
    'b.one': fc.boolean(),
    'c.kind': fc.constantFrom('x', 'y', 'z'),
    'n.one': fc.nat(9),
    'n.two': fc.nat(9),
    'd.one': fc.nat(60).map(day),
    'd.two': fc.nat(60).map(day),
  },
  { requiredKeys: [] },
)

/** By definition: every answer of the whole domain is tried on every undecided right, and the questions are sorted. */
function bruteForce(rights: readonly Right[], given: Given): string[] {
  const table = facts(given)
  const open = rights.filter((right) => evaluate(right.when, table).met === null)
  const sumOf = (right: Right): number => {
    if (right.amount?.formula === 'refund-paid') return 40_000
    return right.amount?.formula === 'added-damages-fraud' ? 120_000 : 0
  }
  const asked = Object.values(types).filter((fact) =>
    open.some((right) => evaluate(right.when, table).missing.includes(fact.id)),
  )
  const scored = asked.map((fact) => {
    const waiting = open.filter((right) => evaluate(right.when, table).missing.includes(fact.id))
    const settled = domain(fact).map(
      (answer) =>
        waiting.filter((right) => evaluate(right.when, facts({ ...given, [fact.id]: answer })).met !== null).length,
    )
    const stake = waiting.map(sumOf).reduce((a, b) => a + b, 0)
    return { id: fact.id, key: [Math.min(...settled), stake, Math.max(...settled)] }
  })
  return scored
    .sort((a, b) => {
      const at = a.key.findIndex((value, i) => value !== b.key[i])
      return at === -1 ? a.id.localeCompare(b.id) : Number(b.key[at]) - Number(a.key[at])
    })
    .map(({ id }) => id)
}

describe('the questions', () => {
  it('are in the order that trying every answer gives', () => {
    fc.assert(
      fc.property(ruleSets, givens, (rights, given) => {
        const paid = { ...given, 'order.paid-fen': 40_000, 'order.shipping-fen': 0 }
        expect(order(rights, Object.values(types), paid)).toEqual(bruteForce(rights, paid))
      }),
      { numRuns: 300 },
    )
  })

  it('end once all are answered', () => {
    fc.assert(
      fc.property(ruleSets, givens, (rights, given) => {
        let known: Given = given
        for (let round = 0; round <= 7; round += 1) {
          const [next] = ask(rights, Object.values(types), known)
          if (next === undefined) return
          const fact = types[next.fact]
          expect(known).not.toHaveProperty([next.fact])
          known = { ...known, [next.fact]: fact ? (domain(fact)[0] ?? true) : true }
        }
        expect.unreachable('more questions than facts')
      }),
      { numRuns: 50 },
    )
  })

  it('have days in the domain of the brute force', () => {
    expect(domain(aFact('d.d', 'date')).every(isLocalDate)).toBe(true)
  })
})

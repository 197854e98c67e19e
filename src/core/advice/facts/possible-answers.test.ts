import { describe, expect, it } from 'vitest'
import type { Condition } from '../../knowledge/condition.ts'
import { aFact, facts, is, text } from '../small-world.fixture.ts'
import { possibleAnswers } from './possible-answers.ts'

const t = text('t')
const answers = (type: 'number' | 'fen' | 'date' | 'instant', condition: Condition, given = {}) =>
  possibleAnswers(aFact('a.a', type), [condition], facts(given))
const days = (condition: Condition, given = {}) => [...answers('date', condition, given)].sort()
const within = (fact: string, of: string, period: { days?: number; months?: number }): Condition => ({
  fact,
  within: { of, ...period },
  text: t,
})

describe('answers that stand for all', () => {
  it('yes and no, and every option', () => {
    expect(possibleAnswers(aFact('a.a'), [], {})).toEqual([true, false])
    expect(possibleAnswers(aFact('a.a', 'choice', ['x', 'y']), [], {})).toEqual(['x', 'y'])
    expect(possibleAnswers(aFact('a.a', 'choice'), [], {})).toEqual([])
  })

  it('none for words, whatever asks for them', () => {
    expect(possibleAnswers(aFact('a.a', 'text'), [is('a.a', 'x')], {})).toEqual([])
  })

  it('numbers beside each edge, none below nothing', () => {
    expect(answers('number', { fact: 'a.a', atLeast: 500, text: t })).toEqual([0, 499, 500, 501])
    expect(answers('fen', { fact: 'a.a', atLeast: 0, text: t })).toEqual([0, 1])
    expect(answers('number', is('a.a', 3))).toEqual([0, 2, 3, 4])
    expect(answers('number', { fact: 'a.a', in: [3, 'x', 7], text: t })).toEqual([0, 2, 3, 4, 6, 7, 8])
  })

  it('nothing beside the edges of other facts', () => {
    const others: Condition[] = [
      { fact: 'b.b', atLeast: 9, text: t },
      { fact: 'b.b', in: [9], text: t },
      { fact: 'b.b', before: 'c.c', text: t },
      is('b.b', 9),
    ]
    for (const condition of others) expect(answers('number', condition, { 'c.c': 9, 'b.b': 9 })).toEqual([0])
    expect(days({ fact: 'b.b', before: 'c.c', text: t }, { 'b.b': '2026-01-01', 'c.c': '2026-01-01' })).toEqual([
      '1970-01-01',
    ])
    expect(days(within('b.b', 'c.c', { days: 7 }), { 'b.b': '2026-01-01', 'c.c': '2026-01-01' })).toEqual([
      '1970-01-01',
    ])
    expect(answers('number', is('a.a', '5'))).toEqual([0])
  })

  it('numbers beside those that a named condition compares with', () => {
    const condition: Condition = { named: 'more-than', facts: ['a.a', 'b.b'], text: t }
    expect(answers('number', condition, { 'b.b': 5 })).toEqual([0, 4, 5, 6])
    expect(answers('number', condition)).toEqual([0])
    expect(answers('number', { named: 'more-than', facts: ['c.c', 'b.b'], text: t }, { 'b.b': 5 })).toEqual([0])
  })

  it('days beside a given day, and beside the day of another fact', () => {
    const around = ['2026-02-28', '2026-03-01', '2026-03-02']
    expect(days({ fact: 'a.a', before: '2026-03-01', text: t })).toEqual(around)
    expect(days({ fact: 'a.a', before: 'b.b', text: t }, { 'b.b': '2026-03-01' })).toEqual(around)
    expect(days({ fact: 'b.b', before: 'a.a', text: t }, { 'b.b': '2026-03-01' })).toEqual(around)
    expect(days(is('a.a', '2026-03-01'))).toEqual(around)
    expect(days({ named: 'same', facts: ['b.b', 'a.a'], text: t }, { 'b.b': '2026-03-01' })).toEqual(around)
  })

  it('days beside the end of a period, counted on from its start and back from its end', () => {
    expect(days(within('a.a', 'b.b', { days: 7 }), { 'b.b': '2026-03-16' })).toEqual([
      '2026-03-22',
      '2026-03-23',
      '2026-03-24',
    ])
    expect(days(within('b.b', 'a.a', { days: 7 }), { 'b.b': '2026-03-23' })).toEqual([
      '2026-03-15',
      '2026-03-16',
      '2026-03-17',
    ])
    expect(days(within('a.a', 'b.b', { months: 6 }), { 'b.b': '2025-08-31' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(days(within('b.b', 'a.a', { months: 1 }), { 'b.b': '2026-03-31' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(answers('instant', within('a.a', 'b.b', { days: 1 }), { 'b.b': '2026-03-15T16:00:00Z' })).toContain(
      '2026-03-17',
    )
  })

  it('today where nothing known sets an edge', () => {
    expect(days(within('a.a', 'b.b', { days: 7 }), { 'time.today': '2026-07-20' })).toEqual(['2026-07-20'])
    expect(days(within('c.c', 'b.b', { days: 7 }), { 'time.today': '2026-07-20', 'b.b': '2026-01-01' })).toEqual([
      '2026-07-20',
    ])
    expect(days({ fact: 'a.a', before: 'b.b', text: t }, { 'b.b': 'unreadable' })).toEqual(['1970-01-01'])
  })

  it('each once, from wherever in the conditions', () => {
    const leaf: Condition = { fact: 'a.a', atLeast: 2, text: t }
    expect(answers('number', { all: [{ any: [leaf] }, { not: leaf }, is('a.a', 9)] })).toEqual([0, 1, 2, 3, 8, 9, 10])
  })

  it('only days that the calendar has', () => {
    expect(days({ fact: 'a.a', before: '9999-12-31', text: t })).toEqual(['9999-12-30', '9999-12-31'])
    expect(days({ fact: 'a.a', before: '0001-01-01', text: t })).toEqual(['0001-01-01', '0001-01-02'])
    const far = (period: object, day: string) => days(within('a.a', 'b.b', period), { 'b.b': day })
    expect(far({ months: 12 }, '9998-06-01')).toEqual(['1970-01-01'])
    expect(far({ months: 11 }, '9998-01-01')).toEqual(['9998-11-30', '9998-12-01', '9998-12-02'])
    expect(far({ days: 40 }, '9999-12-01')).toEqual(['1970-01-01'])
    expect(days(within('b.b', 'a.a', { months: 12 }), { 'b.b': '0002-01-01' })).toEqual(['1970-01-01'])
    expect(days(within('b.b', 'a.a', { months: 11 }), { 'b.b': '0002-01-01' })).toEqual([
      '0001-01-31',
      '0001-02-01',
      '0001-02-02',
    ])
    expect(days(within('b.b', 'a.a', { days: 40 }), { 'b.b': '0001-01-09' })).toEqual(['1970-01-01'])
  })
})

import { describe, expect, it } from 'vitest'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { factValue, knownName, type Vocabulary } from './vocabulary.ts'

const vocabulary: Vocabulary = {
  facts: {
    'fault.present': { type: 'boolean' },
    'fault.found-on': { type: 'date' },
    'return.asked-at': { type: 'instant' },
    'loss.proved-fen': { type: 'fen' },
    'fault.count': { type: 'number' },
    'platform.company': { type: 'text' },
    'warranty.state': { type: 'choice', options: [{ value: 'within' }, { value: 'expired' }] },
  },
  problems: { quality_defect: {} },
  channels: {},
  routes: {},
  rights: {},
}

describe('a name in a case file', () => {
  it('must be known where names are known; the nearest is named', () => {
    expect(knownName(vocabulary, 'problems', 'quality_defect')).toMatchObject({ ok: true })
    const refused = knownName(vocabulary, 'problems', 'qualty_defect')
    expect(!refused.ok && refused.refusal).toMatchObject({
      code: 'name-unknown',
      text: { zh: '不认识的问题类型“qualty_defect”；是不是 quality_defect？' },
    })
    const far = knownName(vocabulary, 'problems', 'x')
    expect(!far.ok && far.refusal.text.en).toContain('you can write: quality_defect')
  })

  it('may be anything where no name is known', () => {
    expect(knownName(vocabulary, 'channels', 'any')).toMatchObject({ ok: true })
    expect(knownName(undefined, 'facts', 'any.thing')).toMatchObject({ ok: true })
  })

  it('is looked up in a Knowledge as it is', () => {
    const fits: (knowledge: Knowledge) => Vocabulary = (knowledge) => knowledge
    expect(fits).toBeTypeOf('function')
  })
})

describe('the value of a fact', () => {
  it.each([
    ['fault.present', true, true],
    ['fault.present', '是', true],
    ['fault.present', 'no', false],
    ['fault.found-on', '2026-09-10', '2026-09-10'],
    ['return.asked-at', '2026-09-10 14:28', '2026-09-10T06:28:00Z'],
    ['loss.proved-fen', '300元', 30_000],
    ['loss.proved-fen', '¥1,299.90', 129_990],
    ['fault.count', '3', 3],
    ['fault.count', '1.50', 1.5],
    ['warranty.state', 'within', 'within'],
    ['platform.company', '示例公司', '示例公司'],
    ['platform.company', 950618, '950618'],
    ['platform.company', '2026-09-10', '2026-09-10'],
  ])('%s: %j is read as its type wants it', (fact, value, read) => {
    expect(factValue(vocabulary, fact, value)).toEqual({ ok: true, value: read })
  })

  it.each([
    ['fault.present', '也许', 'wrong-type'],
    ['fault.present', 1, 'wrong-type'],
    ['fault.found-on', '2026-02-30', 'not-a-day'],
    ['fault.found-on', '2026-09-10 14:28', 'not-a-day'],
    ['fault.found-on', true, 'not-a-day'],
    ['return.asked-at', '2026-09-10', 'not-an-instant'],
    ['loss.proved-fen', 300, 'amount-without-unit'],
    ['loss.proved-fen', '三百元', 'not-an-amount'],
    ['loss.proved-fen', '-3元', 'not-an-amount'],
    ['fault.count', 'many', 'wrong-type'],
    ['fault.count', '0x10', 'wrong-type'],
    ['warranty.state', 'withn', 'not-a-choice'],
    ['warranty.state', true, 'not-a-choice'],
  ])('%s: %j is refused', (fact, value, code) => {
    const read = factValue(vocabulary, fact, value)
    expect(!read.ok && read.refusal.code).toBe(code)
  })

  it('without a vocabulary is told by its name and look', () => {
    expect(factValue(undefined, 'loss.x-fen', '3元')).toEqual({ ok: true, value: 300 })
    expect(factValue(undefined, 'loss.x-fen', 3)).toMatchObject({ ok: false })
    expect(factValue(undefined, 'a.b', '2026-02-30')).toMatchObject({ ok: false })
    expect(factValue(undefined, 'a.b', '2026-02-03 10:00')).toEqual({ ok: true, value: '2026-02-03T02:00:00Z' })
    expect(factValue(undefined, 'a.b', '随便')).toEqual({ ok: true, value: '随便' })
    expect(factValue(undefined, 'a.b', false)).toEqual({ ok: true, value: false })
    expect(factValue(undefined, 'a.b', 3)).toEqual({ ok: true, value: 3 })
  })
})

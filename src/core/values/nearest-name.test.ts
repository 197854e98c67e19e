import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestName } from './nearest-name.ts'

const known = ['due', 'pack', 'advise', 'check-knowledge', 'signed-at', 'shipped-at']

describe('the nearest known name', () => {
  it.each([
    ['advice', 'advise'],
    ['deu', 'due'],
    ['Pack', 'pack'],
    ['packk', 'pack'],
    ['check-knowlege', 'check-knowledge'],
    ['check_knowledge', 'check-knowledge'],
    ['sigend-at', 'signed-at'],
    ['shiped-at', 'shipped-at'],
  ])('%s was meant as %s', (typed, name) => {
    expect(nearestName(typed, known)).toBe(name)
  })

  it.each(['lawsuit', '', 'x', 'dxy', '打包'])('%s was meant as nothing known', (typed) => {
    expect(nearestName(typed, known)).toBeUndefined()
  })

  it('is the name itself when it is known', () => {
    fc.assert(fc.property(fc.constantFrom(...known), (name) => nearestName(name, known) === name))
  })

  it('survives one slip in a name of four letters or more', () => {
    const slips = fc.tuple(
      fc.constantFrom('advise', 'check-knowledge', 'shipped-at'),
      fc.nat(),
      fc.constantFrom('', 'q'),
    )
    fc.assert(
      fc.property(slips, ([name, at, mark]) => {
        const i = at % name.length
        expect(nearestName(name.slice(0, i) + mark + name.slice(i + 1), known)).toBe(name)
      }),
    )
  })
})

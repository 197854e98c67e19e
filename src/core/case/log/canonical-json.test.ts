import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  it('sorts keys, leaves out blanks and what is undefined', () => {
    expect(canonicalJson({ b: [1, { d: 'é', c: null }], a: undefined, 'a-b': true })).toBe(
      '{"a-b":true,"b":[1,{"c":null,"d":"é"}]}',
    )
  })

  it('writes numbers and text as RFC 8785 does', () => {
    expect(canonicalJson([1e21, 0.1, -0, '\u2028\n"'])).toBe('[1e+21,0.1,0,"\u2028\\n\\""]')
  })

  it('does not depend on the order of keys and means the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(canonicalJson(turned(value))).toBe(text)
      }),
    )
  })
})

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  )
}

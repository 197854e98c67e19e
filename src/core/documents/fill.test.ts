import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fill, placeholdersOf } from './fill.ts'

describe('filling a template', () => {
  it('puts values in their places', () => {
    expect(fill('{a.b}买{item}，{a.b}付', (name) => ({ 'a.b': '张三', item: '手机' })[name])).toBe('张三买手机，张三付')
  })

  it('fails loudly on a placeholder without a value', () => {
    expect(() => fill('{known}和{unknown}', (name) => (name === 'known' ? '有' : undefined))).toThrow('{unknown}')
  })

  it('never reads a value as a template, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('{a}', '{{x}}', '$&', '$1', "$'", '{name}')), (words) => {
        expect(fill('前{a}中{a}后', () => words)).toBe(`前${words}中${words}后`)
      }),
    )
  })

  it('names each placeholder once, and no braces of other shapes', () => {
    expect(placeholdersOf('{a}{order.placed-at}{a}{ b}{B}{{x}}')).toEqual(['a', 'order.placed-at', 'x'])
  })
})

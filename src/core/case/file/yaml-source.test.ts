import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readYaml } from './yaml-source.ts'

function value(text: string): unknown {
  const reading = readYaml(text, 'case.yaml')
  if (!reading.ok) throw new Error(reading.refusals.map((refusal) => refusal.text.en).join('\n'))
  return reading.source.value
}
function faults(text: string): readonly string[] {
  const reading = readYaml(text, 'case.yaml')
  return reading.ok ? [] : reading.refusals.map((refusal) => `${refusal.code} ${refusal.at}`)
}

describe('a YAML text', () => {
  it('keeps days and moments as they are written', () => {
    expect(value('a: 2026-09-15\nb: 2026-09-15 14:28\nc: 2026-09-15T14:28:00+08:00')).toEqual({
      a: '2026-09-15',
      b: '2026-09-15 14:28',
      c: '2026-09-15T14:28:00+08:00',
    })
  })

  it('keeps numbers that would change as text: long ones, leading zeros, trailing zeros, other bases', () => {
    const text =
      'a: 302512345678901234567\nb: 0102\nc: 1299.90\nd: 0x10\ne: 1e3\nf: 1299.9\ng: 3\nh: -0\ni: .inf\nj: +5'
    expect(value(text)).toEqual({
      a: '302512345678901234567',
      b: '0102',
      c: '1299.90',
      d: '0x10',
      e: '1e3',
      f: 1299.9,
      g: 3,
      h: '-0',
      i: '.inf',
      j: '+5',
    })
  })

  it('knows yes, no and on as words and only true and false as answers', () => {
    expect(value('a: yes\nb: no\nc: on\nd: true\ne: "true"')).toEqual({
      a: 'yes',
      b: 'no',
      c: 'on',
      d: true,
      e: 'true',
    })
  })

  it('leaves out keys without a value, but keeps the place of an empty list entry', () => {
    expect(value('a:\nb: ~\nc: ""\nd: [1, , 2]'.replace(', ,', ', ~,'))).toEqual({ c: '', d: [1, null, 2] })
  })

  it('may begin with a byte order mark', () => {
    expect(value('\uFEFFa: 1')).toEqual({ a: 1 })
  })

  it('tells on which line a path begins, or the nearest path above it', () => {
    const reading = readYaml('\uFEFF# note\norder:\n  items:\n    - name: a\n      price: 1\n', 'case.yaml')
    if (!reading.ok) throw new Error('refused')
    const { lineOf } = reading.source
    expect(lineOf(['order', 'items', 0, 'price'])).toBe(5)
    expect(lineOf(['order', 'items', 0])).toBe(4)
    expect(lineOf(['order', 'items', 0, 'model'])).toBe(4)
    expect(lineOf(['order', 'paid'])).toBe(2)
    expect(lineOf(['consumer'])).toBeUndefined()
  })

  it.each([
    ['a key twice', 'a: 1\nb: 2\na: 3', ['yaml-key-twice case.yaml:3 a']],
    ['a key twice further down', 'x:\n  - {k: 1, k: 2}', ['yaml-key-twice case.yaml:2 x[0].k']],
    ['a tab', 'a:\n\tb: 1', ['yaml-unreadable case.yaml:2']],
    ['an open quote', 'a: "x\n', ['yaml-unreadable case.yaml:2']],
    ['two colons', 'a: b: c', ['yaml-unreadable case.yaml:1']],
    ['a full-width colon', 'a: 1\nb：2\n', ['yaml-unreadable case.yaml:2']],
    ['two documents', 'a: 1\n---\nb: 2', ['yaml-unreadable case.yaml:2']],
    ['an unknown tag', 'a: !!js/function x', ['yaml-unreadable case.yaml:1']],
    ['binary', 'a: !!binary aGk=', ['yaml-tag case.yaml:1 a']],
    ['a list as key', '? [a]\n: 1', ['yaml-key-off case.yaml:1']],
    ['no key', ': 1', ['yaml-key-off case.yaml:1']],
    ['an alias of nothing', 'a: *x', ['yaml-alias-unknown case.yaml:1 a']],
    ['an alias within itself', 'a: &x [*x]', ['yaml-bomb case.yaml']],
    ['a NUL', 'a: "x\\0"', ['control-character case.yaml:1 a']],
    ['half a pair', 'a: "\\ud800"', ['control-character case.yaml:1 a']],
  ])('with %s is refused at its place', (_what, text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  it('may use a few aliases', () => {
    expect(value('a: &x {k: 1}\nb: *x\nc: [*x]')).toEqual({ a: { k: 1 }, b: { k: 1 }, c: [{ k: 1 }] })
    expect(faults(`a: &x 1\nb: [${'*x, '.repeat(10)}]`)).toEqual([])
    expect(faults(`a: &x 1\nb: [${'*x, '.repeat(11)}]`)).toEqual(['yaml-bomb case.yaml'])
  })

  it('tells the full-width colon from other faults', () => {
    const reading = readYaml('order：\n  number: 1', 'case.yaml')
    expect(!reading.ok && reading.refusals[0]?.text.zh).toContain('中文冒号')
  })

  it.each([
    [
      'ten aliases that double',
      `a0: &a0 x\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}`,
      'yaml-bomb',
    ],
    ['a hundred thousand brackets', '['.repeat(100_000), 'yaml-bomb'],
    ['a million braces', 'a: {'.repeat(250_000), 'yaml-bomb'],
    ['a hundred levels', Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 'yaml-too-deep'],
    ['fifty thousand dashes', `${'- '.repeat(50_000)}a`, 'yaml-unreadable'],
    ['fifty thousand lines', 'a: 1\n'.repeat(50_000), 'yaml-too-big'],
    ['fifty megabytes', `a: ${'x'.repeat(50_000_000)}`, 'yaml-too-big'],
    ['three hundred thousand values', `a: [${'1,'.repeat(300_000)}]`, 'yaml-bomb'],
  ])('of %s is refused soon', (_what, text, code) => {
    const began = performance.now()
    const reading = readYaml(text, 'case.yaml')
    expect(!reading.ok && reading.refusals[0]?.code).toBe(code)
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('reads twenty thousand different keys without taking a minute', () => {
    const text = Array.from({ length: 19_000 }, (_, i) => `k${i}: v`).join('\n')
    expect(Object.keys(value(text) as object)).toHaveLength(19_000)
  })

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readYaml(text, 'case.yaml')))
    const marks = fc.constantFrom(...'abc:-[]{}&*!|>"\'#%@, \n\t?~0')
    fc.assert(
      fc.property(fc.string({ unit: marks, maxLength: 60 }), (text) => void readYaml(text, 'case.yaml')),
      {
        numRuns: 500,
      },
    )
  })

  it('gives user text back unchanged', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => one !== '')
    fc.assert(
      fc.property(text, (words) => {
        expect(value(stringify({ words }))).toEqual({ words })
      }),
    )
    for (const words of ['$& {{x}} #read <b> =1+1', 'a\u202Eb\u2066c', '第一行\n第二行\n', '  两边空格  '])
      expect(value(stringify({ words }))).toEqual({ words })
  })
})

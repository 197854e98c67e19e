import { describe, expect, it } from 'vitest'
import { nearest } from './nearest.ts'

const keys = ['order', 'consumer', 'problem', 'paid-at', 'placed-at', 'signed-at']

describe('the nearest word', () => {
  it.each([
    ['oder', 'order'],
    ['Order', 'order'],
    ['roder', 'order'],
    ['paidat', 'paid-at'],
    ['signed_at', 'signed-at'],
    ['costumer', 'consumer'],
  ])('to %s is %s', (word, meant) => {
    expect(nearest(word, keys)).toBe(meant)
  })

  it.each(['地址', 'warranty', 'xyzzy', ''])('to %s is none that is near enough', (word) => {
    expect(nearest(word, keys)).toBeUndefined()
  })

  it('counts a swap of neighbours as one edit, so that two swaps are still near', () => {
    expect(nearest('rodre', ['order'])).toBe('order')
    expect(nearest('reord', ['order'])).toBeUndefined()
  })

  it('of nothing is nothing', () => {
    expect(nearest('order', [])).toBeUndefined()
  })
})

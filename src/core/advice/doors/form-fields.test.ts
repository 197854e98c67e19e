import { describe, expect, it } from 'vitest'
import { aChannel, aWorld } from '../clocks/clock-world.fixture.ts'
import { facts, text } from '../small-world.fixture.ts'
import { missingFields } from './form-fields.ts'

const field = (id: string, from: string | undefined, required = true) => ({
  id,
  title: text(id),
  required,
  ...(from === undefined ? {} : { from }),
})

describe('what a form still lacks', () => {
  const of = (fields: ReturnType<typeof field>[], world = aWorld()) =>
    missingFields(aChannel({ id: 'x', fields }), world)

  it('is named in the order of the form', () => {
    const fields = [
      field('number', 'order.number'),
      field('phone', 'consumer.phone'),
      field('shop', 'order.shop.company'),
    ]
    expect(of(fields)).toEqual(['number', 'phone', 'shop'])
    const kase = { order: { number: '1', items: [], shop: { name: 's', company: '某公司' } }, consumer: { phone: ' ' } }
    expect(of(fields, aWorld({ kase }))).toEqual(['phone'])
    expect(of([field('number', 'order.number')], aWorld({ lang: 'en' }))).toEqual(['number (en)'])
  })

  it('leaves out what is optional, what is typed freely, and papers', () => {
    expect(of([field('a', 'order.number', false), field('b', undefined), field('c', 'letter-basic')])).toEqual([])
  })

  it('can be a fact', () => {
    const fields = [field('found', 'fault.found-on')]
    expect(of(fields)).toEqual(['found'])
    expect(of(fields, aWorld({ facts: facts({ 'fault.found-on': '2026-09-01' }) }))).toEqual([])
    expect(of(fields, aWorld({ facts: facts({ 'fault.found-on': false }) }))).toEqual([])
  })

  it('does not take inherited properties for answers', () => {
    expect(of([field('x', 'order.constructor'), field('y', 'id.length')])).toEqual(['x', 'y'])
  })
})

import { describe, expect, it } from 'vitest'
import { caseJsonSchema } from './case-schema.ts'

type Shape = {
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  additionalProperties?: Shape | boolean
  description?: string
}

describe('the JSON Schema of case.yaml', () => {
  it('is the committed knowledge/schema/case.schema.json (renewed by vitest -u)', async () => {
    const text = `${JSON.stringify(caseJsonSchema(), null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../../../../knowledge/schema/case.schema.json')
  })

  it('describes every key in both languages and knows no key but in kebab case', () => {
    const keys = keysOf(caseJsonSchema())
    expect(keys.length).toBeGreaterThan(90)
    expect(keys.filter(([, shape]) => !/\p{Script=Han}.*\([ -~]+\)/u.test(shape.description ?? ''))).toEqual([])
    expect(keys.filter(([key]) => !/^[a-z]+(-[a-z]+)*$/.test(key))).toEqual([])
  })

  it('allows no unknown key anywhere', () => {
    const text = JSON.stringify(caseJsonSchema())
    const objects = text.match(/"type":"object"/g)?.length ?? 0
    const closed = text.match(/"additionalProperties":false/g)?.length ?? 0
    // Facts are a record by name and so the only open one.
    expect(objects - closed).toBe(1)
  })
})

function keysOf(shape: Shape): [string, Shape][] {
  const inner = Object.entries(shape.properties ?? {})
  const open = typeof shape.additionalProperties === 'object' ? [shape.additionalProperties] : []
  const below = [
    ...inner.map(([, value]) => value),
    ...open,
    ...(shape.items ? [shape.items] : []),
    ...(shape.anyOf ?? []),
  ]
  return [...inner, ...below.flatMap(keysOf)]
}

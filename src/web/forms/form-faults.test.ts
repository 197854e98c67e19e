import { describe, expect, it } from 'vitest'
import { placeFaults } from './form-faults.ts'
import type { FormField } from './form-spec.ts'

const fields: readonly FormField[] = [
  { kind: 'moment', name: 'signedAt', label: '签收', places: ['signed-at'] },
  { kind: 'moment', name: 'shippedAt', label: '发货', places: ['shipped-at'] },
  { kind: 'words', name: 'words', label: '话' },
]
const problem = { type: 'about:blank', status: 422, title: '没有写入' } as const

describe('refusals of a form', () => {
  it('stand beside the field they name, in the words the form has for their code', () => {
    const one = { ...problem, code: 'text-missing', detail: 'words 是空的', place: 'words' }
    expect(placeFaults(one, fields, { 'text-missing': '请填写' })).toEqual({ byField: { words: '请填写' }, above: [] })
  })

  it('stand beside both fields of a contradiction', () => {
    const one = { ...problem, code: 'contradiction', detail: '矛盾', place: 'signed-at, shipped-at' }
    expect(placeFaults(one, fields, {}).byField).toEqual({ signedAt: '矛盾', shippedAt: '矛盾' })
  })

  it('stand each for itself when there are several, and above the form where no field is named for them', () => {
    const all = [
      { code: 'a', detail: '甲', place: 'commands[0].payload.words' },
      { code: 'b', detail: '乙', place: 'filing' },
      { code: 'c', detail: '丙' },
    ]
    const placed = placeFaults({ ...problem, code: 'a', detail: '甲\n乙\n丙', all }, fields, {})
    expect(placed).toEqual({ byField: { words: '甲' }, above: ['乙', '丙'] })
  })
})

import { describe, expect, it } from 'vitest'
import { given, now, open, refusedWith } from './case.fixture.ts'
import type { Command } from './event.ts'
import { fold } from './fold.ts'

const record = (payload: object): Command => ({ type: 'RecordConsumer', at: now, payload })

describe('the consumer', () => {
  it('becomes known by parts', () => {
    const log = given(open, record({ name: '张三', phone: '138-0000-0000' }), record({ landline: '010-00000000' }))
    expect(fold(log).consumer).toEqual({ name: '张三', phone: '138-0000-0000', landline: '010-00000000' })
  })

  it('cannot be a novel', () => {
    expect(refusedWith(given(open), record({ address: 'x'.repeat(20_001) }))).toEqual(['text-too-long'])
  })
})

import { describe, expect, it } from 'vitest'
import { given, now, open, refusedWith, sha } from './case.fixture.ts'
import type { Command } from './event.ts'
import { fold } from './fold.ts'

const add = (file: string, more: object = {}): Command => ({
  type: 'AddEvidence',
  at: now,
  payload: { file, sha256: sha('a'), bytes: 3, kind: 'goods-photo', title: '照片', shows: ['waybill'], ...more },
})
const withdraw = (id: string): Command => ({ type: 'WithdrawEvidence', at: now, payload: { id, why: '拍错了' } })
const describeIt = (id: string, more: object): Command => ({
  type: 'DescribeEvidence',
  at: now,
  payload: { id, ...more },
})

describe('evidence', () => {
  it('is numbered E1, E2 … unless it brings its id', () => {
    const log = given(open, add('evidence/a.png'), add('evidence/b.png', { id: 'E7' }), add('evidence/c.png'))
    expect(fold(log).evidence.map(({ id, addedAt }) => [id, addedAt])).toEqual([
      ['E1', now],
      ['E7', now],
      ['E8', now],
    ])
  })

  it('has each id and each file once', () => {
    const log = given(open, add('evidence/a.png'))
    expect(refusedWith(log, add('evidence/b.png', { id: 'E1' }))).toEqual(['id-taken'])
    expect(refusedWith(log, add('evidence/a.png'))).toEqual(['exhibit-twice'])
  })

  it('that is a redacted copy names an original of the case, not another copy', () => {
    const log = given(open, add('evidence/a.png'), add('evidence/b.png', { redacts: 'E1' }))
    expect(fold(log).evidence[1]).toMatchObject({ id: 'E2', redacts: 'E1' })
    expect(refusedWith(log, add('evidence/c.png', { redacts: 'E2' }))).toEqual(['copy-of-nothing'])
    expect(refusedWith(log, add('evidence/c.png', { redacts: 'E9' }))).toEqual(['copy-of-nothing'])
  })

  it('is described anew without touching what was not said, and never its file', () => {
    const log = given(open, add('evidence/a.png'), describeIt('E1', { proves: '走时不准', kind: 'test-report' }))
    expect(fold(log).evidence[0]).toMatchObject({
      title: '照片',
      kind: 'test-report',
      proves: '走时不准',
      sha256: sha('a'),
      file: 'evidence/a.png',
    })
    expect(refusedWith(log, describeIt('E1', { title: ' ' }))).toEqual(['text-missing'])
    expect(refusedWith(log, describeIt('E2', { title: 'x' }))).toEqual(['exhibit-unknown'])
  })

  it('withdrawn stays in the case, and can neither be described nor relied on', () => {
    const log = given(open, add('evidence/a.png'), withdraw('E1'))
    expect(fold(log).evidence).toMatchObject([{ id: 'E1', withdrawn: true }])
    expect(refusedWith(log, withdraw('E1'))).toEqual(['exhibit-unknown'])
    expect(refusedWith(log, describeIt('E1', { title: 'x' }))).toEqual(['exhibit-unknown'])
    const fact: Command = {
      type: 'StateFact',
      at: now,
      payload: { fact: 'fault.present', status: 'known', value: true, by: ['E1'] },
    }
    expect(refusedWith(log, fact)).toEqual(['exhibit-unknown'])
    expect(refusedWith(given(open, add('evidence/a.png')), fact)).toEqual([])
    expect(fold(given(open, add('evidence/a.png'), withdraw('E1'), add('evidence/a.png'))).evidence[1]?.id).toBe('E2')
  })

  it.each([
    [{ sha256: 'ABC' }, 'hash-off'],
    [{ bytes: -1 }, 'size-off'],
    [{ bytes: 1.5 }, 'size-off'],
    [{ kind: 'selfie' }, 'not-a-choice'],
    [{ title: '' }, 'text-missing'],
    [{ file: '' }, 'text-missing'],
    [{ takenAt: '2027-01-01T00:00:00Z' }, 'in-the-future'],
    [{ id: 'E 1' }, 'not-an-id'],
    [{ proves: 'x'.repeat(20_001) }, 'text-too-long'],
  ])('is refused with %j', (more, code) => {
    expect(refusedWith(given(open), add('evidence/a.png', more))).toEqual([code])
  })

  it('takes a text of exactly the greatest length', () => {
    expect(refusedWith(given(open), add('evidence/a.png', { proves: 'x'.repeat(20_000) }))).toEqual([])
  })
})

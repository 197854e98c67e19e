import { describe, expect, it } from 'vitest'
import { given, now, open, refusedWith } from './case.fixture.ts'
import type { Command } from './event.ts'
import { fold } from './fold.ts'

const log = (more: object = {}): Command => ({
  type: 'LogContact',
  at: now,
  payload: {
    at: '2026-09-15T06:28:00Z',
    channel: 'seller',
    direction: 'out',
    words: '第一次联系，无回复',
    answered: false,
    by: [],
    ...more,
  },
})

describe('a contact', () => {
  it('is logged to the minute, with what was said and whether it was answered', () => {
    expect(fold(given(open, log(), log({ direction: 'in', with: '客服 007' }))).contacts).toMatchObject([
      { id: 'C1', at: '2026-09-15T06:28:00Z', direction: 'out', answered: false, words: '第一次联系，无回复' },
      { id: 'C2', direction: 'in', with: '客服 007' },
    ])
  })

  it.each([
    [{ words: ' ' }, 'text-missing'],
    [{ at: '2026-11-01T00:00:01Z' }, 'in-the-future'],
    [{ at: '2026-09-15 14:28' }, 'not-in-utc'],
    [{ channel: '电话' }, 'not-an-id'],
    [{ direction: 'up' }, 'not-a-choice'],
    [{ by: ['E1'] }, 'exhibit-unknown'],
    [{ id: '' }, 'not-an-id'],
  ])('is refused with %j', (more, code) => {
    expect(refusedWith(given(open), log(more))).toEqual([code])
  })
})

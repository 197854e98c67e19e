import { describe, expect, it } from 'vitest'
import { given, now, open, refusedWith, sha } from '../case.fixture.ts'
import { decide } from '../decide.ts'
import type { CaseEvent, Command } from '../event.ts'
import { fold } from '../fold.ts'

const order = (paidFen: number): Command => ({ type: 'RecordOrder', at: '2026-10-01T00:00:00Z', payload: { paidFen } })
const contact = (more: object = {}): Command => ({
  type: 'LogContact',
  at: now,
  payload: { at: now, channel: 'seller', direction: 'out', words: '第一次', by: [], ...more },
})
const exhibit = (mark: string, title = '照片'): Command => ({
  type: 'AddEvidence',
  at: now,
  payload: { file: 'evidence/a.png', sha256: sha(mark), bytes: 3, kind: 'other', title, shows: [] },
})
const correct = (log: readonly CaseEvent[], event: number, instead: Command, why = '抄错了'): Command => ({
  type: 'CorrectEvent',
  at: now,
  payload: { event, instead, why },
  log,
})
function grown(log: readonly CaseEvent[], command: Command): readonly CaseEvent[] {
  const decided = decide(fold(log), command)
  if (!decided.ok) throw new Error(decided.refusal.text.en)
  return [...log, ...decided.value]
}

describe('a correction', () => {
  const log = given(open, order(100), contact())

  it('is read in the place and at the time of the original, which stays in the log', () => {
    const corrected = grown(log, correct(log, 1, order(129_990)))
    expect(corrected.slice(0, 3)).toEqual(log)
    const kase = fold(corrected)
    expect(kase.order.paidFen).toBe(129_990)
    expect(kase.version).toBe(4)
    expect(kase.corrections).toEqual([{ at: now, event: 1, why: '抄错了' }])
    expect(corrected[3]).toMatchObject({ payload: { replacement: { at: '2026-10-01T00:00:00Z' } } })
  })

  it('can be made again; the last one counts', () => {
    const twice = grown(
      grown(log, correct(log, 1, order(2))),
      correct(grown(log, correct(log, 1, order(2))), 1, order(3)),
    )
    expect(fold(twice).order.paidFen).toBe(3)
  })

  it('gives what was said later its chance to differ', () => {
    const said = given(open, order(100), order(200))
    expect(fold(grown(said, correct(said, 1, order(7)))).order.paidFen).toBe(200)
  })

  it('is as strict as the original and speaks with the same refusals', () => {
    expect(refusedWith(log, correct(log, 1, order(-1)))).toEqual(['not-an-amount'])
    expect(refusedWith(log, correct(log, 2, contact({ by: ['E1'] })))).toEqual(['exhibit-unknown'])
    expect(refusedWith(log, correct(log, 1, order(1), ' '))).toEqual(['text-missing'])
  })

  it('changes neither kind nor id nor the file of an exhibit', () => {
    expect(refusedWith(log, correct(log, 1, contact({ at: '2026-09-01T00:00:00Z' })))).toEqual([
      'correction-of-another-kind',
    ])
    expect(refusedWith(log, correct(log, 2, contact({ id: 'C9' })))).toEqual(['correction-changes-id'])
    const shown = given(open, exhibit('a'))
    expect(refusedWith(shown, correct(shown, 1, exhibit('b')))).toEqual(['correction-changes-file'])
    expect(fold(grown(shown, correct(shown, 1, exhibit('a', '新标题')))).evidence[0]?.title).toBe('新标题')
  })

  it('speaks of an event of this very log', () => {
    for (const event of [-1, 3, 0.5]) expect(refusedWith(log, correct(log, event, order(1)))).toEqual(['event-unknown'])
    expect(refusedWith(log, correct(log.slice(0, 2), 1, order(1)))).toEqual(['event-unknown'])
  })

  it('is not itself corrected, nor does it put corrections in place', () => {
    const corrected = grown(log, correct(log, 1, order(2)))
    expect(refusedWith(corrected, correct(corrected, 3, order(1)))).toEqual(['not-correctable'])
    expect(refusedWith(log, correct(log, 1, correct(log, 1, order(1))))).toEqual(['not-correctable'])
  })

  it('may be made in a closed case', () => {
    const closed = given(open, order(1), { type: 'CloseCase', at: now, payload: { at: now, outcome: 'solved' } })
    const kase = fold(grown(closed, correct(closed, 1, order(2))))
    expect([kase.status, kase.order.paidFen]).toEqual(['closed', 2])
  })

  it('that came from elsewhere and changes the type, or speaks of later events, is not followed', () => {
    const [, , said] = log
    if (said === undefined) throw new Error('no contact')
    const wrongType: CaseEvent = { type: 'EventCorrected', at: now, payload: { event: 1, replacement: said, why: '' } }
    expect(fold([...log, wrongType]).order.paidFen).toBe(100)
    const ahead: CaseEvent = { type: 'EventCorrected', at: now, payload: { event: 3, replacement: said, why: '' } }
    expect(fold([...log, ahead, said]).contacts).toHaveLength(2)
  })
})

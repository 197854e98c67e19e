import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { given, history, now, open, refusedWith } from '../case.fixture.ts'
import { decide } from '../decide.ts'
import type { CaseEvent, Command } from '../event.ts'
import { fold } from '../fold.ts'

const consumer = (name: string): Command => ({ type: 'RecordConsumer', at: now, payload: { name } })
const file: Command = { type: 'MakeFiling', at: now, payload: { channel: 'court', at: now } }
const erase = (log: readonly CaseEvent[], event: number, why = '本人要求'): Command => ({
  type: 'ErasePayload',
  at: now,
  payload: { event, why },
  log,
})
function grown(log: readonly CaseEvent[], command: Command): readonly CaseEvent[] {
  const decided = decide(fold(log), command)
  if (!decided.ok) throw new Error(decided.refusal.text.en)
  return [...log, ...decided.value]
}
/** The log after the store has dropped what the erasures speak of. */
function dropped(log: readonly CaseEvent[]): readonly CaseEvent[] {
  const gone = new Set(log.flatMap((event) => (event.type === 'PayloadErased' ? [event.payload.event] : [])))
  return log.map((event, at) => (gone.has(at) ? { type: 'Erased', at: event.at, payload: null } : event))
}

describe('an erasure', () => {
  it('takes the payload out of the case and leaves word of it', () => {
    const log = given(open, consumer('张三'))
    const kase = fold(grown(log, erase(log, 1)))
    expect(kase.consumer).toEqual({})
    expect(kase.erasures).toEqual([{ at: now, event: 1, why: '本人要求' }])
    expect(kase.version).toBe(3)
  })

  it('takes the corrections of the event along', () => {
    const log = given(open, consumer('张三'))
    const corrected = grown(log, {
      type: 'CorrectEvent',
      at: now,
      payload: { event: 1, instead: consumer('张三丰'), why: '抄错' },
      log,
    })
    const erased = grown(corrected, erase(corrected, 1))
    expect(JSON.stringify(dropped(erased))).not.toContain('张三')
    expect(fold(erased).consumer).toEqual({})
    expect(fold(erased).erasures?.map(({ event }) => event)).toEqual([1, 2])
  })

  it('reads the same before and after the payloads are dropped', () => {
    fc.assert(fc.property(history, (log) => void expect(fold(dropped(log))).toEqual(fold(log))))
  })

  it('never lets an id be given out again', () => {
    const log = given(open, file)
    const erased = grown(log, erase(log, 1))
    expect(fold(erased).filings).toEqual([])
    expect(fold(grown(erased, file)).filings[0]?.id).toBe('F2')
    const again: Command = { ...file, payload: { channel: 'court', at: now, id: 'F1' } } as Command
    expect(refusedWith(erased, again)).toEqual(['id-taken'])
  })

  it('is made once, of an event of this log that has something to erase, for a reason', () => {
    const log = given(open, consumer('张三'))
    const erased = grown(log, erase(log, 1))
    expect(refusedWith(erased, erase(erased, 1))).toEqual(['erased-already'])
    expect(refusedWith(dropped(erased), erase(dropped(erased), 1))).toEqual(['erased-already'])
    expect(refusedWith(erased, erase(erased, 2))).toEqual(['not-erasable'])
    expect(refusedWith(log, erase(log, 0))).toEqual(['not-erasable'])
    expect(refusedWith(log, erase(log, 2))).toEqual(['event-unknown'])
    expect(refusedWith(log, erase(log.slice(0, 1), 0))).toEqual(['event-unknown'])
    expect(refusedWith(log, erase(log, 1, ''))).toEqual(['text-missing'])
  })

  it('cannot be undone by a correction', () => {
    const log = given(open, consumer('张三'))
    const erased = grown(log, erase(log, 1))
    const correct: Command = {
      type: 'CorrectEvent',
      at: now,
      payload: { event: 1, instead: consumer('李四'), why: '' },
      log: dropped(erased),
    }
    expect(refusedWith(dropped(erased), correct)).toEqual(['not-correctable'])
    const forged: CaseEvent = {
      type: 'EventCorrected',
      at: now,
      payload: { event: 1, replacement: { type: 'ConsumerRecorded', at: now, payload: { name: '李四' } }, why: '' },
    }
    expect(fold([...erased, forged]).consumer).toEqual({})
  })
})

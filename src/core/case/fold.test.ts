import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { given, history, now, open } from './case.fixture.ts'
import type { CaseEvent } from './event.ts'
import { emptyCase, fold, foldFrom } from './fold.ts'

describe('fold', () => {
  it('composes: the fold of a log is the fold of its tail onto that of its head, corrections and erasures included', () => {
    fc.assert(
      fc.property(history, fc.nat(), (log, cut) => {
        const at = cut % (log.length + 1)
        const [head, tail] = [log.slice(0, at), log.slice(at)]
        expect(foldFrom(fold(head), tail, head)).toEqual(fold(log))
      }),
    )
  })

  it('composes also for logs that decide would never have made', () => {
    const event = history.chain((log) => fc.shuffledSubarray([...log]))
    fc.assert(
      fc.property(event, fc.nat(), (log, cut) => {
        const at = cut % (log.length + 1)
        expect(foldFrom(fold(log.slice(0, at)), log.slice(at), log.slice(0, at))).toEqual(fold(log))
      }),
    )
  })

  it('counts every event, also erased ones and those of a later version of the product', () => {
    const strange = { type: 'MoonLanded', at: now, payload: { flag: true } } as unknown as CaseEvent
    const erased: CaseEvent = { type: 'Erased', at: now, payload: null }
    const gutted = { type: 'OrderRecorded', at: now, payload: null } as unknown as CaseEvent
    const log = [...given(open), strange, erased, gutted]
    expect(fold(log)).toEqual({ ...fold(given(open)), version: 4 })
  })

  it('never changes what it is given', () => {
    fc.assert(
      fc.property(history, (log) => {
        const before = structuredClone(log)
        fold(log)
        expect(log).toEqual(before)
      }),
      { numRuns: 30 },
    )
    expect(emptyCase.version).toBe(0)
  })

  it('never throws, whatever a stored payload has become', () => {
    const log = history.chain((real) =>
      fc.tuple(
        ...real.map((event) =>
          fc.oneof(
            fc.constant(event),
            fc.jsonValue().map((payload) => ({ ...event, payload })),
            fc.nat(real.length).map((at) => ({ type: 'EventCorrected', at: now, payload: { event: at } })),
          ),
        ),
      ),
    )
    fc.assert(fc.property(log, (events) => void fold(events as readonly CaseEvent[])))
  })

  it('of nothing is the empty case', () => {
    expect(fold([])).toEqual(emptyCase)
  })
})

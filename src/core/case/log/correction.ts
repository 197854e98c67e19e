import { type Outcome, refuse } from '../../values/refusal.ts'
import { admit, needsText, type Objection } from '../admission.ts'
import type { Case } from '../case.ts'
import type { CaseEvent, Command } from '../event.ts'
import type { Step } from './step.ts'

/** `event` counts from 0. The original stays in the log; the fold reads `replacement` in its place. */
export type CorrectionEvent = Step<
  'EventCorrected',
  { readonly event: number; readonly replacement: CaseEvent; readonly why: string }
>

/** `instead` is the command that should have been given; `log` are all events of the case so far. */
export type CorrectionCommand = Step<
  'CorrectEvent',
  { readonly event: number; readonly instead: Command; readonly why: string }
> & { readonly log: readonly CaseEvent[] }

type Machine = {
  readonly fold: (events: readonly CaseEvent[]) => Case
  readonly decide: (kase: Case, command: Command) => Outcome<readonly CaseEvent[]>
}

/**
 * A correction is as strict as the original was: the command that should have been given is decided on the case as it
 * stood before the event. It must lead to one event of the same type and id, and to the same file.
 */
export function decideCorrection(
  kase: Case,
  command: CorrectionCommand,
  machine: Machine,
): Outcome<readonly CorrectionEvent[]> {
  const { at, log, payload } = command
  const { event: index, instead, why } = payload
  const original = log[index]
  if (log.length !== kase.version || original === undefined)
    return refuse(
      'event-unknown',
      {
        zh: `没有第 ${index} 号记录（共 ${kase.version} 条，从 0 数起）`,
        en: `there is no record ${index} (${kase.version} of them, counted from 0)`,
      },
      'event',
    )
  if (original.type === 'Erased' || original.type === 'PayloadErased' || original.type === 'EventCorrected')
    return refuse(
      'not-correctable',
      {
        zh: `第 ${index} 号记录是更正或删除，不能再更正；请更正最初的那条`,
        en: `record ${index} is a correction or an erasure and cannot be corrected; correct the first one`,
      },
      'event',
    )
  if (instead.type === 'CorrectEvent' || instead.type === 'ErasePayload')
    return refuse(
      'not-correctable',
      { zh: '更正的内容不能是更正或删除', en: 'a correction cannot put a correction or an erasure in place' },
      'instead',
    )
  const before = machine.fold(resolve(log).slice(0, index))
  const redone = machine.decide(before, { ...instead, at: original.at })
  if (!redone.ok) return redone
  const [replacement, ...more] = redone.value
  if (replacement === undefined || more.length > 0 || replacement.type !== original.type)
    return refuse(
      'correction-of-another-kind',
      {
        zh: `更正不能改变记录的种类（${original.type}）`,
        en: `a correction cannot change what kind of record it is (${original.type})`,
      },
      'instead',
    )
  return admit<CorrectionEvent>([needsText(why, 'why'), sameThing(original, replacement)], {
    type: 'EventCorrected',
    at,
    payload: { event: index, replacement, why },
  })
}

export function foldCorrection(kase: Case, event: CorrectionEvent): Case {
  const { event: index, why } = event.payload
  return { ...kase, corrections: [...kase.corrections, { at: event.at, event: index, why }] }
}

/**
 * The log as it is to be read: corrected events replaced (the last correction wins), erased ones emptied. `offset` is
 * the number of events before `events`. A correction speaks of earlier events only, and never changes their type.
 */
export function resolve(events: readonly CaseEvent[], offset = 0): readonly CaseEvent[] {
  const read = [...events]
  for (const [index, event] of events.entries()) {
    const target = event.type === 'EventCorrected' || event.type === 'PayloadErased' ? reach(event, offset) : -1
    const original = target < index ? read[target] : undefined
    if (original === undefined) continue
    if (event.type === 'PayloadErased') read[target] = { type: 'Erased', at: original.at, payload: null }
    else if (event.type === 'EventCorrected' && event.payload.replacement?.type === original.type)
      read[target] = event.payload.replacement
  }
  return read
}

/** Whether an event speaks of one of the first `count` events of the log. */
export function reachesBefore(event: CaseEvent, count: number): boolean {
  if (event.type !== 'EventCorrected' && event.type !== 'PayloadErased') return false
  return reach(event, 0) < count
}

function reach(event: Extract<CaseEvent, { type: 'EventCorrected' | 'PayloadErased' }>, offset: number): number {
  return (event.payload?.event ?? Number.POSITIVE_INFINITY) - offset
}

function sameThing(original: CaseEvent, replacement: CaseEvent): Objection {
  if (idOf(original) !== idOf(replacement))
    return refuse(
      'correction-changes-id',
      { zh: '更正不能换编号', en: 'a correction cannot give another id' },
      'instead',
    )
  const otherFile =
    original.type === 'EvidenceAdded' &&
    replacement.type === 'EvidenceAdded' &&
    original.payload.sha256 !== replacement.payload.sha256
  if (!otherFile) return undefined
  return refuse(
    'correction-changes-file',
    {
      zh: '更正不能换证据文件；请撤回该证据，再加入新文件',
      en: 'a correction cannot exchange the file of an exhibit; withdraw it and add the new file',
    },
    'instead',
  )
}

function idOf(event: CaseEvent): string | undefined {
  return event.payload !== null && 'id' in event.payload ? event.payload.id : undefined
}

import { type Outcome, refuse } from '../../values/refusal.ts'
import { admit, needsText } from '../admission.ts'
import type { Case, Erasure } from '../case.ts'
import type { CaseEvent } from '../event.ts'
import type { Step } from './step.ts'

/** `Erased` stands in the log where a payload was dropped; `PayloadErased` says which one, when and why. */
export type ErasureEvent =
  | Step<'PayloadErased', { readonly event: number; readonly why: string; readonly id?: string }>
  | Step<'Erased', null>

/** `log` are all events of the case so far. Corrections of the event are erased with it. */
export type ErasureCommand = Step<'ErasePayload', { readonly event: number; readonly why: string }> & {
  readonly log: readonly CaseEvent[]
}

export function decideErasure(kase: Case, command: ErasureCommand): Outcome<readonly ErasureEvent[]> {
  const { at, log, payload } = command
  const { event: index, why } = payload
  const target = log[index]
  if (log.length !== kase.version || target === undefined)
    return refuse(
      'event-unknown',
      {
        zh: `没有第 ${index} 号记录（共 ${kase.version} 条，从 0 数起）`,
        en: `there is no record ${index} (${kase.version} of them, counted from 0)`,
      },
      'event',
    )
  const gone =
    target.type === 'Erased' || log.some((event) => event.type === 'PayloadErased' && event.payload.event === index)
  if (gone)
    return refuse(
      'erased-already',
      { zh: `第 ${index} 号记录已删除`, en: `record ${index} is erased already` },
      'event',
    )
  if (target.type === 'CaseOpened' || target.type === 'PayloadErased' || target.type === 'EventCorrected')
    return refuse(
      'not-erasable',
      {
        zh: `第 ${index} 号记录不能单独删除；要删除更正过的内容，请删除最初的那条`,
        en: `record ${index} cannot be erased by itself; to erase what was corrected, erase the first record`,
      },
      'event',
    )
  const corrections = log.flatMap((event, at) =>
    event.type === 'EventCorrected' && event.payload.event === index ? [at] : [],
  )
  const id = 'id' in target.payload ? target.payload.id : undefined
  const first = {
    type: 'PayloadErased',
    at,
    payload: { event: index, why, ...(id === undefined ? {} : { id }) },
  } as const
  const more = corrections.map((event) => ({ type: 'PayloadErased', at, payload: { event, why } }) as const)
  return admit<ErasureEvent>([needsText(why, 'why')], first, ...more)
}

export function foldErasure(kase: Case, event: ErasureEvent): Case {
  switch (event.type) {
    case 'Erased':
      return kase
    case 'PayloadErased': {
      const erasure: Erasure = { at: event.at, ...event.payload }
      return { ...kase, erasures: [...(kase.erasures ?? []), erasure] }
    }
  }
}

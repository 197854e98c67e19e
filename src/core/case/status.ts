import type { Outcome } from '../values/refusal.ts'
import { admit, fitsText, happened, needsId, needsText, oneOf } from './admission.ts'
import type { Case, Closing } from './case.ts'
import type { Step } from './log/step.ts'

/** `bought`: kept as a purchase, before anything went wrong. */
type Opening = { readonly id: string; readonly bought?: true }

export type StatusEvent =
  | Step<'CaseOpened', Opening>
  | Step<'CaseClosed', Closing>
  | Step<'CaseReopened', { readonly at: string; readonly why: string }>

export type StatusCommand =
  | Step<'OpenCase', Opening>
  | Step<'CloseCase', Closing>
  | Step<'ReopenCase', { readonly at: string; readonly why: string }>

export const outcomes = ['solved', 'partly', 'given-up', 'judged'] as const

export function decideStatus(_kase: Case, command: StatusCommand): Outcome<readonly StatusEvent[]> {
  const { at } = command
  switch (command.type) {
    case 'OpenCase':
      return admit<StatusEvent>([needsId(command.payload.id, 'id')], {
        type: 'CaseOpened',
        at,
        payload: command.payload,
      })
    case 'CloseCase': {
      const { payload } = command
      return admit<StatusEvent>(
        [happened(payload.at, at, 'at'), oneOf(payload.outcome, outcomes, 'outcome'), fitsText(payload.words, 'words')],
        { type: 'CaseClosed', at, payload },
      )
    }
    case 'ReopenCase': {
      const { payload } = command
      return admit<StatusEvent>([happened(payload.at, at, 'at'), needsText(payload.why, 'why')], {
        type: 'CaseReopened',
        at,
        payload,
      })
    }
  }
}

export function foldStatus(kase: Case, event: StatusEvent): Case {
  switch (event.type) {
    case 'CaseOpened': {
      const { id, bought } = event.payload
      return { ...kase, id, status: 'open', openedAt: event.at, ...(bought && { bought }) }
    }
    case 'CaseClosed':
      return { ...kase, status: 'closed', closing: event.payload }
    case 'CaseReopened': {
      const { closing: _, ...rest } = kase
      return { ...rest, status: 'open' }
    }
  }
}

/** Whether it is a purchase still: kept as one, and nothing has been told, asked or filed about it since. */
export function isPurchase({ bought, status, problem, contacts, filings, offers }: Case): boolean {
  const isQuiet = contacts.length + filings.length + offers.length === 0
  return bought === true && status === 'open' && isQuiet && problem.words === '' && !problem.types.some(isConfirmed)
}

function isConfirmed({ confirmed }: Case['problem']['types'][number]): boolean {
  return confirmed
}

import type { Outcome } from '../values/refusal.ts'
import { admit, fitsText, freeId, happened, idFor, needsId } from './admission.ts'
import type { Case, Remedy } from './case.ts'
import type { Step } from './log/step.ts'

export type RemedyEvent = Step<'RemedyBegun', Remedy>
/** A remedy without an id gets the next of W1, W2 … */
export type RemedyCommand = Step<'BeginRemedy', Omit<Remedy, 'id'> & { readonly id?: string }>

export function decideRemedy(kase: Case, command: RemedyCommand): Outcome<readonly RemedyEvent[]> {
  const { at } = command
  const used = kase.remedies.map((remedy) => remedy.id)
  const id = idFor(kase, command.payload.id, 'W', used)
  const payload = { ...command.payload, id }
  return admit<RemedyEvent>(
    [
      freeId(kase, id, used, 'id'),
      needsId(payload.route, 'route'),
      happened(payload.at, at, 'at'),
      fitsText(payload.number, 'number'),
    ],
    { type: 'RemedyBegun', at, payload },
  )
}

export function foldRemedy(kase: Case, event: RemedyEvent): Case {
  return { ...kase, remedies: [...kase.remedies, event.payload] }
}

import type { Outcome } from '../values/refusal.ts'
import { admit, fitsText, freeId, happened, idFor, needsExhibits, needsId, needsText, oneOf } from './admission.ts'
import type { Case, Contact } from './case.ts'
import type { Step } from './log/step.ts'

export type ContactEvent = Step<'ContactLogged', Contact>
/** A contact without an id gets the next of C1, C2 … */
export type ContactCommand = Step<'LogContact', Omit<Contact, 'id'> & { readonly id?: string }>

export function decideContact(kase: Case, command: ContactCommand): Outcome<readonly ContactEvent[]> {
  const { at } = command
  const used = kase.contacts.map((contact) => contact.id)
  const id = idFor(kase, command.payload.id, 'C', used)
  const payload = { ...command.payload, id }
  return admit<ContactEvent>(
    [
      freeId(kase, id, used, 'id'),
      happened(payload.at, at, 'at'),
      needsId(payload.channel, 'channel'),
      oneOf(payload.direction, ['out', 'in'], 'direction'),
      fitsText(payload.with, 'with'),
      needsText(payload.words, 'words'),
      needsExhibits(kase, payload.by, 'exhibits'),
    ],
    { type: 'ContactLogged', at, payload },
  )
}

export function foldContact(kase: Case, event: ContactEvent): Case {
  return { ...kase, contacts: [...kase.contacts, event.payload] }
}

import type { Outcome } from '../values/refusal.ts'
import { admit, fitsText, freeId, happened, idFor, needsFen, needsText } from './admission.ts'
import type { Case, MoneyReceived } from './case.ts'
import type { Step } from './log/step.ts'

export type MoneyEvent = Step<'MoneyReceived', MoneyReceived>
/** A payment without an id gets the next of M1, M2 … */
export type MoneyCommand = Step<'ReceiveMoney', Omit<MoneyReceived, 'id'> & { readonly id?: string }>

export function decideMoney(kase: Case, command: MoneyCommand): Outcome<readonly MoneyEvent[]> {
  const { at } = command
  const used = kase.money.map((entry) => entry.id)
  const id = idFor(kase, command.payload.id, 'M', used)
  const payload = { ...command.payload, id }
  return admit<MoneyEvent>(
    [
      freeId(kase, id, used, 'id'),
      happened(payload.at, at, 'at'),
      needsFen(payload.fen, 'amount'),
      needsText(payload.from, 'from'),
      fitsText(payload.for, 'for'),
    ],
    { type: 'MoneyReceived', at, payload },
  )
}

export function foldMoney(kase: Case, event: MoneyEvent): Case {
  return { ...kase, money: [...kase.money, event.payload] }
}

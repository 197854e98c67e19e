import type { Outcome } from '../values/refusal.ts'
import { admit, fitsText } from './admission.ts'
import type { Case, Consumer } from './case.ts'
import type { Step } from './log/step.ts'

/** What became known of the consumer; absent keys leave what was known. */
export type ConsumerEvent = Step<'ConsumerRecorded', Partial<Consumer>>
export type ConsumerCommand = Step<'RecordConsumer', Partial<Consumer>>

export function decideConsumer(_kase: Case, command: ConsumerCommand): Outcome<readonly ConsumerEvent[]> {
  const { at, payload } = command
  return admit<ConsumerEvent>(
    [
      fitsText(payload.name, 'name'),
      fitsText(payload.phone, 'phone'),
      fitsText(payload.landline, 'landline'),
      fitsText(payload.address, 'address'),
      fitsText(payload.email, 'email'),
    ],
    { type: 'ConsumerRecorded', at, payload },
  )
}

export function foldConsumer(kase: Case, event: ConsumerEvent): Case {
  return { ...kase, consumer: { ...kase.consumer, ...event.payload } }
}

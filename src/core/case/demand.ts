import type { Outcome } from '../values/refusal.ts'
import { admit, happened, needsFen, needsId, needsText } from './admission.ts'
import type { Case, Demand } from './case.ts'
import type { Step } from './log/step.ts'

export type DemandEvent = Step<'DemandChosen', Demand>
export type DemandCommand = Step<'ChooseDemand', Demand>

export function decideDemand(_kase: Case, command: DemandCommand): Outcome<readonly DemandEvent[]> {
  const { at, payload } = command
  return admit<DemandEvent>(
    [
      happened(payload.at, at, 'at'),
      needsText(payload.words, 'words'),
      needsFen(payload.fen, 'amount'),
      ...payload.rights.map((right, index) => needsId(right, `rights[${index}]`)),
    ],
    { type: 'DemandChosen', at, payload },
  )
}

export function foldDemand(kase: Case, event: DemandEvent): Case {
  return { ...kase, demands: [...kase.demands, event.payload] }
}

import { verdictOf } from '../../advice/evaluate.ts'
import type { HeldDocument } from '../../knowledge/letters/held-document.ts'
import type { Dossier } from '../dossier.ts'

/** Documents worth asking for that are in the hands of those sued, and of others. */
export type HeldDocuments = {
  readonly byRespondents: readonly HeldDocument[]
  readonly byOthers: readonly HeldDocument[]
}

/** The documents that would fill a need for evidence still open; the platform holds what its own shop sold. */
export function heldDocuments({ knowledge, facts, advice, kase, respondents }: Dossier): HeldDocuments {
  const open = new Set(advice.evidence.flatMap(({ need, status }) => (status === 'have' ? [] : [need])))
  const wanted = Object.values(knowledge['held-documents']).filter(
    ({ needs, when }) =>
      (needs.length === 0 || needs.some((need) => open.has(need))) && (!when || verdictOf(when, facts) === true),
  )
  const holds = ({ holder }: HeldDocument): boolean =>
    respondents.some(({ party }) => party === holder) ||
    (holder === 'platform' && kase.order.shop?.selfOperated === true)
  return { byRespondents: wanted.filter(holds), byOthers: wanted.filter((one) => !holds(one)) }
}

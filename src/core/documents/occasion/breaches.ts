import { verdictOf } from '../../advice/evaluate.ts'
import { factValue } from '../../advice/fact-table.ts'
import { asDay } from '../../advice/facts/fact-day.ts'
import { isCitable } from '../cites-text.ts'
import type { Dossier } from '../dossier.ts'

/** What can be reported of a case: what the trader is suspected of, and the provisions in force then. */
export type PaperBreach = { readonly does: string; readonly cites: readonly string[] }

/** The breaches that the facts show, each with what forbids it; none without a provision whose full text was read. */
export function breachesOf({
  knowledge,
  facts,
  today,
}: Pick<Dossier, 'knowledge' | 'facts' | 'today'>): readonly PaperBreach[] {
  return Object.values(knowledge.breaches).flatMap(({ does, when, cites, dayOf }) => {
    if (verdictOf(when, facts) !== true) return []
    const day = asDay(factValue(facts, dayOf)) ?? today
    const inForce = cites.filter((ref) => isCitable(knowledge, ref, day, today))
    return inForce.length === 0 ? [] : [{ does, cites: inForce }]
  })
}

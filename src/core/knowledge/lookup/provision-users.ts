import type { Text } from '../../values/text.ts'
import { cited } from '../check.ts'
import { claimNumber, type GuideClaim, placeFolders } from '../guide-claim.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Provision } from '../law.ts'
import { findProvision } from '../provision-ref.ts'

type Place = (typeof placeFolders)[number]

/** An entry of the base that rests on a provision. */
export type User = { readonly kind: Place; readonly id: string; readonly title: Text }

/** A claim of the guide that a provision answers. */
export type Correction = Pick<GuideClaim, 'verdict' | 'claim'> & { readonly number: string }

/** What cites a provision, each entry once: rights, clocks, doors, ways and papers, and the claims of the guide it answers. */
export function usersOf(
  provision: Provision,
  knowledge: Knowledge,
  today: string,
): { readonly usedBy: readonly User[]; readonly corrects: readonly Correction[] } {
  const begun = provision.from !== null && provision.from > today ? provision.from : today
  const day = provision.to ?? begun
  const uses = [...cited(knowledge)].filter(({ ref }) => findProvision(knowledge, ref, day)?.provision === provision)
  const entries = [...new Set(uses.map(({ entry }) => entry))].map((entry) => entry.split('/'))
  return {
    usedBy: entries.flatMap(([folder, id = '']) => {
      const kind = placeFolders.find((place) => place === folder)
      return kind ? [{ kind, id, title: titleOf(knowledge, kind, id) }] : []
    }),
    corrects: entries.flatMap(([folder, id = '']) => {
      const row = folder === 'guide-claims' ? knowledge['guide-claims'][id] : undefined
      return row ? [{ number: claimNumber(row), verdict: row.verdict, claim: row.claim }] : []
    }),
  }
}

function titleOf(knowledge: Knowledge, kind: Place, id: string): Text {
  if (kind === 'deadlines') return knowledge.deadlines[id]?.what ?? { zh: id, en: id }
  const title = knowledge[kind][id]?.title ?? id
  return typeof title === 'string' ? { zh: title, en: title } : title
}

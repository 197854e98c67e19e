import { citesText } from '../cites-text.ts'
import type { Dossier } from '../dossier.ts'
import { excludesEachOther } from '../paper-rights.ts'
import { type Built, nothing } from '../uses.ts'
import { demandedRights } from './demands.ts'

/** Each right that goes with the demands: its provisions by full title and article, then what they give here. */
export function legalBasis(dossier: Dossier): Built {
  const demanded = demandedRights(dossier)
  const rights = dossier.rights.filter((one) => demanded.every((other) => !excludesEachOther(one.right, other.right)))
  if (rights.length === 0) return nothing
  const items = rights.map(({ cites, claim, facts }) => [
    {
      text: `根据${citesText(dossier.knowledge, cites)}，${claim}`,
      ground: { type: 'provision', refs: cites } as const,
      facts,
    },
  ])
  return { blocks: [{ type: 'list', numbered: true, items }] }
}

import { citesText } from '../cites-text.ts'
import type { Dossier } from '../dossier.ts'
import { excludesEachOther } from '../paper-rights.ts'
import { type Built, nothing } from '../uses.ts'
import { demandedRights } from './demands.ts'

/** Each right that goes with the demands: its provisions by full title and article, then what they give here. Statutes first, the weightiest on top. */
export function legalBasis(dossier: Dossier): Built {
  const demanded = demandedRights(dossier)
  const rights = dossier.rights
    .filter((one) => demanded.every((other) => !excludesEachOther(one.right, other.right)))
    .toSorted(
      (a, b) => Number(a.right.standing !== 'law') - Number(b.right.standing !== 'law') || b.right.rung - a.right.rung,
    )
  if (rights.length === 0) return nothing
  const items = rights.map(({ cites, claim, facts }) => [
    {
      text: `根据${citesText(dossier.knowledge, cites)}的规定，${claim}`,
      ground: { type: 'provision', refs: cites } as const,
      facts,
    },
  ])
  return { blocks: [{ type: 'list', numbered: true, items }] }
}

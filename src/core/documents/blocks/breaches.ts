import { citesText } from '../cites-text.ts'
import type { Dossier } from '../dossier.ts'
import { breachesOf } from '../occasion/breaches.ts'
import { type Built, nothing } from '../uses.ts'

/** What the trader is suspected of, a line each, with the provisions that forbid it. */
export function breaches(dossier: Dossier): Built {
  const found = breachesOf(dossier)
  if (found.length === 0) return nothing
  const items = found.map(({ does, cites }) => [
    {
      text: `涉嫌${does}：${citesText(dossier.knowledge, cites)}。`,
      ground: { type: 'provision', refs: cites } as const,
    },
  ])
  return { blocks: [{ type: 'list', numbered: true, items }] }
}

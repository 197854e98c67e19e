import type { Dossier } from '../dossier.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'

/** The exhibits a letter encloses, a line each: number, name, what it is to prove. */
export function exhibitRefs({ exhibits }: Dossier): Built {
  if (exhibits.length === 0) return nothing
  const items = exhibits.map(({ number, exhibit }) => [
    {
      text: `${number}　${inert(exhibit.title)}${exhibit.proves === undefined ? '' : `（用以证明：${inert(exhibit.proves)}）`}`,
      ground: { type: 'exhibit', ids: [exhibit.id] } as const,
    },
  ])
  return { blocks: [{ type: 'list', numbered: false, items }] }
}

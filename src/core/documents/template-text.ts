import { verdictOf } from '../advice/evaluate.ts'
import type { LetterText } from '../knowledge/letters/letter-part.ts'
import { findProvision } from '../knowledge/provision-ref.ts'
import { citesText } from './cites-text.ts'
import type { Dossier } from './dossier.ts'
import { inOrder } from './exhibit-number.ts'
import { fill, placeholdersOf } from './fill.ts'
import { markGround } from './ground-mark.ts'
import type { Ground, Sentence } from './outline.ts'

export type Lacking = { readonly lacking: readonly string[] }

/**
 * A text of a template as a sentence of this case: undefined when its condition does not hold, or when it is optional
 * and one of its placeholders is not known; the placeholders it lacks when it is not optional.
 */
export function textSentence(dossier: Dossier, part: LetterText): Sentence | Lacking | undefined {
  if (part.when && verdictOf(part.when, dossier.facts) !== true) return undefined
  const refs = (part.cites ?? []).filter((ref) => findProvision(dossier.knowledge, ref, dossier.today))
  if (part.ground === 'provision' && refs.length === 0) return undefined
  const names = placeholdersOf(part.text).filter((name) => name !== 'cites')
  const lacking = names.filter((name) => dossier.values(name) === undefined)
  if (lacking.length > 0) return part.optional ? undefined : { lacking }
  const text = fill(part.text, (name) =>
    name === 'cites' ? citesText(dossier.knowledge, refs) : dossier.values(name)?.text,
  )
  const facts = names.flatMap((name) => dossier.values(name)?.facts ?? [])
  return markGround({ text, ground: groundOf(dossier, { ...part, cites: refs }, names), facts }, dossier.exhibits)
}

function groundOf({ values, exhibits }: Dossier, part: LetterText, names: readonly string[]): Ground {
  switch (part.ground) {
    case 'provision':
      return { type: 'provision', refs: part.cites ?? [] }
    case 'exhibit': {
      const shown = names.flatMap((name) => values(name)?.exhibits ?? [])
      const ids = inOrder(exhibits, shown)
      return ids.length > 0 ? { type: 'exhibit', ids } : { type: 'statement' }
    }
    case 'statement':
    case 'form':
      return { type: part.ground }
    default:
      return part.ground satisfies never
  }
}

import type { Letter } from '../../knowledge/letter.ts'
import { findProvision, shortCite } from '../../knowledge/provision-ref.ts'
import type { Text } from '../../values/text.ts'
import type { Dossier } from '../dossier.ts'
import { fill } from '../fill.ts'

/**
 * What users should know before they use a paper, with provisions in their short form. A hint of which no provision is
 * in force is left out.
 */
export function hintsOf(
  { hints }: Letter,
  { knowledge, today }: Pick<Dossier, 'knowledge' | 'today'>,
): readonly Text[] {
  return hints.flatMap(({ text, cites }) => {
    const refs = cites.filter((ref) => findProvision(knowledge, ref, today))
    if (cites.length > 0 && refs.length === 0) return []
    const word = (template: string) =>
      fill(template, (name) => (name === 'cites' ? refs.map((ref) => shortCite(knowledge, ref)).join('、') : undefined))
    return [{ zh: word(text.zh), en: word(text.en) }]
  })
}

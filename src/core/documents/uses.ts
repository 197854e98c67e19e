import type { Block, Sentence, Uses } from './outline.ts'

/** What a stretch of a paper says and rests on. `uses` holds what no sentence shows (the facts of a table). */
export type Built = { readonly blocks: readonly Block[]; readonly uses?: Partial<Uses> }

export const nothing: Built = { blocks: [] }

/** Everything the parts of a paper rest on: the grounds of their sentences and what their tables were filled from. */
export function usesOf(parts: readonly Built[]): Uses {
  const sentences = parts.flatMap(({ blocks }) => blocks.flatMap(sentencesOf))
  const declared = (key: keyof Uses) => parts.flatMap(({ uses }) => uses?.[key] ?? [])
  return {
    facts: sorted([...declared('facts'), ...sentences.flatMap(({ facts }) => facts ?? [])]),
    exhibits: sorted([
      ...declared('exhibits'),
      ...sentences.flatMap(({ ground }) => (ground.type === 'exhibit' ? ground.ids : [])),
    ]),
    cites: sorted([
      ...declared('cites'),
      ...sentences.flatMap(({ ground }) => (ground.type === 'provision' ? ground.refs : [])),
    ]),
  }
}

function sentencesOf(block: Block): readonly Sentence[] {
  if (block.type === 'paragraph') return block.sentences
  return block.type === 'list' ? block.items.flat() : []
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort()
}

import { type Check, shelves } from '../check.ts'
import type { Knowledge } from '../knowledge.ts'
import { findProvision } from '../provision-ref.ts'

/** Codes of docs/sources.md; `guide` is the consumer guide the product started from. */
const work = /^(S([1-9]|1[0-3])|guide)$/

export const sourcesKnown: Check = {
  id: 'sources-known',
  why: {
    zh: '来源必须是法律库中的条文、docs/sources.md 的代号，或写明 guide。',
    en: 'A source is a provision of the base, a code of docs/sources.md, or `guide`.',
  },
  fix: { zh: '改写来源；没有来源的内容不收录。', en: 'Name the source; what has none does not belong here.' },
  *breaches(knowledge) {
    for (const { entry, path, source } of sources(knowledge))
      if (!work.test(source) && !findProvision(knowledge, source)) yield { entry, path, detail: source }
  },
}

function* sources(knowledge: Knowledge): Iterable<{ entry: string; path: PropertyKey[]; source: string }> {
  for (const [folder, shelf] of shelves(knowledge))
    for (const [id, { source }] of Object.entries(shelf))
      for (const [i, one] of source.entries()) yield { entry: `${folder}/${id}`, path: ['source', i], source: one }
  for (const [id, law] of Object.entries(knowledge.laws))
    for (const [i, { seenIn }] of law.provisions.entries())
      for (const one of seenIn) yield { entry: `laws/${id}`, path: ['provisions', i, 'seenIn'], source: one }
  for (const [id, { provinces }] of Object.entries(knowledge.thresholds))
    for (const [i, { limits }] of provinces.entries())
      for (const { seenIn } of limits)
        for (const one of seenIn) yield { entry: `thresholds/${id}`, path: ['provinces', i], source: one }
  for (const [id, channel] of Object.entries(knowledge.channels))
    for (const [i, { source }] of channel.contacts.entries())
      yield { entry: `channels/${id}`, path: ['contacts', i], source }
}

import { type Check, cited } from '../check.ts'
import { findProvision } from '../provision-ref.ts'

export const refsResolve: Check = {
  id: 'refs-resolve',
  why: {
    zh: '引用的条文不在法律库里，引用就没有根据。',
    en: 'A cited provision that is not in the base has no ground.',
  },
  fix: {
    zh: '改正引用，或在 knowledge/laws 中补上该条。',
    en: 'Mend the ref, or add the provision under knowledge/laws.',
  },
  *breaches(knowledge) {
    for (const { entry, path, ref } of cited(knowledge))
      if (!findProvision(knowledge, ref)) yield { entry, path, detail: ref }
    for (const [id, { asked }] of Object.entries(knowledge['search-words']))
      for (const [i, { refs }] of asked.entries())
        for (const detail of refs.filter((ref) => !findProvision(knowledge, ref)))
          yield { entry: `search-words/${id}`, path: ['asked', i, 'refs'], detail }
    for (const [id, law] of Object.entries(knowledge.laws))
      for (const [i, provision] of law.provisions.entries())
        for (const key of ['with', 'replaces'] as const)
          for (const ref of provision[key] ?? [])
            if (!findProvision(knowledge, ref)) yield { entry: `laws/${id}`, path: ['provisions', i, key], detail: ref }
  },
}

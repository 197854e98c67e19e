import { overlap, runsBackwards } from '../../values/time-span.ts'
import type { Check } from '../check.ts'
import { findProvision } from '../provision-ref.ts'

export const versionsApart: Check = {
  id: 'versions-apart',
  why: {
    zh: '同一条文在同一天只能有一个有效文本，且起止日期不能颠倒。',
    en: 'One article has one text in force on a day, and its dates run forwards.',
  },
  fix: {
    zh: '用 to 关闭旧文本，键相同的条目、被取代（replaces）的条文期间不得重叠。',
    en: 'Close the older text with `to`; entries of one key must not overlap, nor one with what it replaces.',
  },
  *breaches(knowledge) {
    for (const [id, law] of Object.entries(knowledge.laws))
      for (const [i, a] of law.provisions.entries()) {
        const path = ['provisions', i]
        if (runsBackwards(a)) yield { entry: `laws/${id}`, path, detail: a.key }
        const twin = law.provisions.slice(i + 1).find((b) => b.key === a.key && overlap(a, b))
        if (twin) yield { entry: `laws/${id}`, path, detail: a.key }
        for (const ref of a.replaces ?? []) {
          const before = findProvision(knowledge, ref)?.provision
          if (before && overlap(before, a)) yield { entry: `laws/${id}`, path: [...path, 'replaces'], detail: ref }
        }
      }
  },
}

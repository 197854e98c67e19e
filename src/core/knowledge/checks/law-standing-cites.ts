import type { Check } from '../check.ts'

export const lawStandingCites: Check = {
  id: 'law-standing-cites',
  why: {
    zh: '说是法律或平台规则，就必须写出条文。',
    en: 'What claims to be law or a platform rule names its provision.',
  },
  fix: {
    zh: '补 cites，或把 standing 改成 heuristic、guide。',
    en: 'Add `cites`, or make its standing heuristic or guide.',
  },
  *breaches(knowledge) {
    for (const folder of ['deadlines', 'fees'] as const)
      for (const [id, { standing, cites }] of Object.entries(knowledge[folder]))
        if (['law', 'platform'].includes(standing) && cites.length === 0)
          yield { entry: `${folder}/${id}`, path: ['cites'], detail: standing }
  },
}

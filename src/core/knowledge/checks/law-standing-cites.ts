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
  *breaches({ deadlines }) {
    for (const [id, deadline] of Object.entries(deadlines))
      if (['law', 'platform'].includes(deadline.standing) && deadline.cites.length === 0)
        yield { entry: `deadlines/${id}`, path: ['cites'], detail: deadline.standing }
  },
}

import type { Check } from '../check.ts'

export const citesFit: Check = {
  id: 'cites-fit',
  why: {
    zh: '七日无理由退货是消法25条（不是24条）；电商法49条讲合同成立，不是平台责任。',
    en: 'No-reason returns rest on cpl#25, not 24; ecl#49 is about contract formation, not platform liability.',
  },
  fix: {
    zh: '无理由退货引 cpl#25；平台责任引 ecl#38 或 cpl#44。',
    en: 'Cite cpl#25 for the return, ecl#38 or cpl#44 for the platform.',
  },
  *breaches({ rights }) {
    for (const [id, right] of Object.entries(rights))
      for (const [i, ref] of right.cites.entries()) {
        const fault = right.problems.includes('no_reason_return_refused') && /^cpl#24(\.|$)/.test(ref)
        const platform = right.against.every((who) => who === 'platform') && /^ecl#49(\.|$)/.test(ref)
        if (fault || platform) yield { entry: `rights/${id}`, path: ['cites', i], detail: ref }
      }
  },
}

import type { Check } from '../check.ts'
import type { Knowledge } from '../knowledge.ts'

/** Contacts and rule numbers that only the guide gives, and that were found nowhere. */
const unverified = /400-?606-?5500|kf@jd\.com|club\.jd\.com|平台规则7\.3|服务协议5\.2|违规积分管理规则/

export const guideStaysAHint: Check = {
  id: 'guide-stays-a-hint',
  why: {
    zh: '指南里未核实的数字和联系方式只能作为提示，不能成为义务、联系方式或信函内容。',
    en: "The guide's unverified figures and contacts are hints only: no duty, no contact, no letter.",
  },
  fix: {
    zh: '移到 tips（standing: guide），或把期限改成用户自己的提醒（who: consumer）。',
    en: 'Move it to `tips` with standing guide, or make the clock the user’s own (who: consumer).',
  },
  *breaches(knowledge) {
    for (const [id, deadline] of Object.entries(knowledge.deadlines))
      if (deadline.standing === 'guide' && deadline.who !== 'consumer')
        yield { entry: `deadlines/${id}`, path: ['who'], detail: deadline.who }
    for (const [entry, value] of texts(knowledge)) {
      const match = unverified.exec(JSON.stringify(value))
      if (match) yield { entry, path: [], detail: match[0] }
    }
  },
}

function* texts(knowledge: Knowledge): Iterable<[string, unknown]> {
  for (const [id, letter] of Object.entries(knowledge.letters)) yield [`letters/${id}`, letter]
  for (const [id, right] of Object.entries(knowledge.rights)) yield [`rights/${id}`, right]
  for (const [id, deadline] of Object.entries(knowledge.deadlines)) yield [`deadlines/${id}`, deadline]
  for (const [id, { tips: _tips, ...channel }] of Object.entries(knowledge.channels)) yield [`channels/${id}`, channel]
}

import type { Exhibit } from '../case/case.ts'
import type { EvidenceNeed } from '../knowledge/problem.ts'
import { say, type Text } from '../values/text.ts'
import type { EvidenceFinding } from './advice.ts'
import type { World } from './clocks/happening.ts'
import { verdictOf } from './evaluate.ts'

/**
 * What each problem of the case, confirmed or proposed, has to prove, and whether the exhibits show it: missing first,
 * then weak, then have, the more decisive first in each. An exhibit more never makes a finding worse.
 */
export function evidenceFindings({ kase, knowledge, facts }: Omit<World, 'now'>): readonly EvidenceFinding[] {
  // A redacted copy shows less than its original, which is there as well.
  const exhibits = kase.evidence.filter(({ withdrawn, redacts }) => withdrawn !== true && redacts === undefined)
  const needs = new Map<string, EvidenceNeed>()
  for (const { type } of kase.problem.types)
    for (const need of knowledge.problems[type]?.evidence ?? [])
      if (!needs.has(need.id) && (need.when === undefined || verdictOf(need.when, facts) !== false))
        needs.set(need.id, need)
  return [...needs.values()]
    .map((need) => ({ need, match: matchOf(need, exhibits) }))
    .sort((a, b) => order.indexOf(a.match.status) - order.indexOf(b.match.status) || a.need.weight - b.need.weight)
    .map(({ need, match: { status, by, why } }) => ({
      need: need.id,
      status,
      by,
      why: say(why, knowledge.lang),
      how: say(need.how, knowledge.lang),
    }))
}

const order: readonly EvidenceFinding['status'][] = ['missing', 'weak', 'have']

type Match = { status: EvidenceFinding['status']; by: readonly string[]; why: Text }

/** One exhibit that shows all it must, or several that do together; what none of them shows is named. */
function matchOf(need: EvidenceNeed, exhibits: readonly Exhibit[]): Match {
  const fitting = exhibits.filter((exhibit) => need.kinds.includes(exhibit.kind))
  if (fitting.length === 0) {
    const why = sentence(need.title, { zh: '还没有这类证据。', en: 'there is no such exhibit yet.' })
    return { status: 'missing', by: [], why: { zh: `${why.zh}${need.why.zh}`, en: `${why.en} ${need.why.en}` } }
  }
  const read = fitting.map(({ id, shows }) => ({ id, shown: need.mustShow.filter((item) => shows.includes(item.id)) }))
  const whole = read.find(({ shown }) => shown.length === need.mustShow.length)
  const useful = whole ? [whole] : read.filter(({ shown }) => shown.length > 0)
  const seen = new Set(useful.flatMap(({ shown }) => shown))
  const absent = need.mustShow.filter((item) => !seen.has(item))
  const by = (useful.length > 0 ? useful : fitting).map(({ id }) => id)
  if (absent.length === 0) {
    const why = listed({ zh: '已能看到', en: 'shown are' }, need.mustShow)
    return { status: 'have', by, why: sentence(need.title, why) }
  }
  const lacking = listed({ zh: '看不清或没有', en: 'not legible or not there:' }, absent)
  return { status: 'weak', by, why: sentence(need.title, lacking) }
}

function sentence(title: Text, rest: Text): Text {
  return { zh: `${title.zh}：${rest.zh}`, en: `${title.en}: ${rest.en}` }
}

function listed(lead: Text, items: readonly { readonly text: Text }[]): Text {
  return {
    zh: `${lead.zh}${items.map((item) => item.text.zh).join('、')}。`,
    en: `${lead.en} ${items.map((item) => item.text.en).join(', ')}.`,
  }
}

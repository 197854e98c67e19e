import type { Knowledge } from '../knowledge/knowledge.ts'
import { findProvision } from '../knowledge/provision-ref.ts'
import type { FactScalar } from '../values/fact-scalar.ts'
import { say, type Text } from '../values/text.ts'
import type { Advice } from './advice.ts'
import type { Clock } from './clocks/deadlines.ts'
import type { World } from './clocks/happening.ts'
import { verdictOf } from './evaluate.ts'
import type { JudgedRight } from './rights.ts'

type Warning = { readonly rule: string; readonly text: Text; readonly cites: readonly string[] }

/**
 * What the user should know before acting: the traps of the problem, of the rights that apply and of open offers, own
 * windows that are over, what rests on provisions not seen in full, dates that may move, and where words and facts part.
 * Each rule is said once.
 */
export function warnings(
  { rights, clocks }: { readonly rights: readonly JudgedRight[]; readonly clocks: readonly Clock[] },
  world: World,
): Advice['warnings'] {
  const all = [
    ...unconfirmed(world),
    ...ofProblems(world),
    ...ofRights(rights),
    ...ofOffers(world),
    ...windowsOver(clocks),
    ...secondHand(rights, clocks, world.knowledge),
    ...provisional(clocks),
    ...contested(world),
  ]
  const byRule = new Map(all.toReversed().map((warning) => [warning.rule, warning]))
  return all
    .filter((warning) => byRule.get(warning.rule) === warning)
    .map(({ rule, text, cites }) => ({ rule, text: say(text, world.knowledge.lang), cites }))
}

function unconfirmed({ kase, knowledge }: World): Warning[] {
  return kase.problem.types
    .filter(({ confirmed }) => !confirmed)
    .map(({ type }) => {
      const title = knowledge.problems[type]?.title ?? { zh: type, en: type }
      const text = {
        zh: `问题类型“${title.zh}”还没有经您确认，下面的判断以它为前提。`,
        en: `The problem “${title.en}” is not confirmed by you yet; what follows rests on it.`,
      }
      return { rule: `problem-unconfirmed:${type}`, text, cites: [] }
    })
}

function ofProblems({ kase, knowledge, facts }: World): Warning[] {
  return kase.problem.types
    .flatMap(({ type }) => knowledge.problems[type]?.warnings ?? [])
    .filter(({ when }) => when === undefined || verdictOf(when, facts) === true)
}

function ofRights(rights: readonly JudgedRight[]): Warning[] {
  return rights.flatMap(({ right, finding }) =>
    right.warning !== undefined && finding.status === 'applies'
      ? [{ rule: `right:${right.id}`, text: right.warning, cites: finding.cites }]
      : [],
  )
}

/** What accepting an open offer would cost, in the offerer's own words. */
function ofOffers({ kase }: World): Warning[] {
  return kase.offers
    .filter(({ decision, waives }) => decision === undefined && waives.length > 0)
    .map(({ id, from, waives }) => ({
      rule: `offer-waives:${id}`,
      text: {
        zh: `接受${from}的方案就要放弃：${waives.join('；')}。先和请求阶梯比一比；不要同意以删评、撤回投诉举报换钱的条件。`,
        en: `Accepting the offer from ${from} gives up: ${waives.join('; ')}. Compare it with the ladder first; never agree to money for deleting a review or dropping a complaint.`,
      },
      cites: [],
    }))
}

function windowsOver(clocks: readonly Clock[]): Warning[] {
  return clocks
    .filter(({ deadline, finding }) => {
      const binding = deadline.standing === 'law' || deadline.standing === 'platform'
      return deadline.who === 'consumer' && binding && finding.status === 'overdue'
    })
    .map(({ deadline, finding }) => {
      const due = finding.due.slice(0, 10)
      const text = {
        zh: `“${deadline.what.zh}”的期限已在 ${due} 届满。${deadline.after.zh}`,
        en: `The time for “${deadline.what.en}” ended on ${due}. ${deadline.after.en}`,
      }
      return { rule: `window-over:${finding.id}`, text, cites: finding.cites }
    })
}

/** Rights in play and open clocks none of whose provisions was seen in full, or whose own length was not. */
function secondHand(rights: readonly JudgedRight[], clocks: readonly Clock[], knowledge: Knowledge): Warning[] {
  const inPlay = rights.filter(({ finding }) => finding.status !== 'does-not-apply')
  const open = clocks.filter(({ doneMs }) => doneMs === undefined)
  const isWhole = (cites: readonly string[]) => cites.some((ref) => isSeenWhole(ref, knowledge))
  const claims = [
    ...inPlay.map(({ right, finding: { cites } }) => {
      return { rule: `right:${right.id}`, title: right.title, cites, whole: isWhole(cites) }
    }),
    ...open.map(({ deadline: { id, what, cites, standing } }) => {
      return { rule: `clock:${id}`, title: what, cites, whole: standing !== 'heuristic' && isWhole(cites) }
    }),
  ]
  return claims
    .filter(({ cites, whole }) => cites.length > 0 && !whole)
    .map(({ rule, title, cites }) => ({
      rule: `second-hand:${rule}`,
      text: {
        zh: `“${title.zh}”依据的规定没有见到全文，只见摘录或转述，使用前请核对原文。`,
        en: `“${title.en}” rests on a provision seen only in excerpt or second hand; check the text before relying on it.`,
      },
      cites,
    }))
}

function isSeenWhole(ref: string, knowledge: Knowledge): boolean {
  return findProvision(knowledge, ref)?.provision.grade === 'A'
}

function provisional(clocks: readonly Clock[]): Warning[] {
  const moving = clocks.filter(({ doneMs, finding }) => doneMs === undefined && finding.provisional)
  if (moving.length === 0) return []
  const names = (words: (clock: Clock) => string) => [...new Set(moving.map(words))]
  const text = {
    zh: `这些期限要经过放假安排尚未公布的年份，日期可能变动：${names(({ deadline }) => deadline.what.zh).join('；')}。`,
    en: `These dates cross a year whose holidays are not announced and may move: ${names(({ deadline }) => deadline.what.en).join('; ')}.`,
  }
  return [{ rule: 'provisional-clock', text, cites: [] }]
}

/** Facts the other side disputes, and facts stated differently from what the case itself shows. */
function contested({ kase, facts, knowledge }: World): Warning[] {
  return Object.entries(kase.facts).flatMap(([id, stated]): Warning[] => {
    const ask = knowledge.facts[id]?.ask ?? { zh: id, en: id }
    if (stated.status === 'disputed') {
      const text = {
        zh: `“${ask.zh}”对方有异议，需要证据证明。`,
        en: `“${ask.en}” is disputed by the other side and has to be proved.`,
      }
      return [{ rule: `disputed:${id}`, text, cites: [] }]
    }
    const shown = facts[id]?.value
    if (stated.status === 'unknown' || !differ(stated.value, shown)) return []
    const text = {
      zh: `“${ask.zh}”您填的是“${stated.value}”，而案卷显示“${shown}”；请核对，判断时以案卷为准。`,
      en: `For “${ask.en}” you gave “${stated.value}”, but the case shows “${shown}”; please check, the case counts.`,
    }
    return [{ rule: `words-differ:${id}`, text, cites: [] }]
  })
}

function differ(stated: FactScalar | undefined, shown: FactScalar | undefined): boolean {
  return stated !== undefined && shown !== undefined && stated !== shown
}

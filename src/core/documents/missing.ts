import type { Letter } from '../knowledge/letter.ts'
import { demandedFen, demandedRights } from './blocks/demands.ts'
import type { Dossier } from './dossier.ts'
import { needsOfRespondents } from './forms/respondents.ts'
import type { Missing } from './outline.ts'

/** What the paper's `requires` asks for and the case does not have. */
export function missingOf(letter: Letter, dossier: Dossier): readonly Missing[] {
  const lacking = needsOfRespondents(letter, dossier).filter(({ what }) => !has(what, dossier))
  return lacking.map(({ what }) => missingName(what, letter, dossier))
}

/** Names a missing thing for the user and says how to give it. */
export function missingName(what: string, letter: Letter, dossier: Dossier): Missing {
  const { knowledge, advice } = dossier
  const name = needsOfRespondents(letter, dossier).find((need) => need.what === what)?.name
  const fact = knowledge.facts[what]
  if (fact && !/^(order|shop|consumer)\./.test(what))
    return { what, name: name ?? fact.ask.zh, how: `在 case.yaml 的 facts 里填写 ${what}：${fact.ask.zh}` }
  const computed = computedNeeds[what]
  if (!computed) return { what, name: name ?? what, how: `在 case.yaml 里填写 ${what}` }
  const questions = what === 'rights' ? advice.questions.slice(0, 3).map(({ ask }) => ask) : []
  return { what, name: name ?? computed.name, how: [computed.how, ...questions].join(' ') }
}

type Need = { readonly name: string; readonly how: string; readonly met: (dossier: Dossier) => boolean }

/** Needs that are no single fact of the case. */
const computedNeeds: Readonly<Record<string, Need>> = {
  rights: {
    name: '可以确定适用的权利',
    how: '先回答能确定权利的问题：',
    met: ({ rights }) => rights.length > 0,
  },
  demands: {
    name: '请求事项',
    how: '先补齐事实，使至少一项请求可以成立。',
    met: (dossier) => dossier.kase.demands.length > 0 || demandedRights(dossier).length > 0,
  },
  'demands.sum': {
    name: '有金额的请求',
    how: '填写 order.paid 等金额，使请求的金额可以算出。',
    met: (dossier) => demandedFen(dossier) !== undefined,
  },
  evidence: {
    name: '证据',
    how: '把截图、照片等放进 evidence 文件夹，并在 case.yaml 的 evidence 里登记。',
    met: ({ exhibits }) => exhibits.length > 0,
  },
  'problem.types': {
    name: '问题类型',
    how: '在 case.yaml 的 problem.types 里填写。',
    met: ({ kase }) => kase.problem.types.length > 0,
  },
  'purchase.day': {
    name: '下单或者付款的时间',
    how: '在 case.yaml 里填写 order.placed-at 或者 order.paid-at。',
    met: ({ values }) => (values('order.placed-at') ?? values('order.paid-at')) !== undefined,
  },
  items: {
    name: '商品',
    how: '在 case.yaml 的 order.items 里填写。',
    met: ({ kase }) => kase.order.items.length > 0,
  },
}

function has(what: string, dossier: Dossier): boolean {
  const computed = computedNeeds[what]
  return computed ? computed.met(dossier) : dossier.values(what) !== undefined
}

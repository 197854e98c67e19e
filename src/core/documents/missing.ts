import { factValue } from '../advice/fact-table.ts'
import type { Letter } from '../knowledge/letter.ts'
import { decidedFilings } from './blocks/decisions.ts'
import { demandedFen, demandedRights } from './blocks/demands.ts'
import { addressed, type Dossier } from './dossier.ts'
import { needsOfRespondents } from './forms/respondents.ts'
import { breachesOf } from './occasion/breaches.ts'
import { pendingOf } from './occasion/chase.ts'
import { heldDocuments } from './occasion/held-documents.ts'
import { agreedOffer, asksForSilence, openOffer } from './occasion/offer.ts'
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
  const questions = what === 'rights' || what === 'claims' ? advice.questions.slice(0, 3).map(({ ask }) => ask) : []
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
  claims: {
    name: '对商家可以确定适用的权利',
    how: '先回答能确定权利的问题：',
    met: (dossier) => addressed(dossier, { to: 'seller' }).rights.length > 0,
  },
  demands: {
    name: '请求事项',
    how: '先补齐事实，使至少一项请求可以成立。',
    met: (dossier) => dossier.chosen !== undefined || demandedRights(dossier).length > 0,
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
    met: ({ kase: { order } }) => (order.placedAt ?? order.paidAt) !== undefined,
  },
  'trade-dispute': {
    name: '和商家、平台或者快递之间的争议',
    how: '未授权支付的争议是和支付机构之间的，不用这份文书。',
    met: ({ respondent }) => respondent !== 'payment-institution',
  },
  'seller.trader': {
    name: '卖家是经营者',
    how: '个人之间的买卖不是消费争议，不用这份文书。',
    met: ({ facts }) => factValue(facts, 'seller.trades') !== false,
  },
  'offer.from': {
    name: '等您答复的方案',
    how: '把对方的方案写进 case.yaml 的 offers：时间、谁提出的、原话、金额、要放弃什么。',
    met: ({ kase, now }) => openOffer(kase, now) !== undefined,
  },
  'offer.lawful': {
    name: '对方的方案不以删除评价、撤回举报或者保密为条件',
    how: '方案里有这样的条件，不能照单接受；请用 offer-accept-if 或者 offer-decline，写明不接受这一条。',
    met: ({ kase, now }) => {
      const offer = openOffer(kase, now)
      return offer !== undefined && !asksForSilence(offer)
    },
  },
  'offer.any': {
    name: '对方的方案，或者已经接受的方案',
    how: '把对方提出的方案写进 case.yaml 的 offers。',
    met: ({ kase, now }) => (agreedOffer(kase) ?? openOffer(kase, now)) !== undefined,
  },
  calls: {
    name: '电话沟通的记录',
    how: '把打过的电话写进 case.yaml 的 contacts：channel 填 jd-phone。',
    met: ({ kase }) => [...kase.contacts, ...kase.filings].some(({ channel }) => channel === 'jd-phone'),
  },
  'filings.pending': {
    name: '还没有处理结果的工单',
    how: '把提交过的投诉写进 case.yaml 的 filings：渠道、时间和编号。',
    met: (dossier) => pendingOf(dossier).length > 0,
  },
  'filings.decided': {
    name: '平台的处理结果',
    how: '把平台的答复写进 case.yaml 的 filings 下的 replies：kind 填 refused、closed 或者 judged，words 照抄原话。',
    met: ({ kase, knowledge }) => decidedFilings(kase, knowledge).length > 0,
  },
  breaches: {
    name: '可以举报的违法行为',
    how: '先补齐事实，使至少一项违法行为有依据。',
    met: (dossier) => breachesOf(dossier).length > 0,
  },
  'held.by-respondents': {
    name: '在对方手里、还缺的证据',
    how: '这个案件现在没有需要对方交出的证据。',
    met: (dossier) => heldDocuments(dossier).byRespondents.length > 0,
  },
  'held.by-others': {
    name: '在案外人手里、还缺的证据',
    how: '这个案件现在没有需要法院向案外人收集的证据。',
    met: (dossier) => heldDocuments(dossier).byOthers.length > 0,
  },
  items: {
    name: '商品',
    how: '在 case.yaml 的 order.items 里填写。',
    met: ({ kase }) => kase.order.items.length > 0,
  },
}

/** Whether the case has what a paper's `requires` names. */
export function has(what: string, dossier: Dossier): boolean {
  const computed = computedNeeds[what]
  return computed ? computed.met(dossier) : dossier.values(what) !== undefined
}

import type { Advice } from '../advice/advice.ts'
import type { Case } from '../case/case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Right } from '../knowledge/right.ts'
import type { PaperValues } from './paper-values.ts'
import { inert } from './user-text.ts'

/** The selling side as prose names it: the company where it is known, else the shop, never a guess. */
export function sellerOf({ order }: Case): string {
  const shop = order.shop
  if (shop?.company) return inert(shop.company)
  if (shop?.name) return `“${inert(shop.name)}”${shop.selfOperated ? '的自营销售主体' : '店铺的经营者'}`
  return '商家'
}

/** To whom papers turn. */
export type Respondent = 'seller' | 'carrier' | 'payment-institution' | 'platform'

/** Who has to answer a problem whose first door is of that kind. */
const behindDoor: Readonly<Record<string, 'carrier' | 'payment-institution'>> = {
  carrier: 'carrier',
  payment: 'payment-institution',
}

/**
 * Who has to answer the case: the carrier or the payment institution where the problem's first door is theirs and
 * nothing that applies is the selling side's alone (a refund, say); else the selling side. Papers name only what the respondent itself owes.
 */
export function respondentOf(kase: Case, knowledge: Knowledge, advice: Pick<Advice, 'rights'>): Respondent {
  const first = behindFirstDoor(kase, knowledge)
  if (first === undefined) return 'seller'
  const applying = advice.rights.flatMap(({ id, status }) => (status === 'applies' ? (knowledge.rights[id] ?? []) : []))
  return applying.some(({ against }) => against.includes('seller') && !against.includes(first)) ? 'seller' : first
}

/** The one behind a name: the platform is the seller in its own shop. */
export function bodyOf(respondent: Respondent, { order }: Case): Respondent {
  return respondent === 'platform' && order.shop?.selfOperated === true ? 'seller' : respondent
}

/** Whether a right is one against the respondent; the platform stands in for the seller of its own goods. */
export function isOwedBy(right: Right, respondent: Respondent, kase: Case): boolean {
  const isOwnShop = respondent === 'seller' && kase.order.shop?.selfOperated === true
  return right.against.includes(respondent) || (isOwnShop && right.against.includes('platform'))
}

/** To whom a letter goes, as it is addressed. */
export function recipientOf(kase: Case, respondent: Respondent, values: PaperValues): string {
  const { carrier, shop } = kase.order
  if (respondent === 'carrier') return carrier ? inert(carrier) : '承运快递企业'
  if (respondent === 'payment-institution') return values('payment.institution')?.text ?? '支付机构'
  if (respondent === 'platform')
    return values('platform.company')?.text ?? '京东平台经营者＿＿＿＿＿＿＿＿＿＿（名称以平台公示的营业执照为准）'
  return shop?.company && shop.name ? `${inert(shop.company)}（“${inert(shop.name)}”店铺）` : sellerOf(kase)
}

function behindFirstDoor(kase: Case, knowledge: Knowledge): 'carrier' | 'payment-institution' | undefined {
  const [first] = kase.problem.types
  const door = first && knowledge.problems[first.type]?.channels[0]
  const kind = door === undefined ? undefined : knowledge.channels[door]?.kind
  return kind === undefined ? undefined : behindDoor[kind]
}

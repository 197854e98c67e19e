import type { Case } from '../case/case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { inert } from './user-text.ts'

/** The selling side as prose names it: the company where it is known, else the shop, never a guess. */
export function sellerOf({ order }: Case): string {
  const shop = order.shop
  if (shop?.company) return inert(shop.company)
  if (shop?.name) return `“${inert(shop.name)}”${shop.selfOperated ? '的自营销售主体' : '店铺的经营者'}`
  return '商家'
}

/** To whom a letter goes: the carrier where the problem's first door is the carrier's, else the selling side. */
export function recipientOf(kase: Case, knowledge: Knowledge): string {
  const { carrier, shop } = kase.order
  if (isCarriersProblem(kase, knowledge)) return carrier ? inert(carrier) : '承运快递企业'
  return shop?.company && shop.name ? `${inert(shop.company)}（“${inert(shop.name)}”店铺）` : sellerOf(kase)
}

function isCarriersProblem(kase: Case, knowledge: Knowledge): boolean {
  const [first] = kase.problem.types
  const door = first && knowledge.problems[first.type]?.channels[0]
  return door !== undefined && knowledge.channels[door]?.kind === 'carrier'
}

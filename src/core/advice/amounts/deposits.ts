import type { FactTable } from '../fact-table.ts'
import { type Computed, lackingOf, single, stated, step } from './computed.ts'

/** The deposit back, once. Source: cc#587 (定金收回), cc#566, cci#67 (what is called 订金). */
export function depositRefund(facts: FactTable): Computed {
  return single(stated(facts, 'deposit.fen', '已付定金（订金）', 'deposit paid'))
}

/** The deposit back, and once more the part of it within 20 % of the contract sum. Source: cc#586, cc#587. */
export function depositDouble(facts: FactTable): Computed {
  const deposit = stated(facts, 'deposit.fen', '已付定金', 'deposit paid')
  const contract = stated(facts, 'deposit.contract-fen', '合同总价', 'contract sum')
  if ('missing' in deposit || 'missing' in contract) return lackingOf(deposit, contract)
  const capped = Math.min(deposit.fen, Math.floor(contract.fen / 5))
  const again = step(capped, '有定金效力的部分（不超过合同总价的 20%）', 'the part that counts, up to 20 % of it')
  const total = step(deposit.fen + capped, '双倍返还：定金加有定金效力的部分', 'returned twice over')
  return { fen: total.fen, steps: [deposit, contract, again, total] }
}

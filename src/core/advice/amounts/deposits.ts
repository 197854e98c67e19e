import type { FactTable } from '../fact-table.ts'
import {
  type Computed,
  difference,
  type FormulaStep,
  type Lacking,
  lackingOf,
  single,
  stated,
  step,
} from './computed.ts'

/** The deposit back, once. Source: cc#587 (定金收回), cc#566, cci#67 (what is called 订金). */
export function depositRefund(facts: FactTable): Computed {
  return single(stated(facts, 'deposit.fen', '已付定金（订金）', 'deposit paid'))
}

/** The deposit back, and once more the part of it within 20 % of the contract sum. Source: cc#586, cc#587. */
export function depositDouble(facts: FactTable): Computed {
  const parts = depositParts(facts)
  if ('missing' in parts) return parts
  const { deposit, contract, counted } = parts
  const total = step(deposit.fen + counted.fen, '双倍返还：定金加有定金效力的部分', 'returned twice over')
  return { fen: total.fen, steps: [deposit, contract, counted, total] }
}

/** The second of the two times, where the deposit itself is back already or claimed with the price. Source: cc#587. */
export function depositAgain(facts: FactTable): Computed {
  const parts = depositParts(facts)
  if ('missing' in parts) return parts
  const { deposit, contract, counted } = parts
  return { fen: counted.fen, steps: [deposit, contract, counted] }
}

/** What was paid as a deposit above 20 % of the contract sum and so is none. Source: cc#586.2. */
export function depositExcess(facts: FactTable): Computed {
  const parts = depositParts(facts)
  if ('missing' in parts) return parts
  const { deposit, contract, counted } = parts
  const excess = step(deposit.fen - counted.fen, '超过合同总价 20% 的部分', 'the part above 20 % of it')
  return { fen: excess.fen, steps: [deposit, contract, excess] }
}

/** The proved loss less the part of the deposit that counts, not below 0. Source: cc#588.2. */
export function lossAboveDeposit(facts: FactTable): Computed {
  const parts = depositParts(facts)
  const loss = stated(facts, 'loss.proved-fen', '有凭证的损失和合理费用', 'loss and costs for which there is proof')
  const counted = 'missing' in parts ? parts : parts.counted
  return difference(loss, counted, { zh: '超过定金数额的损失', en: 'the loss above the deposit' })
}

type DepositParts = {
  readonly deposit: FormulaStep
  readonly contract: FormulaStep
  /** What has the force of a deposit. */
  readonly counted: FormulaStep
}

function depositParts(facts: FactTable): DepositParts | Lacking {
  const deposit = stated(facts, 'deposit.fen', '已付定金', 'deposit paid')
  const contract = stated(facts, 'deposit.contract-fen', '合同总价', 'contract sum')
  if ('missing' in deposit || 'missing' in contract) return lackingOf(deposit, contract)
  const fen = Math.min(deposit.fen, Math.floor(contract.fen / 5))
  const counted = step(fen, '有定金效力的部分（不超过合同总价的 20%）', 'the part that counts, up to 20 % of it')
  return { deposit, contract, counted }
}

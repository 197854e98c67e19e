import type { FactTable } from '../fact-table.ts'
import { type Computed, type FormulaStep, lacking, single, stated, step } from './computed.ts'

/** Loss and reasonable costs for which there is proof. Source: cc#584, cpl#52. */
export function provedDamages(facts: FactTable): Computed {
  return single(stated(facts, 'loss.proved-fen', '有凭证的损失和合理费用', 'loss and costs for which there is proof'))
}

/** What a parcel handed to a carrier was worth where and when it was due. Source: cc#833, exr#28. */
export function parcelValue(facts: FactTable): Computed {
  return single(stated(facts, 'parcel.value-fen', '丢失、损坏部分的市场价', 'market price of what was lost or damaged'))
}

/** What the rules of the insured value give for a parcel. Source: exr#28. */
export function parcelInsured(facts: FactTable): Computed {
  return single(stated(facts, 'parcel.insured-fen', '按保价规则应赔的金额', 'due by the rules of the insured value'))
}

/** Items of an injury and of other loss from one event, in the order in which they are claimed. */
const items = [
  ['loss.medical-fen', '医疗、康复费用', 'treatment and recovery'],
  ['loss.care-fen', '护理、交通费用', 'care and travel for treatment'],
  ['loss.income-fen', '误工减少的收入', 'income lost'],
  ['loss.property-fen', '财产损失', 'damage to property'],
  ['loss.other-fen', '其他法定赔偿项目', 'other items the law names'],
] as const

/**
 * The items that are known, added up; those not stated are left out, and the sum says so. One at least must be known.
 * Source: cpl#49, pql#44 (persons), cpl#52, pql#44, tli#19 (property).
 */
export function injuryLoss(facts: FactTable): Computed {
  const all = items.map(([id, zh, en]) => stated(facts, id, zh, en))
  const known = all.filter((item): item is FormulaStep => !('missing' in item))
  if (known.length === 0) return lacking(...items.map(([id]) => id))
  const fen = known.reduce((total, item) => total + item.fen, 0)
  const total =
    known.length === all.length
      ? step(fen, '损失合计', 'loss in all')
      : step(fen, '已填项目合计（没有填的项目未计入）', 'items stated so far (those left open are not counted)')
  return { fen, steps: [...known, total] }
}

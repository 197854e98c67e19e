import type { Condition } from '../../knowledge/condition.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Standing } from '../../knowledge/provenance.ts'
import type { Right } from '../../knowledge/right.ts'
import type { Text } from '../../values/text.ts'
import type { FactTable } from '../fact-table.ts'
import { computeAmount } from '../formulas.ts'
import { type Computed, step } from './computed.ts'
import { refundPaid } from './refunds.ts'

/** What a sum is asked on: a basis of the knowledge by its short name, or a right that has a sum by its id. */
export type ClaimBasis = {
  readonly id: string
  readonly title: Text
  readonly standing: Standing
  readonly amount: NonNullable<Right['amount']>
  /** What must be so before the sum is due. */
  readonly premises: readonly Text[]
  /** The sum comes on top of the refund of what was paid. */
  readonly besideRefund: boolean
  readonly cites: readonly string[]
}

export function claimBasis({ bases, rights }: Knowledge, id: string): ClaimBasis | undefined {
  const basis = Object.hasOwn(bases, id) ? bases[id] : undefined
  if (basis !== undefined) return { ...basis, amount: { formula: basis.formula }, premises: [basis.premise] }
  const right = Object.hasOwn(rights, id) ? rights[id] : undefined
  if (right?.amount === undefined) return undefined
  const premises = 'all' in right.when ? right.when.all : [right.when]
  return {
    ...right,
    amount: right.amount,
    premises: premises.map(inWords),
    besideRefund: right.remedy === 'added-damages',
  }
}

/** A condition in one sentence. A negation has words of its own, or says what must not be so. */
function inWords(condition: Condition): Text {
  if ('all' in condition) return joined(condition.all, { zh: '，并且', en: ', and ' })
  if ('any' in condition) return joined(condition.any, { zh: '；或者', en: '; or ' })
  if (!('not' in condition)) return condition.text
  if (condition.text !== undefined) return condition.text
  const { zh, en } = inWords(condition.not)
  return { zh: `不是：${zh}`, en: `not so: ${en}` }
}

function joined(conditions: readonly Condition[], by: Text): Text {
  const texts = conditions.map(inWords)
  return { zh: texts.map(({ zh }) => zh).join(by.zh), en: texts.map(({ en }) => en).join(by.en) }
}

/** Every name that `claimBasis` knows, short ones first. */
export function claimBasisNames({ bases, rights }: Knowledge): readonly string[] {
  const withSum = Object.values(rights).filter(({ amount }) => amount !== undefined)
  return [...Object.keys(bases), ...withSum.map(({ id }) => id)]
}

/** The sum on that basis, by its formula; with the refund of what was paid on top where that is asked for. */
export function claimSum({ amount }: ClaimBasis, facts: FactTable, withRefund: boolean): Computed {
  const sum = computeAmount(amount, facts)
  if (!withRefund || 'missing' in sum) return sum
  const refund = refundPaid(facts)
  if ('missing' in refund) return refund
  const back = step(refund.fen, '另退还实付价款', 'and the price paid is returned')
  const total = step(sum.fen + refund.fen, '合计', 'in all')
  return { fen: total.fen, steps: [...sum.steps, back, total] }
}

import { describe, expect, it } from 'vitest'
import { readKnowledgeFolder } from '../../../server/pack/knowledge-folder.ts'
import { computeAmount, formulaNames } from '../formulas.ts'
import { aRight, facts, is, someKnowledge, text } from '../small-world.fixture.ts'
import { claimBasis, claimBasisNames, claimSum } from './claim.ts'

const { knowledge } = await readKnowledgeFolder()
const examples = Object.values(knowledge.bases).flatMap(({ id, formula, examples }) =>
  examples.map(({ facts, fen }) => [id, formula, facts, fen] as const),
)

describe('the bases of the knowledge', () => {
  it.each(examples)('%s: %s on %j comes to %d', (_id, formula, given, fen) => {
    expect(computeAmount({ formula }, facts(given))).toMatchObject({ fen })
  })

  it('name only formulas there are', () => {
    const used = Object.values(knowledge.bases).map(({ formula }) => formula)
    expect(used.filter((formula) => !formulaNames.includes(formula))).toEqual([])
  })

  it('are named otherwise than any right', () => {
    expect(Object.keys(knowledge.bases).filter((id) => knowledge.rights[id] !== undefined)).toEqual([])
  })
})

describe('what a sum is asked on', () => {
  const amount = { formula: 'refund-paid' }
  const world = someKnowledge({
    rights: [
      aRight({ id: 'whole', amount, when: is('a') }),
      aRight({ id: 'added', amount, remedy: 'added-damages', when: { all: [is('a'), is('b')] } }),
      aRight({ id: 'bare' }),
      aRight({
        id: 'mixed',
        amount,
        when: { any: [{ not: is('a') }, { not: is('b'), text: text('no b') }, { all: [is('c'), is('d')] }] },
      }),
    ],
  })
  const premises = (id: string) => claimBasis(world, id)?.premises.map(({ zh }) => zh)

  it('may be a right that has a sum, with its elements as premises', () => {
    expect(premises('whole')).toEqual(['a is true'])
    expect(premises('added')).toEqual(['a is true', 'b is true'])
    expect(premises('mixed')).toEqual(['不是：a is true；或者no b；或者c is true，并且d is true'])
    expect(claimBasis(world, 'bare')).toBeUndefined()
    expect(claimBasis(world, 'constructor')).toBeUndefined()
    expect(claimBasisNames(world)).toEqual(['whole', 'added', 'mixed'])
  })

  it('stands beside the refund only where damages are added', () => {
    expect(['whole', 'added'].map((id) => claimBasis(world, id)?.besideRefund)).toEqual([false, true])
    const beside = Object.values(knowledge.bases).filter(({ besideRefund }) => besideRefund)
    expect(beside.map(({ id }) => id).sort()).toEqual(['food', 'food-producer', 'fraud'])
  })

  it('adds the refund last, and waits for the price', () => {
    const fraud = claimBasis(knowledge, 'fraud')
    if (fraud === undefined) throw new Error('no basis')
    const sum = claimSum(fraud, facts({ 'order.paid-fen': 201_000, 'order.shipping-fen': 1_000 }), true)
    expect(sum).toMatchObject({ fen: 600_000 + 201_000 })
    expect('steps' in sum && sum.steps.slice(-2).map(({ fen }) => fen)).toEqual([201_000, 801_000])
    expect(claimSum(fraud, {}, true)).toEqual({ missing: ['order.paid-fen'] })
    const defect = { ...fraud, amount: { formula: 'proved-damages' } }
    expect(claimSum(defect, facts({ 'loss.proved-fen': 5 }), true)).toEqual({ missing: ['order.paid-fen'] })
  })
})

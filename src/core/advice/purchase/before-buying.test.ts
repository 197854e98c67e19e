import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { facts } from '../small-world.fixture.ts'
import { checkBeforeBuying } from './before-buying.ts'

const check = (answers: Parameters<typeof facts>[0]) => checkBeforeBuying(facts(answers), knowledge)
const said = (answers: Parameters<typeof facts>[0]) => check(answers).findings.map(({ id, level }) => [id, level])

describe('the check before buying', () => {
  it('asks everything, in its order, of one who has answered nothing, and claims nothing', () => {
    const { findings, questions } = check({})
    expect(findings).toEqual([])
    expect(questions.map(({ fact }) => fact).slice(0, 3)).toEqual([
      'order.self-operated',
      'shop.licence-shown',
      'shop.score',
    ])
    expect(questions).toHaveLength(Object.keys(knowledge.purchase).length)
    expect(questions.every(({ ask, why }) => ask !== '' && why !== '')).toBe(true)
  })

  it('puts what should stop a purchase before what needs care', () => {
    expect(said({ 'order.self-operated': true, 'page.saved': false, 'payment.inside-platform': false })).toEqual([
      ['payment', 'stop'],
      ['page', 'care'],
      ['who-sells', 'good'],
    ])
  })

  it('knows a score below 4.7 as the word of a guide, and 4.7 itself as nothing to say', () => {
    expect(check({ 'shop.score': 4.6 }).findings).toMatchObject([{ id: 'score', standing: 'guide', cites: [] }])
    expect(said({ 'shop.score': 4.7 })).toEqual([])
  })

  it('tells a deposit from money that is only called one', () => {
    const [deposit] = check({ 'deposit.page-word': 'deposit' }).findings
    const [other] = check({ 'deposit.page-word': 'prepayment' }).findings
    expect(deposit?.cites).toContain('cc#587')
    expect(other?.cites).toEqual(['cci#67'])
    expect(said({ 'deposit.page-word': 'none' })).toEqual([])
  })

  it('keeps insured carriage and price protection apart', () => {
    const [valuable] = check({ 'goods.valuable': true }).findings
    expect(valuable?.text).toContain('风险由商家承担')
    expect(valuable?.text).toContain('价格保护')
  })

  it('rests every statement of law on a provision', () => {
    const bare = Object.values(knowledge.purchase).flatMap(({ says }) =>
      says.filter(({ standing, cites }) => standing !== 'guide' && cites.length === 0),
    )
    expect(bare).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { compose } from '../compose.ts'
import { dossierOf } from '../dossier.ts'
import { plainText } from '../plain-text.ts'
import { now, sampleAdvice, sampleCase, sampleKnowledge } from '../sample-case.fixture.ts'

function complaint(suit: 'contract' | 'tort', types: readonly string[] = ['quality_defect']): string {
  const base = sampleKnowledge()
  const { quality_defect: problem } = base.problems
  const letter = base.letters['civil-complaint']
  if (!problem || !letter) throw new Error('the sample lacks its problem')
  const knowledge = { ...base, problems: { quality_defect: { ...problem, suit } } }
  const kase = sampleCase({
    problem: { words: '坏了', types: types.map((type) => ({ type, confirmed: true })) },
  })
  const composed = compose(letter, dossierOf({ kase, advice: sampleAdvice(), knowledge, now }))
  if (composed.status === 'withheld') throw new Error(JSON.stringify(composed))
  return plainText(composed.outline)
}

describe('what a lawsuit rests on', () => {
  it('is the contract, and so where nothing else is known', () => {
    for (const text of [complaint('contract'), complaint('tort', ['unknown_problem']), complaint('tort', [])]) {
      expect(text).toContain('案由\t买卖合同纠纷')
      expect(text).toContain('一般向收货地或者被告住所地的基层人民法院起诉（《中华人民共和国民事诉讼法》第二十四条')
      expect(text).not.toContain('因果关系')
    }
  })

  it('is a wrong beside it where the problem says so, with other courts and the causal link', () => {
    const text = complaint('tort')
    expect(text).toContain('案由\t侵权责任纠纷')
    expect(text).toContain('产品制造地、销售地的法院也有管辖权')
    expect(text).toContain('因果关系\t＿')
    expect(text).not.toContain('一般向收货地')
  })
})

import { describe, expect, it } from 'vitest'
import { demandedFen, demandedRights } from './blocks/demands.ts'
import { dossierOf } from './dossier.ts'
import { now, sampleAdvice, sampleCase, sampleDossier, sampleKnowledge } from './sample-case.fixture.ts'

const idsOf = (rights: readonly { right: { id: string } }[]) => rights.map(({ right }) => right.id)
const applying = (id: string, fen: number) => ({
  ...sampleAdvice(),
  rights: sampleAdvice().rights.map((right) =>
    right.id === id ? { ...right, status: 'applies' as const, amount: { fen, steps: [] } } : right,
  ),
})

describe('the rights that may stand in papers', () => {
  it('apply, rest on law or a published platform rule, and have a provision whose full text was read', () => {
    const ids = idsOf(sampleDossier().rights)
    expect(ids).toEqual(['platform-rule', 'fault-exchange', 'fault-refund', 'return-shipping'])
  })

  it('wait while their sum is not known', () => {
    const rights = sampleAdvice().rights.map(({ amount: _amount, ...right }) => right)
    expect(idsOf(sampleDossier(sampleCase(), sampleAdvice({ rights })).rights)).not.toContain('fault-refund')
  })

  it('wait while a word of theirs is not known', () => {
    const { signedAt: _signedAt, ...order } = sampleCase().order
    expect(idsOf(sampleDossier(sampleCase({ order })).rights)).not.toContain('fault-refund')
  })

  it('cite the words in force on the day that decides', () => {
    const kase = sampleCase()
    const bought = (paidAt: string) => {
      const old = sampleCase({ order: { ...kase.order, paidAt } })
      return idsOf(dossierOf({ kase: old, advice: sampleAdvice(), knowledge: sampleKnowledge(), now }).rights)
    }
    expect(bought('2014-03-14T02:00:00Z')).not.toContain('fault-exchange')
    expect(bought('2014-03-16T02:00:00Z')).toContain('fault-exchange')
  })

  it('are demanded as far as they can be had together, from the top of the ladder', () => {
    const dossier = sampleDossier()
    expect(idsOf(demandedRights(dossier))).toEqual(['fault-refund', 'return-shipping', 'platform-rule'])
    expect(demandedFen(dossier)).toBe(129900)
    const more = sampleDossier(sampleCase(), applying('triple', 389700))
    expect(idsOf(demandedRights(more)).slice(0, 2)).toEqual(['triple', 'fault-refund'])
    expect(demandedFen(more)).toBe(519600)
  })

  it('give way to what the user chose', () => {
    const demands = [{ at: now, words: '更换同款', rights: ['fault-exchange'], fen: 0 }]
    const dossier = sampleDossier(sampleCase({ demands }))
    expect(idsOf(demandedRights(dossier))).toEqual(['fault-exchange'])
    expect(demandedFen(dossier)).toBe(0)
  })

  it('write their sum as papers do', () => {
    const refund = sampleDossier().rights.find(({ right }) => right.id === 'fault-refund')
    expect(refund?.demand).toBe('退货，退还已付价款人民币1299.00元')
    expect(refund?.claim).toBe(
      '“晨星X1智能手机”于2026年3月16日签收，不符合质量要求，北京晨星数码有限公司应当退货并退还已付价款人民币1299.00元。',
    )
  })
})

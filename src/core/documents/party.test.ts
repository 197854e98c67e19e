import { describe, expect, it } from 'vitest'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { recipientOf, sellerOf } from './party.ts'
import { sampleCase, sampleKnowledge } from './sample-case.fixture.ts'

const { order } = sampleCase()
const inShop = (shop: { name: string; selfOperated?: boolean; company?: string }) =>
  sampleCase({ order: { ...order, shop } })

describe('whom a paper names', () => {
  it('is the company where it is known, else the shop, never a guess', () => {
    expect(sellerOf(inShop({ name: '甲店', company: '乙公司' }))).toBe('乙公司')
    expect(sellerOf(inShop({ name: '甲店' }))).toBe('“甲店”店铺的经营者')
    expect(sellerOf(inShop({ name: '甲店', selfOperated: true }))).toBe('“甲店”的自营销售主体')
    expect(sellerOf(sampleCase({ order: { items: [] } }))).toBe('商家')
  })

  it('is the carrier where the first door of the problem is the carrier’s', () => {
    const knowledge = sampleKnowledge()
    const { quality_defect: problem } = knowledge.problems
    const { seller } = knowledge.channels
    if (!problem || !seller) throw new Error('the sample lacks its problem')
    const carriers: Knowledge = {
      ...knowledge,
      problems: { quality_defect: { ...problem, channels: ['carrier'] } },
      channels: { carrier: { ...seller, id: 'carrier', kind: 'carrier' } },
    }
    expect(recipientOf(sampleCase(), carriers)).toBe('京东快递')
    expect(recipientOf(sampleCase({ order: { items: [] } }), carriers)).toBe('承运快递企业')
    expect(recipientOf(sampleCase(), knowledge)).toBe('北京晨星数码有限公司（“晨星数码旗舰店”店铺）')
  })
})

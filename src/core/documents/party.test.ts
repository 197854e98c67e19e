import { describe, expect, it } from 'vitest'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Right } from '../knowledge/right.ts'
import { isOwedBy, recipientOf, respondentOf, sellerOf } from './party.ts'
import { sampleCase, sampleKnowledge } from './sample-case.fixture.ts'

const { order } = sampleCase()
const none = () => undefined
const inShop = (shop: { name: string; selfOperated?: boolean; company?: string }) =>
  sampleCase({ order: { ...order, shop } })

describe('whom a paper names', () => {
  it('is the company where it is known, else the shop, never a guess', () => {
    expect(sellerOf(inShop({ name: '甲店', company: '乙公司' }))).toBe('乙公司')
    expect(sellerOf(inShop({ name: '甲店' }))).toBe('“甲店”店铺的经营者')
    expect(sellerOf(inShop({ name: '甲店', selfOperated: true }))).toBe('“甲店”的自营销售主体')
    expect(sellerOf(sampleCase({ order: { items: [] } }))).toBe('商家')
  })

  it('is the carrier only while nothing that applies is owed by the selling side alone', () => {
    const knowledge = sampleKnowledge()
    const { quality_defect: problem } = knowledge.problems
    const { seller } = knowledge.channels
    const [right] = Object.values(knowledge.rights)
    if (!problem || !seller || !right) throw new Error('the sample lacks its problem')
    const carriers: Knowledge = {
      ...knowledge,
      problems: { quality_defect: { ...problem, channels: ['carrier'] } },
      channels: { carrier: { ...seller, id: 'carrier', kind: 'carrier' } },
      rights: { both: { ...right, against: ['carrier', 'seller'] }, refund: { ...right, against: ['seller'] } },
    }
    const advice = (id: string, status: 'applies' | 'needs-facts') => ({
      rights: [{ id, title: '', status, reasons: [], cites: [] }],
    })
    expect(respondentOf(sampleCase(), carriers, advice('both', 'applies'))).toBe('carrier')
    expect(respondentOf(sampleCase(), carriers, advice('refund', 'needs-facts'))).toBe('carrier')
    expect(respondentOf(sampleCase(), carriers, advice('refund', 'applies'))).toBe('seller')
    expect(respondentOf(sampleCase(), knowledge, advice('both', 'applies'))).toBe('seller')
  })

  it('is the payment institution where its door is the first', () => {
    const knowledge = sampleKnowledge()
    const { quality_defect: problem } = knowledge.problems
    const { seller } = knowledge.channels
    if (!problem || !seller) throw new Error('the sample lacks its problem')
    const payments: Knowledge = {
      ...knowledge,
      problems: { quality_defect: { ...problem, channels: ['bank'] } },
      channels: { bank: { ...seller, id: 'bank', kind: 'payment' } },
    }
    const institution = { text: '示例支付有限公司', facts: [], exhibits: [] }
    expect(respondentOf(sampleCase(), payments, { rights: [] })).toBe('payment-institution')
    expect(recipientOf(sampleCase(), 'payment-institution', none)).toBe('支付机构')
    expect(
      recipientOf(sampleCase(), 'payment-institution', (name) =>
        name === 'payment.institution' ? institution : undefined,
      ),
    ).toBe('示例支付有限公司')
  })

  it('is addressed by the carrier’s name, or as the selling side is known', () => {
    expect(recipientOf(sampleCase(), 'carrier', none)).toBe('京东快递')
    expect(recipientOf(sampleCase({ order: { items: [] } }), 'carrier', none)).toBe('承运快递企业')
    expect(recipientOf(sampleCase(), 'seller', none)).toBe('北京晨星数码有限公司（“晨星数码旗舰店”店铺）')
  })

  it('is the operator of the platform, by the name the user gave or with a blank for it', () => {
    const company = { text: '示例平台有限公司', facts: [], exhibits: [] }
    expect(recipientOf(sampleCase(), 'platform', none)).toContain('＿＿')
    expect(recipientOf(sampleCase(), 'platform', (name) => (name === 'platform.company' ? company : undefined))).toBe(
      '示例平台有限公司',
    )
  })

  it('owes what is against it, and as its own seller what is against the platform', () => {
    const [right] = Object.values(sampleKnowledge().rights)
    if (!right) throw new Error('the sample lacks its right')
    const against = (...who: Right['against']) => ({ ...right, against: who })
    const own = inShop({ name: '甲店', selfOperated: true })
    const other = inShop({ name: '甲店', selfOperated: false })
    expect(isOwedBy(against('seller', 'producer'), 'seller', other)).toBe(true)
    expect(isOwedBy(against('producer'), 'seller', other)).toBe(false)
    expect(isOwedBy(against('platform'), 'seller', other)).toBe(false)
    expect(isOwedBy(against('platform'), 'seller', own)).toBe(true)
    expect(isOwedBy(against('platform'), 'carrier', own)).toBe(false)
    expect(isOwedBy(against('carrier'), 'carrier', other)).toBe(true)
  })
})

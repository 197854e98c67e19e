import { describe, expect, it } from 'vitest'
import type { RightFinding } from '../../advice/advice.ts'
import type { Case } from '../../case/case.ts'
import { compose } from '../compose.ts'
import { dossierFor, unnamedParties } from '../dossier.ts'
import { plainText } from '../plain-text.ts'
import { now, sampleAdvice, sampleCase, sampleDossier, sampleKnowledge } from '../sample-case.fixture.ts'

const known = (value: string | boolean) => ({ status: 'known', value, by: [] }) as const
const platform = { 'platform.company': known('示例平台公司'), 'platform.address': known('某市1号') }
const producer = { 'producer.company': known('示例工厂'), 'producer.address': known('某县2号') }
const applies = (id: string): RightFinding => ({ id, title: id, status: 'applies', reasons: [], cites: [] })

function dossier(facts: Case['facts'], changes: Partial<Case> = {}, more: readonly string[] = ['joint', 'maker']) {
  const rights = [...sampleAdvice().rights, ...more.map(applies)]
  return sampleDossier(sampleCase({ facts, ...changes }), sampleAdvice({ rights }))
}

function letter(id: string) {
  const found = sampleKnowledge().letters[id]
  if (!found) throw new Error(`no letter ${id}`)
  return found
}

const titles = (...given: Parameters<typeof dossier>) =>
  dossierFor(letter('civil-complaint'), dossier(...given)).respondents.map(({ title, role }) => `${title} ${role}`)
const claimOf = (rights: readonly string[]) => ({ demands: [{ at: now, words: '依法处理', rights }] })
const withoutCompany = () => {
  const { order } = sampleCase()
  return { order: { ...order, shop: { name: '晨星数码旗舰店', selfOperated: false } } }
}

describe('whom a complaint names', () => {
  it('is the seller alone while nobody else is known', () => {
    expect(titles({})).toEqual(['被告 销售者'])
  })

  it('is everyone who is known and owes what is demanded, numbered', () => {
    expect(titles({ ...platform, ...producer })).toEqual(['被告一 销售者', '被告二 平台经营者', '被告三 生产者'])
    expect(titles({ ...platform, ...producer }, {}, [])).toEqual(['被告 销售者'])
    expect(titles({ ...platform, ...producer }, claimOf(['fault-refund', 'maker']))).toEqual([
      '被告一 销售者',
      '被告二 生产者',
    ])
  })

  it('is also one not known yet, when the user demands so in so many words; then the paper waits for its name', () => {
    expect(titles({}, claimOf(['fault-refund', 'joint']))).toEqual(['被告一 销售者', '被告二 平台经营者'])
    const composed = compose(letter('civil-complaint'), dossier({}, claimOf(['fault-refund', 'joint'])))
    expect(composed.status === 'withheld' && composed.withheld.missing.map(({ what, name }) => [what, name])).toEqual([
      ['platform.company', '被告的名称（营业执照上的全称）（平台经营者）'],
      ['platform.address', '被告的住所（平台经营者）'],
    ])
  })

  it('is not the platform beside itself, where it is the seller', () => {
    const { order } = sampleCase()
    const own = {
      order: { ...order, shop: { name: '自营', company: '自营公司', address: '某地', selfOperated: true } },
    }
    expect(titles(platform, own)).toEqual(['被告 销售者'])
  })

  it('is the platform alone where it cannot name the seller', () => {
    const gone = { 'platform.gave-seller-info': known(false) }
    expect(titles({ ...platform, ...gone }, withoutCompany())).toEqual(['被告 平台经营者'])
    expect(titles(platform, withoutCompany())).toEqual(['被告一 销售者', '被告二 平台经营者'])
    expect(titles({ ...platform, ...gone })).toEqual(['被告一 销售者', '被告二 平台经营者'])
    expect(titles(gone, withoutCompany())).toEqual(['被告 销售者'])
  })

  it('leaves who owes more and is not known to a notice', () => {
    expect(unnamedParties(dossier({}))).toEqual(['platform', 'producer'])
    expect(unnamedParties(dossier(platform))).toEqual(['producer'])
    expect(unnamedParties(dossier({}, {}, []))).toEqual([])
  })
})

describe('a paper against several', () => {
  const text = (id: string, facts: Case['facts']) => {
    const composed = compose(letter(id), dossier(facts))
    if (composed.status === 'withheld') throw new Error(JSON.stringify(composed))
    return plainText(composed.outline)
  }

  it.each(['civil-complaint', 'complaint-12315'])('%s says who owes what, and names each with its address', (id) => {
    const several = text(id, { ...platform, ...producer })
    const [self = ''] = [id === 'civil-complaint' ? '被告' : '被投诉人']
    expect(several).toContain(`退货，退还已付价款人民币1299.00元（${self}一）`)
    expect(several).toContain(`由平台承担连带责任（${self}二）`)
    expect(several).toContain(`由生产者赔偿（${self}三）`)
    for (const part of ['北京晨星数码有限公司', '示例平台公司', '某市1号', '示例工厂', '某县2号'])
      expect(several).toContain(part)
    expect(text(id, {})).not.toContain(`（${self}`)
    expect(text(id, {})).not.toContain('连带责任')
  })

  it('goes to court in as many copies as there are defendants', () => {
    expect(text('civil-complaint', {})).toContain('副本1份')
    expect(text('civil-complaint', { ...platform, ...producer })).toContain('副本3份')
  })
})

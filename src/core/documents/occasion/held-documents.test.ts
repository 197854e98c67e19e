import { describe, expect, it } from 'vitest'
import type { EvidenceFinding } from '../../advice/advice.ts'
import type { Case } from '../../case/case.ts'
import { compose } from '../compose.ts'
import type { Dossier } from '../dossier.ts'
import type { Party } from '../forms/respondents.ts'
import { plainText } from '../plain-text.ts'
import { sampleAdvice, sampleCase, sampleDossier, sampleKnowledge } from '../sample-case.fixture.ts'
import { notCalledFor } from './called-for.ts'
import { heldDocuments } from './held-documents.ts'

const need = (status: EvidenceFinding['status']): EvidenceFinding[] => [
  { need: 'serial', status, by: [], why: '', how: '' },
]
const dossier = (status: EvidenceFinding['status'], changes: Partial<Case> = {}) =>
  sampleDossier(sampleCase(changes), sampleAdvice({ evidence: need(status) }))
const ids = (given: Dossier, parties: readonly Party[]) => {
  const respondents = parties.map((party) => ({ party, title: '', role: '' }))
  const { byRespondents, byOthers } = heldDocuments({ ...given, respondents })
  return [byRespondents.map(({ id }) => id), byOthers.map(({ id }) => id)]
}
const own = () => {
  const { order } = sampleCase()
  return { order: { ...order, shop: { name: '自营', company: '自营公司', address: '某地', selfOperated: true } } }
}
const text = (id: string, changes: Partial<Case> = {}) => {
  const letter = sampleKnowledge().letters[id]
  const composed = letter && compose(letter, dossier('missing', changes))
  if (composed?.status !== 'written') throw new Error(JSON.stringify(composed))
  return plainText(composed.outline)
}

describe('documents in the hands of others', () => {
  it('are asked for while a need that they fill is weak or missing', () => {
    expect(ids(dossier('missing'), ['seller'])).toEqual([['records'], ['snapshot']])
    expect(ids(dossier('weak'), ['seller'])).toEqual([['records'], ['snapshot']])
    expect(ids(dossier('have'), ['seller'])).toEqual([[], []])
  })

  it('are the respondents’ where these hold them; the platform’s are the seller’s of its own goods', () => {
    expect(ids(dossier('missing'), ['seller', 'platform'])).toEqual([['records', 'snapshot'], []])
    expect(ids(dossier('missing', own()), ['seller'])).toEqual([['records', 'snapshot'], []])
    expect(ids(dossier('missing'), ['platform'])).toEqual([['snapshot'], ['records']])
  })

  it.each(['evidence-request', 'evidence-investigation'])('call for %s', (id) => {
    const called = (status: EvidenceFinding['status']) => {
      const letter = sampleKnowledge().letters[id]
      return letter && notCalledFor(letter, dossier(status)) === undefined
    }
    expect([called('missing'), called('have')]).toEqual([true, false])
  })

  it.each(['evidence-request', 'evidence-investigation'])('%s waits while there are none', (id) => {
    const letter = sampleKnowledge().letters[id]
    const composed = letter && compose(letter, dossier('have'))
    const what = id === 'evidence-request' ? 'held.by-respondents' : 'held.by-others'
    expect(composed).toMatchObject({ status: 'withheld', withheld: { missing: [{ what }] } })
  })
})

describe('the request to hand over documents', () => {
  it('names document, holder, what it proves, why the holder has it, and a clue', () => {
    expect(text('evidence-request')).toContain(
      [
        '证据名称和内容\t售后处理记录',
        '控制人\t北京晨星数码有限公司，住所北京市海淀区示例路1号',
        '要证明的事实\t要求是怎样提出的。',
        '控制的根据和应当提交的理由\t由其保存（《中华人民共和国电子商务法》第六十二条）。',
        '线索\t订单290000000001。',
      ].join('\n'),
    )
  })

  it('leaves to be filled in by hand what is not known', () => {
    const { order } = sampleCase()
    const { waybill: _waybill, ...rest } = order
    const asked = text('evidence-investigation', { order: rest })
    expect(asked).toContain('被调查人及住所\t京东平台经营者＿＿＿＿，住所＿＿＿＿＿＿＿＿')
    expect(asked).toContain('线索\t＿＿＿＿＿＿＿＿。')
    const platform = { 'platform.company': { status: 'known', value: '示例平台公司', by: [] } } as const
    expect(text('evidence-investigation', { facts: platform })).toContain('被调查人及住所\t示例平台公司，住所＿＿')
  })
})

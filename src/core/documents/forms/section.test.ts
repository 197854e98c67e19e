import { describe, expect, it } from 'vitest'
import { type Letter, letterSchema } from '../../knowledge/letter.ts'
import { compose } from '../compose.ts'
import { plainText } from '../plain-text.ts'
import { sampleCase, sampleDossier, sampleKnowledge } from '../sample-case.fixture.ts'

function form(...sections: readonly object[]): Letter {
  const frame = { id: 'x', kind: 'form', title: '表', formats: ['txt'], numbered: true, respondents: '被告' }
  return letterSchema.parse({ ...frame, sections, source: ['cpl#24'], checkedOn: '2026-07-17' })
}
const composed = (letter: Letter, kase = sampleCase()) => compose(letter, sampleDossier(kase))
const outline = (letter: Letter) => {
  const made = composed(letter)
  if (made.status === 'withheld') throw new Error(JSON.stringify(made))
  return made.outline
}
const said = (text: string, more: object = {}) => ({ text, ground: 'form', ...more })

describe('the rows of a form', () => {
  it('hold a line for each text or block, the blank where the case says nothing, and are left out without one', () => {
    const rows = [
      { label: '姓名', parts: [said('{consumer.name}'), said('{consumer.email}', { optional: true })] },
      {
        label: '电话',
        parts: [said('{consumer.phone}'), said('，{consumer.landline}', { join: true, optional: true })],
      },
      { label: '邮箱', parts: [said('{consumer.email}', { optional: true })], blank: '＿＿' },
      { label: '其他', parts: [said('{consumer.email}', { optional: true })] },
      { label: '证据', parts: [{ block: 'exhibit-refs' }, said('完')] },
    ]
    expect(plainText(outline(form({ parts: [{ rows }] })))).toMatch(
      /^表\n\n姓名\t张三\n电话\t138-0000-0000，010-0000-0001\n邮箱\t＿＿\n证据\t· 图1　订单详情页截图.*\n· 图2.*\n· 图3.*\n· 图4　物流签收记录\n完\n$/,
    )
  })

  it('tell what they rest on', () => {
    const rows = [
      { label: '号', parts: [said('{order.number}', { ground: 'exhibit' })] },
      { label: '据', parts: [said('依照{cites}', { ground: 'provision', cites: ['cpl#24'] })] },
    ]
    expect(outline(form({ parts: [{ rows }] })).uses).toEqual({
      facts: ['order.number'],
      exhibits: ['E1'],
      cites: ['cpl#24'],
    })
  })

  it('name what they lack', () => {
    const rows = [{ label: '邮箱', parts: [said('{consumer.email}')] }]
    expect(composed(form({ parts: [{ rows }] }))).toMatchObject({ withheld: { missing: [{ what: 'consumer.email' }] } })
  })

  it('make no table where none has anything to say', () => {
    const rows = [{ label: '邮箱', parts: [said('{consumer.email}', { optional: true })] }]
    expect(plainText(outline(form({ heading: '空', parts: [{ rows }] }, { parts: [said('完')] })))).toBe('表\n\n完\n')
  })
})

describe('a section', () => {
  it('counts only where it has a heading, and stands once for each respondent', () => {
    const sections = [
      { parts: [said('说明', { note: true })] },
      { heading: '{respondent.title}', each: 'respondent', parts: [said('{respondent.name}')] },
      { heading: '后', parts: [said('完')] },
    ]
    expect(plainText(outline(form(...sections)))).toBe(
      '表\n\n说明\n\n一、被告\n\n北京晨星数码有限公司\n\n二、后\n\n完\n',
    )
  })

  it('names what a respondent lacks by where the case holds it', () => {
    const { order } = sampleCase()
    const kase = sampleCase({ order: { ...order, shop: { name: '甲店' } } })
    const letter = form({ each: 'respondent', parts: [said('{respondent.address}')] })
    expect(composed(letter, kase)).toMatchObject({ withheld: { missing: [{ what: 'shop.address' }] } })
  })

  it('sets notes as notes, with what they rest on', () => {
    const note = said('向法院起诉（{cites}）', { ground: 'provision', cites: ['cvpi#20'], note: true })
    const { blocks, uses } = outline(form({ parts: [note, said('正文')] }))
    expect(blocks.map(({ type }) => type)).toEqual(['note', 'paragraph'])
    expect(uses.cites).toEqual(['cvpi#20'])
  })
})

describe('the letters', () => {
  it('that repeat a section for each respondent name their respondents', () => {
    for (const { id, sections, respondents } of Object.values(sampleKnowledge().letters))
      if (sections.some(({ each }) => each)) expect([id, respondents]).toEqual([id, expect.any(String)])
  })
})

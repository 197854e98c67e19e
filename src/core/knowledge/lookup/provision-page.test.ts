import { describe, expect, it } from 'vitest'
import { knowledge as whole } from '../../../server/pack/knowledge.fixture.ts'
import { smallBase } from '../base.fixture.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Law } from '../law.ts'
import { heldOf, provisionPages } from './provision-page.ts'

const today = '2026-11-22'

function pages(ref: string, on?: string, knowledge: Knowledge = whole) {
  const made = provisionPages(knowledge, ref, { on, today })
  return made.ok ? made.value : []
}
const page = (ref: string, on?: string, knowledge?: Knowledge) => pages(ref, on, knowledge)[0]

describe('the text of the right day', () => {
  it('is the measures of 2020 for a complaint of 2025, and those of 2026 for one of today', () => {
    const versions = [{ ref: 'chm#15', cite: '投诉举报处理办法第15条', from: '2026-04-15', to: null }]
    expect(page('chm#15', '2026-04-14')).toMatchObject({ ref: 'chm2020#14', to: '2026-04-14', versions })
    expect(page('chm2020#14', '2026-04-15')).toMatchObject({ ref: 'chm#15', versions: [{ ref: 'chm2020#14' }] })
    expect(page('chm#15', '2026-04-15')?.ref).toBe('chm#15')
  })

  it('is the one named when no day is asked for, even if it is over', () => {
    expect(page('chm2020#14')).toMatchObject({ ref: 'chm2020#14', on: today, inForce: false })
    expect(page('chm#15')).toMatchObject({ ref: 'chm#15', on: today, inForce: true })
  })

  it('is refused, with what is held, when none was in force', () => {
    const made = provisionPages(whole, 'chm#15', { on: '2019-12-31', today })
    expect(made).toMatchObject({ ok: false, refusal: { code: 'not-in-force' } })
    expect(!made.ok && made.refusal.text.zh).toContain('chm2020#14 2020-01-01 – 2026-04-14；chm#15 2026-04-15 –')
  })

  it('is that of one article in two versions within a law', () => {
    const { knowledge } = smallBase()
    expect(page('chm#15', '2026-04-14', knowledge)).toMatchObject({
      title: '旧办法',
      inForce: true,
      versions: [{ title: '新办法' }],
    })
    expect(page('chm#15', '2026-04-15', knowledge)?.title).toBe('新办法')
    expect(page('chm#15', undefined, knowledge)?.title).toBe('新办法')
  })

  it('of an interpretation that reaches back is shown for an earlier day, and said not to have been in force', () => {
    expect(page('fpi#1', '2024-01-01')).toMatchObject({ inForce: false, reachesBack: true })
    const before = provisionPages(whole, 'fpi#1', { on: '2024-01-01', today: '2024-08-21' })
    expect(before).toMatchObject({ ok: false })
  })

  it('is not known for a day before it was read, where the text does not say since when', () => {
    expect(page('fsl#148.2', '2020-01-01')).toMatchObject({ from: null, inForce: null })
    expect(page('fsl#148.2')?.inForce).toBe(true)
  })
})

describe('the page of a provision', () => {
  it('has law, article, standing, dates, source, and keeps what the article itself does not say apart', () => {
    expect(page('cpl#24')).toMatchObject({
      ref: 'cpl#24',
      law: '中华人民共和国消费者权益保护法',
      article: '24',
      cite: '消法第24条',
      title: '质量不合要求的退换修',
      standing: 'law',
      grade: 'A',
      from: '2014-03-15',
      to: null,
      grants: expect.stringContaining('七日内可以退货'),
      exceptions: { text: expect.any(String), inferred: true },
      source: expect.arrayContaining(['S1']),
      checkedOn: '2026-08-19',
      with: expect.arrayContaining(['cpl#23.3']),
    })
  })

  it('shows all entries of an article, the one a bare ref means first, and one alone when a paragraph is named', () => {
    expect(pages('cpl#44').map(({ ref }) => ref)).toEqual(['cpl#44.1', 'cpl#44.2'])
    expect(pages('cpl#23').map(({ ref }) => ref)).toEqual(['cpl#23.1', 'cpl#23.2', 'cpl#23.3'])
    expect(pages('cpl#44.2').map(({ ref }) => ref)).toEqual(['cpl#44.2'])
    expect(pages('cpl#25.1').map(({ ref }) => ref)).toEqual(['cpl#25'])
  })

  it('names groups that cover the article beside it', () => {
    expect(page('cim#5')?.with).toContain('cim#16')
    expect(page('cc#152')?.with).toEqual(expect.arrayContaining(['cc#147', 'cc#148']))
  })

  it('names what rests on it and which claims of the guide it answers', () => {
    const { usedBy = [], corrects } = page('cpl#25') ?? {}
    expect(usedBy).toContainEqual({
      kind: 'rights',
      id: 'no-reason-refund',
      title: expect.objectContaining({ zh: expect.any(String) }),
    })
    expect(usedBy.map(({ kind, id }) => `${kind}/${id}`)).toContain('deadlines/no-reason-notice')
    expect(new Set(usedBy.map(({ kind, id }) => `${kind}/${id}`)).size).toBe(usedBy.length)
    expect(corrects?.map(({ number }) => number)).toEqual(['C06', 'C07'])
    expect(page('ecl#49')?.corrects).toMatchObject([{ number: 'C37', verdict: 'wrong' }])
  })

  it('lets what cites an article rest on each of its texts, by their days', () => {
    expect(page('chm2020#21')?.corrects.map(({ number }) => number)).toEqual(['C56'])
    const { knowledge } = smallBase({ 'channels/seller.yaml': (t) => `${t}cites: [chm#15]\n` })
    expect(page('chm#15', '2026-04-14', knowledge)?.usedBy).toEqual([
      { kind: 'channels', id: 'seller', title: { zh: '商家', en: 'Seller' } },
    ])
    expect(page('chm#15', '2026-04-15', knowledge)?.usedBy).toHaveLength(1)
  })

  it('stands in the order of articles in the list of a law', () => {
    const held = heldOf(smallBase().knowledge.laws.cpl as Law).map(({ ref }) => ref)
    expect(held).toEqual(['cpl#8-10', 'cpl#24', 'cpl#25', 'cpl#44.1', 'cpl#253-1'])
    const split = heldOf(whole.laws.cpl as Law).map(({ ref }) => ref)
    const at = split.indexOf('cpl#23.1')
    expect(split.slice(at - 1, at + 4)).toEqual(['cpl#22', 'cpl#23.1', 'cpl#23.2', 'cpl#23.3', 'cpl#24'])
  })
})

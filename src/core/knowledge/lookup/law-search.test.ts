import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { findProvision } from '../provision-ref.ts'
import { legalQuestions, plainQuestions, unseenQuestions } from './law-questions.fixture.ts'
import { searchLaw } from './law-search.ts'
import { searchUnits } from './search-units.ts'

const today = '2026-11-22'
const search = (question: string, most = 5) => searchLaw(question, knowledge, { most, today })
const refs = (question: string, most = 5) => search(question, most).map(({ ref }) => ref)

/** The share of what was wanted that stands among the first five, over all questions. */
function recall(questions: Readonly<Record<string, readonly string[]>>): number {
  const shares = Object.entries(questions).map(([question, wants]) => {
    const found = refs(question)
    return wants.filter((ref) => found.includes(ref)).length / wants.length
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

describe('finding a provision by what it says', () => {
  it('asks for provisions that exist', () => {
    const wanted = [plainQuestions, legalQuestions, unseenQuestions].flatMap((one) => Object.values(one).flat())
    expect(wanted.filter((ref) => findProvision(knowledge, ref) === undefined)).toEqual([])
  })
  it('finds most of what questions in the words of the law want among the first five', () => {
    expect(recall(legalQuestions)).toBeGreaterThan(0.8)
  })
  it('finds most of what everyday questions want among the first five, where their words are known', () => {
    expect(recall(plainQuestions)).toBeGreaterThan(0.8)
  })
  it('finds a third and more for everyday questions it has never seen', () => {
    expect(recall(unseenQuestions)).toBeGreaterThan(0.33)
  })

  it.each([
    ['七天无理由', 'cpl#25'],
    ['7 日无理由退货', 'cpl#25'],
    ['退一赔三', 'cpl#55.1'],
    ['定金不退', 'cc#587'],
    ['发票不给开', 'cpl#22'],
  ])('%s is first answered by %s or close to it', (question, ref) => expect(refs(question, 3)).toContain(ref))

  it('puts what a citation names first', () => {
    expect(refs('消法第二十五条')[0]).toBe('cpl#25')
    expect(refs('chm2020#14')[0]).toBe('chm2020#14')
  })

  it('puts a text that is over behind the one that took its place', () => {
    const found = refs('投诉 七个工作日 受理', 40)
    expect(found).toContain('chm2020#14')
    expect(found.indexOf('chm#15')).toBeLessThan(found.indexOf('chm2020#14'))
  })

  it('gives law, article, title and a falling score, the same each time', () => {
    const hits = search('无理由退货的运费', 10)
    expect(hits[0]).toMatchObject({ law: '网络购买商品七日无理由退货暂行办法', article: '18', title: '退货运费' })
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a))
    expect(hits).toHaveLength(10)
    expect(search('无理由退货的运费', 10)).toEqual(hits)
  })

  it.each(['魑魅魍魉', 'asdf qwer', '！！！', ''])('finds nothing for “%s”', (question) =>
    expect(search(question)).toEqual([]),
  )
  it('looks for a single character when that is all there is', () => expect(search('赔')).toHaveLength(5))
})

describe('searchUnits', () => {
  it('folds width, case, counts and days', () => {
    expect(searchUnits('７天')).toEqual(searchUnits('七日'))
    expect(searchUnits('六个月')).toEqual(searchUnits('6个月'))
    expect(searchUnits('APP')).toEqual(['app'])
  })
  it('pairs neighbours, not over punctuation, and leaves words with numbers in them alone', () => {
    expect(searchUnits('退货，款')).toEqual(['退', '货', '退货', '款'])
    expect(searchUnits('统一')).toEqual(['统', '一', '统一'])
  })
})

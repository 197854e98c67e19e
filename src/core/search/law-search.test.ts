import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import { findProvision } from '../knowledge/provision-ref.ts'
import { knownQuestions, legalQuestions, type Questions } from './known-questions.fixture.ts'
import { searchLaw } from './law-search.ts'
import { heldOutQuestions, latestQuestions } from './unseen-questions.fixture.ts'

const today = '2026-11-22'
const search = (question: string, most = 5) => searchLaw(question, knowledge, { most, today })
const refs = (question: string, most = 5) => search(question, most).map(({ ref }) => ref)

/** The share of questions that are answered among the first five. */
function recall(questions: Questions): number {
  const asked = Object.entries(questions)
  const answered = asked.filter(([question, answers]) => refs(question).some((ref) => answers.split(' ').includes(ref)))
  return answered.length / asked.length
}

const lists = Object.values(knowledge['search-words'])

describe('finding a provision by what it says', () => {
  it('asks for provisions that exist', () => {
    const all = [knownQuestions, legalQuestions, heldOutQuestions, latestQuestions]
    const wanted = all.flatMap((questions) => Object.values(questions).flatMap((answers) => answers.split(' ')))
    expect(wanted.filter((ref) => findProvision(knowledge, ref) === undefined)).toEqual([])
  })
  it('has none of the questions among its ways of asking', () => {
    const ways = new Set(lists.flatMap(({ asked, words }) => [...asked, ...words].flatMap(({ say }) => say)))
    const questions = [heldOutQuestions, latestQuestions, knownQuestions].flatMap((one) => Object.keys(one))
    expect(questions.filter((question) => question.length > 6 && ways.has(question))).toEqual([])
  })
  it.each([
    ['in the words of the law', legalQuestions, 1],
    ['in everyday words it was made with', knownQuestions, 0.97],
    ['in everyday words written before it', heldOutQuestions, 0.99],
    ['in everyday words written after it', latestQuestions, 0.8],
  ])('answers questions %s among the first five', (_, questions, least) => {
    expect(recall(questions)).toBeGreaterThanOrEqual(least)
  })

  it.each([
    ['七天无理由', 'cpl#25'],
    ['7 日无理由退货', 'cpl#25'],
    ['退一赔三', 'cpl#55.1'],
    ['定金不退', 'cc#587'],
    ['发票不给开', 'cpl#22'],
    ['买的手机三天就坏了能退吗', 'cpl#24'],
    ['快递放驿站没经过我同意', 'exm#28'],
  ])('%s is first answered by %s or close to it', (question, ref) => expect(refs(question, 3)).toContain(ref))

  it('understands what went wrong where no word of the question is a word of the law', () => {
    expect(refs('酸奶胀包')).toContain('fsl#148.2')
  })

  it('puts what a citation names first', () => {
    expect(refs('消法第二十五条')[0]).toBe('cpl#25')
    expect(refs('chm2020#14')[0]).toBe('chm2020#14')
  })

  it('puts a text that is over behind the one that took its place', () => {
    const found = refs('投诉 七个工作日 受理', 100)
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

import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import { claimNumber, guideWordsIn } from './guide-claim.ts'

const claims = Object.values(knowledge['guide-claims'])
const wordsIn = (text: string) => guideWordsIn(text, claims).map(({ words }) => words)

describe('the guide, claim by claim', () => {
  it('has sixty rows, each once', () => {
    const expected = Array.from({ length: 60 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`)
    expect(claims.map(claimNumber).sort()).toEqual(expected)
  })

  it('is judged as it was checked: 55 claims, four things left out, one notice', () => {
    const counts: Record<string, number> = {}
    for (const { verdict } of claims) counts[verdict] = (counts[verdict] ?? 0) + 1
    expect(counts).toEqual({ correct: 6, partly: 19, wrong: 11, outdated: 2, unverifiable: 17, missing: 4, notice: 1 })
  })

  it('says of each wrong claim, and of each thing left out, by which provision', () => {
    const bare = claims.filter(({ verdict, cites }) => ['wrong', 'missing'].includes(verdict) && cites.length === 0)
    expect(bare).toEqual([])
  })

  it('reaches every part of the mission', () => {
    expect(new Set(claims.flatMap(({ where }) => where.mission)).size).toBe(25)
  })
})

describe('words of the guide in a text', () => {
  it.each([
    ['请拨打４００-606 5500', ['400-606-5500']],
    ['发到 KF@JD.COM', ['kf@jd.com']],
    ['依据平台规则第 7.3 条', ['规则第7.3']],
    ['平台应在 12 个工作小时内首次回复', ['12个工作小时']],
    ['总价的 30％ 以内', ['30%']],
  ])('%s', (text, words) => expect(wordsIn(text)).toEqual(words))

  it('are not found in other figures, nor in what is our own', () => {
    expect(wordsIn('打 950618 或 400-610-1360；130% 与 172小时；七个工作日；消法第二十五条')).toEqual([])
  })
})

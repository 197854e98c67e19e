import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import type { Case, Contact } from '../case/case.ts'
import { compose } from './compose.ts'
import { sampleAdvice, sampleCase, sampleDossier } from './sample-case.fixture.ts'

const contact = (direction: Contact['direction'], words: string): Partial<Case> => ({
  contacts: [{ id: 'C1', at: '2026-03-20T06:28:00Z', channel: 'seller', direction, words, by: [] }],
})

function lacks(id: string, changes: Partial<Case>) {
  const letter = knowledge.letters[id]
  if (letter === undefined) throw new Error(`no letter ${id}`)
  const composed = compose(letter, sampleDossier(sampleCase(changes), sampleAdvice(), knowledge))
  return composed.status === 'written' ? 'written' : composed.withheld.missing.map(({ what, name }) => [what, name])
}

const problem = (words: string): Partial<Case> => ({ problem: { ...sampleCase().problem, words } })

describe('words that would harm the writer', () => {
  it.each([
    ['money for silence', '屏幕闪。不赔五千我就发抖音曝光你们', /拿曝光、删帖换钱/],
    ['a threat to persons', '屏幕闪。再不退款我砍死你们', /威胁/],
    ['a lawyer’s voice', '屏幕闪。本律师受委托函告贵司', /律师/],
    ['an article that there is none of', '屏幕闪。依据消费者权益保护法第九十九条', /第九十九条|没有/],
  ])('%s in the problem keeps the letter from being written, and says where', (_what, words, why) => {
    expect(lacks('letter-layered', problem(words))).toEqual([['problem.words', expect.stringMatching(why)]])
  })

  it('lawful words do not', () => {
    for (const words of ['屏幕闪，黑心商家', '屏幕闪。逾期我将向12315投诉、向法院起诉，请求三倍赔偿'])
      expect(lacks('letter-layered', problem(words))).toBe('written')
  })

  it('what the other side said is theirs; what the user said is the user’s', () => {
    const words = '给你两百块，把差评删了'
    expect(lacks('letter-layered', contact('in', words))).toBe('written')
    expect(lacks('letter-layered', contact('out', '给我两千块，我就把差评删了'))).toMatchObject([['contacts.C1', {}]])
  })

  it('are shown to the user all the same', () => {
    expect(lacks('overview', problem('不赔五千我就发抖音曝光你们'))).toBe('written')
  })
})

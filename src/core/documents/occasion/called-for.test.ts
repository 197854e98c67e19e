import { describe, expect, it } from 'vitest'
import type { Condition } from '../../knowledge/condition.ts'
import type { Letter } from '../../knowledge/letter.ts'
import type { FactScalar } from '../../values/fact-scalar.ts'
import { sampleAdvice, sampleCase, sampleDossier, sampleKnowledge } from '../sample-case.fixture.ts'
import { notCalledFor } from './called-for.ts'

const letter = sampleLetter()
const text = (word: string) => ({ zh: `${word}成立`, en: `${word} holds` })
const is = (fact: string): Condition => ({ fact, is: true, text: text(fact) })

function sampleLetter(): Letter {
  const { 'letter-basic': basic } = sampleKnowledge().letters
  if (!basic) throw new Error('the sample lacks its letter')
  return basic
}

function why(when: Condition, facts: Readonly<Record<string, FactScalar>> = {}) {
  const known = Object.entries(facts).map(([id, value]) => [id, { status: 'known', value, by: [] }] as const)
  return notCalledFor({ ...letter, when }, { ...sampleDossier(), facts: Object.fromEntries(known) })
}

describe('a paper', () => {
  it('is called for where its condition holds, and where it has none', () => {
    expect(notCalledFor(letter, sampleDossier())).toBeUndefined()
    expect(why(is('a.a'), { 'a.a': true })).toBeUndefined()
  })

  it('is not where the condition fails or is open, and says so in its words', () => {
    expect(why(is('a.a'), { 'a.a': false })).toEqual({
      zh: '只在这种情况下用：a.a成立',
      en: 'Only when: a.a holds',
    })
    expect(why(is('a.a'))).toEqual({
      zh: '只在这种情况下用：a.a成立（还不知道）',
      en: 'Only when: a.a holds (not known yet)',
    })
  })

  it('names what fails of several conditions, and every choice of an `any`', () => {
    expect(why({ all: [is('a.a'), is('b.b'), is('c.c')] }, { 'a.a': true, 'b.b': false })?.zh).toBe(
      '只在这种情况下用：b.b成立；c.c成立（还不知道）',
    )
    expect(why({ any: [is('a.a'), is('b.b')] }, { 'a.a': false, 'b.b': false })?.en).toBe(
      'Only when: a.a holds, or b.b holds',
    )
  })

  it('words a `not` as it is given, else turned around', () => {
    expect(why({ not: is('a.a'), text: text('x') }, { 'a.a': true })?.zh).toBe('只在这种情况下用：x成立')
    expect(why({ not: is('a.a') }, { 'a.a': true })?.zh).toBe('只在这种情况下用：并非：a.a成立')
    const group: Condition = { not: { any: [is('a.a'), { all: [is('b.b'), { not: is('c.c') }] }] } }
    expect(why(group, { 'a.a': true })?.en).toBe('Only when: not so: a.a holds, or b.b holds; not so: c.c holds')
  })

  it('is not called for by another problem than its own', () => {
    expect(notCalledFor({ ...letter, problems: ['food_safety'] }, sampleDossier())?.zh).toBe('本文书不用于这类问题')
    expect(notCalledFor({ ...letter, problems: ['food_safety', 'quality_defect'] }, sampleDossier())).toBeUndefined()
  })

  it('is not called for where no problem of the case leads to a door that takes it', () => {
    const form: Letter = { ...letter, kind: 'form', id: 'complaint' }
    const { knowledge, ...rest } = sampleDossier()
    const [seller, phone] = [knowledge.channels.seller, knowledge.channels['jd-phone']]
    const other = knowledge.channels['complaint-12315']
    if (!seller || !phone || !other) throw new Error('the sample lacks a door')
    const takenBy = (...takers: (typeof seller)[]) => {
      const channels = { ...knowledge.channels }
      for (const taker of takers) channels[taker.id] = { ...taker, papers: [form.id] }
      return { ...rest, knowledge: { ...knowledge, channels } }
    }
    expect(notCalledFor(form, takenBy(other))?.zh).toContain('渠道')
    expect(notCalledFor(form, takenBy(other, seller))).toBeUndefined()
    expect(notCalledFor({ ...form, kind: 'letter' }, takenBy(other))).toBeUndefined()
    expect(notCalledFor(form, takenBy())).toBeUndefined()
    const open = { ...takenBy(other), kase: { ...rest.kase, problem: { ...rest.kase.problem, types: [] } } }
    expect(notCalledFor(form, open)).toBeUndefined()
  })

  it('may ask for the verdict on a right, which is unknown while facts lack', () => {
    const called = (id: string) => notCalledFor({ ...letter, when: is(`right.${id}`) }, sampleDossier())
    expect(called('fault-refund')).toBeUndefined()
    expect(called('triple')?.zh).toContain('还不知道')
    const none = sampleAdvice().rights.map((right) => ({ ...right, status: 'does-not-apply' as const }))
    const dossier = sampleDossier(sampleCase(), sampleAdvice({ rights: none }))
    expect(notCalledFor({ ...letter, when: is('right.triple') }, dossier)?.zh).not.toContain('还不知道')
  })
})

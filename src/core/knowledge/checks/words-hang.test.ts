import { describe, expect, it } from 'vitest'
import { smallBase } from '../base.fixture.ts'
import { checkKnowledge } from '../check-all.ts'

const words = `id: broken
sets:
  part: { words: [屏幕], why: 部件的叫法 }
signs:
  - { say: ['{part}…坏'], strength: sure, why: 说哪里坏了 }
cues:
  - { field: amount, role: paid, before: [实付], why: 付出去的钱 }
source: [own]
checked-on: 2026-11-26
`
const found = (...texts: readonly string[]) =>
  checkKnowledge(
    smallBase(Object.fromEntries(texts.map((text) => [`language/${/id: (\S+)/.exec(text)?.[1]}.yaml`, text]))),
  )

describe('words that hang', () => {
  it('are not found in words that are whole', () => {
    expect(found(words)).toEqual([])
  })

  it.each([
    ['a problem that is not there', words.replace('sets:', 'problem: no_such_thing\nsets:')],
    ['a set that is not there in a sign', words.replace('{part}…坏', '{limb}…坏')],
    ['a set that is not there in what voids a sign', words.replace('why: 说哪', 'unless: ["{limb}"], why: 说哪')],
    ['a kind of goods that is none', `${words}goods: [{ category: moon-rock, words: [月石], why: 月亮上的石头 }]\n`],
    ['a set that is not there beside a number', words.replace('before: [实付]', 'after: ["{limb}"]')],
  ])('names %s', (_what, text) => {
    expect(found(text).map(({ rule }) => rule)).toEqual(['words-hang'])
  })

  it('names a set that two files give', () => {
    expect(found(words, words.replace('id: broken', 'id: again')).map(({ rule }) => rule)).toEqual([
      'words-hang',
      'words-hang',
    ])
  })

  it('takes no role that nothing reads', () => {
    expect(found(words.replace('role: paid', 'role: wished')).map(({ rule }) => rule)).toEqual(['schema'])
  })

  const harmful = `id: broken
risk: rude
sets:
  insult: { words: [坏蛋], why: 骂人的叫法 }
entries:
  - { say: ['{insult}'], why: 骂对方的话 }
source: [own]
checked-on: 2026-11-27
`
  const risk = `id: rude
kind: insult
title: { zh: 骂人, en: rude }
danger: { zh: 骂人, en: rude words }
why: { zh: 伤人, en: it hurts }
instead: { zh: 不骂, en: do not }
cites: [cpl#24]
source: [cpl#24]
checked-on: 2026-07-17
`
  const harms = (text: string) =>
    checkKnowledge(smallBase({ 'wording/broken.yaml': text, 'risks/rude.yaml': risk })).map(({ rule }) => rule)

  it('are not found in harmful words that are whole', () => {
    expect(harms(harmful)).toEqual([])
  })

  it.each([
    ['a risk that is not there', harmful.replace('risk: rude', 'risk: polite')],
    ['words of no risk', harmful.replace('risk: rude\n', '')],
    ['a set that is not there', harmful.replace('{insult}', '{praise}')],
    [
      'a set that is not there in what makes words harmless',
      harmful.replace('why: 骂对方的话', 'within: ["{praise}"], why: 骂对方的话'),
    ],
    ['a set that is not there in what leads up to them', harmful.replace('entries:', 'led-by: ["{praise}"]\nentries:')],
  ])('names %s', (_what, text) => {
    expect(harms(text)).toEqual(['words-hang'])
  })
})

import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { chineseNumber, citeText, findProvision, shortCite } from '../provision-ref.ts'
import { readLawName } from './law-name.ts'

const laws = Object.values(knowledge.laws)
const read = (words: string) => {
  const named = readLawName(words, knowledge)
  return named.ok ? (named.value.ref ?? named.value.law.id) : named.refusal.code
}
const provisionOf = (words: string) => findProvision(knowledge, read(words))?.provision
const wide = (text: string) =>
  text.replaceAll(/[0-9#]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0))

describe('readLawName', () => {
  it.each(laws)('reads every provision of $id by every name, in digits of every kind', (law) => {
    for (const { key, articles } of law.provisions) {
      const [article = ''] = articles
      const provision = findProvision(knowledge, `${law.id}#${key}`)?.provision
      const base = findProvision(knowledge, `${law.id}#${article}`)?.provision
      expect([key, provisionOf(`${law.id}#${key}`)]).toEqual([key, provision])
      expect([key, provisionOf(citeText(knowledge, `${law.id}#${key}`))]).toEqual([key, provision])
      expect([key, provisionOf(shortCite(knowledge, `${law.id}#${key}`))]).toEqual([key, provision])
      if (law.numbering === 'none' || article === '0') continue
      const [main = 0, sub] = article.split('-').map(Number)
      const spellings = [`${article}`, `第${main}条${sub ? `之${sub}` : ''}`, ` ${wide(article)}`]
      spellings.push(`第${chineseNumber(main)}条${sub ? `之${chineseNumber(sub)}` : ''}`)
      for (const name of [law.id, law.title, `《${law.title}》`, ...law.short])
        for (const spelled of spellings) {
          const words = `${name}${/[0-9]$/.test(name) ? '#' : ''}${spelled}`
          expect([words, provisionOf(words)]).toEqual([words, base])
        }
    }
  })

  it.each([
    ['消法25', 'cpl#25'],
    ['《消费者权益保护法》第二十五条', 'cpl#25'],
    ['消费者权益保护法第25条第1款', 'cpl#25.1'],
    ['民法典 563', 'cc#563'],
    ['民法典合同编第五百六十三条第一款第四项', 'cc#563.1'],
    ['消法２５', 'cpl#25'],
    ['ＣＰＬ＃２５', 'cpl#25'],
    ['电商法第四十九条', 'ecl#49'],
    ['消法实施条例 19 条', 'cplr#19'],
    ['中华人民共和国刑法第二百五十三条之一', 'crl#253-1'],
    ['刑法253条之1', 'crl#253-1'],
    ['消法44条2款', 'cpl#44.2'],
    ['消法四十四', 'cpl#44'],
    ['关于民事诉讼证据的若干规定第19条', 'law-unknown'],
    ['民事诉讼证据的若干规定第19条', 'cer#19'],
    ['chm2020', 'chm2020'],
    ['《消法》', 'cpl'],
  ])('%s → %s', (words, ref) => expect(read(words)).toBe(ref))

  it.each([
    ['', 'law-unknown', '没有找到'],
    ['消保护法25', 'law-unknown', '您是不是要写“消法”（cpl）'],
    ['旧消法第25条', 'law-unknown', '您是不是要写“消法”（cpl）'],
    ['量子法', 'law-unknown', 'youju law search'],
    ['消法九百九十九', 'article-not-held', '、22–26、28、29、'],
    ['消法12345', 'article-unread', '“12345”不是条号'],
    ['消法十百条', 'article-unread', '“十百条”不是条号'],
    ['消法25条百款', 'article-unread', '“25条百款”不是条号'],
    ['刑法修正案八', 'article-unread', '“修正案八”不是条号'],
    ['cpl#', 'article-unread', '“#”不是条号'],
  ])('refuses “%s” as %s and says what to write', (words, code, part) => {
    const named = readLawName(words, knowledge)
    expect(named).toMatchObject({ ok: false, refusal: { code, text: { zh: expect.stringContaining(part) } } })
  })
})

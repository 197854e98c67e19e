import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { spellingsOf } from '../../knowledge/lookup/law-name.ts'
import { chineseNumber } from '../../knowledge/provision-ref.ts'
import { plainForm } from '../../language/plain-form.ts'
import { findCitations } from './find-citations.ts'

const laws = Object.values(knowledge.laws).filter(({ numbering }) => numbering !== 'none')
const wide = (text: string) =>
  text.replaceAll(/[0-9]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0))

/** `cpl#25.1` for what is found; `cpl` for a law without an article; `?名称` for one that is not known. */
function found(text: string): readonly string[] {
  return findCitations(plainForm(text), knowledge).map(({ law, name, article }) => {
    if (law === undefined) return `?${name}`
    if (article === undefined) return law.id
    return `${law.id}#${article.number}${article.paragraph === undefined ? '' : `.${article.paragraph}`}`
  })
}

describe('findCitations', () => {
  it.each(laws)('finds every article held of $id in running text, by every name, numeral and punctuation', (law) => {
    const names = [law.title, ...law.short].flatMap((name) => [`《${name}》`, name])
    const articles = [...new Set(law.provisions.flatMap((provision) => provision.articles))].filter(
      (one) => one !== '0',
    )
    for (const article of articles) {
      const [main = 0, sub] = article.split('-').map(Number)
      const [arabic, chinese] = [
        `第${main}条${sub ? `之${sub}` : ''}`,
        `第${chineseNumber(main)}条${sub ? `之${chineseNumber(sub)}` : ''}`,
      ]
      const numerals = [
        arabic,
        chinese,
        wide(arabic),
        ` 第 ${main} 条${sub ? `之${sub}` : ''}`,
        ...(sub ? [] : [`${main}条`]),
      ]
      for (const name of names)
        for (const numeral of numerals)
          for (const [paragraph, suffix] of [
            ['', ''],
            ['第2款', '.2'],
            ['第二款', '.2'],
            ['第一款第(三)项', '.1'],
          ] as const) {
            const text = `本人认为，依据${name}${numeral}${paragraph}，贵方应当处理。`
            expect([text, found(text)]).toEqual([text, [`${law.id}#${article}${suffix}`]])
          }
    }
  })

  it.each([
    ['依消法第二十四、二十五条', ['cpl#24', 'cpl#25']],
    ['电商法第38条及第五十八条，同法第74条', ['ecl#38', 'ecl#58', 'ecl#74']],
    ['《中华人民共和国消费者权益保护法》（2013修正）第二十五条第一款、第五十五条', ['cpl#25.1', 'cpl#55']],
    ['《消法》第二十四条规定了退货，第五十五条规定了赔偿', ['cpl#24', 'cpl#55']],
    ['民法典合同编第563条', ['cc#563']],
    ['刑法第二百五十三条之一', ['crl#253-1']],
    ['消法25规定', ['cpl#25']],
    ['cpl#44.1 和 ecl#49', ['cpl#44.1', 'ecl#49']],
    ['根据《消费者权益保护法》的规定', ['cpl']],
    ['消法实施条例第十九条', ['cplr#19']],
    ['消费者权益保护法(2014年3月15日施行)第二十四条', ['cpl#24']],
    ['消費者權益保護法第五十五條第一款', ['cpl#55.1']],
    ['電子商務法第49條', ['ecl#49']],
    ['消法第贰拾肆条', ['cpl#24']],
    ['消法廿四条', ['cpl#24']],
    ['消法 §24', ['cpl#24']],
    ['消法:第25条', ['cpl#25']],
    ['消法第25条之3款', ['cpl#25.3']],
    ['消法里的第55条', ['cpl#55']],
    ['消法关于退货的第24条', ['cpl#24']],
    ['消法第24/25条', ['cpl#24', 'cpl#25']],
    ['民法典第三编合同第577条', ['cc#577']],
    ['网络消费纠纷司法解释（一）第十条', ['oci#10']],
    ['7天无理由退货暂行办法第6条', ['nrr#6']],
  ])('reads %s', (text, refs) => {
    expect(found(text)).toEqual(refs)
  })

  it.each([
    ['法院取消法庭安排，3天后再来', '消法 stands inside other words'],
    ['违反消法，3天内退款', 'a number behind a comma counts days'],
    ['依据消法：1、退货；2、赔偿', 'points of a list are no articles'],
    ['价格法2个月后', 'counted things are no articles'],
    ['合同第三条写明七天送到', 'a contract has articles too'],
    ['订单号 2900000000024 条', 'a long number is no article'],
  ])('finds no article in %s: %s', (text) => {
    expect(found(text).filter((ref) => ref.includes('#'))).toEqual([])
  })

  it.each([
    ['《消费者保障法》第24条', ['?消费者保障法']],
    ['食品安全法实施条例第十条', ['?食品安全法实施条例']],
    ['根据药品管理法第一百条', ['?药品管理法']],
    ['按《平台规则》第7.3条', ['?平台规则']],
  ])('says of %s that no such law is known', (text, names) => {
    expect(found(text)).toEqual(names)
  })

  it('gives places that hold what was written, from the name or the article to its end', () => {
    const text = '请看：《消法》 第２４条，以及第二十五条。'
    expect(findCitations(plainForm(text), knowledge).map(({ start, end }) => text.slice(start, end))).toEqual([
      '《消法》 第２４条',
      '第二十五条',
    ])
  })

  it('never reads one name inside a longer one of another law', () => {
    for (const law of laws)
      for (const name of spellingsOf(law))
        if (name !== law.id) expect([name, found(`${name}第二条`)]).toEqual([name, [`${law.id}#2`]])
  })
})

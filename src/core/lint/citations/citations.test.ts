import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import { addDays, isLocalDate } from '../../values/local-date.ts'
import type { LintFinding } from '../finding.ts'
import { lintText } from '../lint.ts'

const laws = Object.values(knowledge.laws)
const today = '2026-11-24'

function look(text: string, days = { substance: today, procedure: today }): readonly LintFinding[] {
  return lintText({ text, mode: 'letter', knowledge, days, hasLawyer: false }).filter(
    ({ kind, rule }) => kind === 'citation' && rule !== 'guide-claim',
  )
}
const rules = (text: string, day?: string) =>
  look(text, day === undefined ? undefined : { substance: day, procedure: day }).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  )

const dayBeside = (day: string | undefined, days: number) => (isLocalDate(day) ? addDays(day, days) : '')

describe('citationLinter', () => {
  it.each(laws.filter(({ lastArticle }) => lastArticle !== undefined))(
    'refuses articles above the last of $id',
    (law) => {
      for (const number of [(law.lastArticle ?? 0) + 1, 9999])
        expect(rules(`依据《${law.title}》第${number}条。`)).toEqual(['article-absent error'])
    },
  )

  it('knows no provision above what it says is the last article', () => {
    const above = laws.flatMap(({ id, lastArticle = 9999, provisions }) =>
      provisions.flatMap(({ articles }) =>
        articles.filter((one) => Number.parseInt(one, 10) > lastArticle).map((one) => `${id}#${one}`),
      ),
    )
    expect(above).toEqual([])
  })

  it.each(laws.filter(({ numbering }) => numbering !== 'none'))(
    'takes what was in force of $id on the day, and nothing before or after',
    (law) => {
      for (const article of new Set(law.provisions.flatMap(({ articles }) => articles))) {
        const wordings = law.provisions.filter(({ articles }) => articles.includes(article))
        const froms = wordings.flatMap(({ from }) => from ?? []).sort()
        const tos = wordings.map(({ to }) => to)
        if (article === '0' || froms.length < wordings.length) continue
        const text = `依据《${law.title}》第${article.replace('-', '条之')}${article.includes('-') ? '' : '条'}处理。`
        expect([text, rules(text, dayBeside(froms[0], -1))]).toEqual([text, ['not-yet-in-force error']])
        expect([text, rules(text, froms.at(-1))]).toEqual([text, []])
        const last = tos.includes(null)
          ? undefined
          : tos
              .flatMap((to) => to ?? [])
              .sort()
              .at(-1)
        if (last !== undefined) expect([text, rules(text, dayBeside(last, 1))]).toEqual([text, ['repealed error']])
      }
    },
  )

  it.each([
    ['依据《合同法》第一百零七条，卖方应当承担违约责任。', '民法典'],
    ['根据中华人民共和国合同法第94条解除合同。', '民法典'],
    ['民法通则规定的时效', '民法典'],
    ['《网络交易管理办法》第十条', '网络交易办法'],
  ])('says where to look now that the law of %s has ended', (text, now) => {
    const [finding] = look(text)
    expect(finding).toMatchObject({ rule: 'repealed', severity: 'error' })
    expect(finding?.suggestion?.zh).toContain(`《${now}》`)
  })

  it('lets an ended law stand for what happened while it was in force, and does not see it inside another name', () => {
    const days = { substance: '2020-06-01', procedure: '2026-11-24' }
    expect(look('依据《合同法》第一百零七条', days)).toMatchObject([{ rule: 'law-unknown' }])
    expect(look('根据劳动合同法第十条')).toMatchObject([{ rule: 'law-unknown' }])
    expect(look('《劳动合同法》第十条')).toMatchObject([{ rule: 'law-unknown' }])
  })

  it('offers what took the place of a repealed provision', () => {
    const [finding] = look('按《市场监督管理投诉举报处理暂行办法》第十四条，应在七个工作日内决定。')
    expect(finding).toMatchObject({ rule: 'repealed', severity: 'error' })
    expect(finding?.suggestion?.zh).toBe('现在是《市场监督管理投诉举报处理办法》第十五条')
  })

  it('goes by the day of the order for what is owed, by the day of filing for how it is sought', () => {
    const days = { substance: '2026-01-15', procedure: '2026-11-24' }
    expect(look('依据《市场监督管理投诉举报处理办法》第十五条', days)).toEqual([])
    expect(look('依据《网络交易平台规则监督管理办法》第十九条', days)).toMatchObject([{ rule: 'not-yet-in-force' }])
  })

  it.each([
    ['根据《消法》第二十四条，我享有七日无理由退货的权利。', '第二十五条'],
    ['七天无理由退货（消费者权益保护法24条）是法定权利。', '第二十五条'],
    ['电商法第四十九条规定平台承担连带责任。', '《中华人民共和国电子商务法》第三十八条'],
    ['依据民法典第577条，要求退一赔三。', '第五十五条第一款'],
    ['根据消法第二十五条，质量问题应当退货。', '第二十四条'],
    ['按照产品质量法第四十条，请开具发票。', '第二十二条'],
    ['依据《价格法》第四十一条，要求十倍赔偿。', '第一百四十八条第二款'],
    ['根据消法第五十五条，快递未经同意放驿站是违法的。', '第五十二条'],
    ['请三倍赔偿，依据消法第二十四条。', '第五十五条'],
    ['六个月内出问题由商家举证，这是消法第二十四条规定的。', '第二十三条'],
    ['电商法38条不是写了吗，提交订单后合同就成立。', '第四十九条'],
    ['虚假宣传违反了消法第二十五条。', '第二十条'],
    ['电商法第四十九条规定，不得擅自删除评价。', '第三十九条'],
    ['电商法第三十九条，未经同意放快递柜。', '第五十二条'],
    ['依据民法典第五百七十七条，定金应双倍返还。', '第五百八十七条'],
  ])('offers the right provision for %s', (text, article) => {
    const findings = look(text)
    expect(findings).toMatchObject([{ rule: 'wrong-provision', severity: 'error' }])
    expect(findings[0]?.suggestion?.zh).toContain(article)
  })

  it.each([
    '根据《消法》第二十五条，我享有七日无理由退货的权利。',
    '商品有质量问题，依据消法第二十四条要求退货，运费由贵方承担。',
    '根据消法第五十五条，贵方构成欺诈，应退一赔三，最低五百元。',
    '消法第二十四条不是七日无理由退货的依据，第二十五条才是。',
    '依据食品安全法第一百四十八条第二款，要求价款十倍赔偿。',
    '平台明知而不处理，依据电商法第三十八条应承担连带责任。',
    '依据《消费者权益保护法》和《电子商务法》，请退还货款。',
    '依据消法第二十四条退货，并依据第五十五条三倍赔偿。',
    '快递放在驿站，我取回时发现破损，依据消法第二十四条要求退货。',
    '商家一直不开发票，手表又坏了，根据消法第24条要求退货退款。',
    '页面虚假宣传，根据消法第二十四条要求退货。',
    '依据民法典第五百七十七条，商家虚假宣传，应承担违约责任。',
    '商家泄露我的个人信息并拒绝退款，依据消法第二十四条退款。',
    '请在7个工作日内退还货款，依据消法第二十四条。',
    '收到货后客服以霸王条款拒绝退货，依据消法第二十五条请求退货。',
    '我依据民诉法第三十五条向收货地法院起诉，请求三倍赔偿。',
    '根据证据规定第十五条提交电子数据，证明商家虚假宣传。',
    '侵犯我的知情权，依据消法第二十四条要求退货。',
    '《合同法》已经废止，贵店还拿它第五十二条来说事。',
    '商家超时发货，违反《电子商务法》第二十条，请求解除合同并退款。',
    '页面造假，违反消法第二十条，应三倍赔偿。',
    '消法第二十四条和七天无理由不是一回事。',
    '未提供本办法第十条第一款规定的材料。',
    '商家页面写假一赔十，依民法典第509条应当按约履行。',
  ])('finds nothing wrong with %s', (text) => {
    expect(look(text)).toEqual([])
  })

  it('says of an article that is not held that it cannot be checked, not that it is wrong', () => {
    expect(rules('依据民法典第一条')).toEqual(['article-not-held advice'])
    expect(rules('依据药品管理法第一百条')).toEqual(['law-unknown advice'])
  })
})

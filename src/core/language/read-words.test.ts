import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import { readWords } from './read-words.ts'
import { tellings } from './tellings.fixture.ts'

const now = '2026-11-20T02:00:00Z'
const read = (text: string) => readWords(text, knowledge, now)
const types = (text: string) => read(text).problems.map(({ type }) => type)
const quoted = (text: string, { start, end }: { start: number; end: number }) =>
  Array.from(text).slice(start, end).join('')

describe('problems in words', () => {
  it.each([
    ['手机用了三天就黑屏，怎么按都开不了机', ['quality_defect']],
    ['裤子洗了一次就掉色，线头也多', ['quality_defect']],
    ['屏幕有点模糊', ['quality_defect']],
    ['我觉得是假货，防伪码查不到', ['counterfeit_or_fraud']],
    ['页面写着纯棉，收到的与描述不符', ['false_advertising']],
    ['说好48小时发货，迟迟不发货，等了十天', ['late_delivery']],
    ['付了款商家说没货，把我的订单取消了', ['cancelled_after_payment']],
    ['物流显示已签收，可我根本没收到货', ['fake_shipping']],
    ['箱子压扁了，碗碎了三个', ['damaged_in_transit']],
    ['七天内申请，商家不让退', ['no_reason_return_refused']],
    ['退货半个月了，退款还没到账', ['refund_delayed']],
    ['刚买两天就降价，还不给价保', ['price_protection']],
    ['莫名其妙自动续费了三个月', ['auto_renewal']],
    ['保修期内，修了两次还没修好', ['three_guarantees']],
    ['牛奶过期了，孩子喝了拉肚子', ['food_safety']],
    ['买完东西就有骚扰电话，信息泄露了', ['personal_information']],
    ['一直不开发票', ['invoice_refused']],
    ['客服态度恶劣，互相推诿', ['service_stonewalling']],
    ['颜色发错，还少了一个配件', ['wrong_or_missing_item']],
    ['付了定金不退', ['presale_deposit']],
    ['充电时爆炸，手被烫伤', ['product_defect']],
    ['主播说是纯银，结果不是', ['livestream']],
    ['账号被盗刷了', ['unauthorised_payment']],
    ['没经过我同意就放驿站', ['locker_without_consent']],
    ['退货被扣运费', ['return_deduction']],
    ['It stopped working and the seller refused to refund', ['quality_defect', 'refund_delayed']],
  ])('%s', (text, expected) => {
    expect(types(text)).toEqual(expect.arrayContaining(expected))
    expect(read(text).complaint).toBe(true)
  })

  it.each(tellings)('finds in “%s” what it is of', (text, ...codes) => {
    const found: readonly string[] = read(text).problems.map(({ triage }) => triage)
    expect(codes.some((code) => (code === 'nothing' ? found.length === 0 : found.includes(code)))).toBe(true)
  })

  it('tells several problems at once, strongest first, each with its words', () => {
    const text = '空调不制冷，客服态度很差，退款也没到账'
    const { problems } = read(text)
    expect(new Set(problems.map(({ triage }) => triage))).toEqual(
      new Set(['quality_defect', 'service_attitude', 'refund_delayed']),
    )
    expect(problems.map(({ confidence }) => confidence)).toEqual(
      problems.map(({ confidence }) => confidence).sort((a, b) => b - a),
    )
    const fault = problems.find(({ type }) => type === 'quality_defect')
    expect(fault?.because.map((span) => quoted(text, span)).join()).toContain('不制冷')
  })

  it.each(['东西很好，物流也快，推荐购买', '你好，在吗？好的，谢谢', '没有坏，也不掉色，屏幕不模糊', ''])(
    'has no problem to tell of in “%s”',
    (text) => {
      expect(read(text)).toMatchObject({ complaint: false, problems: [] })
    },
  )

  it.each([
    ['发票抬头可以改吗', 'invoice_refused'],
    ['请问这个能申请价保吗', 'price_protection'],
    ['退款多久到账', 'refund_delayed'],
  ])('takes “%s” for a question', (text, topic) => {
    const { complaint, problems } = read(text)
    expect({ complaint, named: problems[0]?.type, asked: problems[0]?.complaint }).toEqual({
      complaint: false,
      named: topic,
      asked: false,
    })
  })

  it('takes what is only feared for a question', () => {
    expect(read('担心收到的是假货').complaint).toBe(false)
    expect(read('收到的是假货').complaint).toBe(true)
  })

  it('is not sure rather than guesses where only displeasure is told', () => {
    const { problems, unsure } = read('很失望')
    expect({ problems, unsure: unsure.map(({ type }) => type) }).toEqual({ problems: [], unsure: ['quality_defect'] })
  })

  it('counts places in Unicode characters', () => {
    const text = '😡😡屏幕碎了'
    const [first] = read(text).problems
    expect(first?.because.map((span) => quoted(text, span)).join()).toContain('碎了')
  })

  it('reads full-width letters and digits as plain ones', () => {
    expect(read('订单号：２９００００００００１２').fields).toMatchObject([{ field: 'order-number' }])
  })

  it('answers whatever it is given, with places inside the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '屏幕',
        '不',
        '坏了',
        '，',
        '订单号',
        '290000000012',
        '¥1,299.00',
        '昨天',
        '签收',
        '😡',
        '\n',
        '示例店',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const length = Array.from(text).length
        const { problems, unsure, fields } = read(text)
        const spans = [...fields, ...[...problems, ...unsure].flatMap(({ because }) => because)]
        expect(spans.filter(({ start, end }) => start < 0 || end <= start || end > length)).toEqual([])
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case } from '../case/case.ts'
import { compose } from './compose.ts'
import type { Outline, Sentence } from './outline.ts'
import { plainText } from './plain-text.ts'
import {
  emptyCase,
  exhibit,
  fullAdvice,
  fullCase,
  sampleAdvice,
  sampleCase,
  sampleDossier,
  sampleKnowledge,
} from './sample-case.fixture.ts'

const letterIds = Object.keys(sampleKnowledge().letters)
const sendable = letterIds.filter((id) => id !== 'overview')

function composeSample(id: string, kase: Case = sampleCase(), advice = sampleAdvice()) {
  const dossier = sampleDossier(kase, advice)
  const letter = dossier.knowledge.letters[id]
  if (!letter) throw new Error(`no letter ${id}`)
  return compose(letter, dossier)
}

function write(id: string, kase?: Case, advice = sampleAdvice()): Outline {
  const composed = composeSample(id, kase, advice)
  if (composed.status !== 'written') throw new Error(JSON.stringify(composed.withheld))
  return composed.outline
}

function missing(id: string, kase: Case): readonly string[] {
  const composed = composeSample(id, kase)
  return composed.status === 'withheld' ? composed.withheld.missing.map(({ what }) => what) : []
}

const textOf = (id: string, kase?: Case, advice = sampleAdvice()) => plainText(write(id, kase, advice))
const sentencesOf = ({ blocks }: Outline): readonly Sentence[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph' ? block.sentences : block.type === 'list' ? block.items.flat() : [],
  )

describe('the basic letter', () => {
  it('has order number, dated purchase, concrete defect, contacts to the minute, demand, basis and contact details', () => {
    const text = textOf('letter-basic')
    for (const part of [
      '致：北京晨星数码有限公司（“晨星数码旗舰店”店铺）',
      '订单编号：290000000001',
      '本人于2026年3月13日20时05分通过京东平台向该店铺下单购买上述商品（见图1）。',
      '具体情况：“开机约十分钟后屏幕出现绿色条纹并自动关机，重装系统后仍然如此”（本人陈述）。上述情况另见图2。',
      '先后3次联系对方，至今未得到有效解决（本人陈述）。',
      '1. 2026年3月18日14时28分，本人通过店铺客服联系对方：“屏幕有绿色条纹，要求退货”，未收到答复（见图3）。',
      '1. 退货，退还已付价款人民币1299.00元。',
      '恳请一并书面致歉',
      '根据《中华人民共和国消费者权益保护法》第二十四条、《中华人民共和国产品质量法》第四十条的规定，',
      '联系人：张三；联系电话：138-0000-0000。固定电话：010-0000-0001。',
      '投诉人：张三\n2026年3月25日\n',
    ])
      expect(text).toContain(part)
  })

  it('claims no silence where the log shows an answer, and no more than the log says', () => {
    const text = textOf('letter-basic')
    expect(text).toContain('“再次要求退货”（见图3）。')
    expect(text).toContain('“不同意维修，要求退货”，记录中没有收到答复（本人陈述）。')
  })

  it.each(['none', 'family'])('never says that the consumer ordered or paid what nobody authorised (%s)', (value) => {
    const kase = sampleCase({ facts: { 'payment.authorisation': { status: 'known', value, by: [] } } })
    expect(textOf('letter-basic', kase)).not.toMatch(/本人于.*(下单|付款)/)
    expect(textOf('letter-layered', kase)).not.toMatch(/本人(通过京东平台|支付)/)
    expect(textOf('letter-layered', kase)).toContain('本人的账户被用来向“晨星数码旗舰店”店铺下单购买')
    expect(textOf('letter-layered', kase)).toContain('本人的支付账户被支付人民币1299.00元')
  })

  it('is withheld with every missing thing, its name and the way to give it', () => {
    expect(missing('letter-basic', emptyCase())).toEqual(
      [
        'order.number',
        'shop.name',
        'items',
        'purchase.day',
        'problem.words',
        'consumer.name',
        'consumer.phone',
        'rights',
      ].filter((what) => what !== 'rights'),
    )
    const composed = composeSample('letter-basic', emptyCase(), sampleAdvice({ rights: [] }))
    const names = composed.status === 'withheld' ? composed.withheld.missing : []
    expect(names.find(({ what }) => what === 'order.number')).toMatchObject({
      name: '订单编号',
      how: expect.stringContaining('order.number'),
    })
    expect(names.find(({ what }) => what === 'rights')?.how).toContain('商家卖之前就知道有这个问题吗？')
  })
})

describe('the layered letter', () => {
  it('tells the facts in the order of time, each tied to its exhibit', () => {
    const text = textOf('letter-layered')
    const places = [
      '2026年3月13日20时05分',
      '2026年3月16日10时21分，物流显示商品签收（见图4）',
      '2026年3月18日，',
      '2026年3月18日14时28分',
      '2026年3月21日11时00分',
    ].map((part) => text.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
  })

  it('numbers its exhibits and names each', () => {
    expect(textOf('letter-layered')).toContain('· 图2　屏幕故障视频（用以证明：屏幕条纹和自动关机）')
  })

  it('climbs from the least demand upwards, each with its provision and the way to its sum', () => {
    const rights = sampleAdvice().rights.map((right) =>
      right.id === 'triple' ? { ...right, status: 'applies' as const } : right,
    )
    const text = textOf('letter-layered', sampleCase(), sampleAdvice({ rights }))
    const ladder = text.slice(text.indexOf('请求（由低到高）'))
    expect(ladder).toMatch(
      /1\. 更换.*\n2\. 退货.*\n3\. 承担.*\n4\. 增加赔偿人民币3897\.00元（依据《中华人民共和国消费者权益保护法》第五十五条第一款；计算：价款的三倍：人民币3897\.00元/,
    )
  })
})

describe('every paper', () => {
  it.each(letterIds)(
    '%s marks each factual sentence with its exhibit or as a statement, and names each provision',
    (id) => {
      const outline = write(id, fullCase(), fullAdvice())
      for (const { text, ground } of sentencesOf(outline)) {
        if (ground.type === 'exhibit') expect(text).toMatch(/图\d/)
        if (ground.type === 'statement') expect(text).toContain('（本人陈述）')
        if (ground.type === 'provision') expect(text).toMatch(/《.+》第[一二三四五六七八九十百千零]+条/)
      }
      expect(plainText(outline)).not.toMatch(/\{[a-z]|undefined|NaN|\[object/)
    },
  )

  it.each(sendable)('%s holds nothing of the guide, no rule of thumb and no second-hand provision', (id) => {
    expect(textOf(id, fullCase(), fullAdvice())).not.toMatch(
      /30%|三包|400-606-5500|kf@jd\.com|000-guide|12小时|72小时|48小时/,
    )
  })

  it.each(sendable)('%s threatens nobody', (id) => {
    expect(textOf(id, fullCase(), fullAdvice())).not.toMatch(/曝光|发帖|媒体|黑心|后果自负|骗子|否则/)
  })

  it.each(sendable.filter((id) => !['mediation-request', 'civil-complaint'].includes(id)))(
    '%s names no filing with an authority',
    (id) => {
      expect(textOf(id, fullCase(), fullAdvice())).not.toContain('TS0001')
    },
  )

  it.each(['mediation-request', 'civil-complaint'])('%s names every filing', (id) => {
    expect(textOf(id)).toContain('TS0001')
  })

  it('asks for mediation with a word on filings also when there are none', () => {
    expect(textOf('mediation-request', sampleCase({ filings: [] }))).toContain('未列出的即未提出：\n\n无（本人陈述）。')
  })

  it.each(['complaint-12315', 'mediation-request', 'civil-complaint'])(
    '%s claims before authorities only what a statute gives',
    (id) => {
      expect(textOf(id)).not.toContain('平台规则')
    },
  )

  it('leaves a withdrawn exhibit out and numbers the others without a gap', () => {
    const [first, ...rest] = sampleCase().evidence
    const evidence = [...(first ? [{ ...first, withdrawn: true }] : []), ...rest]
    const outline = write('exhibits', sampleCase({ evidence }))
    expect(plainText(outline)).not.toContain('订单详情页截图')
    expect(plainText(outline)).toContain('图1\t屏幕故障视频')
    expect(outline.uses.exhibits).toEqual(['E2', 'E3', 'E4'])
  })

  it('says what is unknown of an exhibit instead of guessing', () => {
    const { source: _source, original: _original, ...bare } = exhibit('E1', 'chat', '聊天记录')
    expect(textOf('exhibits', sampleCase({ evidence: [bare] }))).toContain('未填写\t未填写\t打印件；原始载体：未填写')
  })

  it.each(['overview'])('%s is written for an empty case too', (id) => {
    expect(textOf(id, emptyCase())).toContain('证据0项')
  })

  it('carries the words of the user unchanged, whatever they hold', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '$&',
        '{{x}}',
        '{name}',
        '{order.number}',
        '#read("x")',
        '<b>',
        '=1+1',
        '\u202E反\u202C',
        '\u2069出',
      ),
      fc.string({ minLength: 1, unit: 'binary' }),
    )
    fc.assert(
      fc.property(hostile, (words) => {
        fc.pre(words.trim() !== '')
        const base = sampleCase()
        const kase = fullCase({
          problem: { ...base.problem, words },
          consumer: { ...base.consumer, name: words },
          order: {
            ...base.order,
            shop: { name: words, company: words, address: words },
            items: base.order.items.map((item) => ({ ...item, name: words })),
          },
          evidence: base.evidence.map((one) => ({ ...one, title: words })),
          contacts: base.contacts.map((contact) => ({ ...contact, words })),
        })
        for (const id of letterIds) expect(textOf(id, kase, fullAdvice())).toContain(words)
      }),
      { numRuns: 40 },
    )
  })
})

describe('uses', () => {
  it('list the facts, exhibits and provisions a paper rests on', () => {
    const { uses } = write('letter-layered')
    expect(uses.exhibits).toEqual(['E1', 'E2', 'E3', 'E4'])
    expect(uses.cites).toEqual(['cpl#24', 'cpl#24.2', 'cpl#39', 'jdd#9', 'pql#40'])
    expect(uses.facts).toContain('fault.found-on')
    expect(uses.facts).toContain('problem.words')
  })
})

import { describe, expect, it } from 'vitest'
import type { Advice } from '../../advice/advice.ts'
import type { Case, Filing, Offer, StatedFact } from '../../case/case.ts'
import type { FactScalar } from '../../values/fact-scalar.ts'
import { compose } from '../compose.ts'
import { plainText } from '../plain-text.ts'
import {
  emptyCase,
  exhibit,
  fullAdvice,
  fullCase,
  sampleAdvice,
  sampleDossier,
  sampleKnowledge,
} from '../sample-case.fixture.ts'
import { notCalledFor } from './called-for.ts'
import { hintsOf } from './hints.ts'

const { letters } = sampleKnowledge()

function letter(id: string) {
  const found = letters[id]
  if (!found) throw new Error(`no letter ${id}`)
  return found
}

const called = (id: string, kase: Case, advice: Advice = fullAdvice()) =>
  notCalledFor(letter(id), sampleDossier(kase, advice)) === undefined

function text(id: string, kase: Case = fullCase(), advice: Advice = fullAdvice()): string {
  const composed = compose(letter(id), sampleDossier(kase, advice))
  if (composed.status === 'withheld') throw new Error(JSON.stringify(composed.withheld))
  return plainText(composed.outline)
}

function lacking(id: string, kase: Case, advice: Advice = fullAdvice()): readonly string[] {
  const composed = compose(letter(id), sampleDossier(kase, advice))
  return composed.status === 'withheld' ? composed.withheld.missing.map(({ what }) => what) : []
}

const known = (facts: Readonly<Record<string, FactScalar>>): Record<string, StatedFact> =>
  Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, { status: 'known', value, by: [] }]))

const base = fullCase()
const ofShop = (changes: Partial<NonNullable<Case['order']['shop']>>, kase: Case = base): Case => ({
  ...kase,
  order: { ...kase.order, shop: { name: '晨星数码旗舰店', ...kase.order.shop, ...changes } },
})

function offering(changes: Partial<Offer>): Case {
  const [offer] = base.offers
  if (!offer) throw new Error('the sample lacks its offer')
  return { ...base, offers: [{ ...offer, ...changes }] }
}

function filing(changes: Partial<Filing>): Case {
  const last = base.filings.at(-1)
  if (!last) throw new Error('the sample lacks its filing')
  return { ...base, filings: [{ ...last, ...changes }] }
}

describe('papers for some cases', () => {
  const nameless = ofShop({})
  const { company: _company, ...anonymous } = nameless.order.shop ?? { name: '' }
  const unknownSeller: Case = { ...base, order: { ...base.order, shop: anonymous } }

  it.each<[string, Case, readonly string[]]>([
    [
      'notice-urge',
      base,
      ['order.number', 'items', 'purchase.day', 'problem.words', 'consumer.name', 'consumer.phone'],
    ],
    [
      'notice-rescission',
      base,
      ['order.number', 'items', 'purchase.day', 'problem.words', 'consumer.name', 'consumer.phone'],
    ],
    [
      'notice-platform',
      base,
      ['order.number', 'shop.name', 'items', 'problem.words', 'consumer.name', 'consumer.phone', 'evidence'],
    ],
    ['request-seller-identity', unknownSeller, ['order.number', 'shop.name', 'consumer.name', 'consumer.phone']],
    ['request-reasons', base, ['consumer.name', 'consumer.phone']],
    ['request-keep-records', base, ['order.number', 'consumer.name', 'consumer.phone']],
    ['request-written-answer', base, ['order.number', 'problem.words', 'consumer.name', 'consumer.phone']],
    ['chaser', base, ['filings.pending']],
    ['appeal', base, ['order.number', 'filings.decided', 'problem.words', 'evidence']],
    ['offer-accept', base, ['offer.from', 'offer.lawful', 'order.number', 'consumer.name']],
    ['offer-accept-if', base, ['offer.from', 'order.number', 'consumer.name']],
    ['offer-decline', base, ['offer.from', 'order.number', 'consumer.name']],
    ['settlement', base, ['offer.any', 'order.number', 'items', 'consumer.name', 'consumer.phone', 'shop.company']],
  ])('%s is written where it is called for, else not called for, and withheld with what lacks', (id, kase, lacks) => {
    expect(called(id, kase)).toBe(true)
    expect(text(id, kase)).toContain(letter(id).title)
    expect(called(id, emptyCase(), sampleAdvice({ rights: [] }))).toBe(false)
    const missing = lacking(id, emptyCase())
    expect(lacks.filter((what) => !missing.includes(what))).toEqual([])
  })

  it('tell of every missing thing how to give it', () => {
    for (const { id } of Object.values(letters)) {
      const composed = compose(letter(id), sampleDossier(emptyCase(), sampleAdvice({ rights: [] })))
      if (composed.status === 'withheld')
        for (const { name, how } of composed.withheld.missing)
          expect([id, name !== '', how !== undefined]).toEqual([id, true, true])
    }
  })
})

describe('the notice that urges', () => {
  it('gives seven days as a request, and goes on with what the law allows', () => {
    const urge = text('notice-urge')
    expect(urge).toContain('致：北京晨星数码有限公司（“晨星数码旗舰店”店铺）')
    expect(urge).toContain('请贵方在收到本函后七日内履行下列请求')
    expect(urge).toContain('七日是本人请求的时间。')
    expect(urge).toContain(
      '符合《中华人民共和国民法典》第五百六十三条第一款、第五百六十五条规定的解除条件的，本人可以通知贵方解除合同。',
    )
    expect(urge).toContain(
      '依照《中华人民共和国消费者权益保护法》第三十九条请求调解、向行政部门投诉或者向人民法院起诉。',
    )
  })

  it('leaves limitation to the hints, in the short form of the law', () => {
    expect(text('notice-urge')).not.toContain('时效')
    const [first] = hintsOf(letter('notice-urge'), sampleDossier())
    expect(first?.zh).toContain('诉讼时效就从那天重新计算（民法典第195条、诉讼时效规定第8条）')
    expect(first?.en).toContain('民法典第195条')
  })
})

describe('the notice that ends a contract', () => {
  it('rests on the right to end it alone, whatever else the user asks for', () => {
    const demands = [{ at: base.filings[0]?.at ?? '', words: '更换同款', rights: ['fault-exchange'] }]
    const notice = text('notice-rescission', { ...base, demands })
    expect(notice).toContain(
      '根据《中华人民共和国民法典》第五百六十三条第一款的规定，北京晨星数码有限公司没有履行，本人可以解除合同。',
    )
    expect(notice).toContain('合同自本通知到达贵方时解除')
    expect(notice).toContain('1. 解除合同，退还人民币1299.00元。')
    expect(notice).not.toContain('更换')
    expect(notice).not.toMatch(/律师/)
  })

  it('is not called for, and cannot be written, without such a right: deceit is for the court', () => {
    expect(called('notice-rescission', base, sampleAdvice())).toBe(false)
    expect(lacking('notice-rescission', base, sampleAdvice())).toEqual(['rights'])
  })

  it('is not called for a second time', () => {
    expect(called('notice-rescission', { ...base, facts: known({ 'contract.ended-on': '2026-03-24' }) })).toBe(false)
  })

  it('speaks of return costs only where they are the trader’s', () => {
    expect(text('notice-rescission')).not.toContain('运输等必要费用')
    const costs = { id: 'fault-costs-on-trader', title: '', status: 'applies' as const, reasons: [], cites: [] }
    const advice = { ...fullAdvice(), rights: [...fullAdvice().rights, costs] }
    expect(text('notice-rescission', base, advice)).toContain(
      '《中华人民共和国消费者权益保护法》第二十四条第二款由经营者承担',
    )
  })
})

describe('letters to the platform', () => {
  it('are addressed to its operator, whose name is left to be filled in, also in its own shop', () => {
    for (const id of ['notice-platform', 'request-seller-identity', 'request-reasons', 'request-keep-records'])
      for (const kase of [base, ofShop({ selfOperated: true })])
        expect(text(id, kase)).toContain('致：京东平台经营者＿＿')
  })

  it('ask for the seller’s details where name or address is unknown, in third-party shops only', () => {
    const { address: _address, ...shop } = base.order.shop ?? { name: '' }
    const kase: Case = { ...base, order: { ...base.order, shop } }
    expect(called('request-seller-identity', base)).toBe(false)
    expect(called('request-seller-identity', kase)).toBe(true)
    expect(called('request-seller-identity', ofShop({ selfOperated: true }, kase))).toBe(false)
    expect(text('request-seller-identity', kase)).toContain('本人已知的经营者名称为北京晨星数码有限公司')
    expect(text('request-seller-identity', kase)).not.toContain('七日无理由退货暂行办法')
  })

  it('tell it of the seller’s wrong, and that it answers only if it knew and did nothing', () => {
    const notice = text('notice-platform')
    expect(notice).toContain('1. 退货，退还已付价款人民币1299.00元。')
    expect(notice).toContain('知道或者应当知道平台内经营者侵害消费者合法权益，未采取必要措施的')
    expect(notice).toContain('已经采取必要措施的，不承担这一责任。')
    expect(called('notice-platform', ofShop({ selfOperated: true }))).toBe(false)
  })

  it('claim from it what it owes itself', () => {
    const knowledge = sampleKnowledge()
    const right = knowledge.rights['fault-exchange']
    if (!right) throw new Error('the sample lacks its right')
    const own = {
      ...right,
      id: 'own',
      against: ['platform' as const],
      demand: { zh: '由平台赔偿', en: '' },
      claim: '平台应当赔偿。',
    }
    const advice = {
      ...fullAdvice(),
      rights: [...fullAdvice().rights, { id: 'own', title: '', status: 'applies' as const, reasons: [], cites: [] }],
    }
    const dossier = sampleDossier(base, advice, { ...knowledge, rights: { ...knowledge.rights, own } })
    const [platform, seller] = [compose(letter('notice-platform'), dossier), compose(letter('letter-basic'), dossier)]
    if (platform.status === 'withheld' || seller.status === 'withheld') throw new Error('withheld')
    const notice = plainText(platform.outline)
    expect(notice.slice(notice.indexOf('请平台处理'))).toContain('1. 由平台赔偿。')
    expect(notice.slice(0, notice.indexOf('请平台处理'))).not.toContain('由平台赔偿')
    expect(plainText(seller.outline)).not.toContain('由平台赔偿')
  })

  it('enclose no exhibit that shows what was filed with an authority', () => {
    const accepted = { id: 'R2', at: '2026-03-24T03:00:00Z', kind: 'accepted' as const, words: '受理', by: ['E9'] }
    const evidence = [...base.evidence, exhibit('E8', 'other', '12315举报提交截图'), exhibit('E9', 'other', '受理短信')]
    const filings = base.filings.map((one) =>
      one.channel === 'complaint-12315' ? { ...one, replies: [accepted] } : one,
    )
    const kase = { ...base, evidence, filings }
    for (const id of ['notice-platform', 'appeal', 'letter-layered']) {
      expect(text(id, kase)).toContain('图4　物流签收记录')
      expect(text(id, kase)).not.toMatch(/12315|受理短信/)
    }
    expect(text('mediation-request', kase)).toMatch(/12315举报提交截图[\s\S]*受理短信/)
  })
})

describe('the request for reasons', () => {
  const both = { 'platform.measure-against-user': true, 'platform.appeal-automated-only': true }

  it('asks for a decision by a person only after a measure whose appeal was handled by automated means', () => {
    expect(text('request-reasons', { ...base, facts: known(both) })).toContain('请以人工判定的方式处理本人的申诉。')
    for (const facts of [{}, { 'platform.measure-against-user': true }, { 'platform.appeal-automated-only': true }])
      expect(text('request-reasons', { ...base, facts: known(facts) })).not.toContain('人工')
  })

  it('cites the rule on measures only where there was one', () => {
    const measured = { ...base, facts: known({ 'platform.measure-against-user': true }) }
    expect(text('request-reasons', measured)).toContain('《网络交易平台规则监督管理办法》第十九条告知事实、理由和依据')
    expect(text('request-reasons')).not.toContain('网络交易平台规则监督管理办法')
    expect(text('request-reasons')).toContain('《中华人民共和国电子商务法》第五十九条')
  })

  it('quotes the decision with its exhibit', () => {
    expect(text('request-reasons')).toContain(
      '2026年3月22日11时00分，“京东交易纠纷”渠道（编号JF2026032100001）的处理结果为：“现有材料不支持退货”（见图3）。',
    )
  })

  it('is called for by a decision or a measure alone', () => {
    expect(called('request-reasons', { ...base, filings: [] })).toBe(false)
    expect(called('request-reasons', { ...base, filings: [], facts: known(both) })).toBe(true)
  })
})

describe('the request to keep records', () => {
  it('speaks of films only for what was bought from a stream', () => {
    expect(text('request-keep-records')).not.toContain('直播')
    const live = { ...base, filings: [], facts: known({ 'purchase.from-live': true }) }
    expect(called('request-keep-records', live)).toBe(true)
    expect(called('request-keep-records', { ...live, facts: {} })).toBe(false)
    expect(text('request-keep-records', live)).toContain('《网络交易监督管理办法》第二十条保存交易的直播视频')
  })
})

describe('the request for a written answer', () => {
  it('owns that none is owed, and is called for after a call', () => {
    expect(text('request-written-answer')).toContain('法律没有要求出具盖章的书面答复')
    expect(called('request-written-answer', { ...base, contacts: [] })).toBe(false)
  })
})

describe('the chaser', () => {
  const clock = (changes: Partial<Advice['deadlines'][number]>): Advice => ({
    ...fullAdvice(),
    deadlines: fullAdvice().deadlines.map((one) => (one.id.endsWith(':F3') ? { ...one, ...changes } : one)),
  })

  it('names the ticket, and the time that the law gives, with its provision', () => {
    expect(text('chaser')).toContain(
      '本人于2026年3月19日11时00分通过“店铺客服”渠道提出，编号KF0003；本人的记录中还没有处理结果（本人陈述）。',
    )
    expect(text('chaser')).toContain(
      '依照《快递暂行条例》第二十九条，七日内处理并告知；这一期限已于2026年3月24日届满。',
    )
    expect(text('chaser', base, clock({ status: 'running' }))).toContain('这一期限将于2026年3月24日届满')
    expect(text('chaser', base, clock({ standing: 'platform' }))).toContain('按照平台公布的《快递暂行条例》')
  })

  it('never states the guide’s cadence as a duty, though it may be the occasion', () => {
    const guide = clock({ standing: 'guide', who: 'consumer', cites: [], what: '四十八小时催办' })
    expect(called('chaser', base, guide)).toBe(true)
    expect(text('chaser', base, guide)).not.toMatch(/小时|届满/)
  })

  it('waits until a time has run out that nobody has chased since', () => {
    expect(called('chaser', base, clock({ status: 'due' }))).toBe(false)
    expect(called('chaser', base, clock({ standing: 'heuristic', who: 'consumer' }))).toBe(false)
    expect(called('chaser', base, clock({ id: 'carrier-reply:F9' }))).toBe(false)
    expect(called('chaser', filing({ chasedAt: ['2026-03-24T10:00:00Z'] }))).toBe(true)
    expect(called('chaser', filing({ chasedAt: ['2026-03-24T17:00:00Z'] }))).toBe(false)
    expect(text('chaser', filing({ chasedAt: ['2026-03-24T10:00:00Z'] }))).toContain(
      '此后于2026年3月24日18时00分催促处理',
    )
  })

  it('is for what lies with seller, platform or carrier and still waits', () => {
    expect(called('chaser', filing({ channel: 'complaint-12315' }))).toBe(false)
    expect(called('chaser', filing({ withdrawnAt: '2026-03-24T17:00:00Z' }))).toBe(false)
    const answered = { id: 'R3', at: '2026-03-24T03:00:00Z', kind: 'answered' as const, words: '', by: [] }
    expect(called('chaser', filing({ replies: [answered] }))).toBe(false)
    expect(called('chaser', { ...base, status: 'closed' })).toBe(false)
    expect(lacking('chaser', filing({ replies: [answered] }))).toEqual(['filings.pending'])
  })
})

describe('the appeal', () => {
  const closedDoor: Advice = {
    ...fullAdvice(),
    channels: [{ id: 'jd-appeal', status: 'closed', because: '', closes: [] }],
  }

  it('quotes the dispute, asks for the seller’s duties and names newer evidence', () => {
    const evidence = [...base.evidence, exhibit('E5', 'test-report', '检测报告', { takenAt: '2026-03-23T02:00:00Z' })]
    const appeal = text('appeal', { ...base, evidence })
    expect(appeal).toContain(
      '的处理结果为：“现有材料不支持退货”（见图3）。图5是在2026年3月22日11时00分之后取得的证据。',
    )
    expect(appeal).toContain('按照平台公布的《京东开放平台交易纠纷处理总则》第九条，在纠纷单关闭后七个自然日内提出申诉')
    expect(appeal).toContain('1. 退货，退还已付价款人民币1299.00元。')
    expect(text('appeal')).not.toContain('之后取得的证据')
  })

  it('is called for while the window is open, and never claims to be in time after it', () => {
    expect(called('appeal', base, closedDoor)).toBe(false)
    expect(text('appeal', base, closedDoor)).not.toContain('七个自然日')
  })

  it('is about the dispute alone', () => {
    const said = { id: 'R4', at: '2026-03-24T03:00:00Z', kind: 'refused' as const, words: '客服说不行', by: [] }
    const filings = [
      ...base.filings,
      { id: 'F5', channel: 'jd-phone', at: '2026-03-23T03:00:00Z', replies: [said], chasedAt: [] },
    ]
    expect(text('appeal', { ...base, filings })).not.toContain('客服说不行')
    expect(text('request-reasons', { ...base, filings })).toContain('客服说不行')
  })
})

describe('answers to an offer', () => {
  const answers = ['offer-accept', 'offer-accept-if', 'offer-decline']

  it.each(answers)('%s names the offer, what it would have given up, and what the law gives', (id) => {
    const answer = text(id)
    for (const part of [
      '致：店铺客服小王',
      '2026年3月24日10时00分，店铺客服小王提出方案：“补偿200元，不退货”（本人陈述）。',
      '方案的金额为人民币200.00元',
      '金额以外的内容为：“手机由您保留”',
      '本人要放弃：“不再要求退货”',
      '要求在2026年3月26日18时00分前答复',
      '退货，退还已付价款人民币1299.00元（依据',
    ])
      expect(answer).toContain(part)
  })

  it.each(answers)('%s is not called for once the offer is answered, lapsed, or the case closed', (id) => {
    const decision = { answer: 'decline' as const, at: '2026-03-24T05:00:00Z' }
    expect(called(id, offering({ decision }))).toBe(false)
    expect(called(id, offering({ answerBy: '2026-03-24T05:00:00Z' }))).toBe(false)
    expect(called(id, { ...base, status: 'closed' })).toBe(false)
    expect(lacking(id, offering({ decision }))).toContain('offer.from')
  })

  it('speak of the newest of several offers', () => {
    const [first] = base.offers
    if (!first) throw new Error('no offer')
    const second = { ...first, id: 'O2', at: '2026-03-24T09:00:00Z', words: '补偿300元', fen: 30000 }
    expect(text('offer-decline', { ...base, offers: [first, second] })).toContain('方案的金额为人民币300.00元')
  })

  it('say so when the offer names nothing to give up', () => {
    expect(text('offer-decline', offering({ waives: [] }))).toContain('方案没有写明要本人放弃什么')
  })

  it.each([
    '收到补偿后请删除差评',
    '撤回举报后退款',
    '请不要在网上公开',
    '双方保密',
    '给五星好评返现',
    '评价请修改一下',
  ])('never take “%s” as part of the bargain', (words) => {
    const kase = offering({ words })
    expect(lacking('offer-accept', kase)).toEqual(['offer.lawful'])
    for (const id of ['offer-accept-if', 'offer-decline'])
      expect(text(id, kase)).toContain('方案中与评价、举报或者保密有关的条件，本人不接受')
  })

  it.each(['补偿200元，不退货', '接受后本次问题即处理完毕，不再另行处理', '您对商品的评价我们很重视'])(
    'find nothing of the kind in “%s”',
    (words) => {
      expect(lacking('offer-accept', offering({ words, waives: [] }))).toEqual([])
      expect(text('offer-decline', offering({ words, waives: [] }))).not.toContain('举报')
    },
  )

  it('look for it in what would be given up and in what is given as well', () => {
    expect(lacking('offer-accept', offering({ waives: ['不得再举报'] }))).toEqual(['offer.lawful'])
    expect(lacking('offer-accept', offering({ remedy: '删评后发放礼品，差评需删除' }))).toEqual(['offer.lawful'])
  })

  it('set conditions: time, manner where money is offered, scope, no silence', () => {
    const answer = text('offer-accept-if')
    for (const part of [
      '在书面同意后七日内履行完毕',
      '不以优惠券、积分代替',
      '只了结订单290000000001的本次民事争议',
      '双方也不约定保密',
    ])
      expect(answer).toContain(part)
    const { fen: _fen, ...bare } = base.offers[0] ?? { fen: 0 }
    expect(text('offer-accept-if', { ...base, offers: [bare as Offer] })).not.toContain('优惠券')
  })
})

describe('the settlement', () => {
  it('ends this dispute only, leaves reviews and reports free, and leaves open what is open', () => {
    const draft = text('settlement')
    for (const part of [
      '甲方（消费者）：张三',
      '乙方（经营者）：北京晨星数码有限公司',
      '向甲方支付人民币200.00元',
      '金额以外的内容：手机由您保留',
      '双方关于订单290000000001的上述民事争议了结',
      '都不是本协议的对价',
      '双方不约定保密义务',
      '自调解协议生效之日起三十日内共同申请人民法院确认',
    ])
      expect(draft).toContain(part)
    const { fen: _fen, ...bare } = base.offers[0] ?? { fen: 0 }
    expect(text('settlement', { ...base, offers: [bare as Offer] })).toContain('向甲方支付人民币＿＿＿＿＿＿元')
  })

  it('puts the accepted offer in writing before any other', () => {
    const [open] = base.offers
    if (!open) throw new Error('no offer')
    const decision = { answer: 'accept' as const, at: '2026-03-24T05:00:00Z' }
    const accepted = { ...open, id: 'O0', fen: 129900, decision }
    const kase = { ...base, offers: [accepted, open] }
    expect(text('settlement', kase)).toContain('支付人民币1299.00元')
    expect(called('settlement', { ...base, offers: [accepted] })).toBe(true)
    expect(
      called('settlement', {
        ...base,
        offers: [{ ...accepted, decision: { ...decision, answer: 'counter' as const } }],
      }),
    ).toBe(false)
  })
})

describe('hints', () => {
  it('stand in no paper', () => {
    for (const one of Object.values(letters))
      for (const { zh } of hintsOf(one, sampleDossier())) {
        const composed = compose(one, sampleDossier(fullCase(), fullAdvice()))
        expect(composed.status === 'written' && plainText(composed.outline).includes(zh)).toBe(false)
      }
  })

  it('are left out where no provision of theirs is in force', () => {
    const one = { ...letter('notice-urge'), hints: [{ text: { zh: '见{cites}', en: '{cites}' }, cites: ['prm#19'] }] }
    const on = (today: string) => hintsOf(one, { ...sampleDossier(), today: today as never })
    expect(on('2026-01-31')).toEqual([])
    expect(on('2026-02-01')).toEqual([{ zh: '见平台规则办法第19条', en: '平台规则办法第19条' }])
  })
})

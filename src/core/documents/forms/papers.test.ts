import { describe, expect, it } from 'vitest'
import type { Case } from '../../case/case.ts'
import type { FactScalar } from '../../values/fact-scalar.ts'
import { compose } from '../compose.ts'
import { notCalledFor } from '../occasion/called-for.ts'
import { plainText } from '../plain-text.ts'
import { emptyCase, sampleAdvice, sampleCase, sampleDossier, sampleKnowledge } from '../sample-case.fixture.ts'

function letter(id: string) {
  const found = sampleKnowledge().letters[id]
  if (!found) throw new Error(`no letter ${id}`)
  return found
}

function text(id: string, changes: Partial<Case> = {}): string {
  const composed = compose(letter(id), sampleDossier(sampleCase(changes), sampleAdvice()))
  if (composed.status === 'withheld') throw new Error(JSON.stringify(composed))
  return plainText(composed.outline)
}

const missing = (id: string, kase: Case): readonly string[] => {
  const composed = compose(letter(id), sampleDossier(kase, sampleAdvice({ rights: [] })))
  return composed.status === 'withheld' ? composed.withheld.missing.map(({ what }) => what) : []
}
const stated = (facts: Readonly<Record<string, FactScalar>>): Partial<Case> => ({
  facts: Object.fromEntries(
    Object.entries(facts).map(([id, value]) => [id, { status: 'known', value, by: [] }] as const),
  ),
})
const lacking = (kase: Case, key: 'name' | 'phone' | 'address'): Case => {
  const { [key]: _left, ...consumer } = kase.consumer
  return { ...kase, consumer }
}

describe('the civil complaint', () => {
  it('has every element the statute asks for, with blanks for what is not collected', () => {
    const complaint = text('civil-complaint')
    for (const part of [
      '姓名\t张三',
      '性别、民族\t□男　□女',
      '出生日期\t＿＿＿＿年',
      '职业、工作单位\t＿',
      '联系电话\t138-0000-0000',
      '住所\t北京市朝阳区示例小区1号楼',
      '二、被告',
      '名称\t北京晨星数码有限公司',
      '住所地\t北京市海淀区示例路1号',
      '退货、返还价款\t■\t退货，退还已付价款人民币1299.00元。',
      '诉讼费用\t■\t由被告承担。',
      '有金额的请求合计\t人民币1299.00元',
      '请求依据：法律\t1. 根据',
      '编号\t证据名称\t来源\t证明内容\n图1\t订单详情页截图',
      '证人\t□无　□有：姓名',
      '＿＿＿＿＿＿人民法院',
      '具状人（签名）：张三\n2026年3月25日',
      '本起诉状副本1份',
    ])
      expect(complaint).toContain(part)
  })

  it('tells the order of things once, each in its row', () => {
    const complaint = text('civil-complaint')
    expect(complaint).toContain('检验和发现问题\t1. 2026年3月18日，原告发现商品存在问题（见图2）。\n')
    expect(complaint).toContain('催告和协商经过\t1. 2026年3月18日14时28分，原告通过店铺客服联系对方')
    expect(complaint.split('2026年3月18日14时28分')).toHaveLength(2)
    expect(complaint.split('物流显示')).toHaveLength(2)
  })

  it('leaves a blank in each row of which the case says nothing', () => {
    const { order } = sampleCase()
    const bare = { ...order, shop: { name: '甲店', company: '甲公司', address: '某地' }, paidFen: 1 }
    const { carrier: _c, waybill: _w, deliveredTo: _d, signedAt: _s, ...rest } = bare
    const complaint = text('civil-complaint', { order: { ...rest, paidFen: 129900 }, contacts: [], filings: [] })
    expect(complaint).toContain('统一社会信用代码\t＿')
    expect(complaint).toContain('交付\t＿')
    expect(complaint).toContain('催告和协商经过\t无')
    expect(complaint).toContain('是否已向其他机关或者组织提出\t无（本人陈述）。')
  })

  it('is withheld with what only the case can give', () => {
    expect(missing('civil-complaint', emptyCase())).toEqual([
      'consumer.name',
      'consumer.phone',
      'consumer.address',
      'shop.company',
      'shop.address',
      'order.number',
      'items',
      'purchase.day',
      'problem.words',
      'rights',
      'demands',
      'evidence',
      'shop.name',
    ])
  })
})

describe('the complaint to 12315', () => {
  it('has each field of the form on a line of its own, in its order', () => {
    const lines = text('complaint-12315').split('\n').filter(Boolean)
    expect(lines.slice(0, 10)).toEqual([
      '消费者投诉书',
      '一、投诉人',
      '姓名：张三',
      '电话号码：138-0000-0000',
      '通讯地址：北京市朝阳区示例小区1号楼',
      '二、委托代理人',
      '姓名：赵六',
      '三、被投诉人',
      '名称：北京晨星数码有限公司',
      '地址：北京市海淀区示例路1号',
    ])
    expect(lines.indexOf('四、投诉请求')).toBeGreaterThan(9)
  })

  it('names an agent only where there is one, and asks for no punishment', () => {
    expect(text('complaint-12315', stated({}))).not.toContain('代理人')
    expect(text('complaint-12315').replace(/《.*?》/g, '')).not.toMatch(/举报|查处|处罚/)
  })

  it.each(['name', 'phone', 'address'] as const)('is withheld without the consumer’s %s', (key) => {
    const composed = compose(letter('complaint-12315'), sampleDossier(lacking(sampleCase(), key)))
    expect(composed).toMatchObject({ status: 'withheld', withheld: { missing: [{ what: `consumer.${key}` }] } })
  })

  it('needs no order number', () => {
    const { number: _number, ...order } = sampleCase().order
    expect(text('complaint-12315', { order })).not.toContain('订单编号')
  })
})

describe('the report to 12315', () => {
  it('tells the breach with its provisions and asks for no money', () => {
    const report = text('report-12315')
    expect(report).toContain(
      '1. 涉嫌销售不合格商品：《侵害消费者权益行为处罚办法》第八条、《中华人民共和国产品质量法》第三十九条。',
    )
    expect(report).not.toMatch(/退还|合计|投诉请求|要求退货/)
    expect(report).toContain('本材料只反映违法线索，不提出赔偿请求')
  })

  it('promises no answer', () => {
    expect(text('report-12315')).toContain('处理结果在法律、法规、规章规定应当告知举报人时告知（')
  })
})

describe('the request for mediation', () => {
  it('says whether others were asked, leaves the online question open, and tells of confirmation by a court', () => {
    const request = text('mediation-request')
    expect(request).toContain('是否同意在线调解\t□同意　□不同意')
    expect(request).toContain('编号TS0001（本人陈述）')
    expect(request).toMatch(/三十日内共同申请司法确认（《中华人民共和国人民调解法》第三十三条、.*第二百零五条）/)
  })
})

describe('the scripts', () => {
  it('lead with the number that was checked and whether it can be called, and ask for four things', () => {
    const script = text('call-script')
    expect(script).toMatch(/^电话沟通提纲\n\n一、打哪个电话\n\n· 京东客服热线：950618 现在可以打/)
    const asked = ['工单编号是多少', '最晚什么时间答复', '谁负责处理', '写在本订单的消息记录里']
    expect(asked.filter((words) => !script.includes(words))).toEqual([])
  })

  it('claim no duty that is none', () => {
    const script = text('stonewalling-script')
    expect(script).toContain('《中华人民共和国消费者权益保护法实施条例》第四十四条第一款）')
    expect(script).toMatch(/首问负责只是国家鼓励和引导的做法（.*第四十四条第二款），不能要求/)
    expect(script).not.toMatch(/首接|会签|专用章|督办/)
  })

  it('answer “ask the shop” by who sells', () => {
    const { order } = sampleCase()
    const own = { ...order, shop: { name: '自营店', selfOperated: true } }
    expect(text('stonewalling-script', { order: own })).toContain('第三十七条第二款')
    expect(text('stonewalling-script')).toContain('第六十一条')
    expect(text('stonewalling-script')).not.toContain('第三十七条')
  })
})

describe('powers of attorney', () => {
  it('name both, the matter and the powers to tick', () => {
    expect(text('power-of-attorney')).toContain('委托期限\t自＿＿＿＿年')
    expect(text('power-of-attorney')).toMatch(/依照《市场监督管理投诉举报处理(暂行)?办法》第十一?条出具/)
    expect(text('power-of-attorney-court')).toContain('□承认、放弃、变更诉讼请求　□和解　□反诉　□上诉')
    for (const id of ['power-of-attorney', 'power-of-attorney-court']) {
      expect(text(id)).toContain('姓名\t赵六')
      const composed = compose(letter(id), sampleDossier(sampleCase(stated({}))))
      expect(composed).toMatchObject({ status: 'withheld', withheld: { missing: [{ what: 'agent.name' }] } })
    }
  })
})

describe('papers for authorities', () => {
  const called = (id: string, facts: Readonly<Record<string, FactScalar>>) => {
    const dossier = sampleDossier()
    const known = Object.entries(facts).map(([fact, value]) => [fact, { status: 'known', value, by: [] }] as const)
    return (
      notCalledFor(letter(id), { ...dossier, facts: { ...dossier.facts, ...Object.fromEntries(known) } }) === undefined
    )
  }

  it.each([
    ['civil-complaint', 'door.court'],
    ['complaint-12315', 'door.complaint-12315'],
    ['mediation-request', 'door.consumers-association'],
    ['mediation-request', 'door.mediation-committee'],
  ])('%s is called for while %s is not shut', (id, door) => {
    expect(called(id, { [door]: 'open' })).toBe(true)
    expect(called(id, { [door]: 'would-close' })).toBe(true)
    expect(called(id, { [door]: 'closed' })).toBe(false)
    expect(called(id, {})).toBe(false)
  })

  it('are called for by what they are about', () => {
    expect(called('report-12315', {})).toBe(true)
    expect(called('report-12315', { 'fault.found-on': '2031-01-01' })).toBe(false)
    expect(called('power-of-attorney', { 'agent.acts': true })).toBe(true)
    expect(called('power-of-attorney', {})).toBe(false)
    expect(called('stonewalling-script', { 'contact.seller-tried': true })).toBe(true)
    expect(called('stonewalling-script', { 'contact.seller-tried': false })).toBe(false)
  })
})

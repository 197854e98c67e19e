import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Advice, RightFinding } from '../advice/advice.ts'
import type { Case, Exhibit, Filing } from '../case/case.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { parseKnowledge } from '../knowledge/parse.ts'
import { type Dossier, dossierOf } from './dossier.ts'

export const now = '2026-03-25T02:00:00Z'

/** The laws and letters of this package, with a few rights and doors of their own to test the papers on. */
export function sampleKnowledge(): Knowledge {
  known ??= readKnowledge()
  return known
}

let known: Knowledge | undefined

function readKnowledge(): Knowledge {
  const texts = new Map(Object.entries(own))
  for (const folder of ['laws', 'letters']) {
    const path = fileURLToPath(new URL(`../../../knowledge/${folder}`, import.meta.url))
    for (const name of readdirSync(path).filter((file) => file.endsWith('.yaml')))
      texts.set(`${folder}/${name}`, readFileSync(join(path, name), 'utf8'))
  }
  const { knowledge, findings } = parseKnowledge(texts, 'sample', 'zh-CN')
  if (findings[0]) throw new Error(JSON.stringify(findings[0]))
  return knowledge
}

export function sampleDossier(
  kase: Case = sampleCase(),
  advice: Advice = sampleAdvice(),
  knowledge: Knowledge = sampleKnowledge(),
): Dossier {
  return dossierOf({ kase, advice, knowledge, now })
}

/** A phone from a third-party shop, faulty on the third day, four contacts, one platform ticket. */
export function sampleCase(changes: Partial<Case> = {}): Case {
  return {
    id: 'sample',
    version: 1,
    status: 'open',
    order: {
      platform: 'jd',
      number: '290000000001',
      shop: {
        name: '晨星数码旗舰店',
        id: '10000001',
        selfOperated: false,
        company: '北京晨星数码有限公司',
        creditCode: '91110000MA00000000',
        address: '北京市海淀区示例路1号',
        phone: '010-0000-0000',
      },
      items: [
        { name: '晨星X1智能手机', model: 'X1-128', priceFen: 129900, quantity: 1, category: 'electronics', flags: [] },
      ],
      paidFen: 129900,
      shippingFen: 0,
      placedAt: '2026-03-13T12:05:00Z',
      paidAt: '2026-03-13T12:06:00Z',
      signedAt: '2026-03-16T02:21:00Z',
      invoice: { number: '00000000000000000001' },
      carrier: '京东快递',
      waybill: 'JD0000000000001',
      deliveredTo: '北京市朝阳区示例小区1号楼',
    },
    consumer: {
      name: '张三',
      phone: '138-0000-0000',
      landline: '010-0000-0001',
      address: '北京市朝阳区示例小区1号楼',
    },
    problem: {
      words: '开机约十分钟后屏幕出现绿色条纹并自动关机，重装系统后仍然如此',
      types: [{ type: 'quality_defect', confirmed: true }],
    },
    facts: {
      'fault.found-on': { status: 'known', value: '2026-03-18', by: ['E2'] },
      'agent.name': { status: 'known', value: '赵六', by: [] },
    },
    evidence: [
      exhibit('E1', 'order-page', '订单详情页截图', { proves: '购买的商品、价款和下单时间' }),
      exhibit('E2', 'unboxing-video', '屏幕故障视频', {
        file: 'evidence/fault.mp4',
        mime: 'video/mp4',
        proves: '屏幕条纹和自动关机',
      }),
      exhibit('E3', 'chat', '与店铺客服的聊天记录', { takenAt: '2026-03-19T02:00:00Z' }),
      exhibit('E4', 'logistics', '物流签收记录'),
    ],
    contacts: [
      contact('C1', '2026-03-18T06:28:00Z', 'out', '屏幕有绿色条纹，要求退货', false, ['E3']),
      contact('C2', '2026-03-19T01:02:00Z', 'out', '再次要求退货', true, ['E3']),
      contact('C3', '2026-03-19T01:40:00Z', 'in', '只能维修', undefined, ['E3']),
      contact('C4', '2026-03-20T01:15:00Z', 'out', '不同意维修，要求退货', undefined, []),
    ],
    filings: [
      {
        id: 'F1',
        channel: 'jd-dispute',
        at: '2026-03-21T03:00:00Z',
        ticket: 'JF2026032100001',
        replies: [],
        chasedAt: [],
      },
      { id: 'F2', channel: 'complaint-12315', at: '2026-03-23T03:00:00Z', ticket: 'TS0001', replies: [], chasedAt: [] },
    ],
    offers: [],
    demands: [],
    papers: [],
    remedies: [],
    money: [],
    corrections: [],
    ...changes,
  }
}

/** The sample with whatever any paper may call for: a decided and a pending ticket, a call, an open offer. */
export function fullCase(changes: Partial<Case> = {}): Case {
  const base = sampleCase()
  const [dispute, complaint] = base.filings
  if (!dispute || !complaint) throw new Error('the sample lacks its filings')
  const closed: Filing['replies'][number] = {
    id: 'R1',
    at: '2026-03-22T03:00:00Z',
    kind: 'closed',
    words: '现有材料不支持退货',
    by: ['E3'],
  }
  return {
    ...base,
    contacts: [
      ...base.contacts,
      { ...contact('C5', '2026-03-20T02:00:00Z', 'out', '请登记', true, []), channel: 'jd-phone' },
    ],
    filings: [
      { ...dispute, replies: [closed] },
      complaint,
      { id: 'F3', channel: 'seller', at: '2026-03-19T03:00:00Z', ticket: 'KF0003', replies: [], chasedAt: [] },
    ],
    offers: [
      {
        id: 'O1',
        at: '2026-03-24T02:00:00Z',
        from: '店铺客服小王',
        words: '补偿200元，不退货',
        fen: 20000,
        remedy: '手机由您保留',
        answerBy: '2026-03-26T10:00:00Z',
        waives: ['不再要求退货'],
      },
    ],
    ...changes,
  }
}

/** Advice on the full case: the contract can be ended, the appeal is open, the seller's time for the ticket ran out. */
export function fullAdvice(): Advice {
  const base = sampleAdvice()
  return sampleAdvice({
    rights: [...base.rights, finding('end-contract', { fen: 129900, steps: [] })],
    channels: [{ id: 'jd-appeal', status: 'open', because: '', closes: [] }],
    deadlines: [
      ...base.deadlines,
      {
        id: 'carrier-reply:F3',
        who: 'seller',
        what: '七日内处理并告知',
        due: '2026-03-24T23:59:59+08:00',
        provisional: false,
        status: 'overdue',
        startedBy: 'F3',
        explain: [],
        cites: ['exr#29'],
        standing: 'law',
      },
    ],
  })
}

export function emptyCase(): Case {
  return sampleCase({
    status: 'empty',
    order: { items: [] },
    consumer: {},
    problem: { words: '', types: [] },
    facts: {},
    evidence: [],
    contacts: [],
    filings: [],
  })
}

export function exhibit(id: string, kind: Exhibit['kind'], title: string, more: Partial<Exhibit> = {}): Exhibit {
  return {
    id,
    kind,
    title,
    file: `evidence/${id}.png`,
    mime: 'image/png',
    sha256: id.charCodeAt(1).toString(16).repeat(32),
    bytes: 1000,
    shows: [],
    source: '京东手机应用“我的订单”',
    original: '手机（本人保管）',
    addedAt: '2026-03-20T00:00:00Z',
    ...more,
  }
}

function contact(
  id: string,
  at: string,
  direction: 'out' | 'in',
  words: string,
  answered: boolean | undefined,
  by: readonly string[],
): Case['contacts'][number] {
  return { id, at, channel: 'seller', direction, words, by, ...(answered === undefined ? {} : { answered }) }
}

export function sampleAdvice(changes: Partial<Advice> = {}): Advice {
  return {
    now,
    calendar: { version: 'sample', provisionalFrom: '2027-01-01' },
    problems: [{ type: 'quality_defect', confirmed: true, because: ['E2'] }],
    evidence: [
      { need: 'fault', status: 'have', by: ['E2'], why: '能看到故障', how: '' },
      { need: 'serial', status: 'missing', by: [], why: '没有序列号照片', how: '把序列号和运单号拍在同一张照片里。' },
    ],
    rights: [
      finding('fault-refund', { fen: 129900, steps: [{ text: '订单实付金额：1299.00 元', fen: 129900 }] }),
      finding('fault-exchange'),
      finding('return-shipping'),
      finding(
        'triple',
        {
          fen: 389700,
          steps: [
            { text: '价款的三倍：3897.00 元', fen: 389700 },
            { text: '三倍不足 500 元的按 500 元：500.00 元', fen: 50000 },
            { text: '取其中最高的一项：3897.00 元', fen: 389700 },
          ],
        },
        'needs-facts',
      ),
      finding('rule-of-thumb'),
      finding('second-hand'),
      finding('platform-rule'),
    ],
    questions: [{ fact: 'fraud.intent-shown', ask: '商家卖之前就知道有这个问题吗？', why: ['triple'] }],
    ladder: [],
    channels: [],
    offers: [],
    deadlines: [
      {
        id: 'reply',
        who: 'consumer',
        what: '查看商家答复，必要时再催一次',
        due: '2026-03-27T18:00:00+08:00',
        provisional: false,
        status: 'running',
        startedBy: 'C4',
        explain: ['自最后一次联系起算'],
        cites: [],
        standing: 'guide',
      },
    ],
    routes: [],
    next: [
      { do: '发出投诉函', why: '先和商家协商，留下书面记录', with: 'letter-basic' },
      { do: '补拍序列号照片', why: '证明坏的就是这一件', by: '2026-03-27T18:00:00+08:00' },
    ],
    warnings: [{ rule: 'no-threat', text: '不要以发帖、曝光为条件索要钱款', cites: [] }],
    ...changes,
  }
}

function finding(
  id: string,
  amount?: RightFinding['amount'],
  status: RightFinding['status'] = 'applies',
): RightFinding {
  return { id, title: id, status, reasons: [], cites: [], ...(amount === undefined ? {} : { amount }) }
}

const provenance = 'source: [cpl#24]\nchecked-on: 2026-07-17'
const examples = `examples:
  - { title: a, facts: { fault.present: true }, expect: applies }
  - { title: b, facts: { fault.present: false }, expect: does-not-apply }
  - { title: c, facts: {}, expect: needs-facts }`

function right(id: string, fields: string): string {
  return `id: ${id}
title: { zh: ${id}, en: ${id} }
problems: [quality_defect]
against: [seller]
when: { fact: fault.present, is: true, text: { zh: 有故障, en: faulty } }
${fields}
${examples}
${provenance}`
}

const own: Readonly<Record<string, string>> = {
  'facts/fault.present.yaml': `id: fault.present\ntype: boolean\nask: { zh: 有故障吗？, en: Faulty? }\nwhy: { zh: 决定退货, en: decides }\n${provenance}`,
  'facts/fault.found-on.yaml': `id: fault.found-on\ntype: date\nhappened: '{self}发现商品存在问题'\nask: { zh: 哪天发现？, en: When? }\nwhy: { zh: 决定期限, en: decides }\n${provenance}`,
  'facts/order.signed-on.yaml': `id: order.signed-on\ntype: date\nderived: true\nask: { zh: 哪天签收？, en: When? }\nwhy: { zh: 决定期限, en: decides }\n${provenance}`,
  'facts/platform.company.yaml': `id: platform.company\ntype: text\nask: { zh: 是什么？, en: What? }\nwhy: { zh: 写进文书, en: named in papers }\n${provenance}`,
  'facts/platform.address.yaml': `id: platform.address\ntype: text\nask: { zh: 是什么？, en: What? }\nwhy: { zh: 写进文书, en: named in papers }\n${provenance}`,
  'facts/producer.company.yaml': `id: producer.company\ntype: text\nask: { zh: 是什么？, en: What? }\nwhy: { zh: 写进文书, en: named in papers }\n${provenance}`,
  'facts/producer.address.yaml': `id: producer.address\ntype: text\nask: { zh: 是什么？, en: What? }\nwhy: { zh: 写进文书, en: named in papers }\n${provenance}`,
  'problems/quality-defect.yaml': `id: quality_defect
triage: quality_defect
title: { zh: 质量不合格, en: Faulty }
plain: { zh: 坏了, en: broken }
subject: 商品质量不合格
evidence:
  - { id: serial, title: { zh: 序列号照片, en: Serial }, kinds: [goods-photo], must-show: [{ id: serial, text: { zh: 序列号, en: serial } }], why: { zh: 同一件, en: same }, how: { zh: 拍, en: shoot } }
channels: [seller, jd-phone]
${provenance}`,
  'channels/seller.yaml': `id: seller\ntitle: { zh: 店铺客服, en: Shop }\nkind: seller\nstanding: law\nsteps: [{ zh: 联系, en: Contact }]\n${provenance}`,
  'channels/jd-phone.yaml': `id: jd-phone
title: { zh: 京东客服热线, en: JD phone }
kind: platform
standing: platform
steps: [{ zh: 拨打, en: Call }]
contacts:
  - { kind: phone, value: '950618', standing: platform, source: S9, checked-on: 2020-09-01, hours: { days: daily, from: '0:00', to: '24:00' } }
  - { kind: phone, value: '000-guide', standing: guide, source: S9, checked-on: 2020-09-01 }
${provenance}`,
  'channels/jd-dispute.yaml': `id: jd-dispute\ntitle: { zh: 京东交易纠纷, en: JD dispute }\nkind: platform\nstanding: platform\nsteps: [{ zh: 提交, en: File }]\n${provenance}`,
  'channels/complaint-12315.yaml': `id: complaint-12315\ntitle: { zh: 全国12315平台, en: '12315' }\nkind: authority\nstanding: law\nsteps: [{ zh: 提交, en: File }]\n${provenance}`,
  'rights/fault-refund.yaml': right(
    'fault-refund',
    `remedy: refund
standing: law
cites: [cpl#24, pql#40]
amount: { formula: refund-paid }
rung: 3
demand: { zh: '退货，退还已付价款 {amount} 元', en: 'Refund {amount}' }
claim: '{item}于{signedOn}签收，不符合质量要求，{shop}应当退货并退还已付价款{amount}元。'
excludes: [fault-exchange]`,
  ),
  'rights/fault-exchange.yaml': right(
    'fault-exchange',
    `remedy: exchange
standing: law
cites: [cpl#24]
rung: 2
demand: { zh: 更换同型号的合格商品, en: Exchange }
claim: '{item}不符合质量要求，{shop}应当履行更换义务。'`,
  ),
  'rights/return-shipping.yaml': right(
    'return-shipping',
    `remedy: return-shipping
standing: law
cites: [cpl#24.2]
rung: 4
demand: { zh: 承担退货的运输等必要费用, en: Postage }
claim: 因质量问题退货的，运输等必要费用应当由{shop}承担。`,
  ),
  'rights/triple.yaml': right(
    'triple',
    `remedy: added-damages
standing: law
cites: [cpl#55.1]
amount: { formula: added-damages-fraud }
rung: 7
demand: { zh: '增加赔偿 {amount} 元', en: 'Added {amount}' }
claim: '{shop}有欺诈行为的，应当增加赔偿{amount}元。'`,
  ),
  'rights/end-contract.yaml': right(
    'end-contract',
    `remedy: refund
standing: law
cites: [cc#563.1]
amount: { formula: refund-paid }
rung: 3
demand: { zh: '解除合同，退还 {amount} 元', en: 'End it and refund {amount}' }
claim: '{shop}没有履行，本人可以解除合同。'`,
  ),
  'rights/rule-of-thumb.yaml': right(
    'rule-of-thumb',
    `remedy: damages
standing: heuristic
cites: [cpl#24]
rung: 5
demand: { zh: 赔偿不超过总价的30%, en: 30 percent }
claim: 赔偿不超过总价的30%更容易被接受。`,
  ),
  'rights/second-hand.yaml': right(
    'second-hand',
    `remedy: repair
standing: law
cites: [tgr#9]
rung: 1
demand: { zh: 按三包规定修理, en: Repair }
claim: 三包有效期内应当修理。`,
  ),
  'rights/platform-rule.yaml': right(
    'platform-rule',
    `remedy: information
standing: platform
cites: [jdd#9]
rung: 1
demand: { zh: 按平台规则举证, en: Proof }
claim: 商家应当在平台规定的时间内举证。`,
  ),
  'held-documents/records.yaml': `id: records
document: 售后处理记录
proves: 要求是怎样提出的
clue: 订单{order.number}
holder: seller
because: 由其保存（{cites}）
cites: [ecl#62]
needs: [serial]
${provenance}`,
  'held-documents/snapshot.yaml': `id: snapshot
document: 交易快照
proves: 商品的说明
clue: 快递单{order.waybill}
holder: platform
because: 由其保存（{cites}）
cites: [ecl#31]
needs: [serial]
${provenance}`,
  'breaches/faulty.yaml': `id: faulty
does: 销售不合格商品
when: { fact: fault.found-on, before: 2030-01-01, text: { zh: 有故障, en: faulty } }
cites: [cim#8, pql#39]
${provenance}`,
  'rights/joint.yaml': right(
    'joint',
    `remedy: damages
standing: law
cites: [ecl#38.1]
rung: 6
demand: { zh: 由平台承担连带责任, en: Joint liability }
claim: 平台知道而未采取必要措施的，应当承担连带责任。`,
  ).replace('[seller]', '[platform]'),
  'rights/maker.yaml': right(
    'maker',
    `remedy: damages
standing: law
cites: [pql#41]
rung: 6
demand: { zh: 由生产者赔偿, en: The maker pays }
claim: 产品存在缺陷的，生产者应当赔偿。`,
  ).replace('[seller]', '[producer]'),
}

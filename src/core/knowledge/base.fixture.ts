import { type ParsedKnowledge, parseKnowledge } from './parse.ts'

const law = `
id: cpl
title: 中华人民共和国消费者权益保护法
short: [消法]
standing: law
status: in-force
provisions:
  - { key: '24', articles: ['24'], title: 质量退货, grants: 不合格可退, from: 2014-03-15, to: null, grade: A, seen-in: [S1], checked-on: 2026-07-17 }
  - { key: '25', articles: ['25'], title: 无理由退货, grants: 七日可退, from: 2014-03-15, to: null, grade: A, seen-in: [S1], checked-on: 2026-07-17 }
  - { key: '44.1', articles: ['44'], paragraphs: [1], title: 平台信息, grants: 可向平台求偿, from: 2014-03-15, to: null, grade: A, seen-in: [S1], checked-on: 2026-07-17 }
  - { key: '253-1', articles: ['253-1'], title: 之一, grants: 之一, from: 2014-03-15, to: null, grade: A, seen-in: [S1], checked-on: 2026-07-17 }
  - { key: '8-10', articles: ['8', '9', '10'], title: 一组条文, grants: 一组, from: null, to: null, from-note: 未载, grade: B, seen-in: [S2], checked-on: 2025-04-19 }
`
const pages = `
id: help
title: 帮助页
numbering: none
standing: platform
status: in-force
provisions:
  - { key: '452-1570', articles: ['452-1570'], title: 纠纷单条件, grants: 第三方订单, from: null, to: null, grade: A, seen-in: [S9], checked-on: 2026-05-14 }
`
const reaching = `
id: fpi
title: 最高人民法院关于审理某类案件的解释
standing: law
status: in-force
reaches-back: true
provisions:
  - { key: '1', articles: ['1'], title: 可以请求, grants: 可以请求, from: 2024-08-22, to: null, grade: A, seen-in: [S2], checked-on: 2025-04-19 }
`
const oldLaw = `
id: chm
title: 投诉办法
standing: law
status: in-force
provisions:
  - { key: '15', articles: ['15'], title: 新办法, grants: 新, from: 2026-04-15, to: null, grade: A, seen-in: [S5], checked-on: 2026-08-05 }
  - { key: '15@2020', articles: ['15'], title: 旧办法, grants: 旧, from: 2020-01-01, to: 2026-04-14, grade: A, seen-in: [S2], checked-on: 2025-04-19 }
`
const fact = `
id: fault.found
type: boolean
ask: { zh: 有故障吗？, en: Is it faulty? }
why: { zh: 决定能否退货, en: Decides the refund }
source: [cpl#24]
checked-on: 2026-07-17
`
const right = `
id: fault-refund
title: { zh: 退货, en: Refund }
problems: [quality_defect]
remedy: refund
against: [seller]
standing: law
cites: [cpl#24]
when: { fact: fault.found, is: true, text: { zh: 有故障, en: Faulty } }
rung: 3
demand: { zh: 退款, en: Refund }
claim: 消费者可以退货
examples:
  - { title: a, facts: { fault.found: true }, expect: applies }
  - { title: b, facts: { fault.found: false }, expect: does-not-apply }
  - { title: c, facts: {}, expect: needs-facts }
source: [cpl#24]
checked-on: 2026-07-17
`
const problem = `
id: quality_defect
triage: quality_defect
title: { zh: 质量, en: Fault }
plain: { zh: 东西坏了, en: It is broken }
subject: 商品质量不合格
evidence:
  - { id: fault, title: { zh: 故障, en: Fault }, kinds: [goods-photo], must-show: [{ id: fault, text: { zh: 故障, en: fault } }], why: { zh: 证明, en: proof }, how: { zh: 拍, en: shoot } }
  - { use: order }
channels: [seller]
warnings: [{ use: keep-order }]
source: [cpl#24]
checked-on: 2026-07-17
`
const need = `
id: order
title: { zh: 订单, en: Order }
kinds: [order-page]
must-show: [{ id: order-number, text: { zh: 订单号, en: number } }]
why: { zh: 证明, en: proof }
how: { zh: 截, en: capture }
source: [cpl#24]
checked-on: 2026-07-17
`
const warning = `
id: keep-order
text: { zh: 不要删除订单, en: Keep the order }
source: [cpl#24]
checked-on: 2026-07-17
`
const story = `
id: model-fault
kind: model
problems: [quality_defect]
title: { zh: 坏手表, en: A watch }
story: { zh: 坏了, en: It broke }
lessons: [{ text: { zh: 可以退, en: refund }, cites: [cpl#24] }]
rights: [fault-refund]
source: [cpl#24]
checked-on: 2026-07-17
`
const channel = `
id: seller
title: { zh: 商家, en: Seller }
kind: seller
standing: law
steps: [{ zh: 联系, en: Contact }]
source: [cpl#24]
checked-on: 2026-07-17
`
const deadline = `
id: return-window
who: consumer
what: { zh: 提出退货, en: Ask for the return }
rule: days
n: 7
starts: [{ fact: fault.found-on }]
cites: [cpl#24]
standing: law
after: { zh: 过期, en: late }
examples: [{ start: '2026-03-01T10:00:00+08:00', due: '2026-03-08T23:59:59+08:00' }]
source: [cpl#24]
checked-on: 2026-07-17
`
export const guideRow = `
id: c01-phone-number
claim: { zh: 专线是 400-606-5500, en: The line is 400-606-5500 }
verdict: wrong
fact: { zh: 没有列出, en: It is not listed }
cites: [help#452-1570]
instead: { zh: 打别的, en: Call another }
where: { mission: [M2.3], channels: [seller] }
never-in-papers: [400-606-5500, 12小时]
grade: A
source: [help#452-1570]
checked-on: 2026-05-14
`
export const courtFee = `
id: court
charge: acceptance
title: { zh: 受理费, en: court fee }
standing: law
rate:
  type: tariff
  base-fen: { from: 5000, to: 5000 }
  slices: [{ over-fen: 1000000, per-mille: 25 }, { over-fen: 10000000, per-mille: 20 }]
paid: { zh: 原告, en: plaintiff }
borne: { zh: 败诉方, en: loser }
from: 2007-04-01
to: null
cites: [cpl#24]
source: [cpl#24]
checked-on: 2025-04-19
`
const paymentOrder = `
id: order
charge: payment-order
title: { zh: 支付令, en: payment order }
standing: law
rate: { type: part, of: acceptance, divided-by: 3 }
paid: { zh: 申请人, en: applicant }
borne: { zh: 债务人, en: debtor }
from: 2007-04-01
to: null
cites: [cpl#24]
source: [cpl#24]
checked-on: 2025-04-19
`
const threshold = `
id: small-claims
title: { zh: 门槛, en: limit }
provinces:
  - id: jiangsu
    title: { zh: 江苏省, en: Jiangsu }
    limits: [{ year: 2026, from: null, must-up-to-fen: 100, may-up-to-fen: 400, grade: C, seen-in: [S10] }]
cites: [cpl#24]
source: [cpl#24]
checked-on: 2026-11-22
`
const basis = `
id: refund
title: { zh: 退款, en: refund }
standing: law
formula: refund-paid
premise: { zh: 不合格, en: faulty }
cites: [cpl#24]
examples: [{ facts: { order.paid-fen: 100 }, fen: 100 }]
source: [cpl#24]
checked-on: 2026-07-17
`
const factDay = fact.replace('fault.found', 'fault.found-on').replace('boolean', 'date')

/** A small whole knowledge base that breaks no rule, with some files changed: path → new text or an edit of the old. */
export function smallBase(edits: Readonly<Record<string, string | ((text: string) => string)>> = {}): ParsedKnowledge {
  const files = new Map([
    ['laws/cpl.yaml', law],
    ['laws/chm.yaml', oldLaw],
    ['laws/help.yaml', pages],
    ['laws/fpi.yaml', reaching],
    ['facts/fault.found.yaml', fact],
    ['facts/fault.found-on.yaml', factDay],
    ['rights/fault-refund.yaml', right],
    ['evidence/order.yaml', need],
    ['warnings/keep-order.yaml', warning],
    ['problems/quality-defect.yaml', problem],
    ['cases/model-fault.yaml', story],
    ['channels/seller.yaml', channel],
    ['deadlines/return-window.yaml', deadline],
    ['guide-claims/c01-phone-number.yaml', guideRow],
    ['fees/court.yaml', courtFee],
    ['fees/order.yaml', paymentOrder],
    ['thresholds/small-claims.yaml', threshold],
    ['bases/refund.yaml', basis],
  ])
  for (const [path, edit] of Object.entries(edits))
    files.set(path, typeof edit === 'string' ? edit : edit(files.get(path) ?? ''))
  return parseKnowledge(files, 'test', 'zh-CN')
}

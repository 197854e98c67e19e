import { describe, expect, it } from 'vitest'
import { fold } from '../fold.ts'
import { type CaseFileReading, readCaseFile } from './case-file.ts'

const now = '2026-11-01T00:00:00Z'
const files = ['a.png', 'b.jpg', '聊天\u202E记录é.png'].map((name, at) => ({
  file: `evidence/${name}`,
  sha256: String(at).repeat(64),
  bytes: 3,
}))
const read = (text: string, more: object = {}): CaseFileReading =>
  readCaseFile({ text, name: 'case.yaml', id: 'watch', files: [], now, ...more })
function faults(text: string, more: object = {}): readonly string[] {
  const reading = read(text, more)
  return reading.ok ? [] : reading.refusals.map((refusal) => `${refusal.code} ${refusal.at}`)
}
function told(text: string, more: object = {}) {
  const reading = read(text, more)
  if (!reading.ok) throw new Error(reading.refusals.map((refusal) => refusal.text.en).join('\n'))
  return reading
}

const whole = `
id: watch-1
order:
  platform: 京东
  number: 302512345678901234567
  shop: { name: 某某旗舰店, id: 0123, self-operated: false, company: 某某公司, credit-code: 9111X, address: 某地, phone: 010-0 }
  items:
    - { name: 手表, model: A1, serial: S1, price: 1299.9, quantity: 2, category: electronics, flags: [custom-made] }
    - { name: 表带, price: "1,099.00" }
  paid: 1,309.90
  shipping: 10
  placed-at: 2026-09-01 10:00
  paid-at: 2026-09-01 10:01:30
  promised-ship-by: 2026-09-03
  shipped-at: 2026-09-02T09:00:00Z
  signed-at: 2026-09-05 12:00
  carrier:
  waybill: JD000
  invoice: { number: 7, issued-on: 2026-09-06, amount: 1299.9, requested-at: 2026-09-05 13:00 }
  delivered-to: 某小区
consumer: { name: 张三, phone: 138-0000-0000, landline: 010-00000000, address: 某地, email: z@example.com }
problem: { words: 走时不准, types: [quality_defect] }
facts:
  fault.found-on: 2026-09-10
  fault.present: { value: true, status: disputed, by: [E1] }
  fault.seller-knew: { status: unknown }
  loss.proved-fen: 300元
  fault.user-caused:
evidence:
  - { file: a.png, kind: goods-photo, title: 照片, shows: [waybill], proves: 不准, source: 手机拍摄, original: 手机, taken-at: 2026-09-10 09:00 }
  - { id: E9, file: evidence/聊天\u202E记录é.png, kind: chat, title: 聊天 }
contacts:
  - { at: 2026-09-15 14:28, channel: seller, words: 第一次联系, answered: false, exhibits: [E9] }
  - { at: 2026-09-15 15:00, channel: seller, direction: in, with: 客服, words: 稍等 }
filings:
  - channel: jd-service
    at: 2026-09-16 10:00
    ticket: T1
    text: 请退货
    same-text-because: 无
    replies: [{ at: 2026-09-17 10:00, kind: refused, words: 不同意, exhibits: [E1] }]
    chased-at: [2026-09-18 10:00, 2026-09-20 10:00]
    appealed-at: 2026-09-21 10:00
    withdrawn-at: 2026-09-22 10:00
offers:
  - at: 2026-09-20 10:00
    from: 商家
    words: 补50元
    amount: 50
    remedy: 优惠券
    waives: [不再投诉]
    answer-by: 2026-09-21
    decision: { answer: decline, at: 2026-09-20 11:00, words: 不同意 }
demands: [{ at: 2026-09-20 12:00, words: 退货退款, amount: 1299.9, rights: [fault-repair] }]
remedies: [{ route: court, at: 2026-10-01 09:00, number: 1号 }]
money-received: [{ at: 2026-10-02 09:00, amount: 0.01, from: 商家, for: 运费 }]
closed: { at: 2026-10-03 09:00, outcome: partly, words: 部分解决 }
`

describe('a case file', () => {
  it('is read into events that fold to the case, every key of it in its place', () => {
    const { case: kase, events, notices } = told(whole, { files })
    expect(fold(events)).toEqual(kase)
    expect(kase.version).toBe(events.length)
    expect(kase).toMatchSnapshot()
    expect(notices.map(({ code, at }) => [code, at])).toEqual([['evidence-unlisted', 'evidence/b.jpg']])
  })

  it('reads amounts exactly, however they are written', () => {
    const { items, paidFen } = told(whole, { files }).case.order
    expect([items.map((item) => item.priceFen), paidFen]).toEqual([[129_990, 109_900], 130_990])
    for (const price of ['1299.9', '1299.90', '"1299.9"', '¥1299.90', '1299.90元', '0.1', '4.35', '1.005e3'])
      expect([price, faults(`order: { items: [{ name: a, price: ${price} }] }`)]).toEqual([
        price,
        price === '1.005e3' ? ['not-an-amount case.yaml:1 order.items[0].price'] : [],
      ])
    expect(told('order: { paid: 4.35 }').case.order.paidFen).toBe(435)
  })

  it('needs no more than an order, and takes its id from the folder', () => {
    const { case: kase } = told('order: {}')
    expect(kase).toMatchObject({ id: 'watch', status: 'open', order: { items: [] }, openedAt: now })
  })

  it('takes the files that it does not list as further exhibits, so that nothing is lost', () => {
    const { case: kase, notices } = told('order: {}\nevidence: [{ id: E2, file: b.jpg, kind: chat, title: x }]', {
      files,
    })
    expect(kase.evidence.map(({ id, file, kind, title }) => [id, file, kind, title])).toEqual([
      ['E2', 'evidence/b.jpg', 'chat', 'x'],
      ['E3', 'evidence/a.png', 'other', 'a.png'],
      ['E4', 'evidence/聊天\u202E记录é.png', 'other', '聊天\u202E记录é.png'],
    ])
    expect(notices).toHaveLength(2)
  })

  it('finds a file whose name is composed otherwise', () => {
    const text = `order: {}\nevidence: [{ file: "聊天\u202E记录e\u0301.png", kind: chat, title: x }]`
    expect(told(text, { files: files.slice(2) }).case.evidence[0]?.file).toBe(files[2]?.file)
  })

  it.each([
    ['', ['case-file-empty case.yaml']],
    ['\uFEFF \n', ['case-file-empty case.yaml']],
    ['# nothing\n', ['case-file-empty case.yaml']],
    ['just words', ['wrong-type case.yaml']],
    ['consumer: {}', ['key-missing case.yaml order']],
    ['oder:\n  number: 1', ['key-unknown case.yaml:1 oder']],
    ['order: {}\nwarranty: 1', ['key-unknown case.yaml:2 warranty']],
    ['order: {}\n__proto__: { x: 1 }', ['key-unknown case.yaml:2 __proto__']],
    ['order:\n  placed-at: 2026-02-30 10:00', ['not-an-instant case.yaml:2 order.placed-at']],
    ['order:\n  placed-at: 2026-02-03', ['not-an-instant case.yaml:2 order.placed-at']],
    ['order: { invoice: { issued-on: 2026-02-30 } }', ['not-a-day case.yaml:1 order.invoice.issued-on']],
    ['order:\n  items:\n    - name: a\n      price: 一百', ['not-an-amount case.yaml:4 order.items[0].price']],
    ['order:\n  paid: -3', ['not-an-amount case.yaml:2 order.paid']],
    ['order:\n  paid: 1.005', ['not-an-amount case.yaml:2 order.paid']],
    ['order:\n  paid: [1]', ['wrong-type case.yaml:2 order.paid']],
    ['order:\n  items: { name: a }', ['wrong-type case.yaml:2 order.items']],
    ['order: { items: [{ name: a, price: 1, quantity: 1.5 }] }', ['wrong-type case.yaml:1 order.items[0].quantity']],
    ['order: { items: [{ name: a, price: 1, quantity: 0 }] }', ['number-off case.yaml:1 order.items[0].quantity']],
    ['order: { items: [{ name: a }] }', ['key-missing case.yaml:1 order.items[0].price']],
    ['order: {}\nfacts:\n  a.b: { status: maybe }', ['not-a-choice case.yaml:3 facts.a.b.status']],
    ['order: {}\nfacts:\n  a.b: [1]', ['wrong-type case.yaml:3 facts.a.b']],
    ['order: {}\nfacts:\n  a.b: { valu: 1 }', ['key-unknown case.yaml:3 facts.a.b.valu']],
    ['order: {}\nfacts:\n  present: true', ['fact-id-off case.yaml:3 facts.present']],
    ['order: {}\nfacts:\n  a.b: 2026-02-30', ['not-a-day case.yaml:3 facts.a.b']],
    ['order: {}\nfacts:\n  a.b-fen: 300', ['amount-without-unit case.yaml:3 facts.a.b-fen']],
    ['order: {}\nfacts:\n  a.b: { value: 1, by: [E1] }', ['exhibit-unknown case.yaml:3 facts.a.b.by']],
    ['order: {}\nproblem: { types: [Quality] }', ['problem-type-off case.yaml:2 problem.types[0]']],
    ['order: {}\nproblem: { types: ["a b"] }', ['not-an-id case.yaml:2 problem.types[0]']],
    ['order: {}\nproblem: { words: " " }', ['text-missing case.yaml:2 problem.words']],
    ['order:\n  signed-at: 2026-12-01 10:00', ['in-the-future case.yaml:2 order.signed-at']],
    [
      'order:\n  signed-at: 2026-01-01 10:00\n  paid-at: 2026-02-01 10:00',
      ['contradiction case.yaml:2 order.signed-at, case.yaml:3 order.paid-at'],
    ],
    [
      'order: {}\nevidence:\n  - { file: c.png, kind: chat, title: x }',
      ['evidence-absent case.yaml:3 evidence[0].file'],
    ],
    [
      'order: {}\nevidence:\n  - { file: ../case.yaml, kind: chat, title: x }',
      ['evidence-outside case.yaml:3 evidence[0].file'],
    ],
    [
      'order: {}\nevidence:\n  - { file: /etc/passwd, kind: chat, title: x }',
      ['evidence-outside case.yaml:3 evidence[0].file'],
    ],
    ['order: {}\nevidence:\n  - { file: a.png, kind: photo, title: x }', ['not-a-choice case.yaml:3 evidence[0].kind']],
    [
      'order: {}\nevidence:\n  - { id: E1, file: a.png, kind: chat, title: x }\n  - { id: E1, file: b.jpg, kind: chat, title: y }',
      ['id-taken case.yaml:4 evidence[1].id'],
    ],
    [
      'order: {}\nevidence:\n  - { file: a.png, kind: chat, title: x }\n  - { file: evidence/a.png, kind: chat, title: y }',
      ['exhibit-twice case.yaml:4 evidence[1].file'],
    ],
    [
      'order: {}\nfilings:\n  - { channel: jd-service, at: 2026-02-03 10:00 }',
      ['order-number-missing case.yaml:3 filings[0].channel'],
    ],
    [
      'order: {}\nfilings:\n  - { channel: court, at: 2026-02-03 10:00, text: 请退货退款 }\n  - { channel: seller, at: 2026-02-03 10:00, text: 请退货退款！ }',
      ['filing-repeated case.yaml:4 filings[1].text'],
    ],
    [
      'order: {}\nfilings:\n  - channel: court\n    at: 2026-02-03 10:00\n    chased-at:\n      - 2026-02-01 10:00',
      ['contradiction case.yaml:6 filings[0].chased-at[0], case.yaml:4 filings[0].at'],
    ],
    [
      'order: {}\nfilings:\n  - channel: court\n    at: 2026-02-03 10:00\n    replies:\n      - { at: 2026-02-01 10:00, kind: closed, words: x }',
      ['contradiction case.yaml:6 filings[0].replies[0].at'],
    ],
    [
      'order: {}\noffers:\n  - { at: 2026-02-03 10:00, from: a, words: b, decision: { answer: accept, at: 2026-02-01 10:00 } }',
      ['contradiction case.yaml:3 offers[0].decision.at'],
    ],
    [
      'order: {}\nmoney-received:\n  - { at: 2027-02-03 10:00, amount: 1, from: a }',
      ['in-the-future case.yaml:3 money-received[0].at'],
    ],
    ['order: {}\nclosed: { at: 2027-02-03 10:00, outcome: won }', ['not-a-choice case.yaml:2 closed.outcome']],
    ['id: 我的案件\norder: {}', ['not-an-id case.yaml:1 id']],
  ])('%j is refused at its place', (text, expected) => {
    expect(faults(text, { files: files.slice(0, 2) })).toEqual(expected)
  })

  it('tells all faults at once, in the order of the lines, twenty at most', () => {
    const text = 'order:\n  paid: 一百\n  placed-at: 2026-02-30 10:00\n  nmber: 1\n  items:\n    - name: a\n'
    expect(faults(text).map((fault) => fault.split(' ')[0])).toEqual([
      'not-an-amount',
      'not-an-instant',
      'key-unknown',
      'key-missing',
    ])
    const many = `order:\n  items:\n${'    - { name: a, price: x }\n'.repeat(30)}`
    expect(faults(many)).toHaveLength(20)
    const repeated = `order: {}\nfacts:\n${Array.from({ length: 30 }, (_, at) => `  a.b${at}-fen: 3\n`).join('')}`
    expect(faults(repeated)).toHaveLength(20)
  })

  it('does not blame those who refer to an exhibit that was refused itself', () => {
    const text =
      'order: {}\nevidence: [{ file: nowhere.png, kind: chat, title: x }]\nfacts: { a.b: { value: 1, by: [E1] } }'
    expect(faults(text)).toEqual(['evidence-absent case.yaml:2 evidence[0].file'])
  })

  it('says what is wrong, where, and how to mend it, in both languages', () => {
    const reading = read('order:\n  number: 1\noder: 2\n')
    expect(reading).toEqual({
      ok: false,
      refusals: [
        {
          code: 'key-unknown',
          at: 'case.yaml:3 oder',
          text: {
            zh: 'case.yaml:3 oder：没有“oder”这个键；是不是 order？',
            en: 'case.yaml:3 oder: there is no key "oder"; did you mean order?',
          },
        },
      ],
    })
  })

  it('with a vocabulary refuses names that nobody knows', () => {
    const vocabulary = {
      facts: {
        'fault.found-on': { type: 'date' },
        'goods.custom-made': { type: 'boolean' },
        'goods.category': { type: 'choice', options: [{ value: 'food' }] },
      },
      problems: { quality_defect: 1 },
      channels: { seller: 1 },
      routes: { court: 1 },
      rights: { 'fault-repair': 1 },
    }
    const text = `
order:
  items:
    - { name: a, price: 1, category: fod, flags: [custom-mad, custom-made] }
problem: { types: [qualty_defect] }
facts:
  fault.foundon: 2026-09-10
contacts: [{ at: 2026-09-15 14:28, channel: sellr, words: x }]
filings: [{ at: 2026-09-15 14:28, channel: sellr }]
demands: [{ at: 2026-09-15 14:28, words: x, rights: [fault-repare] }]
remedies: [{ at: 2026-09-15 14:28, route: cort }]
`
    expect(faults(text)).toEqual([])
    expect(faults(text, { vocabulary })).toEqual([
      'not-a-choice case.yaml:4 order.items[0].category',
      'name-unknown case.yaml:4 order.items[0].flags[0]',
      'name-unknown case.yaml:5 problem.types[0]',
      'name-unknown case.yaml:7 facts.fault.foundon',
      'name-unknown case.yaml:8 contacts[0].channel',
      'name-unknown case.yaml:9 filings[0].channel',
      'name-unknown case.yaml:10 demands[0].rights[0]',
      'name-unknown case.yaml:11 remedies[0].route',
    ])
  })
})

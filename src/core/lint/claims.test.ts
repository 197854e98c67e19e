import { describe, expect, it } from 'vitest'
import { knowledge } from '../../server/pack/knowledge.fixture.ts'
import { lintText } from './lint.ts'

const today = '2026-11-24'

/** The rows of the ledger that answer a text. */
function answered(text: string): readonly string[] {
  const days = { substance: today, procedure: today }
  return lintText({ text, mode: 'letter', knowledge, days, hasLawyer: false })
    .filter(({ rule }) => rule === 'guide-claim')
    .map(({ message }) => /（(C\d\d)）/.exec(message.zh)?.[1] ?? '')
}

/** Each of them put into the words of a letter. */
const letters: readonly (readonly [row: string, words: string])[] = [
  ['C06', '依据消法第二十四条，本人享有七天无理由退货权。'],
  ['C07', '网购的商品全都可以无理由退货，贵方没有资格拒绝。'],
  ['C08', '贵方违反京东平台规则第7.3条款。'],
  ['C10', '本人已勾选“服务态度恶劣”，按规定人工优先处理。'],
  ['C11', '本人已在 club.jd.com/feedback 提交。'],
  ['C13', '本人拨打了投诉专线 400-606-5500。'],
  ['C14', '请对本单专项督办。'],
  ['C18', '本人留有固定电话，请予以重视。'],
  ['C20', '贵店违反《开放平台商家违规积分管理规则》。'],
  ['C21', '请求退款，并支付双倍差价。'],
  ['C22', '贵方应在12小时内首次回复、72小时内给出方案。'],
  ['C23', '催办邮件已发至 kf@jd.com。'],
  ['C24', '【紧急督办#工单】请尽快处理。'],
  ['C25', '本人将在京东黑板报公布此事。'],
  ['C27', '按服务协议5.2条，首接客服应全程跟进。'],
  ['C28', '请启动跨部门会签流程。'],
  ['C29', '请出具加盖京东客户服务专用章的书面答复。'],
  ['C34', '聊天、视频、物流三样证据缺一不可，本人都已备齐。'],
  ['C35', '本人请求的赔偿没有超过商品总价的30%。'],
  ['C37', '根据电商法第四十九条，平台应承担连带责任。'],
  ['C38', '京东作为平台，应当承担连带责任。'],
  ['C39', '手表出现故障，属于欺诈，应退一赔三。'],
  ['C41', '有色卡对比视频的，退款成功率提高65%。'],
  ['C43', '24小时内不回复的，工单自动关闭。'],
  ['C48', '律师费大约基础3000元，加胜诉金额的10%。'],
  ['C50', '该店铺DSR低于4.7。'],
  ['C52', '快递没有保价，丢了就不赔。'],
]

describe('claimLinter', () => {
  it.each(letters)('answers %s in a letter: %s', (row, words) => {
    expect(answered(words)).toContain(row)
  })

  it('meets every row that is wrong, outdated or without ground and that a text may hold', () => {
    const tried = new Set(letters.map(([row]) => row))
    const open = Object.values(knowledge['guide-claims'])
      .filter(({ verdict, said }) => ['wrong', 'outdated', 'unverifiable'].includes(verdict) && said.length > 0)
      .map(({ id }) => id.slice(0, 3).toUpperCase())
      .filter((row) => !tried.has(row))
    expect(open).toEqual(['C09', 'C42', 'C53'])
  })

  it.each([
    '本人于2026年11月2日签收，当天发现屏幕不亮，请依法退货退款。',
    '平台知道该店售假而没有采取必要措施，应当承担连带责任。',
    '约定的违约金超过实际损失的30%，请求适当减少。',
    '请将处理结果以短信或者站内信告知。',
    '卖家隐瞒翻新的事实，故障只是表现，请求三倍赔偿。',
    '不服行政处理的，可以申请行政复议。',
  ])('has nothing to answer in: %s', (words) => {
    expect(answered(words)).toEqual([])
  })
})

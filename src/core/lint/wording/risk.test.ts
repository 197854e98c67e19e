import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../server/pack/knowledge.fixture.ts'
import type { LintMode } from '../finding.ts'
import { lintText } from '../lint.ts'

const days = { substance: '2026-11-24', procedure: '2026-11-24' }
const look = (text: string, mode: LintMode = 'letter', hasLawyer = false) =>
  lintText({ text, mode, knowledge, days, hasLawyer })
const errors = (text: string, mode: LintMode) =>
  look(text, mode)
    .filter(({ severity }) => severity === 'error')
    .map(({ kind }) => kind)

/** Money tied to silence, exposure or withdrawal: with the reason why. */
const extortion: readonly (readonly [text: string, why: string])[] = [
  ['不赔五千我就发抖音曝光你们', 'no money, then exposure'],
  ['今天之内不退款，我就把聊天记录发到网上', 'exposure hangs on the refund'],
  ['赔我3000，否则明天上热搜', 'a sum or else exposure'],
  ['要么赔两万，要么我找记者', 'a sum or the press'],
  ['给我转2000元，我就删帖', 'a sum for taking a post down'],
  ['想让我删除评价可以，先给钱', 'a review taken down for money'],
  ['给封口费我就不说出去', 'hush money by its name'],
  ['删帖费一千，你们看着办', 'a fee for taking a post down'],
  ['赔偿到位我就撤诉，一万块不多', 'a suit withdrawn for money'],
  ['打款五百，我马上撤回举报', 'a report withdrawn for money'],
  ['补偿我800元，我就不举报了', 'no report for money'],
  ['花钱消灾的道理你们懂吧', 'money against trouble'],
  ['不想被曝光就把钱打过来', 'exposure unless money comes'],
  ['私了的话给五万，当没发生过', 'silence for a sum'],
  ['不給錢我就曝光', 'the same in traditional characters'],
  ['不 赔 钱 就 曝 光', 'the same with blanks between the characters'],
  ['赔钱就给你们改好评', 'a review changed for money'],
  ['不转两千，我就举报你们偷税', 'what has nothing to do with the order is the lever'],
]

/** Lawful steps announced, a fair demand, or someone else's words: never an error. */
const lawful: readonly (readonly [text: string, why: string])[] = [
  ['如在12月1日前未依法处理，我将向12315投诉', 'a complaint to the authority is a right'],
  ['逾期不退款的，本人将向人民法院起诉', 'a suit is a right'],
  ['三日内不赔偿，我会向市场监督管理局举报', 'a report is a right'],
  ['如不退货退款，我将申请京东平台介入', 'the platform’s own procedure'],
  ['贵店不开发票，我将向税务机关举报', 'a report to the tax office'],
  ['请依据消费者权益保护法第五十五条赔偿三倍价款共897元', 'a sum with its legal ground'],
  ['商家的行为构成欺诈，请求三倍赔偿', 'fraud under the Consumer Law is a civil ground'],
  ['如拒绝赔偿，我将依法起诉并申请财产保全', 'lawful measures'],
  ['我已于11月3日向12315投诉，编号以系统为准', 'a fact'],
  ['客服要求我删除差评才肯退款，我没有同意', 'the other side demanded it'],
  ['卖家说撤诉就赔我三百', 'the other side offered it'],
  ['客服多次打电话给钱要求撤诉', 'the other side rang and offered it'],
  ['商家只赔10元，还要求我删除评价', 'the other side’s condition'],
  ['我不会以曝光或者删帖换取赔偿', 'it is denied'],
  ['本人从未提出不赔钱就发帖', 'it is denied'],
  ['双方就本订单的民事争议了结，互不追究', 'a settlement of the civil dispute'],
  ['我会在评价里如实写明经过', 'an honest review'],
  ['保留通过诉讼追究责任的权利', 'a reservation of rights'],
  ['如协商不成，我将请消费者协会调解', 'mediation'],
  ['请在七日内退还货款299元，并承担退货运费', 'a demand and a day'],
  ['逾期将申请支付令', 'an order for payment'],
  ['请求市场监督管理部门责令商家改正', 'the authority is asked to act'],
  ['涉嫌诈骗，我已向公安机关报案', 'a suspicion, left to the police'],
  ['是否构成犯罪请有关机关认定', 'the finding is left to the authority'],
  ['我将委托律师提起诉讼', 'a lawyer may be engaged'],
  ['收到贵司律师函后我没有再联系', 'the other side’s lawyer'],
  ['如7日内不答复，视为拒绝，我将依法维权', 'a lawful next step'],
]

/** Crime said as a fact. */
const defamation: readonly (readonly [text: string, why: string])[] = [
  ['你们就是诈骗', 'a crime as fact'],
  ['这家店是诈骗团伙', 'a gang, with no finding'],
  ['卖家已经构成诈骗罪', 'guilt as fact'],
  ['商家触犯刑法，等着坐牢', 'guilt and sentence as fact'],
  ['客服和老板合伙诈骗', 'two people called criminals'],
  ['骗子公司，大家小心', 'a company called fraudsters'],
]

describe('money for silence', () => {
  it.each(extortion)('“%s” is an error in every mode: %s', (text) => {
    for (const mode of ['letter', 'public', 'call'] as const) expect(errors(text, mode)).toContain('extortion')
  })
})

describe('lawful words', () => {
  it.each(lawful)('“%s” is no error in any mode: %s', (text) => {
    for (const mode of ['letter', 'public', 'call'] as const) expect(errors(text, mode)).toEqual([])
  })
})

describe('crime as a fact', () => {
  it.each(defamation)('“%s” is advised against, and an error in public: %s', (text) => {
    expect(look(text).map(({ kind }) => kind)).toContain('defamation')
    expect(errors(text, 'public')).toContain('defamation')
  })
})

describe('someone else’s voice', () => {
  it.each([
    ['本律师受张三委托，特致函贵司', 'a lawyer’s voice'],
    ['特发此律师函', 'a lawyer’s letter'],
    ['我是市场监管局的，马上查你', 'an authority’s voice'],
    ['本记者将跟进报道', 'a journalist’s voice'],
    ['现责令你店三日内改正', 'an authority’s order'],
  ])('“%s” is an error: %s', (text) => {
    expect(errors(text, 'letter')).toContain('impersonation')
  })

  it('a lawyer on record may be spoken of', () => {
    const text = '我的代理律师将与贵司联系'
    expect(look(text).map(({ kind }) => kind)).toEqual(['impersonation'])
    expect(look(text, 'letter', true)).toEqual([])
  })
})

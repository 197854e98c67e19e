import type { Knowledge } from '../core/knowledge/knowledge.ts'
import type { Standing } from '../core/knowledge/provenance.ts'
import { shortCite } from '../core/knowledge/provision-ref.ts'
import type { Text } from '../core/values/text.ts'
import * as words from './advice-words.ts'

/* Everything `youju claim` says. */

const options: Readonly<Record<string, Text>> = {
  price: { zh: '实付金额（含运费）', en: 'what was paid, postage included' },
  shipping: { zh: '其中发货的运费，包邮写 0', en: 'postage within that, 0 if free' },
  loss: { zh: '有凭证的其他损失', en: 'other loss for which there is proof' },
  multiple: { zh: '商家承诺的倍数，假一赔十写 10', en: 'the multiple promised, 10 for ten times the price' },
  deposit: { zh: '已付的定金', en: 'deposit paid' },
  contract: { zh: '合同总价（定金加尾款）', en: 'the whole price, deposit and balance' },
  'market-price': { zh: '同款合理的替代价', en: 'price of a reasonable substitute' },
  'later-price': { zh: '降价后的价格', en: 'the price after the drop' },
  protected: { zh: '价保规则认可的现价', en: 'the present price under price protection' },
  owed: { zh: '本来应付的价格', en: 'the price that was owed' },
  worth: { zh: '带着瑕疵的现值', en: 'what the goods are worth with their fault' },
  missing: { zh: '少发部分的价款', en: 'price of what is missing' },
  deducted: { zh: '退款中没有依据的扣款', en: 'kept from the refund without ground' },
  charged: { zh: '未经同意的扣款', en: 'charged without consent' },
  unauthorised: { zh: '未经授权支付的金额', en: 'paid without authorisation' },
  freight: { zh: '退换修垫付的运费', en: 'postage advanced for the return' },
  medical: { zh: '医疗、康复费用', en: 'treatment and recovery' },
  care: { zh: '护理、交通费用', en: 'care and travel for treatment' },
  income: { zh: '误工减少的收入', en: 'income lost' },
  property: { zh: '财产损失', en: 'damage to property' },
  'other-loss': { zh: '其他法定赔偿项目', en: 'other items the law names' },
}

export const claimWords = {
  summary: {
    zh: '算能请求多少钱：退款、赔三、赔十、定金、差价、损失，逐步说明',
    en: 'What sum can be asked for: refund, added damages, deposit, differences, losses',
  },
  usage: {
    zh: `金额按元写：1299、1299.00、1,299元、1.5万。--json 给出 {fen, steps, cites}，钱是分。
只算金额，不判断您有没有这项权利：前提一并列出；要结合案件判断请用 youju advise。

ID 是下面的短名，也可以是 knowledge/rights 中有金额的权利：
  refund 退款                 no-reason 七日无理由退款     fraud 欺诈，赔三保底 500
  food 食品，明知的商家       food-producer 食品，生产者   promise 承诺的倍数
  defect 缺陷惩罚性赔偿上限   injury 人身和财产损害        loss 有凭证的损失
  deposit 双倍返还定金        deposit-back 退定金订金      price-difference 砍单差价
  price-drop 降价差额         price-protection 价保        overcharge 多付的价款
  price-reduction 减价        missing-part 少发            deduction 退款被扣
  renewal 自动续费            unauthorised-payment 盗付    return-freight 退货运费
  platform-description 平台：描述不清 10%，不超过 200 元

例：youju claim --basis fraud --price 2000
    youju claim --basis food --price 300 --loss 800 --with-refund
    youju claim --basis deposit --deposit 300 --contract 1000`,
    en: `Sums are in yuan: 1299, 1299.00, 1,299. --json prints {fen, steps, cites}, money in fen.
It reckons only and does not judge whether you have the right: what must be so is listed; youju advise judges a case.

ID is one of these short names, or a right of knowledge/rights that has a sum:
  refund                      no-reason (seven days)       fraud (three times, at least 500)
  food (seller that knew)     food-producer                promise (multiple promised)
  defect (punitive, at most)  injury                       loss (with proof)
  deposit (returned twice)    deposit-back                 price-difference (order cut)
  price-drop                  price-protection             overcharge
  price-reduction             missing-part                 deduction (from a refund)
  renewal                     unauthorised-payment         return-freight
  platform-description (JD: 10 %, 200 yuan at most)

Example: youju claim --basis fraud --price 2000
         youju claim --basis food --price 300 --loss 800 --with-refund
         youju claim --basis deposit --deposit 300 --contract 1000`,
  },
  takes: 'YUAN',
  takesSum: { zh: '金额', en: 'a sum' },
  basis: { zh: '按什么请求：短名或者权利的 id', en: 'what it is asked on: a short name or the id of a right' },
  withRefund: { zh: '加上退还的实付价款', en: 'with the refund of what was paid' },
  options,

  noBasis(names: readonly string[]): Text {
    return {
      zh: `请用 --basis 写明按什么请求，例如 --basis fraud；可用的短名：${names.join('、')}`,
      en: `Say with --basis what it is asked on, such as --basis fraud; short names: ${names.join(', ')}`,
    }
  },
  unknownBasis(typed: string, nearest: string | undefined, names: readonly string[]): Text {
    return {
      zh: `--basis 没有“${typed}”${nearest === undefined ? '' : `，您是不是要写“${nearest}”`}；可用的短名：${names.join('、')}，或者有金额的权利 id`,
      en: `There is no basis "${typed}"${nearest === undefined ? '' : `, did you mean "${nearest}"`}; short names: ${names.join(', ')}, or the id of a right that has a sum`,
    }
  },
  notBeside(basis: string): Text {
    return {
      zh: `--with-refund 只用于退款之外另给的赔偿（fraud、food、food-producer 等），${basis} 不是；去掉它再试`,
      en: `--with-refund is for sums on top of a refund (fraud, food, food-producer …), which ${basis} is not; leave it out`,
    }
  },
  notInForce(day: string, cites: readonly string[]): Text {
    return {
      zh: `所依据的规定在 ${day} 没有施行（${cites.join('、')}）；请核对 --now`,
      en: `None of its provisions was in force on ${day} (${cites.join(', ')}); check --now`,
    }
  },
  lacks(missing: readonly string[], basis: string): Text {
    const anyOf = missing.length > 2
    const [zh, en] = [missing.join('、'), missing.join(', ')]
    return {
      zh: `算 ${basis} 还缺 ${zh}${anyOf ? '（至少写一项）' : ''}；用法见 youju claim --help`,
      en: `${basis} still needs ${en}${anyOf ? ' (one at least)' : ''}; see youju claim --help`,
    }
  },
  unused(option: string, basis: string): Text {
    return { zh: `算 ${basis} 用不到 ${option}，没有计入`, en: `${basis} has no use for ${option}; it was not counted` }
  },
  badMultiple(typed: string): Text {
    return {
      zh: `“${typed}”不是可用的倍数；写 1 到 1000 的整数，例如假一赔十写 10`,
      en: `"${typed}" is not a usable multiple; write a whole number from 1 to 1000, such as 10`,
    }
  },

  result({ title }: { readonly title: Text }, yuan: string, withRefund: boolean): Text {
    const [zh, en] = withRefund ? ['，连同退款', ', with the refund'] : ['', '']
    return { zh: `${title.zh}${zh}：${yuan} 元`, en: `${title.en}${en}: ${yuan} yuan` }
  },
  ground(knowledge: Knowledge, cites: readonly string[], standing: Standing): Text {
    const named = cites.map((ref) => shortCite(knowledge, ref))
    const mark = words.standing[standing]
    return { zh: `依据（${mark.zh}）：${named.join('、')}`, en: `Basis (${mark.en}): ${named.join(', ')}` }
  },
  premises(all: readonly Text[]): readonly Text[] {
    return [
      { zh: '前提（这里没有判断）：', en: 'What must be so (not judged here):' },
      ...all.map(({ zh, en }) => ({ zh: `  - ${zh}`, en: `  - ${en}` })),
    ]
  },
  besideRefund: {
    zh: '这是退款之外另给的；要把退还的价款一起算，加 --with-refund。同一件事只能选一个倍数。',
    en: 'This comes on top of the refund; add --with-refund to count both. Of several multiples only one can be had.',
  },
  oneMultiple: { zh: '同一件事只能选一个倍数。', en: 'Of several multiples only one can be had.' },
  caution: {
    zh: '只是按公式算出的数，不是法律意见；能不能得到看证据和对方的抗辩。',
    en: 'A sum by formula, no legal advice; whether it is won hangs on evidence and on what the other side shows.',
  },
}

import { done, refuse } from '../../core/values/refusal.ts'
import { caseCommand } from './case-command.ts'
import { amountOf, listOf, momentOf } from './option-values.ts'

const answers = ['accept', 'counter', 'decline'] as const

export const offerCommand = caseCommand({
  name: 'offer',
  summary: { zh: '记下对方的方案：多少钱、要放弃什么', en: 'Record an offer: how much, what would be given up' },
  usage: {
    zh: `例：youju offer 20261120-k3f9q "退 300 元，不再追究" --amount 300 --from 平台客服 --waives "不再追究"`,
    en: `Example: youju offer 20261120-k3f9q "300 yuan and the matter rests" --amount 300 --from JD --waives "the matter rests"`,
  },
  operands: ['WORDS'],
  options: {
    amount: { takes: 'YUAN', summary: { zh: '金额（元）', en: 'the sum in yuan' } },
    from: { takes: 'WHO', summary: { zh: '谁提的；默认“商家”', en: 'from whom; default: the seller' } },
    waives: {
      takes: 'WHAT',
      summary: { zh: '接受后要放弃的（对方原话，多项用逗号）', en: 'what would be given up, in their words' },
    },
    'answer-by': { takes: 'T', summary: { zh: '对方要求什么时候前答复', en: 'by when they want an answer' } },
    at: { takes: 'T', summary: { zh: '什么时候收到；默认此刻', en: 'when it came; default: now' } },
  },
  given({ options, rest: [words = ''], now }) {
    const when = momentOf(options, 'at', now)
    if (!when.ok) return when
    const fen = amountOf(options, 'amount')
    if (!fen.ok) return fen
    const by = options['answer-by'] === undefined ? undefined : momentOf(options, 'answer-by', now)
    if (by !== undefined && !by.ok) return by
    const payload = {
      at: when.value,
      from: options.from ?? '商家',
      words,
      waives: listOf(options, 'waives'),
      ...(fen.value === undefined ? {} : { fen: fen.value }),
      ...(by === undefined ? {} : { answerBy: by.value }),
    }
    return done([{ type: 'ReceiveOffer', payload }])
  },
})

export const decideCommand = caseCommand({
  name: 'decide',
  summary: { zh: '记下怎么答复方案：接受、还价、拒绝', en: 'Record the answer to an offer: accept, counter, decline' },
  usage: {
    zh: `例：youju decide 20261120-k3f9q counter --words "请按法定标准退款并承担运费"`,
    en: `Example: youju decide 20261120-k3f9q counter --words "refund as the law provides, with the freight"`,
  },
  operands: ['accept|counter|decline'],
  options: {
    offer: {
      takes: 'O1',
      summary: { zh: '哪个方案；默认最近一个没答复的', en: 'which offer; default: the last open one' },
    },
    words: { takes: 'TEXT', summary: { zh: '怎么答复的', en: 'what was answered' } },
    at: { takes: 'T', summary: { zh: '什么时候；默认此刻', en: 'when; default: now' } },
  },
  given({ options, rest: [given = ''], now, kase }) {
    const answer = answers.find((one) => one === given)
    if (answer === undefined)
      return refuse('not-a-choice', {
        zh: `“${given}”应是 accept（接受）、counter（还价）或 decline（拒绝）`,
        en: `"${given}" must be accept, counter or decline`,
      })
    const offer = options.offer ?? kase.offers.findLast(({ decision }) => decision === undefined)?.id
    if (offer === undefined)
      return refuse('offer-unknown', {
        zh: '这个案件没有等待答复的方案；先用 youju offer 记下',
        en: 'this case has no open offer; record it with youju offer first',
      })
    const when = momentOf(options, 'at', now)
    if (!when.ok) return when
    const words = options.words === undefined ? {} : { words: options.words }
    return done([{ type: 'DecideOffer', payload: { offer, answer, at: when.value, ...words } }])
  },
})

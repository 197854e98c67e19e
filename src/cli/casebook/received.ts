import { parseYuan } from '../../core/values/fen.ts'
import { done } from '../../core/values/refusal.ts'
import { caseCommand } from './case-command.ts'
import { momentOf } from './option-values.ts'

export const receivedCommand = caseCommand({
  name: 'received',
  summary: { zh: '记下收到的钱', en: 'Record money that came in' },
  usage: {
    zh: '例：youju received 20261120-k3f9q 1299.00 --from 商家 --for 退款',
    en: 'Example: youju received 20261120-k3f9q 1299.00 --from seller --for refund',
  },
  operands: ['AMOUNT'],
  options: {
    from: { takes: 'WHO', summary: { zh: '谁付的；默认“商家”', en: 'from whom; default: the seller' } },
    for: { takes: 'WHAT', summary: { zh: '什么钱', en: 'what for' } },
    at: { takes: 'T', summary: { zh: '什么时候；默认此刻', en: 'when; default: now' } },
  },
  given({ options, rest: [amount = ''], now }) {
    const fen = parseYuan(amount)
    if (!fen.ok) return fen
    const when = momentOf(options, 'at', now)
    if (!when.ok) return when
    const what = options.for === undefined ? {} : { for: options.for }
    const payload = { at: when.value, fen: fen.value, from: options.from ?? '商家', ...what }
    return done([{ type: 'ReceiveMoney', payload }])
  },
})

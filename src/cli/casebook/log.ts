import { done } from '../../core/values/refusal.ts'
import { caseCommand } from './case-command.ts'
import { choiceOf, listOf, momentOf } from './option-values.ts'

export const logCommand = caseCommand({
  name: 'log',
  summary: { zh: '记一次沟通：什么时候、和谁、说了什么', en: 'Log a contact: when, with whom, what was said' },
  usage: {
    zh: `记到分钟；没有答复的也记。--channel 是渠道代号（如 seller、jd-service、jd-phone、carrier）。
例：youju log 20261120-k3f9q "问什么时候退款，没有答复" --at "2026-11-19 14:28" --channel jd-service`,
    en: `To the minute, unanswered ones too. --channel is a door's id (seller, jd-service, jd-phone, carrier …).
Example: youju log 20261120-k3f9q "asked when the refund comes, no answer" --at "2026-11-19 14:28" --channel jd-service`,
  },
  operands: ['WORDS'],
  options: {
    at: { takes: 'T', summary: { zh: '什么时候；默认此刻', en: 'when; default: now' } },
    channel: { takes: 'ID', summary: { zh: '渠道；默认 seller（商家）', en: 'the door; default: seller' } },
    direction: {
      takes: 'out|in',
      summary: { zh: 'out 我发出（默认），in 对方发来', en: 'out: from me (default), in: from them' },
    },
    with: { takes: 'WHO', summary: { zh: '对方是谁（客服工号等）', en: 'who it was with' } },
    exhibits: { takes: 'E1,E2', summary: { zh: '能证明它的证据编号', en: 'exhibits that show it' } },
  },
  given({ options, rest: [words = ''], now }) {
    const at = momentOf(options, 'at', now)
    if (!at.ok) return at
    const direction = choiceOf(options, 'direction', ['out', 'in'] as const, 'out')
    if (!direction.ok) return direction
    const payload = {
      at: at.value,
      channel: options.channel ?? 'seller',
      direction: direction.value,
      words,
      by: listOf(options, 'exhibits'),
      ...(options.with === undefined ? {} : { with: options.with }),
    }
    return done([{ type: 'LogContact', payload }])
  },
})

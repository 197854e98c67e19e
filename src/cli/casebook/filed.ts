import { done } from '../../core/values/refusal.ts'
import { replyKinds } from '../../core/values/reply-kind.ts'
import { caseCommand } from './case-command.ts'
import { choiceOf, filingOf, listOf, momentOf, needed } from './option-values.ts'

const at = { takes: 'T', summary: { zh: '什么时候；默认此刻', en: 'when; default: now' } }
const filing = {
  takes: 'F1',
  summary: { zh: '哪一次提交；默认最近一次', en: 'which filing; default: the last one' },
}

export const filedCommand = caseCommand({
  name: 'filed',
  summary: {
    zh: '记一次提交：交到哪里、单号、时间（从这时起算期限）',
    en: 'Record a filing: where, ticket, when (clocks start then)',
  },
  usage: {
    zh: `例：youju filed 20261120-k3f9q --channel jd-dispute --ticket JF20261120001 --at "2026-11-20 10:12"
提交的原文可以用 --text 记下，用来防止重复提交；确有必要原样再交的，写 --same-text 理由。`,
    en: `Example: youju filed 20261120-k3f9q --channel jd-dispute --ticket JF20261120001 --at "2026-11-20 10:12"
--text keeps what was handed in, so that it is not handed in twice; when it must be, --same-text says why.`,
  },
  operands: [],
  options: {
    channel: {
      takes: 'ID',
      summary: { zh: '渠道，如 jd-dispute、complaint-12315', en: 'the door, such as jd-dispute, complaint-12315' },
    },
    ticket: { takes: 'NO', summary: { zh: '单号', en: 'the ticket' } },
    at,
    text: { takes: 'TEXT', summary: { zh: '提交的文字', en: 'the text handed in' } },
    'same-text': { takes: 'WHY', summary: { zh: '为什么原样再交', en: 'why the same text again' } },
  },
  given({ options, now }) {
    const channel = needed(options, 'channel')
    if (!channel.ok) return channel
    const when = momentOf(options, 'at', now)
    if (!when.ok) return when
    const why = options['same-text']
    const payload = {
      channel: channel.value,
      at: when.value,
      ...(options.ticket === undefined ? {} : { ticket: options.ticket }),
      ...(options.text === undefined ? {} : { text: options.text }),
      ...(why === undefined ? {} : { sameTextBecause: why }),
    }
    return done([{ type: 'MakeFiling', payload }])
  },
})

export const replyCommand = caseCommand({
  name: 'reply',
  summary: { zh: '记下对提交的答复', en: 'Record an answer to a filing' },
  usage: {
    zh: `--kind：acknowledged 已登记、answered 有答复（默认）、accepted 受理、refused 不受理、mediation-ended 调解结束、closed 已关闭、judged 已裁判。
例：youju reply 20261120-k3f9q "同意受理" --kind accepted --at "2026-11-24 09:30"`,
    en: `--kind: acknowledged, answered (default), accepted, refused, mediation-ended, closed, judged.
Example: youju reply 20261120-k3f9q "accepted" --kind accepted --at "2026-11-24 09:30"`,
  },
  operands: ['WORDS'],
  options: {
    kind: { takes: 'KIND', summary: { zh: '答复的种类', en: 'what kind of answer' } },
    at,
    filing,
    exhibits: { takes: 'E1,E2', summary: { zh: '能证明它的证据编号', en: 'exhibits that show it' } },
  },
  given({ options, rest: [words = ''], now, kase }) {
    const kind = choiceOf(options, 'kind', replyKinds, 'answered')
    if (!kind.ok) return kind
    const to = filingOf(kase, options)
    if (!to.ok) return to
    const when = momentOf(options, 'at', now)
    if (!when.ok) return when
    const payload = { filing: to.value, at: when.value, kind: kind.value, words, by: listOf(options, 'exhibits') }
    return done([{ type: 'ReceiveReply', payload }])
  },
})

export const appealCommand = caseCommand({
  name: 'appeal',
  summary: { zh: '记下已申诉', en: 'Record that an appeal was filed' },
  usage: {
    zh: '例：youju appeal 20261120-k3f9q --at "2026-11-25 20:00"',
    en: 'Example: youju appeal 20261120-k3f9q --at "2026-11-25 20:00"',
  },
  operands: [],
  options: { at, filing },
  given({ options, now, kase }) {
    const of = filingOf(kase, options)
    if (!of.ok) return of
    const when = momentOf(options, 'at', now)
    return when.ok ? done([{ type: 'FileAppeal', payload: { filing: of.value, at: when.value } }]) : when
  },
})

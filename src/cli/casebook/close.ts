import { done } from '../../core/values/refusal.ts'
import { caseCommand } from './case-command.ts'
import { choiceOf, momentOf, needed } from './option-values.ts'

const outcomes = ['solved', 'partly', 'given-up', 'judged'] as const
const at = { takes: 'T', summary: { zh: '什么时候；默认此刻', en: 'when; default: now' } }

export const closeCommand = caseCommand({
  name: 'close',
  summary: { zh: '结束案件', en: 'Close the case' },
  usage: {
    zh: `--outcome：solved 解决（默认）、partly 部分解决、given-up 放弃、judged 已裁判。结束后不再提醒；随时可以 reopen。
例：youju close 20261120-k3f9q --outcome solved`,
    en: `--outcome: solved (default), partly, given-up, judged. A closed case reminds of nothing; reopen it at any time.
Example: youju close 20261120-k3f9q --outcome solved`,
  },
  operands: [],
  options: {
    outcome: { takes: 'OUTCOME', summary: { zh: '结果', en: 'how it ended' } },
    words: { takes: 'TEXT', summary: { zh: '一句话', en: 'in a word' } },
    at,
  },
  given({ options, now }) {
    const outcome = choiceOf(options, 'outcome', outcomes, 'solved')
    if (!outcome.ok) return outcome
    const when = momentOf(options, 'at', now)
    if (!when.ok) return when
    const words = options.words === undefined ? {} : { words: options.words }
    return done([{ type: 'CloseCase', payload: { at: when.value, outcome: outcome.value, ...words } }])
  },
})

export const reopenCommand = caseCommand({
  name: 'reopen',
  summary: { zh: '重新打开案件', en: 'Reopen the case' },
  usage: {
    zh: '例：youju reopen 20261120-k3f9q --why 又坏了',
    en: 'Example: youju reopen 20261120-k3f9q --why "broke again"',
  },
  operands: [],
  options: { why: { takes: 'WHY', summary: { zh: '为什么', en: 'why' } }, at },
  given({ options, now }) {
    const why = needed(options, 'why')
    if (!why.ok) return why
    const when = momentOf(options, 'at', now)
    return when.ok ? done([{ type: 'ReopenCase', payload: { at: when.value, why: why.value } }]) : when
  },
})

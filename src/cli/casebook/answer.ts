import { factValue, knownName } from '../../core/case/file/vocabulary.ts'
import { done, refuse } from '../../core/values/refusal.ts'
import { caseCommand } from './case-command.ts'
import { listOf } from './option-values.ts'

export const answerCommand = caseCommand({
  name: 'answer',
  summary: { zh: '回答一个问题：事实=值', en: 'Answer a question: fact=value' },
  usage: {
    zh: `事实代号和可选值见 youju advise CASE 的“要问清的”。不知道写 事实=?；对方有异议加 --disputed。
例：youju answer 20261120-k3f9q fault.found-on=2026-11-01`,
    en: `Facts and their values: see the questions of youju advise CASE. Not known: FACT=?; contested: --disputed.
Example: youju answer 20261120-k3f9q fault.found-on=2026-11-01`,
  },
  operands: ['FACT=VALUE'],
  options: {
    disputed: { summary: { zh: '对方有异议', en: 'the other side contests it' } },
    exhibits: { takes: 'E1,E2', summary: { zh: '能证明它的证据编号', en: 'exhibits that show it' } },
  },
  given({ options, rest: [stated = ''], knowledge }) {
    const [fact = '', written] = /^([^=＝]+)[=＝](.*)$/su.exec(stated)?.slice(1) ?? []
    if (written === undefined || written.trim() === '')
      return refuse('not-a-fact', {
        zh: `“${stated}”要写成 事实=值，例如 fault.present=true；不知道写 事实=?`,
        en: `"${stated}" must be written FACT=VALUE, such as fault.present=true; not known: FACT=?`,
      })
    const known = knownName(knowledge, 'facts', fact.trim())
    if (!known.ok) return known
    const by = listOf(options, 'exhibits')
    if (written.trim() === '?' || written.trim() === '？')
      return done([{ type: 'StateFact', payload: { fact: known.value, status: 'unknown', by } }])
    const value = factValue(knowledge, known.value, written.trim())
    if (!value.ok) return value
    const status = options.disputed === undefined ? 'known' : 'disputed'
    return done([{ type: 'StateFact', payload: { fact: known.value, status, value: value.value, by } }])
  },
})

export const confirmCommand = caseCommand({
  name: 'confirm',
  summary: { zh: '确认（或否认）问题类型', en: 'Confirm (or deny) the kind of problem' },
  usage: {
    zh: `FIELD 是问题类型代号，如 quality_defect；不对的加 --not。
例：youju confirm 20261120-k3f9q quality_defect`,
    en: `FIELD is a problem type, such as quality_defect; add --not when it is wrong.
Example: youju confirm 20261120-k3f9q quality_defect`,
  },
  operands: ['FIELD'],
  options: { not: { summary: { zh: '不是这一类', en: 'it is not of this kind' } } },
  given({ options, rest: [type = ''], knowledge }) {
    const known = knownName(knowledge, 'problems', type)
    if (!known.ok) return known
    return done([{ type: 'ConfirmProblem', payload: { type: known.value, confirmed: options.not === undefined } }])
  },
})

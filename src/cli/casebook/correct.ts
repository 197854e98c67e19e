import type { CaseEvent } from '../../core/case/event.ts'
import { parseInstant } from '../../core/values/instant.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import type { GivenCommand } from '../../server/casebook/give.ts'
import { caseCommand } from './case-command.ts'
import { needed } from './option-values.ts'

/** The command that leads to an event of that type; what is not here cannot be corrected by hand. */
const commandOf: Readonly<Record<string, string>> = {
  OrderRecorded: 'RecordOrder',
  ConsumerRecorded: 'RecordConsumer',
  ProblemDescribed: 'DescribeProblem',
  ProblemConfirmed: 'ConfirmProblem',
  FactStated: 'StateFact',
  EvidenceAdded: 'AddEvidence',
  EvidenceDescribed: 'DescribeEvidence',
  ContactLogged: 'LogContact',
  FilingMade: 'MakeFiling',
  FilingChased: 'ChaseFiling',
  AppealFiled: 'FileAppeal',
  ReplyReceived: 'ReceiveReply',
  OfferReceived: 'ReceiveOffer',
  OfferDecided: 'DecideOffer',
  DemandChosen: 'ChooseDemand',
  MoneyReceived: 'ReceiveMoney',
}

export const correctCommand = caseCommand({
  name: 'correct',
  summary: { zh: '更正一条记录；原来的保留', en: 'Correct a record; the first stays' },
  usage: {
    zh: `EVENT 是记录编号（见 youju show CASE）；后面写要改的项。
例：youju correct 20261120-k3f9q 4 at="2026-11-19 14:30" words="问退款进度" --why 时间记错`,
    en: `EVENT is the record’s number (see youju show CASE), then what is to be put right.
Example: youju correct 20261120-k3f9q 4 at="2026-11-19 14:30" words="asked about the refund" --why "wrong time"`,
  },
  operands: ['EVENT', 'KEY=VALUE…'],
  options: { why: { takes: 'WHY', summary: { zh: '为什么更正', en: 'why it is corrected' } } },
  given({ options, rest: [number = '', ...changes], events }) {
    const why = needed(options, 'why')
    if (!why.ok) return why
    const original = /^\d+$/.test(number) ? events[Number(number)] : undefined
    const type = original && commandOf[original.type]
    if (original === undefined || type === undefined) return noSuchRecord(number, events.length)
    const payload = changed(original, changes)
    if (!payload.ok) return payload
    // The case decides whether it fits: a wrong key or value is refused there or changes nothing.
    const instead = { type, payload: payload.value } as Extract<
      GivenCommand,
      { type: 'CorrectEvent' }
    >['payload']['instead']
    return done([{ type: 'CorrectEvent', payload: { event: Number(number), why: why.value, instead } }])
  },
})

function changed(original: CaseEvent, changes: readonly string[]): Outcome<Record<string, unknown>> {
  const payload: Record<string, unknown> = { ...original.payload }
  for (const change of changes) {
    const [, key = '', value = ''] = /^([a-zA-Z]+)[=＝](.*)$/su.exec(change) ?? []
    if (!Object.hasOwn(payload, key))
      return refuse('not-a-fact', {
        zh: `“${change}”不能用：这条记录里有 ${Object.keys(payload).join('、')}`,
        en: `"${change}" does not fit: this record has ${Object.keys(payload).join(', ')}`,
      })
    const read = valueLike(payload[key], key, value)
    if (!read.ok) return read
    payload[key] = read.value
  }
  return done(payload)
}

function valueLike(before: unknown, key: string, value: string): Outcome<unknown> {
  if (key === 'at' || key.endsWith('At') || key.endsWith('By')) return parseInstant(value)
  if (typeof before === 'string') return done(value)
  try {
    return done(JSON.parse(value))
  } catch {
    return refuse('wrong-type', {
      zh: `${key} 的值要写成 JSON，例如 ${JSON.stringify(before)}`,
      en: `the value of ${key} must be JSON, such as ${JSON.stringify(before)}`,
    })
  }
}

function noSuchRecord(number: string, count: number) {
  return refuse('not-a-fact', {
    zh: `没有可以更正的第 ${number} 号记录（共 ${count} 条，从 0 数起）；youju show CASE 列出编号`,
    en: `there is no record ${number} that can be corrected (${count} of them, counted from 0); youju show CASE lists them`,
  })
}

import { dueAt } from '../core/advice/due.ts'
import { type DeadlineRule, deadlineRules } from '../core/values/deadline-rule.ts'
import { parseInstant } from '../core/values/instant.ts'
import { nearestName } from '../core/values/nearest-name.ts'
import { done, type Outcome, refuse } from '../core/values/refusal.ts'
import { say } from '../core/values/text.ts'
import { readCalendar } from '../server/pack/knowledge-folder.ts'
import type { Command, Context } from './command.ts'
import type { Ending } from './exit-code.ts'
import { jsonLines } from './json-lines.ts'
import * as messages from './messages.ts'

/** A hundred years of days; what is longer is a slip. */
const MOST = { days: 36_500, months: 1200 }
/** Characters of answers gathered before they are printed. */
const CHUNK = 65_536

export const dueCommand: Command = {
  name: 'due',
  summary: {
    zh: '算期限：从某一刻起几天、几个工作日或几小时到期',
    en: 'When a period of days, working days or hours runs out',
  },
  usage: {
    zh: `标准输入每行一个 JSON 对象 {id, rule, n, start}，标准输出每行一个 {id, due, provisional, steps}。
start 不写时区按北京时间；按日计的期限到当天 23:59:59；用到尚未公布放假安排的年份时 provisional 为 true。
写错的行在标准错误中指明行号和原因，其余照常算。

rule：
  working-days          工作日
  days                  自然日，不顺延
  days-rolled           自然日，末日逢休息日顺延到下一个工作日
  days-rolled-holidays  自然日，末日只逢法定节假日顺延，普通周末不顺延
  months                月，不顺延
  months-rolled         月，末日逢休息日顺延
  hours                 连续小时
  hours-9-21-working    只计工作日 9:00—21:00
  hours-9-18-working    只计工作日 9:00—18:00
  hours-9-18-daily      只计每天 9:00—18:00
  hours-9-21-daily      只计每天 9:00—21:00
  hours-24-working      只计工作日全天

例：echo '{"id":"A","rule":"working-days","n":7,"start":"2026-09-18 14:28"}' | youju due`,
    en: `Standard input holds one JSON object {id, rule, n, start} a line, standard output one {id, due, provisional, steps}.
A start without a zone is Beijing time; day rules run to 23:59:59; provisional is true when a year whose holidays are
not announced is crossed. Lines that are off are named on standard error with the reason; the others are answered.

rule:
  working-days          working days
  days                  days, no roll
  days-rolled           days; a last day off rolls to the next working day
  days-rolled-holidays  days; rolls past statutory holidays only, not past plain weekends
  months                months, no roll
  months-rolled         months; a last day off rolls to the next working day
  hours                 hours on end
  hours-9-21-working    only 9:00-21:00 on working days
  hours-9-18-working    only 9:00-18:00 on working days
  hours-9-18-daily      only 9:00-18:00, every day
  hours-9-21-daily      only 9:00-21:00, every day
  hours-24-working      only working days, around the clock

Example: echo '{"id":"A","rule":"working-days","n":7,"start":"2026-09-18 14:28"}' | youju due`,
  },
  operands: [],
  options: {},
  run: answerLines,
}

async function answerLines({ input, lang, print, report, progress }: Context): Promise<Ending> {
  const calendar = await readCalendar()
  let ending: Ending = 'holds'
  let ready = ''
  progress(messages.waitingForInput())
  for await (const { line, content } of jsonLines(input)) {
    const question = content.ok ? readQuestion(content.value) : content
    if (!question.ok) {
      report(messages.inLine(line, question.refusal.text))
      ending = 'misused'
      continue
    }
    const { id, ...clock } = question.value
    const { due, provisional, steps } = dueAt({ ...clock, calendar })
    ready += `${JSON.stringify({ id, due, provisional, steps: steps.map((step) => say(step, lang)) })}\n`
    if (ready.length < CHUNK) continue
    await print(ready)
    ready = ''
  }
  if (ready !== '') await print(ready)
  return ending
}

type Question = {
  readonly id: string | number
  readonly rule: DeadlineRule
  readonly n: number
  readonly start: string
}

function readQuestion(value: unknown): Outcome<Question> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('not-an-object', {
      zh: '要一个 JSON 对象，例如 {"id":"A","rule":"days","n":7,"start":"2026-09-18 14:28"}',
      en: 'a JSON object is needed, such as {"id":"A","rule":"days","n":7,"start":"2026-09-18 14:28"}',
    })
  const { id, rule, n, start } = { id: undefined, rule: undefined, n: undefined, start: undefined, ...value }
  if (!isId(id))
    return refuse('no-id', { zh: 'id 要写成文字或数字，不能空着', en: 'id must be a text or a number, not empty' })
  if (!isRule(rule)) return unknownRule(rule)
  const most = rule === 'months' || rule === 'months-rolled' ? MOST.months : MOST.days
  if (!isWhole(n) || n < 1 || n > most)
    return refuse('bad-n', {
      zh: `n 要写成 1 至 ${most} 的整数，这里是 ${JSON.stringify(n) ?? '空的'}`,
      en: `n must be a whole number from 1 to ${most}, here it is ${JSON.stringify(n) ?? 'absent'}`,
    })
  if (start === undefined)
    return refuse('no-start', { zh: '没有写 start（从哪一刻起算）', en: 'start is absent (the moment it runs from)' })
  const instant = parseInstant(start)
  if (instant.ok) return done({ id, rule, n, start: instant.value })
  const { zh, en } = instant.refusal.text
  return refuse('bad-start', { zh: `start：${zh}`, en: `start: ${en}` })
}

function isId(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
}

function isRule(value: unknown): value is DeadlineRule {
  return deadlineRules.some((rule) => rule === value)
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function unknownRule(value: unknown) {
  const nearest = typeof value === 'string' ? nearestName(value, deadlineRules) : undefined
  const typed = JSON.stringify(value)
  return refuse('unknown-rule', {
    zh: `${typed === undefined ? '没有写 rule' : `没有 ${typed} 这种 rule`}${nearest === undefined ? '' : `，您是不是要写“${nearest}”`}；可用的见 youju due --help`,
    en: `${typed === undefined ? 'rule is absent' : `there is no rule ${typed}`}${nearest === undefined ? '' : `, did you mean "${nearest}"`}; youju due --help lists them`,
  })
}

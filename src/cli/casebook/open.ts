import { done, type Outcome } from '../../core/values/refusal.ts'
import type { GivenCommand } from '../../server/casebook/give.ts'
import type { Command, Context } from '../command.ts'
import { answer } from './case-command.ts'
import { orderOf, orderOptions } from './order-options.ts'
import { casebookOptions, withCasebook } from './with-casebook.ts'

export const openCommand: Command = {
  name: 'open',
  summary: { zh: '新建案件', en: 'Open a case' },
  usage: {
    zh: `知道多少写多少，以后可以补。打印案件编号。
例：youju open --words "手表走时不准" --problem quality_defect --order 290000000001 --shop 示例自营店 --own`,
    en: `Give what you know; the rest can follow. Prints the case’s id.
Example: youju open --words "watch loses time" --problem quality_defect --order 290000000001 --own`,
  },
  operands: [],
  options: {
    words: { takes: 'TEXT', summary: { zh: '出了什么问题，用自己的话', en: 'what went wrong, in your own words' } },
    problem: {
      takes: 'TYPE',
      summary: { zh: '问题类型代号，如 quality_defect', en: 'problem type, such as quality_defect' },
    },
    ...orderOptions,
    id: {
      takes: 'ID',
      summary: { zh: '自己起的编号；默认按日期生成', en: 'an id of your own; default: made from the day' },
    },
    key: { takes: 'KEY', summary: { zh: '幂等键：同一个键只建一次', en: 'idempotency key: opens once' } },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book) => {
      const { openCase } = await import('../../server/casebook/open-case.ts')
      const commands = commandsOf(context)
      if (!commands.ok) return answer(context, commands, book.knowledge)
      const { id, key } = context.options
      const opened = await openCase(
        book,
        { commands: commands.value, ...(id === undefined ? {} : { id }) },
        key === undefined ? {} : { key },
      )
      return answer(context, opened, book.knowledge)
    }),
}

function commandsOf(context: Context): Outcome<readonly GivenCommand[]> {
  const order = orderOf(context)
  if (!order.ok) return order
  const { words, problem } = context.options
  const commands: GivenCommand[] = [{ type: 'RecordOrder', payload: order.value }]
  if (words !== undefined) commands.push({ type: 'DescribeProblem', payload: { words } })
  if (problem !== undefined) commands.push({ type: 'ConfirmProblem', payload: { type: problem, confirmed: true } })
  return done(commands)
}

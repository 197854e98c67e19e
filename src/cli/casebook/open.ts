import { done, type Outcome } from '../../core/values/refusal.ts'
import type { GivenCommand } from '../../server/casebook/give.ts'
import type { Command, Context } from '../command.ts'
import { answer } from './case-command.ts'
import { amountOf, momentOf } from './option-values.ts'
import { dataOption, withCasebook } from './with-casebook.ts'

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
    order: { takes: 'NO', summary: { zh: '订单编号', en: 'order number' } },
    shop: { takes: 'NAME', summary: { zh: '店铺名称', en: 'the shop’s name' } },
    own: { summary: { zh: '京东自营', en: 'the platform’s own shop' } },
    'third-party': { summary: { zh: '第三方店铺', en: 'a third-party shop' } },
    item: { takes: 'NAME', summary: { zh: '商品名称', en: 'the goods' } },
    paid: { takes: 'YUAN', summary: { zh: '实付金额（元）', en: 'what was paid, in yuan' } },
    'paid-at': { takes: 'T', summary: { zh: '付款时间', en: 'when it was paid' } },
    'signed-at': { takes: 'T', summary: { zh: '签收时间', en: 'when it was signed for' } },
    id: {
      takes: 'ID',
      summary: { zh: '自己起的编号；默认按日期生成', en: 'an id of your own; default: made from the day' },
    },
    key: { takes: 'KEY', summary: { zh: '幂等键：同一个键只建一次', en: 'idempotency key: opens once' } },
    ...dataOption,
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

function commandsOf({ options, now }: Context): Outcome<readonly GivenCommand[]> {
  const fen = amountOf(options, 'paid')
  if (!fen.ok) return fen
  const [paidAt, signedAt] = [momentOf(options, 'paid-at', now), momentOf(options, 'signed-at', now)]
  if (!paidAt.ok) return paidAt
  if (!signedAt.ok) return signedAt
  const selfOperated = options.own !== undefined ? true : options['third-party'] !== undefined ? false : undefined
  const order = {
    platform: '京东',
    ...(options.order === undefined ? {} : { number: options.order }),
    ...(options.shop === undefined
      ? {}
      : { shop: { name: options.shop, ...(selfOperated === undefined ? {} : { selfOperated }) } }),
    ...(options.item === undefined
      ? {}
      : { items: [{ name: options.item, priceFen: fen.value ?? 0, quantity: 1, flags: [] }] }),
    ...(fen.value === undefined ? {} : { paidFen: fen.value }),
    ...(options['paid-at'] === undefined ? {} : { paidAt: paidAt.value }),
    ...(options['signed-at'] === undefined ? {} : { signedAt: signedAt.value }),
  }
  const commands: GivenCommand[] = [{ type: 'RecordOrder', payload: order }]
  if (options.words !== undefined) commands.push({ type: 'DescribeProblem', payload: { words: options.words } })
  if (options.problem !== undefined)
    commands.push({ type: 'ConfirmProblem', payload: { type: options.problem, confirmed: true } })
  return done(commands)
}

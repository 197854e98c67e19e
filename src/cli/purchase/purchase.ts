import { type Outcome, refuse } from '../../core/values/refusal.ts'
import type { Casebook } from '../../server/casebook/casebook.ts'
import { needed } from '../casebook/option-values.ts'
import { orderOf, orderOptions } from '../casebook/order-options.ts'
import { casebookOptions, withCasebook } from '../casebook/with-casebook.ts'
import type { Command, Context } from '../command.ts'
import { type Ending, endingOf } from '../exit-code.ts'

const MOST = 200
const doings = ['add', 'list', 'show', 'case', 'forget'] as const

export const purchaseCommand: Command = {
  name: 'purchase',
  summary: {
    zh: '购物账本：还没出问题时就记下，看各种期限到哪天',
    en: 'The ledger of purchases: kept before anything goes wrong, with their windows',
  },
  usage: {
    zh: `add --item 名称 … 记一笔；list 列出；show ID 看期限；case ID --words "…" 出了问题，转成案件；forget ID --yes 删除。
订单、凭证和回答都留在原处，转成案件不用重填。补充：youju answer ID 事实=值，youju add ID 文件。
例：youju purchase add --item 示例手表 --paid 1299 --shop 示例自营店 --own --signed-at 2026-11-13T14:00`,
    en: `add --item NAME … keeps one; list; show ID: its windows; case ID --words "…": it became a case; forget ID --yes.
Order, files and answers stay where they are: nothing is entered twice. More of it: youju answer ID FACT=VALUE,
youju add ID FILE. Example: youju purchase add --item watch --paid 1299 --own --signed-at 2026-11-13T14:00`,
  },
  operands: ['add|list|…', '[ID]'],
  options: {
    ...orderOptions,
    category: {
      takes: 'ID',
      summary: { zh: '商品类别代号，如 refrigerator', en: 'category of the goods, such as refrigerator' },
    },
    words: { takes: 'TEXT', summary: { zh: 'case：出了什么问题', en: 'case: what went wrong' } },
    yes: { summary: { zh: 'forget：确定删除', en: 'forget: yes, drop it for good' } },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book) => {
      const [doing = '', id = ''] = context.operands
      switch (doing) {
        case 'add':
          return add(context, book)
        case 'list':
          return list(context, book)
        case 'show':
          return show(context, book, id)
        case 'case':
          return becomeCase(context, book, id)
        case 'forget':
          return forget(context, book, id)
        default:
          context.report({
            zh: `purchase 后面写 ${doings.join('、')} 之一`,
            en: `purchase is followed by one of ${doings.join(', ')}`,
          })
          return 'misused'
      }
    }),
}

async function add(context: Context, book: Casebook): Promise<Ending> {
  const { openCase } = await import('../../server/casebook/open-case.ts')
  const [item, order] = [needed(context.options, 'item'), orderOf(context)]
  if (!item.ok) return refused(context, item)
  if (!order.ok) return refused(context, order)
  const kept = await openCase(book, { bought: true, commands: [{ type: 'RecordOrder', payload: order.value }] })
  if (!kept.ok) return refused(context, kept)
  return show(context, book, kept.value.kase.id)
}

async function list({ now, json, lang, print }: Context, { store }: Casebook): Promise<Ending> {
  const rows = await store.cases({ now, limit: MOST, status: 'purchase' })
  if (json) await print(`${JSON.stringify(rows, null, 2)}\n`)
  else {
    const { purchaseLines } = await import('./purchase-words.ts')
    await print(purchaseLines(rows, lang))
  }
  return 'holds'
}

async function show(context: Context, book: Casebook, id: string): Promise<Ending> {
  const { purchaseWindowsOf } = await import('../../server/casebook/purchases/purchase-windows.ts')
  const windows = await purchaseWindowsOf(book, id, context.lang)
  if (!windows.ok) return refused(context, windows)
  if (context.json) await context.print(`${JSON.stringify({ id, windows: windows.value }, null, 2)}\n`)
  else {
    const { windowLines } = await import('./purchase-words.ts')
    await context.print(windowLines(id, windows.value, book.knowledge, context.lang))
  }
  return 'holds'
}

async function becomeCase(context: Context, book: Casebook, id: string): Promise<Ending> {
  const words = needed(context.options, 'words')
  if (!words.ok) return refused(context, words)
  const [{ give }, { answer }] = await Promise.all([
    import('../../server/casebook/give.ts'),
    import('../casebook/case-command.ts'),
  ])
  const told = await give(book, id, [{ type: 'DescribeProblem', payload: { words: words.value } }])
  return answer(context, told, book.knowledge)
}

async function forget(context: Context, book: Casebook, id: string): Promise<Ending> {
  const [{ keptCase }, { isPurchase }, { forgetCase }] = await Promise.all([
    import('../../server/casebook/kept-case.ts'),
    import('../../core/case/status.ts'),
    import('../../server/casebook/forget-case.ts'),
  ])
  const kept = await keptCase(book, id)
  if (!kept.ok) return refused(context, kept)
  if (!isPurchase(kept.value.kase))
    return refused(
      context,
      refuse('not-a-purchase', {
        zh: `${id} 已经是案件，不在这里删除；案件办完用 youju close`,
        en: `${id} is a case by now and is not dropped here; close it with youju close`,
      }),
    )
  if (context.options.yes === undefined)
    return refused(
      context,
      refuse('not-confirmed', {
        zh: '删除后找不回来，凭证也一起删；确定就加 --yes',
        en: 'it cannot be brought back, its files go with it: add --yes if you mean it',
      }),
    )
  const gone = await forgetCase(book, id)
  if (!gone.ok) return refused(context, gone)
  if (context.json) await context.print(`${JSON.stringify({ id, originals: gone.value.originals })}\n`)
  return 'holds'
}

function refused({ report }: Context, outcome: Extract<Outcome<unknown>, { ok: false }>): Ending {
  report(outcome.refusal.text)
  return endingOf(outcome.refusal)
}

import { beforeBuying } from '../../server/casebook/purchases/before-buying.ts'
import type { Command } from '../command.ts'
import { endingOf } from '../exit-code.ts'

export const checkBeforeBuyingCommand: Command = {
  name: 'check-before-buying',
  summary: { zh: '下单前看一遍：哪些要当心', en: 'Before buying: what to look at, and why' },
  usage: {
    zh: `不写答案就列出要看的问题；写 事实=值 就告诉您意味着什么，不知道写 事实=?。有“先别买”时退出码为 1。
例：youju check-before-buying shop.score=4.5 invoice.offered=false`,
    en: `Without answers it lists what to look at; FACT=VALUE tells what that means, FACT=? that you do not know.
Exit code 1 when something says not to buy yet.
Example: youju check-before-buying shop.score=4.5 invoice.offered=false`,
  },
  operands: ['[FACT=VALUE…]'],
  options: {},
  async run({ operands, json, lang, print, report }) {
    const { readKnowledge } = await import('../../server/pack/knowledge-folder.ts')
    const answers: Record<string, string> = {}
    for (const stated of operands) {
      const [fact = '', value] = /^([^=＝]+)[=＝](.+)$/su.exec(stated)?.slice(1) ?? []
      if (value === undefined) {
        report({
          zh: `“${stated}”要写成 事实=值，例如 shop.score=4.5`,
          en: `"${stated}" must be written FACT=VALUE, such as shop.score=4.5`,
        })
        return 'misused'
      }
      answers[fact.trim()] = value.trim()
    }
    const knowledge = await readKnowledge(undefined, lang)
    const checked = beforeBuying(answers, knowledge)
    if (!checked.ok) {
      report(checked.refusal.text)
      return endingOf(checked.refusal)
    }
    if (json) await print(`${JSON.stringify(checked.value, null, 2)}\n`)
    else {
      const { buyingLines } = await import('./purchase-words.ts')
      await print(buyingLines(checked.value, knowledge, lang))
    }
    return checked.value.findings.some(({ level }) => level === 'stop') ? 'falls-short' : 'holds'
  },
}

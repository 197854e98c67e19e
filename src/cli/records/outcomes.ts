import {
  type Grouping,
  groupings,
  type OutcomeGroup,
  type OutcomeStatistics,
} from '../../core/advice/outcomes/statistics.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { isEvidenceKind } from '../../core/values/evidence-kind.ts'
import { evidenceKindName } from '../../core/values/evidence-kind-names.ts'
import { formatYuan } from '../../core/values/fen.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import { choiceOf } from '../casebook/option-values.ts'
import { casebookOptions, withCasebook } from '../casebook/with-casebook.ts'
import type { Command } from '../command.ts'
import { endingOf } from '../exit-code.ts'

export const outcomesCommand: Command = {
  name: 'outcomes',
  summary: {
    zh: '办完的案件结果如何：按问题、途径、店铺、证据',
    en: 'What came of closed cases: by problem, route, shop, tactic',
  },
  usage: {
    zh: `只数自己记下并结案的案件；少于 5 件的组不给数字。这不是统计样本，不能当成功率看。金额、天数是中位数。
例：youju outcomes --by route`,
    en: `Counts the closed cases that were kept here; groups of fewer than 5 show no figure. It is not a statistical
sample and no rate of success. Sums and days are medians.
Example: youju outcomes --by route`,
  },
  operands: [],
  options: {
    by: {
      takes: 'WHAT',
      summary: { zh: 'problem（默认）、route、shop 或 tactic', en: 'problem (default), route, shop or tactic' },
    },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book) => {
      const { outcomesBy } = await import('../../server/casebook/outcomes.ts')
      const by = choiceOf<Grouping>(context.options, 'by', groupings, 'problem')
      if (!by.ok) {
        context.report(by.refusal.text)
        return endingOf(by.refusal)
      }
      const figures = await outcomesBy(book, by.value)
      await context.print(
        context.json ? `${JSON.stringify(figures, null, 2)}\n` : outcomeLines(figures, book.knowledge, context.lang),
      )
      return 'holds'
    }),
}

function outcomeLines({ by, all, groups }: OutcomeStatistics, knowledge: Knowledge, lang: Lang): string {
  const t = (text: Text) => say(text, lang)
  const total = all === undefined ? [t(tooFew)] : [line(t({ zh: '全部', en: 'all' }), { hidden: false, ...all }, lang)]
  const lines = groups.map((group) => line(nameOf(group.name, by, knowledge, lang), group, lang))
  return `${[...total, ...lines, t(noSample)].join('\n')}\n`
}

const tooFew: Text = { zh: '结案的案件少于 5 件，还不给数字。', en: 'Fewer than 5 cases are closed: no figures yet.' }
const noSample: Text = {
  zh: '这是自己记录的案件，不是统计样本，不能当成功率看。',
  en: 'These are the cases kept here, not a statistical sample, and no rate of success.',
}

function line(name: string, group: Omit<OutcomeGroup, 'name'>, lang: Lang): string {
  const figures = group as OutcomeGroup
  if (figures.hidden) return say({ zh: `- ${name}：件数太少，不显示`, en: `- ${name}: too few to show` }, lang)
  const { cases, settled, askedFen, gotFen, days } = figures
  const asked =
    askedFen === undefined
      ? ''
      : say({ zh: `，要求 ${formatYuan(askedFen)} 元`, en: `, asked ${formatYuan(askedFen)} yuan` }, lang)
  const took = days === undefined ? '' : say({ zh: `，${days} 天`, en: `, ${days} days` }, lang)
  const got = say({ zh: `，到手 ${formatYuan(gotFen)} 元`, en: `, got ${formatYuan(gotFen)} yuan` }, lang)
  return `${say({ zh: `- ${name}：${cases} 件，解决 ${settled} 件`, en: `- ${name}: ${cases} cases, ${settled} settled` }, lang)}${asked}${got}${took}`
}

function nameOf(id: string, by: Grouping, knowledge: Knowledge, lang: Lang): string {
  if (by === 'shop') return id
  if (by === 'tactic') return isEvidenceKind(id) ? say(evidenceKindName(id), lang) : id
  const known = by === 'problem' ? knowledge.problems[id] : (knowledge.channels[id] ?? knowledge.routes[id])
  return known === undefined ? id : say(known.title, lang)
}

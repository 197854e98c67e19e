import { isFenField, type PageField } from '../../core/reading/page-reading.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import { casePlaces } from '../../server/pack/new-case/case-places.ts'
import type { CaseReading } from '../../server/pack/new-case/heap-case.ts'
import type { NewFolder } from '../../server/pack/new-case/new-folder.ts'
import { fieldNames } from './field-names.ts'

/** What was made, what to compare, what is missing. `titles` names the problem types. */
export function newText(made: NewFolder, titles: Readonly<Record<string, string>>, lang: Lang): string {
  const { folder, exhibits, kase, readings, problems, checks, remarks, unread, twice, advice } = made
  const words = (text: Text) => say(text, lang)
  const used = readings.filter(({ field, used: isUsed }) => isUsed && field !== 'problem.types')
  const open = readings.filter(({ used: isUsed }) => !isUsed)
  const shown = ({ field, value, exhibits: from, others }: CaseReading) =>
    `  ${words(placeNames[field] ?? { zh: field, en: field })}：${[value, ...others].join(' / ')}${from.length === 0 ? '' : `（${from.join('、')}）`}`
  const missing = advice.evidence.filter(({ status }) => status !== 'have')
  const parts: readonly (readonly string[])[] = [
    [
      words({
        zh: `新案件：${folder}（${exhibits} 件证据，${kase.contacts.length} 条沟通记录，已封存）`,
        en: `New case: ${folder} (${exhibits} exhibits, ${kase.contacts.length} contacts, sealed)`,
      }),
    ],
    section(words({ zh: '已填入，请对照原图核对：', en: 'Filled in, compare with the pictures:' }), used.map(shown)),
    section(words({ zh: '没有把握，没有填：', en: 'Too uncertain, not filled in:' }), open.map(shown)),
    section(words({ zh: '请留意：', en: 'Note:' }), [
      ...checks
        .filter(({ status }) => status !== 'have')
        .map(({ exhibit, why, how }) => `  ${exhibit === undefined ? '' : `${exhibit}：`}${words(why)}；${words(how)}`),
      ...remarks.map((remark) => `  ${words(remark)}`),
      ...unread.map(({ exhibit, file, why }) => `  ${exhibit} ${file}：${words(why)}`),
      ...twice.map(
        (file) =>
          `  ${words({ zh: `${file} 与前面的文件完全相同，只保留一份`, en: `${file} is the same as a file before; kept once` })}`,
      ),
    ]),
    section(
      words({ zh: '看起来是：', en: 'It seems to be:' }),
      problems.map(({ type }) => `  ${titles[type] ?? type}`),
    ),
    section(
      words({ zh: '还缺的证据：', en: 'Evidence missing or weak:' }),
      missing.slice(0, 5).map(({ why, how }) => `  ${why} ${how}`),
    ),
    section(
      words({ zh: '先回答这几问：', en: 'First questions:' }),
      advice.questions.slice(0, 5).map(({ ask, fact }) => `  ${ask}（${fact}）`),
    ),
    section(
      words({ zh: '接下来：', en: 'Next:' }),
      advice.next.slice(0, 3).map((step) => `  ${step.do}`),
    ),
    [
      words({
        zh: `核对 case.yaml 后：youju pack ${folder} -o 文书`,
        en: `After checking case.yaml: youju pack ${folder} -o papers`,
      }),
    ],
  ]
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines]
}

/** Places in case.yaml in plain words. */
const placeNames: Readonly<Record<string, Text>> = {
  'order.items': { zh: '商品', en: 'goods' },
  ...Object.fromEntries(Object.entries(casePlaces).map(([field, place]) => [place, named(field as PageField)])),
}

function named(field: PageField): Text {
  const { zh, en } = fieldNames[field]
  return isFenField(field) ? { zh: `${zh}（元）`, en: `${en} (yuan)` } : { zh, en }
}

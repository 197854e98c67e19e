import type { placeFolders, Verdict } from '../../core/knowledge/guide-claim.ts'
import type { Provision } from '../../core/knowledge/law.ts'
import type { ProvisionPage } from '../../core/knowledge/lookup/provision-page.ts'
import type { ImportedArticle } from '../../core/knowledge/statutes/imported-statutes.ts'
import type { Lang, Text } from '../../core/values/text.ts'
import type { StatuteFile } from '../../server/pack/statutes/import-statutes.ts'

/* The words around provisions and claims of the guide; their own sentences come from the knowledge. */

/** Marks between the parts of a line. */
export function marksOf(lang: Lang): { readonly colon: string; readonly comma: string; readonly stop: string } {
  return lang === 'en' ? { colon: ': ', comma: ', ', stop: '; ' } : { colon: '：', comma: '、', stop: '；' }
}

export const labels = {
  grants: { zh: '内容', en: 'Says' },
  conditions: { zh: '条件', en: 'If' },
  limits: { zh: '限度', en: 'Limits' },
  exceptions: { zh: '例外', en: 'Except' },
  proof: { zh: '举证', en: 'Proof' },
  imported: { zh: '导入的官方文本', en: 'Official text, imported' },
  note: { zh: '说明', en: 'Note' },
  lawNote: { zh: '关于全文', en: 'On the law' },
  force: { zh: '施行', en: 'In force' },
  seen: { zh: '核验', en: 'Checked' },
  url: { zh: '网址', en: 'Address' },
  with: { zh: '相关', en: 'Beside it' },
  versions: { zh: '前后文本', en: 'Before and after' },
  corrects: { zh: '更正指南', en: 'Answers the guide' },
  verdict: { zh: '核对结果', en: 'Verdict' },
  fact: { zh: '实际上', en: 'What is so' },
  basis: { zh: '依据', en: 'Basis' },
  instead: { zh: '这里怎么做', en: 'Done here' },
  places: { zh: '会碰到它的地方', en: 'Where it is met' },
} satisfies Record<string, Text>

export const inferred: Text = { zh: '（推论，条文没有写）', en: ' (inferred, not in the article)' }

export const grades: Readonly<Record<Provision['grade'], Text>> = {
  A: { zh: 'A，见过全文', en: 'A, full text seen' },
  B: { zh: 'B，只见官方摘录', en: 'B, official excerpt only' },
  C: { zh: 'C，二手资料，不能单独作依据', en: 'C, second hand, no ground by itself' },
}

export const kinds: Readonly<Record<(typeof placeFolders)[number], Text>> = {
  channels: { zh: '渠道', en: 'Doors' },
  letters: { zh: '文书', en: 'Papers' },
  rights: { zh: '权利', en: 'Rights' },
  deadlines: { zh: '期限', en: 'Clocks' },
  problems: { zh: '问题', en: 'Problems' },
  routes: { zh: '途径', en: 'Ways' },
  fees: { zh: '费用', en: 'Fees' },
  thresholds: { zh: '门槛', en: 'Thresholds' },
  bases: { zh: '金额依据', en: 'Sums' },
  purchase: { zh: '买前检查', en: 'Before buying' },
  cases: { zh: '案例', en: 'Cases' },
  risks: { zh: '表达风险', en: 'Risks of wording' },
}

export const verdicts: Readonly<Record<Verdict, Text>> = {
  correct: { zh: '对', en: 'right' },
  partly: { zh: '部分对', en: 'partly right' },
  wrong: { zh: '不对', en: 'wrong' },
  outdated: { zh: '过时', en: 'outdated' },
  unverifiable: { zh: '无法核实', en: 'cannot be verified' },
  missing: { zh: '指南没讲', en: 'left out by the guide' },
  notice: { zh: '提示', en: 'notice' },
}

/** Whether the words counted on the day, and since when and until when they do. */
export function force({ on, inForce, from, to }: Pick<ProvisionPage, 'on' | 'inForce' | 'from' | 'to'>): Text {
  const [zh, en] =
    inForce === null
      ? ['是否已施行，文本看不出', 'the texts do not say whether in force']
      : inForce
        ? ['有效', 'in force']
        : ['无效', 'not in force']
  const until = { zh: to === null ? '' : `，到 ${to} 止`, en: to === null ? '' : ` to ${to}` }
  return {
    zh: `${from === null ? '从哪天起文本没有写' : `${from} 起`}${until.zh}；${on} ${zh}`,
    en: `${from === null ? 'first day not stated' : `from ${from}`}${until.en}; on ${on} ${en}`,
  }
}

export const reachesBack: Text = {
  zh: '施行前发生、还没有终审的纠纷也适用',
  en: 'also counts for earlier disputes that are not finally decided',
}

export function readIn(sources: string, day: string): Text {
  return {
    zh: `读自 ${sources}（见 docs/sources.md），核对到 ${day}`,
    en: `read in ${sources} (docs/sources.md), checked up to ${day}`,
  }
}

export function checkedUpTo(day: string): Text {
  return { zh: `核对到 ${day}`, en: `checked up to ${day}` }
}

/** Where an imported text comes from; `at` is when it was imported, as people read it. */
export function importedFrom({ published, effective, file, sha256 }: ImportedArticle, at: string): Text {
  const zh = [published && `${published} 公布或修正`, effective && `${effective} 起施行`].filter(Boolean).join('，')
  const en = [published && `published or amended ${published}`, effective && `in force from ${effective}`]
  return {
    zh: `${zh}；来自 ${file}（SHA-256 ${sha256}），${at} 导入`,
    en: `${en.filter(Boolean).join(', ')}; from ${file} (SHA-256 ${sha256}), imported ${at}`,
  }
}

/** What a hit from an imported text bears. */
export function importedMark(file: string): Text {
  return { zh: `（导入的官方文本：${file}）`, en: `(imported official text: ${file})` }
}

const importedHow: Readonly<Record<StatuteFile['status'], Text>> = {
  new: { zh: '新收', en: 'new' },
  added: { zh: '补收', en: 'added' },
  same: { zh: '已有', en: 'held' },
  'passed-over': { zh: '略过', en: 'passed over' },
  refused: { zh: '没有收', en: 'refused' },
}

/** What became of a file, a line. */
export function importedFile(one: StatuteFile): Text {
  const how = importedHow[one.status]
  if (!('statute' in one))
    return {
      zh: `${how.zh}  ${one.file}：${one.refusal.text.zh}`,
      en: `${how.en}  ${one.file}: ${one.refusal.text.en}`,
    }
  const { file, statute, added } = one
  const law = `《${statute.title}》${statute.day}`
  const count = added === 0 ? { zh: '', en: '' } : { zh: `，${added} 条`, en: `, ${added} articles` }
  return { zh: `${how.zh}  ${file}：${law}${count.zh}`, en: `${how.en}  ${file}: ${law}${count.en}` }
}

export function nothingImported(): Text {
  return {
    zh: '一部法律也没有收进来，原因见上',
    en: 'No statute was taken; the reasons are above',
  }
}

export function wholeArticle(asked: string): Text {
  return { zh: `没有单独收 ${asked}，下面是整条。`, en: `${asked} has no entry of its own; this is the whole article.` }
}

export function otherText(asked: string, on: string): Text {
  return {
    zh: `${asked} 在 ${on} 不是有效的文本；那一天有效的是：`,
    en: `${asked} was not in force on ${on}; this was:`,
  }
}

export function verbUnknown(typed: string, nearest: string | undefined): Text {
  return {
    zh: `law 后面写 show、search 或 import，没有“${typed}”${nearest === undefined ? '' : `，您是不是要写“${nearest}”`}`,
    en: `law is followed by show, search or import, not "${typed}"${nearest === undefined ? '' : `; did you mean "${nearest}"`}`,
  }
}

export function badCount(typed: string, most: number): Text {
  return {
    zh: `要写 1 至 ${most} 的整数，这里是“${typed}”`,
    en: `needs a whole number from 1 to ${most}, not "${typed}"`,
  }
}

export function nothingFound(): Text {
  return {
    zh: '没有找到合适的条文；换几个词再试，例如“七天无理由”“发票不给开”',
    en: 'No provision fits; try other words, in Chinese',
  }
}

export function claimUnknown(typed: string, count: number): Text {
  return {
    zh: `没有“${typed}”这一条；指南说法编号是 C01 到 C${count}，youju law show guide 列出全部`,
    en: `There is no claim "${typed}"; they are numbered C01 to C${count}, and youju law show guide lists them`,
  }
}

import type { NextStep } from '../../core/advice/advice.ts'
import { formatYuan } from '../../core/values/fen.ts'
import { formatShanghai } from '../../core/values/instant.ts'
import { isLocalDate } from '../../core/values/local-date.ts'
import { type Lang, say } from '../../core/values/text.ts'
import type { Casebook } from '../../server/casebook/casebook.ts'
import type { Recorded } from '../../server/casebook/record.ts'

type CaseRow = Awaited<ReturnType<Casebook['store']['cases']>>[number]

/** What a recording answers: that it is kept, and the one step that comes next. */
export function recordedWords({ kase, changed }: Recorded, next: NextStep | undefined, lang: Lang): string {
  const kept = changed
    ? {
        zh: `已记入案件 ${kase.id}（第 ${kase.version} 条记录）。`,
        en: `Kept in case ${kase.id} (record ${kase.version}).`,
      }
    : { zh: `案件 ${kase.id} 里已经有这一条，没有重复记。`, en: `Case ${kase.id} has it already; nothing was added.` }
  if (next === undefined) return `${say(kept, lang)}\n`
  const by = next.by === undefined ? undefined : isLocalDate(next.by) ? next.by : formatShanghai(next.by)
  const until = by === undefined ? '' : say({ zh: `（${by} 前）`, en: ` (by ${by})` }, lang)
  return `${say(kept, lang)}\n${say({ zh: '下一步：', en: 'Next: ' }, lang)}${next.do}${until}\n`
}

/** A line a case: id, what it is about, the sum, the next clock. */
export function listWords(rows: readonly CaseRow[], lang: Lang): string {
  if (rows.length === 0)
    return `${say({ zh: '案件库里还没有案件。新建：youju open；导入案件文件夹：youju import FOLDER', en: 'No cases yet. Make one with youju open, or take in a case folder with youju import FOLDER' }, lang)}\n`
  return rows.map((row) => `${lineOf(row, lang)}\n`).join('')
}

function lineOf({ caseId, title, shop, status, fen, next }: CaseRow, lang: Lang): string {
  const parts = [
    caseId,
    shop === '' ? title : `${title} · ${shop}`,
    ...(status === 'closed' ? [say({ zh: '已结束', en: 'closed' }, lang)] : []),
    ...(fen === undefined ? [] : [say({ zh: `${formatYuan(fen)} 元`, en: `${formatYuan(fen)} yuan` }, lang)]),
    ...(next === undefined ? [] : [`${formatShanghai(next.due)} ${next.what}`]),
  ]
  return parts.join('  ')
}

import type { DeadlineFinding } from '../../advice/advice.ts'
import { epochMs } from '../../values/instant.ts'
import type { Dossier } from '../dossier.ts'
import { paperDue } from '../paper-date.ts'
import { type Built, nothing } from '../uses.ts'
import { leftOut } from './advice-list.ts'

const states: Readonly<Record<DeadlineFinding['status'], string>> = {
  running: '计时中',
  due: '今日到期',
  overdue: '已过期',
  done: '已办结',
}

/** Who must act, for people: consumers themselves are 您. */
export const actors: Readonly<Record<string, string>> = {
  consumer: '您',
  seller: '商家',
  platform: '平台',
  regulator: '主管部门',
  association: '消费者协会',
  carrier: '快递企业',
  court: '法院',
  nobody: '—',
}

const standings: Readonly<Record<DeadlineFinding['standing'], string>> = {
  law: '法律',
  platform: '平台规则',
  guide: '自定提醒',
  heuristic: '经验',
  user: '自定提醒',
}

/** Rows of a page that must stay one page. */
const most = 6

/** The clocks that still matter, soonest first: who, what, until when, on what ground. */
export function clocks({ advice }: Dossier): Built {
  const open = openClocks(advice.deadlines)
  if (open.length === 0) return nothing
  const rows = open
    .slice(0, most)
    .map((deadline) => [
      { text: `${paperDue(deadline.due)}${deadline.provisional ? '（暂定）' : ''}` },
      { text: actors[deadline.who] ?? deadline.who },
      { text: deadline.what },
      { text: states[deadline.status] },
      { text: standings[deadline.standing] },
    ])
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          { title: '到期', width: 46 },
          { title: '谁', width: 20 },
          { title: '事项', width: 'auto' },
          { title: '状态', width: 20 },
          { title: '依据', width: 20 },
        ],
        rows,
      },
      ...(open.length > most ? [leftOut(open.length - most)] : []),
    ],
  }
}

/**
 * Clocks that can still be acted on, soonest first: not what is done, nor reminders of the user's own that are past.
 * A clock that several things start on the same day is named once.
 */
export function openClocks(deadlines: readonly DeadlineFinding[]): readonly DeadlineFinding[] {
  return deadlines
    .filter(
      ({ status, standing }) =>
        status !== 'done' && (status !== 'overdue' || standing === 'law' || standing === 'platform'),
    )
    .toSorted((a, b) => epochMs(a.due) - epochMs(b.due) || (a.id < b.id ? -1 : 1))
    .filter(
      ({ who, what, due }, i, all) =>
        i === all.findIndex((one) => one.who === who && one.what === what && one.due === due),
    )
}

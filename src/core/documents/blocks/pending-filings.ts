import type { DeadlineFinding } from '../../advice/advice.ts'
import type { Filing } from '../../case/case.ts'
import type { Letter } from '../../knowledge/letter.ts'
import { citesText } from '../cites-text.ts'
import type { Dossier } from '../dossier.ts'
import { markGround } from '../ground-mark.ts'
import { pendingOf } from '../occasion/chase.ts'
import type { Sentence } from '../outline.ts'
import { paperDue, paperMoment } from '../paper-date.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'

/** The tickets to chase: when they were filed and chased, and the time that law or published rules give for them. */
export function pendingFilings(dossier: Dossier, letter: Letter): Built {
  const items = pendingOf(dossier).map(({ filing, clocks }): Sentence[] => [
    filed(dossier, letter, filing),
    ...clocks.filter(isBinding).map((clock) => timeOf(dossier, clock)),
  ])
  return items.length === 0 ? nothing : { blocks: [{ type: 'list', numbered: items.length > 1, items }] }
}

/** Another's duty by law or by published rules that is still open; the guide's cadence is nobody's duty. */
function isBinding({ who, standing, status, cites }: DeadlineFinding): boolean {
  return who !== 'consumer' && (standing === 'law' || standing === 'platform') && status !== 'done' && cites.length > 0
}

function filed({ knowledge, exhibits }: Dossier, letter: Letter, filing: Filing): Sentence {
  const channel = knowledge.channels[filing.channel]?.title.zh ?? inert(filing.channel)
  const ticket = filing.ticket === undefined ? '未取得编号' : `编号${inert(filing.ticket)}`
  const chased =
    filing.chasedAt.length === 0 ? '' : `，此后于${filing.chasedAt.map((at) => paperMoment(at)).join('、')}催促处理`
  const text = `${letter.self}于${paperMoment(filing.at)}通过“${channel}”渠道提出，${ticket}${chased}；${letter.self}的记录中还没有处理结果。`
  return markGround({ text, ground: { type: 'statement' } }, exhibits)
}

function timeOf({ knowledge }: Dossier, { standing, what, status, due, cites }: DeadlineFinding): Sentence {
  const rule = standing === 'law' ? '依照' : '按照平台公布的'
  const state = status === 'overdue' ? '已于' : '将于'
  const text = `${rule}${citesText(knowledge, cites)}，${what}；这一期限${state}${paperDue(due)}届满。`
  return { text, ground: { type: 'provision', refs: cites } }
}

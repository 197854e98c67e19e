import type { Filing } from '../../case/case.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Letter } from '../../knowledge/letter.ts'
import type { Dossier } from '../dossier.ts'
import { markGround } from '../ground-mark.ts'
import { paperMoment } from '../paper-date.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'

const privateDoors: readonly string[] = ['seller', 'platform', 'carrier', 'maker', 'payment']

/** Whether a filing lies with the other side or its platform, not with an authority or a court. */
export function isPrivate({ channel }: Filing, { channels }: Knowledge): boolean {
  const kind = channels[channel]?.kind
  return kind !== undefined && privateDoors.includes(kind)
}

/** Whether a paper may name this filing: naming an authority elsewhere can close a door (facts annex 1). */
export function mayName(filing: Filing, letter: Letter, knowledge: Knowledge): boolean {
  return letter.filings === 'all' || (letter.filings === 'private' && isPrivate(filing, knowledge))
}

/** The filings made so far with their numbers, as far as the paper may name them; a paper that must name all says 无. */
export function ticketNumbers({ kase, knowledge, exhibits }: Dossier, letter: Letter): Built {
  const items = kase.filings
    .filter((filing) => mayName(filing, letter, knowledge))
    .map((filing) => {
      const channel = knowledge.channels[filing.channel]?.title.zh ?? inert(filing.channel)
      const ticket = filing.ticket === undefined ? '未取得编号' : `编号${inert(filing.ticket)}`
      const text = `${paperMoment(filing.at)}通过“${channel}”渠道提出，${ticket}。`
      return [markGround({ text, ground: { type: 'statement' } }, exhibits)]
    })
  if (items.length > 0) return { blocks: [{ type: 'list', numbered: true, items }] }
  const none = markGround({ text: '无。', ground: { type: 'statement' } }, exhibits)
  return letter.filings === 'all' ? { blocks: [{ type: 'paragraph', sentences: [none] }] } : nothing
}

import type { Case, Filing, Reply } from '../../case/case.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Letter } from '../../knowledge/letter.ts'
import type { LetterBlockPart } from '../../knowledge/letters/letter-part.ts'
import { epochMs } from '../../values/instant.ts'
import type { Dossier } from '../dossier.ts'
import { inOrder, numbersText } from '../exhibit-number.ts'
import { markGround } from '../ground-mark.ts'
import type { Sentence } from '../outline.ts'
import { paperMoment } from '../paper-date.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'
import { dated } from './contacts-made.ts'
import { enclosed } from './exhibit-refs.ts'

type Decided = { readonly filing: Filing; readonly reply: Reply }

const final: readonly string[] = ['refused', 'closed', 'judged']

/** What the platform finally answered to each filing made with it. */
export function decidedFilings({ filings }: Case, { channels }: Knowledge): readonly Decided[] {
  return filings.flatMap((filing) => {
    const reply = filing.replies.findLast(({ kind }) => final.includes(kind))
    return reply && channels[filing.channel]?.kind === 'platform' ? [{ filing, reply }] : []
  })
}

/** The platform's decisions in its own words, each with its ticket, and the exhibits that are newer than it. */
export function decisions(dossier: Dossier, letter: Letter, { channels }: LetterBlockPart): Built {
  const items = decidedFilings(dossier.kase, dossier.knowledge)
    .filter(({ filing }) => channels === undefined || channels.includes(filing.channel))
    .map((decided) => [decision(dossier, decided), ...newer(dossier, letter, decided)])
  return items.length === 0 ? nothing : { blocks: [{ type: 'list', numbered: items.length > 1, items }] }
}

function decision({ knowledge, exhibits }: Dossier, { filing, reply }: Decided): Sentence {
  const channel = knowledge.channels[filing.channel]?.title.zh ?? inert(filing.channel)
  const ticket = filing.ticket === undefined ? '' : `（编号${inert(filing.ticket)}）`
  const text = `“${channel}”渠道${ticket}的处理结果为：“${inert(reply.words)}”。`
  const ids = inOrder(exhibits, reply.by)
  const ground = ids.length > 0 ? ({ type: 'exhibit', ids } as const) : ({ type: 'statement' } as const)
  return dated(reply.at, markGround({ text, ground }, exhibits))
}

/** Evidence that the decision could not have looked at; the decision itself is none. */
function newer(dossier: Dossier, letter: Letter, { reply }: Decided): Sentence[] {
  const ids = enclosed(dossier, letter)
    .map(({ exhibit }) => exhibit)
    .filter(
      ({ id, takenAt }) => takenAt !== undefined && epochMs(takenAt) > epochMs(reply.at) && !reply.by.includes(id),
    )
    .map(({ id }) => id)
  if (ids.length === 0) return []
  const text = `${numbersText(dossier.exhibits, ids)}是在${paperMoment(reply.at)}之后取得的证据。`
  return [{ text, ground: { type: 'exhibit', ids } }]
}

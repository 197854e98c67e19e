import type { Letter } from '../../knowledge/letter.ts'
import type { Dossier } from '../dossier.ts'
import { markGround } from '../ground-mark.ts'
import { openOffer } from '../occasion/offer.ts'
import type { Sentence } from '../outline.ts'
import { paperAmount } from '../paper-amount.ts'
import { paperDue } from '../paper-date.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'
import { dated } from './contacts-made.ts'

/** The open offer in its own words: who made it, the sum, what else it gives, what would be given up, until when. */
export function offerTerms({ kase, exhibits, now }: Dossier, letter: Letter): Built {
  const offer = openOffer(kase, now)
  if (!offer) return nothing
  const said = (text: string): Sentence => markGround({ text, ground: { type: 'statement' } }, exhibits)
  const { fen, remedy, waives, answerBy } = offer
  const givenUp = waives.map((words) => `“${inert(words)}”`).join('、')
  const lines = [
    dated(offer.at, said(`${inert(offer.from)}提出方案：“${inert(offer.words)}”。`)),
    ...(fen === undefined ? [] : [said(`方案的金额为${paperAmount(fen)}。`)]),
    ...(remedy === undefined ? [] : [said(`金额以外的内容为：“${inert(remedy)}”。`)]),
    said(givenUp === '' ? `方案没有写明要${letter.self}放弃什么。` : `接受方案，${letter.self}要放弃：${givenUp}。`),
    ...(answerBy === undefined ? [] : [said(`要求在${paperDue(answerBy)}前答复。`)]),
  ]
  const items = lines.map((line) => [line])
  return { blocks: [{ type: 'list', numbered: false, items }], uses: { facts: ['offers'] } }
}

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
  const facts = (...paths: string[]) => paths
  const lines: Sentence[] = [
    {
      ...dated(offer.at, said(`${inert(offer.from)}提出方案：“${inert(offer.words)}”。`)),
      facts: facts('offer.words'),
    },
  ]
  if (offer.fen !== undefined)
    lines.push({ ...said(`方案的金额为${paperAmount(offer.fen)}。`), facts: facts('offer.sum') })
  if (offer.remedy !== undefined)
    lines.push({ ...said(`金额以外的内容为：“${inert(offer.remedy)}”。`), facts: facts('offer.remedy') })
  lines.push(
    offer.waives.length === 0
      ? said(`方案没有写明要${letter.self}放弃什么。`)
      : {
          ...said(`接受方案，${letter.self}要放弃：${offer.waives.map((one) => `“${inert(one)}”`).join('、')}。`),
          facts: facts('offer.waives'),
        },
  )
  if (offer.answerBy !== undefined)
    lines.push({ ...said(`要求在${paperDue(offer.answerBy)}前答复。`), facts: facts('offer.answer-by') })
  return { blocks: [{ type: 'list', numbered: false, items: lines.map((line) => [line]) }] }
}

import type { ClaimLine } from '../../knowledge/letters/letter-part.ts'
import { demandedFen, demandedRights } from '../blocks/demands.ts'
import type { Dossier } from '../dossier.ts'
import { paperAmount } from '../paper-amount.ts'
import type { PaperRight } from '../paper-rights.ts'
import { inert } from '../user-text.ts'
import type { Built } from '../uses.ts'
import { owedByMark } from './respondents.ts'

const [ticked, open] = ['■', '□']

/** The claims as a checklist: what can be claimed, whether it is, and for what; what is not is left to be filled in by hand. */
export function claimList({ claims }: { readonly claims: readonly ClaimLine[] }, dossier: Dossier): Built {
  const demanded = demandedRights(dossier)
  let left = demanded
  const rows = claims.map((line) => {
    const taken = left.filter((one) => takes(line, one))
    left = left.filter((one) => !taken.includes(one))
    return [{ text: line.label }, ...claimed(line, taken, dossier)]
  })
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          { title: '请求事项', width: 46, label: true },
          { title: '主张', width: 14, align: 'center' },
          { title: '内容和金额', width: 'auto' },
        ],
        rows,
      },
    ],
    uses: { facts: demanded.flatMap(({ facts }) => facts) },
  }
}

function takes(line: ClaimLine, { right }: PaperRight): boolean {
  if ('rest' in line) return true
  if (!('takes' in line)) return false
  const { remedies, against } = line.takes
  return (
    (remedies === undefined || remedies.includes(right.remedy)) &&
    (against === undefined || right.against.every((party) => against.includes(party)))
  )
}

/** The box and the words beside a line. */
function claimed(line: ClaimLine, taken: readonly PaperRight[], dossier: Dossier) {
  if ('always' in line) return [{ text: ticked }, { text: line.always }]
  if ('byHand' in line) return [{ text: open }, { text: line.byHand }]
  const texts = 'restsOn' in line ? endings(line, dossier) : [...claimTexts(taken, dossier), ...ownWords(line, dossier)]
  return texts.length > 0
    ? [{ text: ticked }, { text: texts.join('\n') }]
    : [{ text: open }, { text: line.blank ?? '' }]
}

type Ending = Extract<ClaimLine, { restsOn: unknown }>

function endings({ restsOn, text }: Ending, dossier: Dossier): readonly string[] {
  const cites = demandedRights(dossier).flatMap((one) => one.cites)
  return cites.some((ref) => restsOn.some((one) => ref === one || ref.startsWith(`${one}.`))) ? [text] : []
}

function claimTexts(taken: readonly PaperRight[], dossier: Dossier): readonly string[] {
  return taken.map(
    (one) => `${hasOwnSum(dossier) ? one.right.title.zh : one.demand}${owedByMark(one.right, dossier)}。`,
  )
}

/** Whether the user asks for another sum than the rights come to: then only their own words name sums. */
function hasOwnSum(dossier: Dossier): boolean {
  const chosen = dossier.chosen?.fen
  return chosen !== undefined && chosen !== demandedRights(dossier).reduce((sum, { fen = 0 }) => sum + fen, 0)
}

function ownWords(line: ClaimLine, dossier: Dossier): readonly string[] {
  const { chosen } = dossier
  if (!('rest' in line) || chosen === undefined) return []
  const fen = demandedFen(dossier)
  return [`${inert(chosen.words)}${fen === undefined ? '' : `（${paperAmount(fen)}）`}。`]
}

import type { Offer } from '../../case/case.ts'
import { atShanghai, inShanghai } from '../../values/instant.ts'
import { isLocalDate } from '../../values/local-date.ts'
import type { OfferFinding, Rung } from '../advice.ts'
import type { Clock } from '../clocks/deadlines.ts'
import type { World } from '../clocks/happening.ts'

const options = ['accept', 'counter', 'decline'] as const

/**
 * Each offer with the moment to answer by: the one it names, else the guide's reminder (a day counts to its end). There is
 * nothing to choose once it is answered or the case is closed. `compared` are the rungs whose sum it does not reach.
 */
export function offerFindings(
  clocks: readonly Clock[],
  ladder: readonly Rung[],
  { kase }: Pick<World, 'kase'>,
): readonly OfferFinding[] {
  return kase.offers.map((offer) => ({
    id: offer.id,
    received: inShanghai(offer.at),
    answerBy: answerBy(offer, clocks),
    waives: offer.waives,
    options: offer.decision === undefined && kase.status !== 'closed' ? options : [],
    compared: shortOf(offer, ladder),
  }))
}

function answerBy({ id, at, answerBy: named }: Offer, clocks: readonly Clock[]): string {
  if (named !== undefined) return inShanghai(isLocalDate(named) ? atShanghai(named, 23, 59, 59) : named)
  const reminder = clocks.find(({ start }) => start.kind === 'offer' && start.key === id)
  return reminder?.finding.due ?? inShanghai(at)
}

function shortOf({ fen }: Offer, ladder: readonly Rung[]): number[] {
  if (fen === undefined) return []
  const above = ladder.filter((rung) => rung.fen !== undefined && rung.fen > fen)
  return [...new Set(above.map((rung) => rung.rung))]
}

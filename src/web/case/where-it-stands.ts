import type { Advice, DeadlineFinding } from '../../core/advice/advice.ts'
import type { Case, Closing, Demand, Filing } from '../../core/case/case.ts'
import { epochMs } from '../../core/values/instant.ts'

/** Whose turn it is, and until when. */
export type Turn =
  | { readonly type: 'closed'; readonly closing: Closing | undefined }
  | { readonly type: 'describe' }
  | { readonly type: 'answer-offer'; readonly from: string; readonly by: string }
  | { readonly type: 'own-window'; readonly clock: DeadlineFinding }
  | { readonly type: 'they-are-late'; readonly clock: DeadlineFinding }
  | { readonly type: 'they-must'; readonly clock: DeadlineFinding }
  | { readonly type: 'no-answer-yet' }
  | { readonly type: 'answered' }
  | { readonly type: 'not-filed' }

export type Standing = {
  readonly demand: Demand | undefined
  /** The newest filing that stands. */
  readonly filing: Filing | undefined
  readonly turn: Turn
}

const [day, month] = [86_400_000, 30 * 86_400_000]

/** Where a case stands: what was asked, where, and who has to act by when. What presses most decides. */
export function whereItStands(kase: Case, advice: Advice): Standing {
  const filing = kase.filings.filter(({ withdrawnAt }) => withdrawnAt === undefined).at(-1)
  return { demand: kase.demands.at(-1), filing, turn: turnOf(kase, advice, filing) }
}

function turnOf(kase: Case, { now, offers, deadlines }: Advice, filing: Filing | undefined): Turn {
  if (kase.status === 'closed') return { type: 'closed', closing: kase.closing }
  if (kase.problem.types.length === 0) return { type: 'describe' }
  const left = (due: string) => epochMs(due) - epochMs(now)
  const offer = offers.find(({ options, answerBy }) => options.length > 0 && left(answerBy) >= 0)
  const from = kase.offers.find(({ id }) => id === offer?.id)?.from ?? ''
  const open = deadlines.filter((clock) => clock.status !== 'done' && isBinding(clock)).sort(earliest)
  const own = open.find(({ who, due }) => who === 'consumer' && left(due) >= 0 && left(due) <= month)
  if (offer !== undefined && (own === undefined || epochMs(offer.answerBy) <= epochMs(own.due)))
    return { type: 'answer-offer', from, by: offer.answerBy }
  const theirs = open.filter(({ who }) => who !== 'consumer' && who !== 'nobody')
  /** Lateness that the user has already answered with a filing is no news. */
  const late = theirs
    .filter(({ status, due }) => status === 'overdue' && (filing === undefined || epochMs(due) > epochMs(filing.at)))
    .at(-1)
  if (own !== undefined && (late === undefined || left(own.due) <= 3 * day)) return { type: 'own-window', clock: own }
  if (late !== undefined) return { type: 'they-are-late', clock: late }
  const running = theirs.find(({ status }) => status !== 'overdue')
  if (running !== undefined) return { type: 'they-must', clock: running }
  if (filing === undefined) return { type: 'not-filed' }
  return filing.replies.some(({ kind }) => kind !== 'acknowledged') ? { type: 'answered' } : { type: 'no-answer-yet' }
}

/** The user's own window of law or platform that closes first; without one, the first of any open clock. */
export function firstWindow({ deadlines }: Advice): DeadlineFinding | undefined {
  const open = deadlines.filter(({ status, who }) => (status === 'running' || status === 'due') && who !== 'nobody')
  const own = open.filter((clock) => clock.who === 'consumer' && isBinding(clock))
  return [...(own.length > 0 ? own : open)].sort(earliest)[0]
}

/** The sum asked for; before one is chosen, the most that a right which applies comes to. */
export function sumAtStake(
  kase: Case,
  { rights }: Advice,
): { readonly fen: number; readonly chosen: boolean } | undefined {
  const chosen = kase.demands.at(-1)?.fen
  if (chosen !== undefined) return { fen: chosen, chosen: true }
  const sums = rights.flatMap(({ status, amount }) => (status === 'applies' && amount ? [amount.fen] : []))
  return sums.length === 0 ? undefined : { fen: Math.max(...sums), chosen: false }
}

function isBinding({ standing }: DeadlineFinding): boolean {
  return standing === 'law' || standing === 'platform'
}

function earliest(a: DeadlineFinding, b: DeadlineFinding): number {
  return epochMs(a.due) - epochMs(b.due)
}

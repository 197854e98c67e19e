import { likeness } from '../values/likeness.ts'
import { type Outcome, refuse } from '../values/refusal.ts'
import { admit, fitsText, follows, freeId, happened, idFor, needsId, needsText, type Objection } from './admission.ts'
import type { Case, Filing } from './case.ts'
import type { Step } from './log/step.ts'

type Made = Pick<Filing, 'id' | 'channel' | 'at' | 'ticket' | 'text' | 'sameTextBecause'>
type Later = { readonly filing: string; readonly at: string }

export type FilingEvent =
  | Step<'FilingMade', Made>
  | Step<'FilingChased', Later>
  | Step<'AppealFiled', Later>
  | Step<'FilingWithdrawn', Later>

/** A filing without an id gets the next of F1, F2 … `sameTextBecause` overrides the refusal of a repeated text. */
export type FilingCommand =
  | Step<'MakeFiling', Omit<Made, 'id'> & { readonly id?: string }>
  | Step<'ChaseFiling', Later>
  | Step<'FileAppeal', Later>
  | Step<'WithdrawFiling', Later>

/** Channels of the platform that deal with an order: a filing there without its number is void. */
const orderChannels: readonly string[] = ['jd-service', 'jd-phone', 'jd-dispute', 'jd-appeal']

/**
 * Near-identical: three quarters of all pairs of characters are common, or nine tenths of the shorter text stand in
 * the longer one. Two texts on one case share order number, dates and names; written afresh they stay well below.
 * Texts with fewer pairs than `FEWEST_PAIRS` are too short to be told apart by what they contain.
 */
const SAME_JACCARD = 0.75
const SAME_CONTAINMENT = 0.9
const FEWEST_PAIRS = 20

export function decideFiling(kase: Case, command: FilingCommand): Outcome<readonly FilingEvent[]> {
  const { at } = command
  switch (command.type) {
    case 'MakeFiling': {
      const used = kase.filings.map((filing) => filing.id)
      const id = idFor(kase, command.payload.id, 'F', used)
      const payload = { ...command.payload, id }
      return admit<FilingEvent>(
        [
          freeId(kase, id, used, 'id'),
          needsId(payload.channel, 'channel'),
          happened(payload.at, at, 'at'),
          fitsText(payload.ticket, 'ticket'),
          fitsText(payload.text, 'text'),
          payload.sameTextBecause === undefined ? undefined : needsText(payload.sameTextBecause, 'same-text-because'),
          needsOrderNumber(kase, payload.channel),
          repeats(kase, payload),
        ],
        { type: 'FilingMade', at, payload },
      )
    }
    case 'ChaseFiling':
      return admit<FilingEvent>(afterFiling(kase, command, 'chased-at', { zh: '催办时间', en: 'chasing' }), {
        type: 'FilingChased',
        at,
        payload: command.payload,
      })
    case 'FileAppeal':
      return admit<FilingEvent>(afterFiling(kase, command, 'appealed-at', { zh: '申诉时间', en: 'appealing' }), {
        type: 'AppealFiled',
        at,
        payload: command.payload,
      })
    case 'WithdrawFiling':
      return admit<FilingEvent>(afterFiling(kase, command, 'withdrawn-at', { zh: '撤回时间', en: 'withdrawing' }), {
        type: 'FilingWithdrawn',
        at,
        payload: command.payload,
      })
  }
}

export function foldFiling(kase: Case, event: FilingEvent): Case {
  switch (event.type) {
    case 'FilingMade':
      return { ...kase, filings: [...kase.filings, { ...event.payload, replies: [], chasedAt: [] }] }
    case 'FilingChased':
      return changedFiling(kase, event.payload.filing, (filing) => ({
        ...filing,
        chasedAt: [...filing.chasedAt, event.payload.at],
      }))
    case 'AppealFiled':
      return changedFiling(kase, event.payload.filing, (filing) => ({ ...filing, appealedAt: event.payload.at }))
    case 'FilingWithdrawn':
      return changedFiling(kase, event.payload.filing, (filing) => ({ ...filing, withdrawnAt: event.payload.at }))
  }
}

/** The case with one filing changed; an id that is not there changes nothing. */
export function changedFiling(kase: Case, id: string, change: (filing: Filing) => Filing): Case {
  return { ...kase, filings: kase.filings.map((filing) => (filing.id === id ? change(filing) : filing)) }
}

/** Objects to a filing that the case does not have. */
export function needsFiling(kase: Case, id: string): Objection {
  if (kase.filings.some((filing) => filing.id === id)) return undefined
  return refuse('filing-unknown', { zh: `案件里没有申请 ${id}`, en: `the case has no filing ${id}` }, 'filing')
}

type LaterCommand = Extract<FilingCommand, { readonly payload: Later }>

function afterFiling(
  kase: Case,
  command: LaterCommand,
  at: string,
  name: { readonly zh: string; readonly en: string },
): readonly Objection[] {
  const { payload } = command
  const filing = kase.filings.find((entry) => entry.id === payload.filing)
  return [
    needsFiling(kase, payload.filing),
    happened(payload.at, command.at, at),
    follows({ instant: payload.at, at, ...name }, { instant: filing?.at, at: 'at', zh: '提交时间', en: 'filing' }),
    filing?.withdrawnAt === undefined
      ? undefined
      : refuse(
          'filing-withdrawn',
          { zh: `申请 ${filing.id} 已撤回`, en: `filing ${filing.id} has been withdrawn` },
          at,
        ),
  ]
}

function needsOrderNumber(kase: Case, channel: string): Objection {
  if (!orderChannels.includes(channel) || (kase.order.number ?? '').trim() !== '') return undefined
  return refuse(
    'order-number-missing',
    {
      zh: `向平台（${channel}）提交投诉必须有订单号，否则视为无效；请先在 order.number 写上订单号（京东 App → 我的订单 → 订单详情）`,
      en: `a complaint to the platform (${channel}) is void without the order number; first write it in order.number (JD app → my orders → order details)`,
    },
    'channel',
  )
}

function repeats(kase: Case, made: Made): Objection {
  const { text } = made
  if (text === undefined || made.sameTextBecause !== undefined) return undefined
  const twin = kase.filings.find(
    (filing) => filing.withdrawnAt === undefined && filing.text !== undefined && sameText(filing.text, text),
  )
  if (twin === undefined) return undefined
  return refuse(
    'filing-repeated',
    {
      zh: `这份文字与 ${twin.id}（${twin.channel}）提交的几乎相同；重复提交容易被合并或关闭。请按这个渠道的要求改写，确有必要原样提交的，在 same-text-because 写明理由`,
      en: `this text is nearly the same as that of ${twin.id} (${twin.channel}); repeated filings tend to be merged or closed. Rewrite it for this channel, or, where it must stay, give the reason in same-text-because`,
    },
    'text',
  )
}

function sameText(one: string, other: string): boolean {
  if (one.trim() !== '' && one.trim() === other.trim()) return true
  const alike = likeness(one, other)
  return alike.jaccard >= SAME_JACCARD || (alike.pairs >= FEWEST_PAIRS && alike.containment >= SAME_CONTAINMENT)
}

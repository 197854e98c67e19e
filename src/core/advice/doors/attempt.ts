import type { Filing } from '../../case/case.ts'
import { type Deadline, isOn } from '../../knowledge/deadline.ts'
import { epochMs, instantAt } from '../../values/instant.ts'
import type { Clock } from '../clocks/deadlines.ts'
import type { World } from '../clocks/happening.ts'
import { factValue } from '../fact-table.ts'

/** How far the user has come with one channel. */
export type Attempt = {
  /** Filings that were not withdrawn, oldest first; an appeal noted on the ticket it is against is one of them. */
  readonly filings: readonly Filing[]
  readonly tried: boolean
  /** Filings that still run: nothing final has come back. */
  readonly running: readonly Filing[]
  /** Clocks of an attempt there that still run: until then there is an answer to wait for. */
  readonly waiting: readonly Clock[]
}

/** Filings, contacts and running clocks on a channel. The seller also counts as tried where the facts say so. */
export function attemptOn(channel: string, clocks: readonly Clock[], world: World): Attempt {
  const { kase, facts } = world
  const made = kase.filings.filter((filing) => filing.channel === channel)
  const filings = [...made, ...appeals(channel, world)].filter((filing) => filing.withdrawnAt === undefined)
  const spoken = kase.contacts.some((contact) => contact.channel === channel && contact.direction === 'out')
  const known = channel === 'seller' && factValue(facts, 'contact.seller-tried') === true
  const own = clocks.filter((clock) => belongsTo(clock, channel))
  const tried = filings.length > 0 || spoken || known || own.length > 0
  return { filings, tried, running: filings.filter(isPending), waiting: own.filter(isOpen) }
}

/** Appeals noted on tickets elsewhere whose noting meets this channel's window, each with the replies after it. */
function appeals(channel: string, { kase, knowledge }: World): Filing[] {
  const { window = '' } = knowledge.channels[channel] ?? {}
  const ends = knowledge.deadlines[window]?.ends ?? []
  const meets = (filing: Filing) =>
    ends.some((end) => 'filing' in end && end.step === 'appealed' && isOn(end.filing, filing.channel))
  return kase.filings.flatMap((filing) => {
    const at = filing.appealedAt
    if (at === undefined || !meets(filing)) return []
    const after = filing.replies.filter((reply) => epochMs(reply.at) > epochMs(at))
    return [{ ...filing, channel, at, replies: after }]
  })
}

/** A clock that an attempt on the channel set off, its own or one that a dated fact stands in for. */
function belongsTo({ deadline, start }: Clock, channel: string): boolean {
  if (!isWait(deadline)) return false
  if (start.channel !== undefined) return start.channel === channel
  return (
    start.kind === 'fact' &&
    deadline.starts.some((trigger) => 'filing' in trigger && trigger.step === 'made' && isOn(trigger.filing, channel))
  )
}

/**
 * Whether it measures how long to wait for others. The user's own windows and chasers do not, nor does what follows only
 * when a wait has run out (the notice that a mediation is over).
 */
function isWait({ who, standing, repeats, starts }: Deadline): boolean {
  const follows = starts.every((trigger) => 'clock' in trigger)
  return !repeats && !follows && (who !== 'consumer' || standing === 'guide' || standing === 'heuristic')
}

function isOpen({ finding }: Clock): boolean {
  return finding.status === 'running' || finding.status === 'due'
}

/** When the last of the waiting is over, as an instant; undefined when nothing is waited for. */
export function waitsUntil({ waiting }: Attempt): string | undefined {
  return waiting.length === 0 ? undefined : instantAt(Math.max(...waiting.map((clock) => clock.dueMs)))
}

/** Whether a filing still waits for its last word: nothing final has come back. */
export function isPending({ replies }: Filing): boolean {
  return !replies.some((reply) => final.includes(reply.kind))
}

const final: readonly string[] = ['answered', 'refused', 'mediation-ended', 'closed', 'judged']

import type { Outcome } from '../values/refusal.ts'
import { replyKinds } from '../values/reply-kind.ts'
import { admit, fitsText, follows, freeId, happened, idFor, needsExhibits, oneOf } from './admission.ts'
import type { Case, Reply } from './case.ts'
import { changedFiling, needsFiling } from './filing.ts'
import type { Step } from './log/step.ts'

type Received = Reply & { readonly filing: string }

export type ReplyEvent = Step<'ReplyReceived', Received>
/** A reply without an id gets the next of R1, R2 … */
export type ReplyCommand = Step<'ReceiveReply', Omit<Received, 'id'> & { readonly id?: string }>

export function decideReply(kase: Case, command: ReplyCommand): Outcome<readonly ReplyEvent[]> {
  const { at } = command
  const used = kase.filings.flatMap((filing) => filing.replies.map((reply) => reply.id))
  const id = idFor(kase, command.payload.id, 'R', used)
  const payload = { ...command.payload, id }
  const filing = kase.filings.find((entry) => entry.id === payload.filing)
  return admit<ReplyEvent>(
    [
      needsFiling(kase, payload.filing),
      freeId(kase, id, used, 'id'),
      happened(payload.at, at, 'at'),
      follows(
        { instant: payload.at, at: 'at', zh: '答复时间', en: 'the reply' },
        { instant: filing?.at, at: '', zh: '提交时间', en: 'the filing' },
      ),
      oneOf(payload.kind, replyKinds, 'kind'),
      fitsText(payload.words, 'words'),
      needsExhibits(kase, payload.by, 'exhibits'),
    ],
    { type: 'ReplyReceived', at, payload },
  )
}

export function foldReply(kase: Case, event: ReplyEvent): Case {
  const { filing, ...reply } = event.payload
  return changedFiling(kase, filing, (entry) => ({ ...entry, replies: [...entry.replies, reply] }))
}

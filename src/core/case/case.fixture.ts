import fc from 'fast-check'
import { evidenceKinds } from '../values/evidence-kind.ts'
import { replyKinds } from '../values/reply-kind.ts'
import { decide } from './decide.ts'
import type { CaseEvent, Command } from './event.ts'
import { factStatuses } from './fact.ts'
import { fold } from './fold.ts'
import { offerAnswers } from './offer.ts'
import { outcomes } from './status.ts'

export const now = '2026-11-01T00:00:00Z'
export const sha = (mark: string) => mark.repeat(64)

/** The log that these commands lead to; a refused one is a fault of the test. */
export function given(...commands: readonly Command[]): readonly CaseEvent[] {
  const log: CaseEvent[] = []
  for (const command of commands) {
    const decided = decide(fold(log), command)
    if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.text.en}`)
    log.push(...decided.value)
  }
  return log
}

export const open: Command = { type: 'OpenCase', at: now, payload: { id: 'case' } }

/** Codes with which a command is refused after these events; empty when it is accepted. */
export function refusedWith(log: readonly CaseEvent[], command: Command): readonly string[] {
  const decided = decide(fold(log), command)
  return decided.ok ? [] : (decided.refusal.all ?? [decided.refusal]).map((refusal) => refusal.code)
}

const instant = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.constantFrom('2026-09-01T02:00:00Z', '2026-09-02T02:00:30Z', '2026-10-05T15:59:59.5Z', now),
  },
  { weight: 1, arbitrary: fc.constantFrom('2027-01-01T00:00:00Z', '2026-09-01 10:00', '', '2026-02-30T00:00:00Z') },
)
const text = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('走时不准，要求退货', '$& {{x}} #read <b> =1+1 \u202E') },
  { weight: 20, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }).map((words) => `${words}。`) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ') },
)
const fen = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 0, max: 500_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, Number.NaN, 1e15) },
)
const id = (letter: string) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(`${letter}1`, `${letter}1`, `${letter}2`, `${letter}3`) },
    { weight: 1, arbitrary: fc.constantFrom('x y', '') },
  )
const exhibits = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(id('E'), { maxLength: 2 }))
const optional = <T>(keys: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(keys, { requiredKeys: [] })
const partly = <T, K extends keyof T>(keys: { [P in keyof T]: fc.Arbitrary<T[P]> }, ...required: K[]) =>
  fc.record(keys, { requiredKeys: required })

const item = partly(
  {
    name: text,
    priceFen: fen,
    quantity: fc.constantFrom(1, 2, 3, 4, 0, 1.5),
    flags: fc.array(fc.constantFrom('custom-made', 'perishable')),
    model: text,
  },
  'name',
  'priceFen',
  'quantity',
  'flags',
)

const payloads = {
  OpenCase: fc.record({ id: id('case') }),
  CloseCase: fc.record({ at: instant, outcome: fc.constantFrom(...outcomes) }),
  ReopenCase: fc.record({ at: instant, why: text }),
  RecordOrder: optional({
    number: text,
    paidFen: fen,
    placedAt: instant,
    paidAt: instant,
    shippedAt: instant,
    signedAt: instant,
    cashOnDelivery: fc.boolean(),
    items: fc.array(item, { maxLength: 2 }),
    shop: optional({ name: text, company: text, selfOperated: fc.boolean() }),
    invoice: optional({ number: text, fen, issuedOn: fc.constantFrom('2026-09-03', '2026-02-30') }),
  }),
  RecordConsumer: optional({ name: text, phone: text, address: text }),
  DescribeProblem: fc.record({ words: text }),
  ConfirmProblem: fc.record({ type: fc.constantFrom('quality_defect', 'food_safety', 'X'), confirmed: fc.boolean() }),
  StateFact: partly(
    {
      fact: fc.constantFrom('fault.present', 'fault.found-on', 'nodot'),
      status: fc.constantFrom(...factStatuses),
      value: fc.oneof(fc.boolean(), fen, text),
      by: exhibits,
    },
    'fact',
    'status',
    'by',
  ),
  AddEvidence: partly(
    {
      id: id('E'),
      file: fc.nat(30).map((n) => `evidence/聊天\u202E${n}.jpg`),
      sha256: fc.constantFrom(sha('a'), sha('a'), sha('b'), 'no'),
      bytes: fc.constantFrom(1, 2, 3, -1),
      kind: fc.constantFrom(...evidenceKinds),
      title: text,
      shows: fc.array(fc.constant('waybill')),
      takenAt: instant,
    },
    'file',
    'sha256',
    'bytes',
    'kind',
    'title',
    'shows',
  ),
  DescribeEvidence: partly({ id: id('E'), title: text, proves: text, takenAt: instant }, 'id'),
  WithdrawEvidence: fc.record({ id: id('E'), why: text }),
  LogContact: partly(
    {
      id: id('C'),
      at: instant,
      channel: fc.constantFrom('seller', 'jd-service', '坏'),
      direction: fc.constantFrom('out', 'in'),
      words: text,
      by: exhibits,
    },
    'at',
    'channel',
    'direction',
    'words',
    'by',
  ),
  MakeFiling: partly(
    {
      id: id('F'),
      channel: fc.constantFrom('jd-service', 'complaint-12315', 'court'),
      at: instant,
      ticket: text,
      text,
    },
    'channel',
    'at',
  ),
  ChaseFiling: fc.record({ filing: id('F'), at: instant }),
  FileAppeal: fc.record({ filing: id('F'), at: instant }),
  WithdrawFiling: fc.record({ filing: id('F'), at: instant }),
  ReceiveReply: fc.record({
    filing: id('F'),
    at: instant,
    kind: fc.constantFrom(...replyKinds),
    words: text,
    by: exhibits,
  }),
  ReceiveOffer: partly(
    {
      id: id('O'),
      at: instant,
      from: text,
      words: text,
      fen,
      waives: fc.array(text, { maxLength: 2 }),
      answerBy: instant,
    },
    'at',
    'from',
    'words',
    'waives',
  ),
  DecideOffer: fc.record({ offer: id('O'), answer: fc.constantFrom(...offerAnswers), at: instant }),
  ChooseDemand: partly({ at: instant, words: text, fen, rights: fc.array(id('r')) }, 'at', 'words', 'rights'),
  IssuePaper: fc.record({ kind: id('letter'), at: instant, sha256: fc.constantFrom(sha('c'), 'no') }),
  BeginRemedy: fc.record({ route: id('court'), at: instant }),
  ReceiveMoney: fc.record({ at: instant, fen, from: text }),
}

/** Commands good and bad of every type but corrections and erasures, which need the log. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  ...Object.entries(payloads).map(([type, payload]) => ({
    weight: type === 'CloseCase' ? 1 : 6,
    arbitrary: fc.record({
      type: fc.constant(type),
      at: fc.oneof({ weight: 60, arbitrary: fc.constant(now) }, instant),
      payload,
    }),
  })),
) as fc.Arbitrary<Command>

type Move = { readonly command: Command; readonly kind: 'plain' | 'correct' | 'erase'; readonly event: number }

const move: fc.Arbitrary<Move> = fc.record({
  command,
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('plain' as const) },
    fc.constantFrom('correct' as const, 'erase' as const),
  ),
  event: fc.integer({ min: -1, max: 40 }),
})

/** A case as somebody might really lead it: every command given, the accepted ones in the log. */
export const history: fc.Arbitrary<readonly CaseEvent[]> = fc.array(move, { maxLength: 60, size: 'max' }).map(played)

function played(moves: readonly Move[]): readonly CaseEvent[] {
  const log = [...given(open)]
  for (const move of moves) {
    const decided = decide(fold(log), commandOf(move, log))
    if (decided.ok) log.push(...decided.value)
  }
  return log
}

export const moves = fc.array(move, { maxLength: 30 })

/** The command of a move; a correction is aimed at the next event that it fits, if there is one. */
export function commandOf({ command: plain, kind, event }: Move, log: readonly CaseEvent[]): Command {
  if (kind === 'erase') return { type: 'ErasePayload', at: now, payload: { event, why: '本人要求' }, log }
  if (kind === 'plain') return plain
  const aimed = (at: number): Command => ({
    type: 'CorrectEvent',
    at: now,
    payload: { event: at, instead: plain, why: '写错了' },
    log,
  })
  const fitting = log.findIndex((_event, at) => at >= event % 10 && decide(fold(log), aimed(at)).ok)
  return aimed(fitting === -1 ? event : fitting)
}

import { z } from '@hono/zod-openapi'
import { day, moment, momentBy } from '../../../core/case/file/scalar.ts'
import { evidenceKinds } from '../../../core/values/evidence-kind.ts'
import { replyKinds } from '../../../core/values/reply-kind.ts'
import type { GivenCommand } from '../../casebook/give.ts'

/*
 * What a browser may ask of a case. Shapes and lengths only: whether it fits the case is the case's to say. Exhibits come
 * in by upload alone, so that no event speaks of an original that is not there.
 */
const optional = z.exactOptional
const words = z.string().max(100_000)
const line = z.string().max(2_000)
const id = z.string().max(100)
const ids = z.array(id).max(500)
const fen = z.int()
const at = moment('')
const by = momentBy('')

const shop = z.strictObject({
  name: optional(line),
  id: optional(line),
  selfOperated: optional(z.boolean()),
  company: optional(line),
  creditCode: optional(line),
  address: optional(line),
  phone: optional(line),
})
const item = z.strictObject({
  name: line,
  model: optional(line),
  serial: optional(line),
  priceFen: fen,
  quantity: z.int(),
  category: optional(id),
  flags: ids,
})
const invoice = z.strictObject({
  number: optional(line),
  issuedOn: optional(day('')),
  fen: optional(fen),
  requestedAt: optional(at),
})
const order = z.strictObject({
  platform: optional(line),
  number: optional(line),
  shop: optional(shop),
  items: optional(z.array(item).max(500)),
  paidFen: optional(fen),
  shippingFen: optional(fen),
  placedAt: optional(at),
  paidAt: optional(at),
  promisedShipBy: optional(by),
  shippedAt: optional(at),
  signedAt: optional(at),
  cancelledAt: optional(at),
  cashOnDelivery: optional(z.boolean()),
  carrier: optional(line),
  waybill: optional(line),
  invoice: optional(invoice),
  deliveredTo: optional(line),
})
const consumer = z.strictObject({
  name: optional(line),
  phone: optional(line),
  landline: optional(line),
  address: optional(line),
  email: optional(line),
})
const description = z.strictObject({
  id,
  kind: optional(z.enum(evidenceKinds)),
  title: optional(line),
  shows: optional(ids),
  proves: optional(line),
  source: optional(line),
  original: optional(line),
  takenAt: optional(at),
})
const later = z.strictObject({ filing: id, at })

function command<T extends string, P extends z.ZodType>(type: T, payload: P) {
  return z.strictObject({ type: z.literal(type), payload })
}

const plain = [
  command(
    'CloseCase',
    z.strictObject({ at, outcome: z.enum(['solved', 'partly', 'given-up', 'judged']), words: optional(words) }),
  ),
  command('ReopenCase', z.strictObject({ at, why: line })),
  command('RecordOrder', order),
  command('RecordConsumer', consumer),
  command('DescribeProblem', z.strictObject({ words })),
  command('ConfirmProblem', z.strictObject({ type: id, confirmed: z.boolean() })),
  command(
    'StateFact',
    z.strictObject({
      fact: id,
      status: z.enum(['known', 'unknown', 'disputed']),
      value: optional(z.union([z.boolean(), z.number(), z.string().max(10_000)])),
      by: ids,
    }),
  ),
  command('DescribeEvidence', description),
  command('WithdrawEvidence', z.strictObject({ id, why: line })),
  command(
    'LogContact',
    z.strictObject({
      id: optional(id),
      at,
      channel: id,
      direction: z.enum(['out', 'in']),
      with: optional(line),
      words,
      answered: optional(z.boolean()),
      by: ids,
    }),
  ),
  command(
    'MakeFiling',
    z.strictObject({
      id: optional(id),
      channel: id,
      at,
      ticket: optional(line),
      text: optional(words),
      sameTextBecause: optional(line),
    }),
  ),
  command('ChaseFiling', later),
  command('FileAppeal', later),
  command('WithdrawFiling', later),
  command(
    'ReceiveReply',
    z.strictObject({ id: optional(id), filing: id, at, kind: z.enum(replyKinds), words, by: ids }),
  ),
  command(
    'ReceiveOffer',
    z.strictObject({
      id: optional(id),
      at,
      from: line,
      words,
      fen: optional(fen),
      remedy: optional(line),
      waives: z.array(line).max(50),
      answerBy: optional(by),
    }),
  ),
  command(
    'DecideOffer',
    z.strictObject({ offer: id, answer: z.enum(['accept', 'counter', 'decline']), at, words: optional(words) }),
  ),
  command('ChooseDemand', z.strictObject({ at, words, fen: optional(fen), rights: ids })),
  command('BeginRemedy', z.strictObject({ id: optional(id), route: id, at, number: optional(line) })),
  command('ReceiveMoney', z.strictObject({ id: optional(id), at, fen, from: line, for: optional(line) })),
] as const

const plainCommand = z.discriminatedUnion('type', plain)
const why = line
const number = z.int().min(0)

const givenCommand = z.discriminatedUnion('type', [
  ...plain,
  command('CorrectEvent', z.strictObject({ event: number, instead: plainCommand, why })),
  command('ErasePayload', z.strictObject({ event: number, why })),
])

/** Commands as they come over HTTP; instants of any zone are read as UTC. */
export const givenCommands: z.ZodType<readonly GivenCommand[]> = z.array(givenCommand).min(1).max(200)

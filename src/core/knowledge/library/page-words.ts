import { z } from 'zod'
import { evidenceKinds } from '../../values/evidence-kind.ts'
import { provenance } from '../provenance.ts'

/** What a label on a page can be the label of; `other` keeps a value from being taken for something it is not. */
const labelledFields = [
  'orderNumber',
  'waybillNumber',
  'carrier',
  'shop',
  'itemName',
  'itemFen',
  'quantity',
  'amountFen',
  'goodsFen',
  'shippingFen',
  'discountFen',
  'dueFen',
  'placedAt',
  'paidAt',
  'shippedAt',
  'signedAt',
  'cancelledAt',
  'invoiceNumber',
  'invoiceCode',
  'invoiceDate',
  'invoiceFen',
  'taxId',
  'company',
  'ticketNumber',
  'registeredAt',
  'serviceNumber',
  'refundFen',
  'refundedAt',
  'phone',
  'name',
  'address',
  'other',
] as const
export type LabelledField = (typeof labelledFields)[number]

const word = z.string().min(1).max(40)
const words = z.array(word).min(1)
/** Why an entry is there, for whoever wants to change it. */
const why = z.string().min(4)

const label = z.strictObject({
  field: z.enum(labelledFields),
  say: words,
  /** `sure` names the value alone; a value behind a `likely` one needs more; of `hint` it never becomes certain. */
  strength: z.enum(['sure', 'likely', 'hint']).default('sure'),
  /** Kinds of pages on which alone the label means this. */
  on: z.array(z.enum(evidenceKinds)).default([]),
  why,
})
export type PageLabel = z.infer<typeof label>

/** How a carrier's numbers look: begun by these letters (none: digits alone), then so many digits. */
const shape = z.strictObject({
  begins: z.array(z.string().regex(/^[A-Z]{1,5}$/)).default([]),
  /** As many more letters may follow those. */
  letters: z.number().int().min(0).max(4).default(0),
  /** Leading digits that tell this carrier's numbers from others of the same length. */
  leads: z.array(z.string().regex(/^\d{1,4}$/)).default([]),
  digits: z.array(z.number().int().min(6).max(24)).min(1),
  /** `s10`: two letters, eight digits, a check digit, two letters (UPU S10). */
  check: z.enum(['s10']).optional(),
})
export type WaybillShape = z.infer<typeof shape>

const carrier = z.strictObject({ name: word, also: z.array(word).default([]), shapes: z.array(shape).default([]), why })
export type CarrierWords = z.infer<typeof carrier>

/** Words that tell what kind of page it is: one of `sure` weighs as three of `likely`. */
const kind = z.strictObject({
  kind: z.enum(evidenceKinds),
  sure: z.array(word).default([]),
  likely: z.array(word).default([]),
  why,
})

/** Words printed on pages: labels, carriers, what tells the kind of a page, what chats show beside the messages. */
export const pageWordsSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  labels: z.array(label).default([]),
  carriers: z.array(carrier).default([]),
  kinds: z.array(kind).default([]),
  sets: z.record(z.string().regex(/^[a-zA-Z]+$/), z.strictObject({ words, why })).default({}),
  ...provenance,
})
export type PageWords = z.infer<typeof pageWordsSchema>

import type { EvidenceKind } from '../values/evidence-kind.ts'
import type { Text } from '../values/text.ts'
import type { ChatReading } from './chat/chat-line.ts'
import type { Box } from './page.ts'

/** A value at or above it is shown as certain, below it with "please look". Tuned so that what is wrong stays below. */
export const CERTAIN = 0.9

/** How much of a moment the page shows. A day is `YYYY-MM-DD`; the others RFC 3339 with the offset of Shanghai. */
export type Precision = 'second' | 'minute' | 'day'

/** Where part of a moment was not shown and was put together from something else. */
export type Inference = 'year' | 'relative-day' | 'weekday' | 'group-heading' | 'day'

export type ReadValue<T = string | number> = {
  readonly value: T
  readonly score: number
  /** Index of the line; absent when a barcode alone says it. */
  readonly line?: number
  readonly box?: Box
  readonly from: 'text' | 'barcode' | 'both'
  readonly precision?: Precision
  readonly inferred?: readonly Inference[]
  /** What keeps it from being certain, or what made it so. */
  readonly notes: readonly Text[]
  /** Other values that stand for the same on this page, likeliest first. */
  readonly others?: readonly ReadValue<T>[]
}

const textFields = [
  'orderNumber',
  'waybillNumber',
  'carrier',
  'shop',
  'invoiceNumber',
  'invoiceCode',
  'invoiceDate',
  'sellerTaxId',
  'company',
  'ticketNumber',
  'serviceNumber',
  'phone',
  'name',
  'address',
] as const
const fenFields = ['amountFen', 'goodsFen', 'shippingFen', 'dueFen', 'invoiceFen', 'refundFen'] as const
const timeFields = ['placedAt', 'paidAt', 'shippedAt', 'signedAt', 'cancelledAt', 'registeredAt', 'refundedAt'] as const

export type TextField = (typeof textFields)[number]
export type FenField = (typeof fenFields)[number]
export type TimeField = (typeof timeFields)[number]
export type PageField = TextField | FenField | TimeField

export function isTimeField(field: string): field is TimeField {
  return timeFields.some((known) => known === field)
}

export function isFenField(field: string): field is FenField {
  return fenFields.some((known) => known === field)
}

export function isTextField(field: string): field is TextField {
  return textFields.some((known) => known === field)
}

export type PageFields = { readonly [F in TextField | TimeField]?: ReadValue<string> } & {
  readonly [F in FenField]?: ReadValue<number>
}

/** Goods as a card of an order page, or its labels, show them. */
export type ReadItem = {
  readonly name: ReadValue<string>
  readonly priceFen?: ReadValue<number>
  readonly quantity?: ReadValue<number>
}

/** A label whose value was not read; its picture may say more when read again from `box`. */
export type Unread = { readonly field: PageField; readonly line: number; readonly box?: Box }

/** Something that a copy for others should not show. */
export type PrivateSpot = {
  readonly what: 'phone' | 'name' | 'address' | 'order-number' | 'waybill-number' | 'id-number' | 'card-number'
  readonly text: string
  readonly line: number
  readonly box?: Box
}

export type PageReading = {
  readonly looksLike: EvidenceKind | 'unknown'
  /** Why it looks like that. */
  readonly because: readonly Text[]
  readonly fields: PageFields
  readonly items: readonly ReadItem[]
  readonly chat?: ChatReading
  readonly unread: readonly Unread[]
  readonly spots: readonly PrivateSpot[]
  /** Where two things on the page say different things. */
  readonly conflicts: readonly Text[]
}

import type { Chance } from './chance.ts'
import type { Look } from './look.ts'
import type { Moment } from './moment.ts'

export type Turn = {
  readonly speaker: 'self' | 'other' | 'system'
  /** To the minute; absent when the picture does not tell. */
  readonly at?: string
  /** True when the picture leaves day or minute to be concluded: then the reader must say so. */
  readonly inferred?: boolean
  readonly text: string
}

/** What the picture shows, from the values it was drawn from. */
export type Truth = {
  readonly order: boolean
  readonly orderNumber?: string
  /** Paid for the order. */
  readonly amountFen?: number
  readonly refundFen?: number
  readonly invoiceFen?: number
  readonly goodsFen?: number
  readonly shippingFen?: number
  readonly placedAt?: string
  readonly paidAt?: string
  readonly shippedAt?: string
  readonly signedAt?: string
  readonly waybillNumber?: string
  readonly shop?: string
  readonly invoiceNumber?: string
  readonly ticketNumber?: string
  readonly chat?: readonly Turn[]
  /** Values that stand there and may be taken without being wrong, though nobody has to find them. */
  readonly tolerated?: Readonly<Record<string, readonly (string | number)[]>>
}

/** How a picture came to be after the screen showed it. */
export type Camera =
  | 'angle'
  | 'turned'
  | 'turned-exif'
  | 'upside-down'
  | 'faint'
  | 'goods'
  | 'goods-blurred'
  | 'goods-small'

export type Drawing = {
  readonly html: string
  readonly look: Look
  readonly truth: Truth
  /** Picture (default), or the file as it is. */
  readonly file?: { readonly ending: string; readonly bytes: Uint8Array }
  /** Only the part between these shares of the height is kept. */
  readonly crop?: { readonly from: number; readonly to: number }
}

export type Setting = { readonly chance: Chance; readonly now: Moment; readonly look: Look }

export type Layout = {
  readonly name: string
  readonly draw: (setting: Setting) => Drawing | Promise<Drawing>
  readonly camera?: Camera
  readonly look?: Partial<Look>
  readonly hard?: boolean
}

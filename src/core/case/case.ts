import type { EvidenceKind } from '../values/evidence-kind.ts'
import type { FactScalar } from '../values/fact-scalar.ts'
import type { ReplyKind } from '../values/reply-kind.ts'

/**
 * A case as the fold of its events: plain readonly JSON. Money is whole fen, days `YYYY-MM-DD` on the Shanghai
 * calendar, instants RFC 3339 in UTC. What is absent is unknown; nothing is guessed.
 */
export type Case = {
  readonly id: string
  /** Number of events folded. */
  readonly version: number
  readonly status: 'empty' | 'open' | 'closed'
  readonly openedAt?: string
  /** It began as a purchase with which nothing was wrong. */
  readonly bought?: true
  readonly order: Order
  readonly consumer: Consumer
  readonly problem: {
    readonly words: string
    readonly types: readonly { readonly type: string; readonly confirmed: boolean }[]
  }
  readonly facts: Readonly<Record<string, StatedFact>>
  readonly evidence: readonly Exhibit[]
  readonly contacts: readonly Contact[]
  readonly filings: readonly Filing[]
  readonly offers: readonly Offer[]
  /** What the user chose to ask for, newest last; empty = the computed ladder speaks. */
  readonly demands: readonly Demand[]
  readonly papers: readonly IssuedPaper[]
  readonly remedies: readonly Remedy[]
  readonly money: readonly MoneyReceived[]
  readonly closing?: Closing
  readonly corrections: readonly Correction[]
  /** Payloads dropped on request; absent = none. */
  readonly erasures?: readonly Erasure[]
}

export type Order = {
  readonly platform?: string
  readonly number?: string
  readonly shop?: Shop
  readonly items: readonly Item[]
  /** What was actually paid for the order, shipping included, after discounts. */
  readonly paidFen?: number
  readonly shippingFen?: number
  readonly placedAt?: string
  readonly paidAt?: string
  readonly promisedShipBy?: string
  readonly shippedAt?: string
  readonly signedAt?: string
  readonly cancelledAt?: string
  /** Paid to the courier, so paying may come after signing. */
  readonly cashOnDelivery?: boolean
  readonly carrier?: string
  readonly waybill?: string
  readonly invoice?: Invoice
  /** Receiving address as far as a court or authority needs it. */
  readonly deliveredTo?: string
}

export type Shop = {
  readonly name: string
  readonly id?: string
  readonly selfOperated?: boolean
  /** The selling company as the order page, invoice or licence shows it. */
  readonly company?: string
  readonly creditCode?: string
  readonly address?: string
  readonly phone?: string
}

export type Item = {
  readonly name: string
  readonly model?: string
  readonly serial?: string
  readonly priceFen: number
  readonly quantity: number
  readonly category?: string
  readonly flags: readonly string[]
}

export type Invoice = {
  readonly number?: string
  readonly issuedOn?: string
  readonly fen?: number
  readonly requestedAt?: string
}

export type Consumer = {
  readonly name?: string
  readonly phone?: string
  readonly landline?: string
  readonly address?: string
  readonly email?: string
}

export type StatedFact = {
  readonly status: 'known' | 'unknown' | 'disputed'
  readonly value?: FactScalar
  /** Exhibit ids that prove it. */
  readonly by: readonly string[]
  readonly at?: string
}

export type Exhibit = {
  readonly id: string
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly mime?: string
  readonly kind: EvidenceKind
  /** One line: what it is. */
  readonly title: string
  /** Ids of what it legibly shows (`waybill`, `order-number`, `fault` …), as the user or the reader says. */
  readonly shows: readonly string[]
  /** What it is meant to prove, one sentence. */
  readonly proves?: string
  /** Where it came from and how it was taken. */
  readonly source?: string
  /** Where the original is kept. */
  readonly original?: string
  readonly takenAt?: string
  /** The exhibit it is a copy of with private details covered. */
  readonly redacts?: string
  readonly addedAt: string
  readonly withdrawn?: boolean
}

export type Contact = {
  readonly id: string
  readonly at: string
  readonly channel: string
  readonly direction: 'out' | 'in'
  readonly with?: string
  readonly words: string
  /** An outgoing contact that got an answer; undefined = not said, then a later incoming one on the channel answers it. */
  readonly answered?: boolean
  readonly by: readonly string[]
}

export type Reply = {
  readonly id: string
  readonly at: string
  readonly kind: ReplyKind
  readonly words: string
  readonly by: readonly string[]
}

export type Filing = {
  readonly id: string
  readonly channel: string
  readonly at: string
  readonly ticket?: string
  /** SHA-256 of the text filed and the text itself, when it is known, to find near-identical filings. */
  readonly text?: string
  /** Why a text near-identical to an earlier filing was filed all the same. */
  readonly sameTextBecause?: string
  readonly replies: readonly Reply[]
  readonly chasedAt: readonly string[]
  readonly appealedAt?: string
  readonly withdrawnAt?: string
}

export type Offer = {
  readonly id: string
  readonly at: string
  readonly from: string
  readonly words: string
  readonly fen?: number
  /** Non-money content. */
  readonly remedy?: string
  /** What would be given up: the offerer's own words. */
  readonly waives: readonly string[]
  readonly answerBy?: string
  readonly decision?: {
    readonly answer: 'accept' | 'counter' | 'decline'
    readonly at: string
    readonly words?: string
  }
}

export type Demand = {
  readonly at: string
  readonly words: string
  readonly fen?: number
  readonly rights: readonly string[]
}
export type IssuedPaper = {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly sha256: string
  readonly file?: string
}
export type Remedy = { readonly id: string; readonly route: string; readonly at: string; readonly number?: string }
export type MoneyReceived = {
  readonly id: string
  readonly at: string
  readonly fen: number
  readonly from: string
  readonly for?: string
}
export type Closing = {
  readonly at: string
  readonly outcome: 'solved' | 'partly' | 'given-up' | 'judged'
  readonly words?: string
}
export type Correction = { readonly at: string; readonly event: number; readonly why: string }
/** `event` counts from 0; `id` is the id the dropped payload had, so that it is never given out again. */
export type Erasure = { readonly at: string; readonly event: number; readonly why: string; readonly id?: string }

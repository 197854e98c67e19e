import type { Text } from '../../values/text.ts'
import type { Box } from '../page.ts'
import type { Inference, Precision } from '../page-reading.ts'

/** `self` is the user, `system` the app; `unknown` when nothing tells who speaks. */
export type Speaker = 'self' | 'other' | 'system' | 'unknown'

export type ChatLine = {
  readonly speaker: Speaker
  /** The name shown beside the message, or of the other side by the title of the page. */
  readonly name?: string
  readonly text: string
  /** RFC 3339 with the offset of Shanghai, or a day; absent when the page does not let it be told. */
  readonly at?: string
  readonly precision?: Precision
  /** How `at` was put together; empty when the message itself shows it whole. */
  readonly inferred: readonly Inference[]
  /** The time as it stands on the page. */
  readonly shown?: string
  readonly quote?: string
  readonly score: number
  /** Indices of the page's lines it is made of. */
  readonly lines: readonly number[]
  readonly box?: Box
}

/** A place where the conversation does not hang together: `before` is an index into `lines`. */
export type ChatGap = { readonly before: number; readonly why: Text }

export type ChatReading = {
  /** The other side, by the title of the page. */
  readonly with?: string
  readonly lines: readonly ChatLine[]
  readonly gaps: readonly ChatGap[]
}

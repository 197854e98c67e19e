import type { Decoded } from '../decode/decoded.ts'
import type { DkimKeys } from '../decode/mail.ts'
import type { Pixels } from '../ocr/pixels.ts'
import type { PictureText } from '../ocr/read-picture.ts'
import type { Cover, Redacted } from '../redact/cover-picture.ts'

/** What a reading process can be asked. */
export type Job =
  | { readonly kind: 'decode'; readonly path: string; readonly keys: DkimKeys }
  | { readonly kind: 'thumbnail'; readonly path: string }
  | { readonly kind: 'recognise'; readonly pixels: Pixels }
  | { readonly kind: 'redact'; readonly path: string; readonly cover: Cover }

/** What it answers to each kind. */
export type Answers = {
  readonly decode: Decoded
  readonly thumbnail: Uint8Array | undefined
  readonly recognise: PictureText
  readonly redact: Redacted
}

export type Answer = { readonly ok: true; readonly value: Answers[Job['kind']] } | { readonly ok: false }

import type { Text } from './text.ts'

/** Why something a user asked for was not done. `code` is stable; `text` says what, where and how to mend it. */
export type Refusal = {
  readonly code: string
  readonly text: Text
  /** Where the fault lies: a file, `file:line`, a dotted path inside a document. */
  readonly at?: string
  /** When several faults were found at once: each of them; `text` then lists them all. */
  readonly all?: readonly Refusal[]
}

/** A value, or the reason there is none. Anything a user can cause comes back this way; exceptions are bugs. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refuse(code: string, text: Text, at?: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: at === undefined ? { code, text } : { code, text, at } }
}

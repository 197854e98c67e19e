import type { GivenCommand } from '../../server/api/client.ts'

export type FieldValue = string | boolean | readonly string[]
/** What stands in a form, as it was typed: moments on the Shanghai clock, amounts in yuan. */
export type FormValues = Readonly<Record<string, FieldValue>>

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /** Address of a small picture. */
  readonly picture?: string
}

type Control =
  | { readonly kind: 'line'; readonly autoComplete?: string; readonly inputMode?: 'text' | 'tel' | 'email' }
  | { readonly kind: 'words'; readonly rows?: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'moment' | 'day' | 'money' | 'count' }
  | { readonly kind: 'choice' | 'select' | 'several'; readonly options: readonly Option[] }

export type FormField = Control & {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly needed?: boolean
  /** How refusals name it where that is not its own name. */
  readonly places?: readonly string[]
  /** Shown only once the case has refused with this code: the way out of that refusal. */
  readonly after?: string
}

/** A form that leads to commands: what it asks, what stands in it at first, what is given of it. */
export type FormSpec = {
  /** Tells drafts apart within a case. */
  readonly id: string
  readonly title: string
  readonly lead?: string
  /** What follows from it, said before it is done. */
  readonly consequences?: readonly string[]
  readonly fields: readonly FormField[]
  readonly start: FormValues
  readonly submit: string
  readonly danger?: boolean
  /** Nothing to give where nothing was changed. */
  readonly commands: (filled: Filled) => readonly GivenCommand[]
}

/** What a form holds, read; only asked for after `faultsOf` found nothing. */
export type Filled = {
  readonly text: (name: string) => string
  readonly is: (name: string) => boolean
  /** Whether it was changed by hand: what was not is not recorded again, whatever became of it elsewhere. */
  readonly changed: (name: string) => boolean
  readonly list: (name: string) => readonly string[]
  /** An instant; the one that stood there before where its minute was not changed. */
  readonly moment: (name: string, before?: string) => string | undefined
  readonly fen: (name: string) => number | undefined
}

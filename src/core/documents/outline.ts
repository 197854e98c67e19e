/**
 * A paper before it has a format. Renderers turn it into PDF, DOCX or text without adding a word;
 * `plainText` of an outline is what the text extracted from each format must equal.
 */
export type Outline = {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
  /** Facts, exhibits and provisions the paper rests on, for the manifest. */
  readonly uses: Uses
  /** Lying A4, for wide lists. */
  readonly landscape?: boolean
  /** A form, with narrower margins than a letter. */
  readonly form?: boolean
  /** To be set smaller, down to the smallest legible size, until it stands on one page. */
  readonly onePage?: boolean
}

export type Uses = {
  readonly facts: readonly string[]
  readonly exhibits: readonly string[]
  readonly cites: readonly string[]
}

/** What a sentence rests on. `form` is the frame of the paper itself (addressee, closing, headings). */
export type Ground =
  | { readonly type: 'exhibit'; readonly ids: readonly string[] }
  | { readonly type: 'statement' }
  | { readonly type: 'provision'; readonly refs: readonly string[] }
  | { readonly type: 'form' }

/** `text` carries its mark already: （见图1） or （本人陈述）. `facts` are the facts and case paths it was filled from. */
export type Sentence = { readonly text: string; readonly ground: Ground; readonly facts?: readonly string[] }

export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly sentences: readonly Sentence[]; readonly indent?: boolean }
  | { readonly type: 'list'; readonly items: readonly (readonly Sentence[])[]; readonly numbered: boolean }
  | { readonly type: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly type: 'signature'; readonly lines: readonly string[] }
  | { readonly type: 'note'; readonly text: string }

/** `width` in millimetres, or a share of what is left when it is `auto`. A table whose titles are all empty has no head. */
export type Column = {
  readonly title: string
  readonly width: number | 'auto'
  readonly align?: 'left' | 'center' | 'right'
  /** Its cells name what stands beside them: set as a head is. */
  readonly label?: boolean
}

/** `image` is the id of the exhibit whose thumbnail stands in the cell, under the text. */
export type Cell = { readonly text: string; readonly image?: string; readonly mono?: boolean }

/** A paper that cannot be written yet, with what is missing, each by its id and its name for the user. */
export type Withheld = {
  readonly id: string
  readonly missing: readonly Missing[]
}

/** `what` is a fact id, a case path, or a word of this product (`rights`, `evidence`); `how` says how to give it. */
export type Missing = { readonly what: string; readonly name: string; readonly how?: string }

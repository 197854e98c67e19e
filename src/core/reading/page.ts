/** A rectangle in the upright picture: whole pixels from its top left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/**
 * A line of text, in reading order. What was text from the start (a mail, a paste, a PDF with text) has no score; `score` is
 * how sure the recogniser of a picture was, 0 to 1.
 */
export type PageLine = { readonly text: string; readonly box?: Box; readonly score?: number; readonly panel?: Panel }

/** An even ground that lines stand on within the page (a bubble, a pill, a card), and its colour, 0 to 255 each. */
export type Panel = Box & { readonly colour: readonly [red: number, green: number, blue: number] }

export type Barcode = { readonly format: string; readonly text: string; readonly box?: Box }

/** What stands on one picture or in one document, before anything is made of it. Width and height are those of the upright picture. */
export type Page = {
  readonly lines: readonly PageLine[]
  readonly barcodes: readonly Barcode[]
  readonly width?: number
  readonly height?: number
}

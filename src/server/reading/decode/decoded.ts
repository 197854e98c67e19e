import type { Barcode, PageLine } from '../../../core/reading/page.ts'
import type { Pixels } from '../ocr/pixels.ts'

/** Why a file, or a part of it, could not be read. The words for each stand in `note-words.ts`. */
export type NoteCode =
  | 'unknown-type'
  | 'empty-file'
  | 'unreadable'
  | 'cut-short'
  | 'needs-password'
  | 'too-many-pixels'
  | 'too-large'
  | 'too-many-pages'
  | 'too-slow'
  | 'too-much-memory'
  | 'reader-stopped'

/** An instant a file tells of itself. Without a zone of its own it is taken as Shanghai time, and says so. */
export type FileDate = {
  readonly at: string
  readonly from: 'exif' | 'container' | 'mail' | 'saved-page' | 'file-name'
  readonly zone: 'stated' | 'assumed'
}

export type Film = {
  readonly seconds?: number
  readonly width?: number
  readonly height?: number
  readonly tracks: { readonly video: number; readonly audio: number }
  /** The program that wrote the file, as the file says; an editor's name tells of cutting. */
  readonly writtenBy?: string
  /** Entries of the longest edit list of an MP4 or MOV; more than one, or a gap, tells of joined pieces. */
  readonly edits?: number
}

/** What a decoder found in a DKIM signature; only `pass` counts as verified. */
export type DkimFinding = {
  readonly domain: string
  readonly selector: string
  readonly result: 'pass' | 'not-verified' | 'no-key'
}

export type MailHead = {
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly date?: string
  readonly messageId?: string
  readonly dkim: readonly DkimFinding[]
  readonly attachments: readonly { readonly name: string; readonly mime: string; readonly bytes: number }[]
}

/** A picture that still has to be read by OCR, upright as its own metadata say. */
export type DecodedPicture = { readonly pixels: Pixels; readonly barcodes: readonly Barcode[] }

export type Decoded = {
  readonly mime?: string
  readonly notes: readonly NoteCode[]
  readonly dates: readonly FileDate[]
  /** Text that stands in the file as text. */
  readonly lines: readonly PageLine[]
  readonly pictures: readonly DecodedPicture[]
  readonly width?: number
  readonly height?: number
  /** A small upright JPEG without metadata. */
  readonly thumbnail?: Uint8Array
  /** A difference hash of the upright picture, 16 hex digits. */
  readonly print?: string
  readonly hasPlace?: boolean
  readonly camera?: string
  readonly film?: Film
  readonly mail?: MailHead
  readonly url?: string
}

export const nothingDecoded: Decoded = { notes: [], dates: [], lines: [], pictures: [] }

import { type NoteCode, nothingDecoded } from './decode/decoded.ts'
import type { DkimKeys } from './decode/mail.ts'
import { type FileText, fileText, type SeenPicture } from './file-text.ts'
import { ReadingProcess } from './process/reading-process.ts'
import type { Cover, Redacted } from './redact/cover-picture.ts'

export type Reader = {
  /** Never fails because of what the file holds: `notes` says what could not be read and why. */
  readonly read: (path: string, options?: { readonly keys?: DkimKeys }) => Promise<FileText>
  /** A small upright JPEG of a picture, without waiting for what stands on it to be read; undefined where none can be drawn. */
  readonly thumbnail: (path: string) => Promise<Uint8Array | undefined>
  /** A copy of a picture with boxes covered; a note where the file is no picture that can be opened. */
  readonly redact: (path: string, cover: Cover) => Promise<Redacted | NoteCode>
  readonly close: () => Promise<void>
}

/** One file may take this much of the machine; beyond it its reading is given up and the file stays as it is. */
const DECODING = { megabytes: 512, seconds: 8 }
const RECOGNISING = { megabytes: 1200, seconds: 60 }

/** Reads files from strangers in processes of their own: one that opens them, and one that sees only their pixels. */
export function openReader(): Reader {
  const decoding = new ReadingProcess<'decode' | 'thumbnail' | 'redact'>(DECODING)
  const recognising = new ReadingProcess<'recognise'>(RECOGNISING)
  return {
    async read(path, { keys = {} } = {}) {
      const decoded = await decoding.ask({ kind: 'decode', path, keys })
      if (!decoded.ok) return fileText(nothingDecoded, [], [decoded.note])
      const seen: SeenPicture[] = []
      const notes: NoteCode[] = []
      for (const picture of decoded.value.pictures) {
        const text = await recognising.ask({ kind: 'recognise', pixels: picture.pixels })
        if (text.ok) seen.push({ picture, ...text.value })
        else notes.push(text.note)
      }
      return fileText(decoded.value, seen, notes)
    },
    async thumbnail(path) {
      const drawn = await decoding.ask({ kind: 'thumbnail', path })
      return drawn.ok ? drawn.value : undefined
    },
    async redact(path, cover) {
      const covered = await decoding.ask({ kind: 'redact', path, cover })
      return covered.ok ? covered.value : covered.note
    },
    async close() {
      await Promise.all([decoding.close(), recognising.close()])
    },
  }
}

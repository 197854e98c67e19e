import type { PageKnowledge } from '../../core/reading/page-lexicon.ts'
import type { PageReading } from '../../core/reading/page-reading.ts'
import { readPage } from '../../core/reading/read-page.ts'
import type { FileDate } from './decode/decoded.ts'
import { fileNameDate } from './file-name-date.ts'
import type { FileText } from './file-text.ts'

/** What is concluded from what was found in a file. */
export type Concluded = {
  readonly dates: readonly FileDate[]
  /** The moment the file itself tells it was taken at: camera, container, mail, saved page, and last its name. */
  readonly captured?: FileDate
  /** What the page says of a purchase. */
  readonly says: PageReading
}

export type Around = {
  readonly knowledge: PageKnowledge
  /** The present moment, an instant as `parseInstant` gives it. */
  readonly now: string
  /** The name the file came with. */
  readonly name: string
  /** When it was taken, as the user says: it counts where the file does not tell. */
  readonly takenAt?: string | undefined
}

/** When a file was taken and what it says, from the text found in it. */
export function concluded(text: ConcludedFrom, { knowledge, now, name, takenAt }: Around): Concluded {
  const fromName = fileNameDate(name)
  const dates = fromName === undefined ? text.dates : [...text.dates, fromName]
  const [captured] = dates
  const capturedAt = captured?.at ?? takenAt
  const read = readPage(text.page, { knowledge, now, ...(capturedAt === undefined ? {} : { capturedAt }) })
  return { dates, says: placed(read, text), ...(captured === undefined ? {} : { captured }) }
}

type ConcludedFrom = Pick<FileText, 'dates' | 'lines' | 'page'>

/** Values on a page that had to be laid level are shown where their line really stands. */
function placed(says: PageReading, { lines, page }: ConcludedFrom): PageReading {
  const isLevel = lines.every((line, index) => line.box?.y === page.lines[index]?.box?.y)
  if (isLevel) return says
  const there = <T extends { readonly line?: number }>(one: T): T => {
    const box = one.line === undefined ? undefined : lines[one.line]?.box
    return box === undefined ? one : { ...one, box }
  }
  const fields = Object.fromEntries(Object.entries(says.fields).map(([name, field]) => [name, there(field)]))
  return { ...says, fields, unread: says.unread.map(there), spots: says.spots.map(there) }
}

import type { Exhibit } from '../../../core/case/case.ts'
import type { Box } from '../../../core/reading/page.ts'
import type { PrivateSpot } from '../../../core/reading/page-reading.ts'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'
import { inOnePiece } from '../../proof/zip/zip-writing.ts'
import { noteWords } from '../../reading/note-words.ts'
import type { Reader } from '../../reading/reader.ts'
import { spotBox } from '../../reading/redact/spot-box.ts'
import { addEvidence } from '../add-evidence.ts'
import type { Casebook } from '../casebook.ts'
import { keptCase } from '../kept-case.ts'
import { type ExhibitReading, keptReading, readOriginal } from './kept-reading.ts'

/** A private detail on a picture and the box that covers it. */
export type ProposedBox = { readonly what: PrivateSpot['what']; readonly text: string; readonly box: Box }

/** What a copy for others should not show, to the character; proposals only: the user takes away and adds. */
export function proposedBoxes({ says, lines }: ExhibitReading): readonly ProposedBox[] {
  return says.spots.flatMap(({ what, text, line }) => {
    const found = lines[line]
    const box = found === undefined ? undefined : spotBox(found, text)
    return box === undefined ? [] : [{ what, text, box }]
  })
}

export type RedactRequest = {
  readonly caseId: string
  readonly exhibit: string
  /** Boxes of the upright picture, as its reading gives them; absent: those that are proposed. */
  readonly boxes?: readonly Box[]
}

/**
 * Adds a copy of a picture with boxes covered as a new exhibit that names its original. The original stays as it is; what the copy shows is
 * left open, so that it proves nothing by itself.
 */
export async function redactExhibit(
  book: Casebook,
  reader: Reader,
  { caseId, exhibit: id, boxes }: RedactRequest,
): Promise<Outcome<{ readonly exhibit: string; readonly covered: number }>> {
  const original = await originalOf(book, caseId, id)
  if (!original.ok) return original
  const exhibit = original.value
  await readOriginal(book, reader, exhibit.sha256)
  const reading = await keptReading(book, exhibit)
  const covered = boxes ?? (reading === undefined ? [] : proposedBoxes(reading).map(({ box }) => box))
  if (covered.length === 0) return nothingToCover(id)
  const copy = await book.vault.withFile(exhibit.sha256, (path) =>
    reader.redact(path, { turns: reading?.turns ?? 0, boxes: covered }),
  )
  if (copy === undefined)
    return refuse('original-gone', { zh: `${id} 的原件不见了`, en: `the original of ${id} is gone` })
  if (typeof copy === 'string') return refuse('not-redacted', noteWords[copy], id)
  const stem =
    exhibit.file
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? id
  const added = await addEvidence(book, caseId, {
    name: `${stem}-遮挡.${copy.mime === 'image/png' ? 'png' : 'jpg'}`,
    content: inOnePiece(copy.bytes),
    described: {
      kind: exhibit.kind,
      title: `${exhibit.title}（遮挡副本）`,
      redacts: id,
      source: `由 ${id} 遮挡 ${covered.length} 处后生成，原件未改动`,
    },
  })
  return added.ok ? done({ exhibit: added.value.exhibit, covered: covered.length }) : added
}

async function originalOf(book: Casebook, caseId: string, id: string): Promise<Outcome<Exhibit>> {
  const kept = await keptCase(book, caseId)
  if (!kept.ok) return kept
  const found = kept.value.kase.evidence.find((one) => one.id === id && one.withdrawn !== true)
  if (found === undefined)
    return refuse('exhibit-unknown-here', { zh: `案件里没有证据 ${id}`, en: `the case has no exhibit ${id}` })
  if (found.redacts === undefined) return done(found)
  return refuse('copy-of-copy', {
    zh: `${id} 本身是 ${found.redacts} 的遮挡副本；请从 ${found.redacts} 重新遮挡`,
    en: `${id} is a redacted copy of ${found.redacts}; make another copy of ${found.redacts}`,
  })
}

function nothingToCover(id: string) {
  return refuse('nothing-to-cover', {
    zh: `没有在 ${id} 上找到电话、姓名、地址、单号；要遮挡别处，请写明位置`,
    en: `no phone, name, address or number was found on ${id}; say where to cover`,
  })
}

import { openClocks } from '../../core/documents/blocks/clocks.ts'
import { compose } from '../../core/documents/compose.ts'
import type { Dossier } from '../../core/documents/dossier.ts'
import { notCalledFor } from '../../core/documents/occasion/called-for.ts'
import { hintsOf } from '../../core/documents/occasion/hints.ts'
import type { Outline, Withheld } from '../../core/documents/outline.ts'
import { plainText } from '../../core/documents/plain-text.ts'
import { turnsDirection } from '../../core/documents/user-text.ts'
import type { Letter } from '../../core/knowledge/letter.ts'
import type { Text } from '../../core/values/text.ts'
import { renderCalendar } from '../render/calendar.ts'
import { type Rendered, renderPdf, type Thumbnails } from '../render/pdf.ts'
import { renderText } from '../render/text.ts'
import type { Unprintable } from '../render/unprintable.ts'
import { type FileEntry, sha256, type WithheldEntry } from './manifest.ts'

export type WrittenPaper = { readonly entry: FileEntry; readonly bytes: Uint8Array }
export type Papers = {
  readonly written: readonly WrittenPaper[]
  readonly withheld: readonly WithheldEntry[]
  readonly notCalledFor: readonly { readonly letter: Letter; readonly because: Text }[]
  /** Of the papers written. */
  readonly hints: readonly { readonly letter: Letter; readonly texts: readonly Text[] }[]
  /** Titles of the papers that hold marks which turn the reading direction. */
  readonly turned: readonly string[]
}

export type PaperFormat = Letter['formats'][number]

/** The papers wanted: `named` when the user asked for each of them, called for or not. `formats` absent = all it has. */
export type Wanted = {
  readonly ids: readonly string[]
  readonly named: boolean
  readonly formats?: readonly PaperFormat[]
}

const calendarId = 'calendar'

/** Every paper the knowledge has a template for, and the calendar: the names `--only` takes. */
export function paperIds(letters: Readonly<Record<string, Letter>>): readonly string[] {
  return [...Object.keys(letters).sort(), calendarId]
}

/**
 * Writes the papers that the case calls for in all their formats; what cannot be written is named with what it lacks. A
 * paper that the user named is written whenever nothing lacks for it. Thumbnails are drawn beside the other papers, and
 * only when a paper shows them.
 */
export async function writePapers(
  dossier: Dossier,
  { ids, named, formats }: Wanted,
  draw: () => Promise<Thumbnails>,
): Promise<Papers> {
  const all = ids.flatMap((id) => dossier.knowledge.letters[id] ?? [])
  const occasions = all.map((letter) => ({ letter, because: notCalledFor(letter, dossier) }))
  const letters = named ? all : occasions.flatMap(({ letter, because }) => (because ? [] : [letter]))
  const drawing = letters.some(showsPictures) ? draw() : undefined
  const made = new Map<string, Made>()
  for (const letter of letters.toSorted((a, b) => Number(showsPictures(a)) - Number(showsPictures(b)))) {
    const wanted = letter.formats.filter((format) => formats?.includes(format) ?? true)
    made.set(
      letter.id,
      await writePaper(dossier, { letter, formats: wanted }, await (showsPictures(letter) && drawing)),
    )
  }
  if (ids.includes(calendarId)) made.set(calendarId, writeCalendar(dossier))
  const inOrder = ids.flatMap((id) => made.get(id) ?? [])
  return {
    written: inOrder.flatMap(({ written }) => written),
    withheld: inOrder.flatMap(({ withheld }) => withheld),
    notCalledFor: occasions.flatMap(({ letter, because }) => (because && !named ? [{ letter, because }] : [])),
    hints: inOrder.flatMap(({ hints }) => hints),
    turned: inOrder.flatMap(({ turned }) => turned),
  }
}

type Made = Omit<Papers, 'notCalledFor'>
const nothing: Made = { written: [], withheld: [], hints: [], turned: [] }

async function writePaper(
  dossier: Dossier,
  { letter, formats }: { readonly letter: Letter; readonly formats: readonly PaperFormat[] },
  drawn: Thumbnails | false | undefined,
): Promise<Made> {
  const thumbnails = drawn || new Map()
  const composed = compose(letter, dossier)
  if (composed.status === 'withheld')
    return { ...nothing, withheld: [withOccasion(composed.withheld, letter, dossier)] }
  const { outline } = composed
  const written: WrittenPaper[] = []
  const withheld: WithheldEntry[] = []
  for (const format of formats) {
    const file = `${letter.id}.${format}`
    const rendered = await render(format, outline, dossier.now, thumbnails)
    if (rendered.ok) written.push(paper(file, letter, outline, rendered.bytes))
    else
      withheld.push({
        id: letter.id,
        file,
        missing: rendered.unprintable.map((char) => missingGlyph(char, letter, format)),
      })
  }
  const texts = hintsOf(letter, dossier)
  return {
    written,
    withheld,
    hints: written.length > 0 && texts.length > 0 ? [{ letter, texts }] : [],
    turned: turnsDirection(plainText(outline)) ? [outline.title] : [],
  }
}

/** A paper named by the user that lacks something also says when it is of use, where that is not now. */
function withOccasion(withheld: Withheld, letter: Letter, dossier: Dossier): Withheld {
  const because = notCalledFor(letter, dossier)
  return because ? { ...withheld, missing: [...withheld.missing, { what: 'when', name: because.zh }] } : withheld
}

function showsPictures({ sections }: Letter): boolean {
  return sections.some(({ parts }) => parts.some((part) => 'exhibits' in part))
}

async function render(format: PaperFormat, outline: Outline, now: string, thumbnails: Thumbnails): Promise<Rendered> {
  if (format === 'pdf') return renderPdf(outline, now, thumbnails)
  if (format === 'txt') return renderText(outline)
  const { renderDocx } = await import('../render/docx.ts')
  return renderDocx(outline, now)
}

function paper(file: string, { id, kind }: Letter, { title, uses }: Outline, bytes: Uint8Array): WrittenPaper {
  return { bytes, entry: { file, paper: id, kind, title, sha256: sha256(bytes), bytes: bytes.length, ...uses } }
}

function writeCalendar(dossier: Dossier): Made {
  const open = openClocks(dossier.advice.deadlines)
  if (open.length === 0) {
    const how = '签收、联系、投诉等日期写进 case.yaml 后，期限才会开始计算。'
    const missing = [{ what: 'deadlines', name: '还在计算的期限', how }]
    return { ...nothing, withheld: [{ id: calendarId, missing }] }
  }
  const bytes = renderCalendar(dossier)
  const entry: FileEntry = {
    file: 'calendar.ics',
    paper: calendarId,
    kind: 'calendar',
    title: '期限日历',
    sha256: sha256(bytes),
    bytes: bytes.length,
    facts: [],
    exhibits: [],
    cites: [...new Set(open.flatMap((deadline) => deadline.cites))].sort(),
  }
  return { ...nothing, written: [{ entry, bytes }] }
}

function missingGlyph({ char, codePoint, near }: Unprintable, letter: Letter, format: string) {
  const others = letter.formats.filter((other) => other !== format)
  const name =
    format === 'pdf'
      ? `随附字体没有“${char}”（${codePoint}）这个字，出现在“${near}”`
      : `文件格式不能保存 ${codePoint} 这个字符，出现在“${near}”`
  const how =
    others.length > 0
      ? `请用 ${others.join('、')} 格式，或在 case.yaml 里换一种写法。`
      : '请在 case.yaml 里换一种写法。'
  return { what: codePoint, name, how }
}

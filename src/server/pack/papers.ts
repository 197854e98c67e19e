import { openClocks } from '../../core/documents/blocks/clocks.ts'
import { compose } from '../../core/documents/compose.ts'
import type { Dossier } from '../../core/documents/dossier.ts'
import type { Outline } from '../../core/documents/outline.ts'
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
  readonly notices: readonly Text[]
}

export const calendarId = 'calendar'

/** Every paper the knowledge has a template for, and the calendar: the names `--only` takes. */
export function paperIds(letters: Readonly<Record<string, Letter>>): readonly string[] {
  return [...Object.keys(letters).sort(), calendarId]
}

/** Writes the papers of a case in all their formats; what cannot be written is named with what it lacks. */
export async function writePapers(dossier: Dossier, ids: readonly string[], thumbnails: Thumbnails): Promise<Papers> {
  const written: WrittenPaper[] = []
  const withheld: WithheldEntry[] = []
  const turned: string[] = []
  for (const id of ids) {
    const letter = dossier.knowledge.letters[id]
    if (!letter) continue
    const composed = compose(letter, dossier)
    if (composed.status === 'withheld') {
      withheld.push(composed.withheld)
      continue
    }
    if (turnsDirection(plainText(composed.outline))) turned.push(composed.outline.title)
    for (const format of letter.formats) {
      const file = `${id}.${format}`
      const rendered = await render(format, composed.outline, dossier.now, thumbnails)
      if (rendered.ok) written.push(paper(file, letter, composed.outline, rendered.bytes))
      else withheld.push({ id, file, missing: rendered.unprintable.map((char) => missingGlyph(char, letter, format)) })
    }
  }
  if (ids.includes(calendarId)) addCalendar(dossier, written, withheld)
  return { written, withheld, notices: turned.length === 0 ? [] : [directionNotice(turned)] }
}

async function render(
  format: Letter['formats'][number],
  outline: Outline,
  now: string,
  thumbnails: Thumbnails,
): Promise<Rendered> {
  if (format === 'pdf') return renderPdf(outline, now, thumbnails)
  if (format === 'txt') return renderText(outline)
  const { renderDocx } = await import('../render/docx.ts')
  return renderDocx(outline, now)
}

function paper(file: string, { id, kind }: Letter, { title, uses }: Outline, bytes: Uint8Array): WrittenPaper {
  return { bytes, entry: { file, paper: id, kind, title, sha256: sha256(bytes), bytes: bytes.length, ...uses } }
}

function addCalendar(dossier: Dossier, written: WrittenPaper[], withheld: WithheldEntry[]): void {
  const open = openClocks(dossier.advice.deadlines)
  if (open.length === 0) {
    const how = '签收、联系、投诉等日期写进 case.yaml 后，期限才会开始计算。'
    withheld.push({ id: calendarId, missing: [{ what: 'deadlines', name: '还在计算的期限', how }] })
    return
  }
  const bytes = renderCalendar(dossier)
  const cites = [...new Set(open.flatMap((deadline) => deadline.cites))].sort()
  written.push({
    bytes,
    entry: {
      file: 'calendar.ics',
      paper: calendarId,
      kind: 'calendar',
      title: '期限日历',
      sha256: sha256(bytes),
      bytes: bytes.length,
      facts: [],
      exhibits: [],
      cites,
    },
  })
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

function directionNotice(titles: readonly string[]): Text {
  return {
    zh: `以下文书的文字里有改变阅读方向的不可见字符（Unicode 双向控制符），已隔离，不影响其他文字：${titles.join('、')}`,
    en: `These papers hold invisible marks that turn the reading direction (Unicode bidirectional controls); they are isolated and leave the other words alone: ${titles.join(', ')}`,
  }
}

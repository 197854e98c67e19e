import { createReadStream } from 'node:fs'
import { emptyCase, fold } from '../../core/case/fold.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import type { Text } from '../../core/values/text.ts'
import { readCaseFolder } from '../pack/read-case-folder.ts'
import { projectionOf } from '../store/projection.ts'
import type { Casebook } from './casebook.ts'
import { keptCase } from './kept-case.ts'
import { newCaseId } from './open-case.ts'
import { takeTokens } from './proofs/take-tokens.ts'

export type Imported = {
  readonly caseId: string
  readonly events: number
  readonly exhibits: number
  /** What the user should know: values read by the program that nobody confirmed, files that are not listed. */
  readonly notices: readonly Text[]
}

/**
 * Keeps the case of a case folder: its originals go into the vault, its events into the store, time stamps beside them. The folder is not
 * changed. The case gets the id of `case.yaml` or of the folder; `anew` gives it a fresh one, so that an example can be
 * opened as often as one likes.
 */
export async function importFolder(
  book: Casebook,
  path: string,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<Outcome<Imported>> {
  const at = book.now()
  const read = await readCaseFolder(path, { now: at, vocabulary: book.knowledge })
  if (!read.ok) return read
  const caseId = anew ? newCaseId(at) : read.value.case.id
  if ((await keptCase(book, caseId)).ok) return caseThere(caseId)
  const files = new Map<string, string>()
  for (const exhibit of read.value.case.evidence) {
    const file = read.value.exhibits.get(exhibit.id)
    const kept =
      file === undefined ? undefined : await book.vault.put(createReadStream(file, { highWaterMark: 1 << 20 }))
    if (kept?.sha256 !== exhibit.sha256) return changedWhileRead(exhibit.file)
    if (file !== undefined) files.set(exhibit.sha256, file)
  }
  const events = read.value.events.map((event) =>
    event.type === 'CaseOpened' ? { ...event, payload: { ...event.payload, id: caseId } } : event,
  )
  const kase = fold(events)
  const appended = await book.store.append({
    caseId,
    after: emptyCase.version,
    events,
    projection: projectionOf(kase, book.knowledge, at),
  })
  if (appended.status !== 'appended') return caseThere(caseId)
  await takeTokens(book, { caseId, folder: path, files })
  return done({
    caseId,
    events: events.length,
    exhibits: kase.evidence.length,
    notices: read.value.notices.map(({ text }) => text),
  })
}

/** The refusal to write over a kept case. */
export function caseThere(caseId: string) {
  return refuse('case-there-already', {
    zh: `案件“${caseId}”已经在案件库里，没有改动；要另存一份，请在 case.yaml 里写一个新的 id`,
    en: `the case "${caseId}" is in the casebook already, nothing was changed; to keep another, give case.yaml a new id`,
  })
}

function changedWhileRead(file: string) {
  return refuse(
    'evidence-changed',
    {
      zh: `${file} 在读取时被改动了，没有导入；请等文件不再变化后重试`,
      en: `${file} was changed while it was read, nothing was imported; try again when the file is at rest`,
    },
    file,
  )
}

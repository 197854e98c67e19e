import { chmod, cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import Database from 'libsql'
import type { Exhibit } from '../../../core/case/case.ts'
import type { CaseEvent } from '../../../core/case/event.ts'
import { type Link, linkAfter } from '../../../core/case/log/chain.ts'
import { sha256 } from '../../store/sql/event-rows.ts'
import { addEvidence } from '../add-evidence.ts'
import { aCasebook, content } from '../casebook.fixture.ts'
import { give } from '../give.ts'
import { keptCase } from '../kept-case.ts'
import { openCase } from '../open-case.ts'
import { anchorsOf } from '../proofs/anchors-of.ts'
import { stampCase } from '../proofs/stamp-case.ts'
import { exportCase } from './export-case.ts'

/** Changes the database of a data folder behind the casebook's back. */
export function tamper(folder: string, statements: string): void {
  const file = new Database(join(folder, 'youju.db'))
  file.exec(statements)
  file.close()
}

export const EXHIBITS = 20
export const EVENTS = 60

/**
 * A case `c1` of 20 exhibits and 60 events, some corrected and erased, at rest in a data folder of its own; the database
 * as it stood when a third of the exhibits were still to come; and what was noted when the case was exported at the end.
 */
export async function aFullCase() {
  const book = await aCasebook()
  await openCase(book, { id: 'c1', commands: [{ type: 'DescribeProblem', payload: { words: '手表走时不准' } }] })
  const older = join(await mkdtemp(join(tmpdir(), 'youju-older-')), 'youju.db')
  let exhibits: readonly Exhibit[] = []
  for (let n = 1; n <= EXHIBITS; n += 1) {
    if (n === 14) await book.store.copyTo?.(older)
    const added = await addEvidence(book, 'c1', {
      name: `聊天-${n}.txt`,
      content: content(`第${n}张截图\n`.repeat(20)),
    })
    if (added.ok) exhibits = added.value.kase.evidence
  }
  const said = (words: string) =>
    give(book, 'c1', [
      {
        type: 'LogContact',
        payload: { at: '2026-11-20T01:00:00Z', channel: 'seller', direction: 'out', words, by: ['E1'] },
      },
    ])
  for (let n = 1; n <= 20; n += 1) await said(`第${n}次请求退款`)
  const instead = { type: 'DescribeProblem', payload: { words: '手表不走了' } } as const
  await give(book, 'c1', [{ type: 'CorrectEvent', payload: { event: 1, why: '写错了', instead } }])
  await give(book, 'c1', [{ type: 'ErasePayload', payload: { event: 30, why: '写了别人的隐私' } }])
  for (let n = EXHIBITS + 24; n < EVENTS; n += 1) await said(`又一次请求退款：${n}`)
  const kept = await keptCase(book, 'c1')
  if (!kept.ok || kept.value.links.length !== EVENTS || exhibits.length !== EXHIBITS) throw new Error('not so many')
  // A copy, because a database that was just closed may still be tidying up beside its file.
  const folder = await mkdtemp(join(tmpdir(), 'youju-full-'))
  await book.store.copyTo?.(join(folder, 'youju.db'))
  await cp(join(book.folder, 'vault'), join(folder, 'vault'), { recursive: true })
  await exportCase(book, 'c1', new PassThrough().resume())
  const heads = await readFile(join(book.folder, 'heads.jsonl'), 'utf8')
  await book.store.close()
  return { folder, exhibits, links: kept.value.links, older, heads }
}

/**
 * The full case after its chain and its third exhibit were stamped, at rest in a data folder without noted heads; and the
 * anchors that were written then and lie elsewhere.
 */
export async function aStampedCase(folder: string, url: string) {
  const book = await aCasebook(await copied(folder))
  for (const item of [undefined, 'E3']) {
    const asked = { caseId: 'c1', ...(item === undefined ? {} : { item }), authorities: [url], roots: [] }
    const made = await stampCase(book, asked)
    if (!made.ok || made.value.kept === undefined) throw new Error('not stamped')
  }
  const anchors = await anchorsOf(book)
  if (!anchors.ok) throw new Error(anchors.refusal.code)
  await book.store.close()
  return { folder: book.folder, anchors: anchors.value, tokens: await readdir(join(book.folder, 'proofs', 'c1')) }
}

/** A copy of a data folder, to be changed and opened; with those heads noted. */
export async function copied(folder: string, heads = ''): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'youju-copy-'))
  await cp(folder, copy, { recursive: true })
  await writeFile(join(copy, 'heads.jsonl'), heads)
  return copy
}

/** Puts an older database in place of the one there. */
export function putBack(folder: string, older: string): Promise<void> {
  return cp(older, join(folder, 'youju.db'))
}

export function originalPath(folder: string, { sha256: digest }: Pick<Exhibit, 'sha256'>): string {
  return join(folder, 'vault', digest.slice(0, 2), digest)
}

/** Changes the bytes of a file that is guarded against it. */
export async function rewrite(path: string, change: (bytes: Buffer) => Uint8Array): Promise<void> {
  await chmod(path, 0o600)
  await writeFile(path, change(await readFile(path)))
}

/** The statements of one who knows how chains are made and writes the whole of this one anew, from a changed event on. */
export function rewrittenChain(links: readonly Link[], change: (event: CaseEvent) => CaseEvent): string {
  let last: Link | undefined
  const rows = links.map((link): string => {
    const event = change({ type: link.type, at: link.at, payload: link.payload } as CaseEvent)
    const next = linkAfter(last, event, 'salt', sha256)
    // What was erased stays so: its digest is kept and only chained anew.
    const made = link.payload === null ? erased(last, link) : next
    last = made
    const payload = made.payload === null ? 'null' : `'${JSON.stringify(made.payload)}'`
    const salt = made.salt === null ? 'null' : `'${made.salt}'`
    return `update event set payload = ${payload}, salt = ${salt}, digest = '${made.digest}', previous = '${made.previous}', hash = '${made.hash}' where version = ${made.version};`
  })
  return rows.join('\n')
}

function erased(last: Link | undefined, link: Link): Link {
  const next = linkAfter(last, { type: link.type, at: link.at, payload: null } as unknown as CaseEvent, '', () => '')
  const { version, type, at, previous } = next
  const covered = JSON.stringify({ at, digest: link.digest, previous, type, version })
  return { ...link, previous, hash: sha256(covered) }
}

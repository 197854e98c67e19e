import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { readKnowledge } from '../pack/knowledge-folder.ts'
import type { Casebook } from './casebook.ts'
import { openCasebook } from './open-casebook.ts'

let known: Promise<Knowledge> | undefined

/** A casebook in a fresh data folder (or a given one) whose clock stands at `now` until it is moved. */
export async function aCasebook(
  folder?: string,
  start = '2026-11-20T02:00:00Z',
): Promise<Casebook & { readonly clock: { now: string } }> {
  known ??= readKnowledge()
  const clock = { now: start }
  const book = await openCasebook(
    folder ?? (await mkdtemp(join(tmpdir(), 'youju-data-'))),
    await known,
    () => clock.now,
  )
  return { ...book, clock }
}

/** The content of a file, in one piece. */
export async function* content(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

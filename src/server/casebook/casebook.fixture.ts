import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knowledge } from '../pack/knowledge.fixture.ts'
import type { Casebook } from './casebook.ts'
import { openCasebook } from './open-casebook.ts'

/** A casebook in a fresh data folder (or a given one) whose clock stands at `now` until it is moved. */
export async function aCasebook(
  folder?: string,
  start = '2026-11-20T02:00:00Z',
): Promise<Casebook & { readonly clock: { now: string } }> {
  const clock = { now: start }
  const book = await openCasebook(folder ?? (await mkdtemp(join(tmpdir(), 'youju-data-'))), knowledge, () => clock.now)
  return { ...book, clock }
}

/** The content of a file, in one piece. */
export async function* content(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

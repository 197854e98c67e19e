import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CHOSEN } from '../../proof/stamp/token-file.ts'
import { namesIn } from '../../vault/absent.ts'
import type { Casebook } from '../casebook.ts'
import { everyCase } from '../kept-case.ts'
import { dropTokens } from '../proofs/kept-stamps.ts'
import { READINGS_SEEN } from '../readings/reading-queue.ts'

export type Erased = { readonly cases: number; readonly originals: number }

/**
 * Everything goes: snapshots, noted heads, time stamps and who was chosen to give them, uploads on their way, every case, every original. Only an empty casebook is
 * left. Backups and exports lie elsewhere and are for the person to throw away.
 */
export async function eraseCasebook(book: Casebook): Promise<Erased> {
  const { store, vault, folder } = book
  // First what would otherwise speak of cases that are gone.
  for (const name of ['heads.jsonl', CHOSEN, READINGS_SEEN]) await rm(join(folder, name), { force: true })
  await dropTokens(book)
  for (const name of ['snapshots', 'uploads'])
    for (const inner of await namesIn(join(folder, name)))
      await rm(join(folder, name, inner), { recursive: true, force: true })
  for (const name of await namesIn(folder))
    if (name.startsWith('.snapshot-')) await rm(join(folder, name), { recursive: true, force: true })
  let [cases, originals] = [0, 0]
  for await (const caseId of everyCase(book)) if (await store.forget(caseId)) cases += 1
  for await (const { sha256 } of vault.list()) if (await vault.remove(sha256)) originals += 1
  await vault.dropIncoming()
  await store.compact()
  return { cases, originals }
}

import { join } from 'node:path'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { instantAt } from '../../core/values/instant.ts'
import { openStore } from '../store/open-store.ts'
import { folderVault } from '../vault/folder-vault.ts'
import type { Casebook } from './casebook.ts'

/**
 * Opens the casebook of a data folder, made when it is absent; with a `databaseUrl` its events are kept there. Close its
 * store when done.
 */
export async function openCasebook(
  folder: string,
  knowledge: Knowledge,
  now: () => string = () => instantAt(Date.now()),
  databaseUrl?: string,
): Promise<Casebook> {
  const store = await openStore(folder, databaseUrl)
  return { store, vault: folderVault(join(folder, 'vault')), knowledge, folder, now }
}

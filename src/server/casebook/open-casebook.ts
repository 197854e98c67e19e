import { join } from 'node:path'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { instantAt } from '../../core/values/instant.ts'
import { openStore } from '../store/open-store.ts'
import { folderVault } from '../vault/folder-vault.ts'
import type { Vault } from '../vault/vault.ts'
import type { Casebook } from './casebook.ts'

/** Where a casebook keeps what it does not keep in its data folder. */
export type Elsewhere = {
  /** The events: a PostgreSQL database. */
  readonly databaseUrl?: string | undefined
  /** The originals: `s3://bucket/prefix?endpoint=…`. */
  readonly vaultUrl?: string | undefined
}

/** Opens the casebook of a data folder, made when it is absent. Close its store when done. */
export async function openCasebook(
  folder: string,
  knowledge: Knowledge,
  now: () => string = () => instantAt(Date.now()),
  { databaseUrl, vaultUrl }: Elsewhere = {},
): Promise<Casebook> {
  const vault = await vaultOf(folder, vaultUrl)
  return { store: await openStore(folder, databaseUrl), vault, knowledge, folder, now }
}

async function vaultOf(folder: string, url: string | undefined): Promise<Vault> {
  if (url === undefined) return folderVault(join(folder, 'vault'))
  const { openS3Vault } = await import('../vault/open-s3-vault.ts')
  return openS3Vault(url, join(folder, 'incoming'))
}

import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LARGEST_TOKEN, tokenDigest } from '../../proof/stamp/token-file.ts'
import { isAbsent, namesIn } from '../../vault/absent.ts'
import { syncFolder } from '../../vault/sync-folder.ts'
import type { Casebook } from '../casebook.ts'

/** Beside the vault: a folder a case, a file a token, named by what it is about and by its own digest. */
const PROOFS = 'proofs'
/** The name of a token: the SHA-256 it is about, and the first half of its own. */
const tokenName = /^([0-9a-f]{64})\.([0-9a-f]{32})\.tsr$/

/** A token as it is kept: about a head of the chain of its case, or about an original. */
export type KeptToken = {
  readonly caseId: string
  readonly name: string
  /** The digest it was asked for. */
  readonly sha256: string
  readonly bytes: Buffer
  /** Whether the bytes are those that were kept under this name. */
  readonly whole: boolean
}

type Folder = Pick<Casebook, 'folder'>

/** Keeps a token; it is on the disk when this is done. The same token is kept once. */
export async function keepToken(
  { folder }: Folder,
  caseId: string,
  sha256: string,
  token: Uint8Array,
): Promise<string> {
  const name = `${sha256}.${tokenDigest(token)}.tsr`
  await putToken({ folder }, caseId, name, token)
  return name
}

/** Puts a token under a name that was made for it; what stood there otherwise was no such token. */
export async function putToken({ folder }: Folder, caseId: string, name: string, token: Uint8Array): Promise<void> {
  const home = join(folder, PROOFS, caseId)
  await mkdir(home, { recursive: true, mode: 0o700 })
  const draft = join(home, `.${randomBytes(6).toString('hex')}.part`)
  try {
    const file = await open(draft, 'wx', 0o400)
    try {
      await file.writeFile(token)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, join(home, name))
    for (const made of [home, join(folder, PROOFS), folder]) await syncFolder(made)
  } finally {
    await rm(draft, { force: true })
  }
}

export async function tokensOf({ folder }: Folder, caseId: string): Promise<readonly KeptToken[]> {
  const tokens: KeptToken[] = []
  for (const name of (await namesIn(join(folder, PROOFS, caseId))).toSorted()) {
    const [, sha256, own] = tokenName.exec(name) ?? []
    if (sha256 === undefined) continue
    const bytes = await beginningOf(join(folder, PROOFS, caseId, name))
    if (bytes !== undefined) tokens.push({ caseId, name, sha256, bytes, whole: tokenDigest(bytes) === own })
  }
  return tokens
}

/** The names of all tokens that are kept, by case. */
export async function tokenNames({ folder }: Folder): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const names = new Map<string, ReadonlySet<string>>()
  for (const caseId of await namesIn(join(folder, PROOFS)))
    names.set(caseId, new Set(await namesIn(join(folder, PROOFS, caseId))))
  return names
}

/** With the case they are about, or all of them. */
export async function dropTokens({ folder }: Folder, caseId = ''): Promise<void> {
  await rm(join(folder, PROOFS, caseId), { recursive: true, force: true })
}

async function beginningOf(path: string): Promise<Buffer | undefined> {
  try {
    return (await readFile(path)).subarray(0, LARGEST_TOKEN + 1)
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

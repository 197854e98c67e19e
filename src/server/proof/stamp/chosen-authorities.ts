import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Cert, certOf } from './certificate.ts'
import { CHOSEN } from './token-file.ts'

const chosen = z.strictObject({
  authorities: z.array(z.string()),
  /** Root certificates, each in base64. */
  roots: z.array(z.string()),
})

export type Chosen = { readonly authorities: readonly string[]; readonly roots: readonly Cert[] }

/** What was chosen in a data folder; nothing where nothing is, or where it cannot be read. */
export async function chosenAuthorities(folder: string): Promise<Chosen> {
  try {
    const { authorities, roots } = chosen.parse(JSON.parse(await readFile(join(folder, CHOSEN), 'utf8')))
    return { authorities, roots: roots.flatMap((base64) => certOf(Buffer.from(base64, 'base64')) ?? []) }
  } catch {
    return { authorities: [], roots: [] }
  }
}

/** For the owner alone: an address may hold a password. */
export async function chooseAuthorities(folder: string, { authorities, roots }: Chosen): Promise<void> {
  if (authorities.length === 0) return rm(join(folder, CHOSEN), { force: true })
  const kept = { authorities, roots: roots.map(({ raw }) => raw.toString('base64')) }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, CHOSEN), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
}

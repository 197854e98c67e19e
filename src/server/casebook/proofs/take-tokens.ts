import { readdir } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { tokensAt } from '../../pack/folder-stamps.ts'
import type { Casebook } from '../casebook.ts'
import { keepToken } from './kept-stamps.ts'

type Taken = { readonly caseId: string; readonly folder: string; readonly files: ReadonlyMap<string, string> }

/**
 * Keeps the time stamps that come along with the originals of a case folder (`files`: path by SHA-256): `a.png.tsr` beside
 * `a.png`, and those of an export below `proofs/`. One that is about something else is left where it is.
 */
export async function takeTokens(book: Pick<Casebook, 'folder'>, { caseId, folder, files }: Taken): Promise<void> {
  for (const [sha256, file] of files) {
    const paths = [`${file}.tsr`, ...(await exportedBeside(folder, file))]
    for (const token of await tokensAt(paths)) {
      const { imprintOf } = await import('../../proof/stamp/judge.ts')
      if (imprintOf(token)?.digest === sha256) await keepToken(book, caseId, sha256, token)
    }
  }
}

async function exportedBeside(folder: string, file: string): Promise<readonly string[]> {
  const home = join(folder, 'proofs', relative(folder, dirname(file)))
  const names = await readdir(home).catch(() => [])
  const name = basename(file)
  const isToken = (one: string) => one.startsWith(`${name}.`) && /^\.[0-9a-f]{32}\.tsr$/.test(one.slice(name.length))
  return names.filter(isToken).map((one) => join(home, one))
}

import { lstat, readFile } from 'node:fs/promises'
import { LARGEST_TOKEN } from '../proof/stamp/token-file.ts'

/** What lies beside a file as its time stamp, unless it is too large to be one. */
export async function tokenBeside(path: string): Promise<Uint8Array | undefined> {
  return (await tokensAt([`${path}.tsr`]))[0]
}

/** What can be a token of what lies at these paths. */
export async function tokensAt(paths: readonly string[]): Promise<readonly Uint8Array[]> {
  const tokens: Uint8Array[] = []
  for (const path of paths) {
    const found = await lstat(path).catch(() => undefined)
    if (found?.isFile() && found.size <= LARGEST_TOKEN) tokens.push(await readFile(path))
  }
  return tokens
}

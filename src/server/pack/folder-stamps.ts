import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../../core/case/log/finding-words.ts'
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

/** What is amiss with the time stamp over the seal: it must cover the seal, or the seal as it was before more came. */
export async function sealStampFindings(folder: string, seal: Uint8Array): Promise<readonly Finding[]> {
  const token = await tokenBeside(join(folder, 'evidence.sha256'))
  if (token === undefined) return []
  const { coveredPart } = await import('../proof/stamp/covered-part.ts')
  return stampFindings(
    'evidence.sha256',
    token,
    (digest, algorithm) => coveredPart(seal, digest, algorithm) !== undefined,
  )
}

/** The same for time stamps beside exhibits, whose digests are given by name. */
export async function fileStampFindings(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const [file, sha256] of files) {
    const token = await tokenBeside(join(folder, file))
    // One with another kind of digest is for `timestamp verify`, which reads the file anew.
    const isAbout = (digest: string, algorithm: string) => algorithm !== 'sha256' || digest === sha256
    if (token !== undefined) findings.push(...(await stampFindings(file, token, isAbout)))
  }
  return findings
}

async function stampFindings(
  file: string,
  token: Uint8Array,
  isAbout: (digest: string, algorithm: string) => boolean,
): Promise<readonly Finding[]> {
  const { imprintOf, judgeStamp } = await import('../proof/stamp/judge.ts')
  const item = `${file}.tsr`
  const imprint = imprintOf(token)
  if (imprint === undefined) return [{ what: 'stamp-changed', item, found: 'not-a-token' }]
  const { algorithm, digest } = imprint
  const { reason } = judgeStamp(token, { digest: { [algorithm]: digest }, roots: [] })
  if (reason !== 'no-root-given')
    return [{ what: 'stamp-changed', item, ...(reason === undefined ? {} : { found: reason }) }]
  return isAbout(digest, algorithm) ? [] : [{ what: 'stamp-of-nothing', item, expected: digest, found: 'none' }]
}

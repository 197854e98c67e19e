import { createHash } from 'node:crypto'
import type { Finding } from '../../../core/case/log/finding-words.ts'
import { coveredPart } from '../stamp/covered-part.ts'
import { imprintOf, judgeStamp } from '../stamp/judge.ts'
import { LARGEST_TOKEN } from '../stamp/token-file.ts'
import { type BagFile, type BagSource, isDamage } from './bag-source.ts'
import { stampedBy } from './stamped-by.ts'

/** The seal grows line by line; a time stamp covers it as it was. */
const SEAL = 'evidence.sha256'
const LARGEST_SEAL = 4 * 1_048_576

/**
 * What is amiss with the time stamps in a case folder, an export or (with `below` = `data/`) a bag: changed, or about other
 * bytes than those that lie beside them now. Who signed is for `timestamp verify`, which takes a root.
 */
export async function fileStampFindings({ files }: BagSource, below = ''): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const [path, token] of files) {
    if (!path.startsWith(below)) continue
    const item = path.slice(below.length)
    const named = stampedBy(item)
    const stamped = named === undefined ? undefined : files.get(`${below}${named}`)
    if (stamped === undefined) continue
    try {
      findings.push(...(await tokenFindings(item, token, stamped, named === SEAL)))
    } catch (error) {
      // What cannot be read of a ZIP is found when the bag is checked.
      if (!isDamage(error)) throw error
    }
  }
  return findings
}

async function tokenFindings(
  item: string,
  token: BagFile,
  stamped: BagFile,
  isSeal: boolean,
): Promise<readonly Finding[]> {
  const bytes = token.bytes > LARGEST_TOKEN ? undefined : await wholeOf(token)
  const imprint = bytes && imprintOf(bytes)
  if (bytes === undefined || imprint === undefined) return [{ what: 'stamp-changed', item, found: 'not-a-token' }]
  const { algorithm, digest } = imprint
  const { reason } = judgeStamp(bytes, { digest: { [algorithm]: digest }, roots: [] })
  if (reason !== undefined && reason !== 'no-root-given') return [{ what: 'stamp-changed', item, found: reason }]
  if (isSeal && stamped.bytes <= LARGEST_SEAL && coveredPart(await wholeOf(stamped), digest, algorithm) !== undefined)
    return []
  const hash = createHash(algorithm)
  for await (const chunk of stamped.read()) hash.update(chunk)
  const found = hash.digest('hex')
  return found === digest ? [] : [{ what: 'stamp-of-nothing', item, expected: digest, found }]
}

async function wholeOf(file: BagFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of file.read()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

import type { ChainHead, Link } from './chain.ts'
import type { Finding } from './finding-words.ts'

/** What a chain contradicts of what was noted of it: the first head it has otherwise, the last it does not reach. */
export function headFindings(caseId: string, links: readonly Link[], noted: readonly ChainHead[]): readonly Finding[] {
  const hashes = new Map(links.map(({ version, hash }) => [version, hash]))
  const inOrder = noted.toSorted((a, b) => a.version - b.version)
  const other = inOrder.find(({ version, hash }) => hashes.has(version) && hashes.get(version) !== hash)
  const beyond = inOrder.findLast(({ version }) => !hashes.has(version))
  return [
    ...(other === undefined ? [] : [headFinding('head-differs', caseId, other, hashes.get(other.version) ?? '')]),
    ...(beyond === undefined ? [] : [headFinding('head-missing', caseId, beyond, `${links.length} records`)]),
  ]
}

export function headFinding(what: string, caseId: string, { version, hash }: ChainHead, found: string): Finding {
  return { what, item: `${caseId} #${version - 1}`, expected: hash, found }
}

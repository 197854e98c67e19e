import type { CaseEvent } from '../event.ts'
import { canonicalJson } from './canonical-json.ts'

/**
 * One event as it is kept. `hash` covers every field but salt and payload; those two are covered through `digest`, so
 * that they can be dropped together and the chain still holds. The salt keeps a short payload from being guessed.
 */
export type Link = {
  /** 1 for the first event of a case. */
  readonly version: number
  readonly type: string
  readonly at: string
  /** Random, from the caller; null once the payload is erased. */
  readonly salt: string | null
  /** Null once erased. */
  readonly payload: unknown
  /** SHA-256 over the canonical JSON of `{ payload, salt }`. */
  readonly digest: string
  /** `hash` of the link before; 64 zeros for the first. */
  readonly previous: string
  readonly hash: string
}

/** SHA-256 of a text in UTF-8, as 64 lower-case hex digits. */
export type Digest = (text: string) => string

/** The last link of a chain as it was once noted elsewhere: tells whether links were cut off at the end. */
export type ChainHead = Pick<Link, 'version' | 'hash'>

/** What is broken at which link. `item` is the version the link must have by its place. */
export type ChainFinding = {
  readonly item: number
  readonly what: 'version' | 'hash' | 'previous' | 'payload' | 'erasure' | 'end'
  readonly expected: string
  readonly found: string
}

const START = '0'.repeat(64)

/** The link for an event that follows `last`. */
export function linkAfter(last: ChainHead | undefined, event: CaseEvent, salt: string, digest: Digest): Link {
  const { type, at, payload } = event
  const covered = {
    version: (last?.version ?? 0) + 1,
    type,
    at,
    digest: digest(canonicalJson({ payload, salt })),
    previous: last?.hash ?? START,
  }
  return { ...covered, salt, payload, hash: digest(canonicalJson(covered)) }
}

/** The same link without payload and salt. What is left still belongs to the chain and tells nothing of the content. */
export function withoutPayload(link: Link): Link {
  return { ...link, payload: null, salt: null }
}

/**
 * The faults of a chain, none when it holds. `head`, when it is known, must be the last link. Whether what is missing was
 * erased is asked only of a chain that is whole otherwise: a broken link may be the very erasure.
 */
export function verifyChain(links: readonly Link[], digest: Digest, head?: ChainHead): readonly ChainFinding[] {
  const broken = links.flatMap((link, index) => [
    ...placeFindings(link, index, links[index - 1], digest),
    ...payloadFindings(link, index + 1, digest),
  ])
  const findings = broken.length > 0 ? broken : erasureFindings(links)
  const last = links.at(-1)
  if (head === undefined || (last?.version === head.version && last.hash === head.hash)) return findings
  const item = Math.max(head.version, links.length)
  const found = last === undefined ? 'nothing' : `${last.version} ${last.hash}`
  return [...findings, { item, what: 'end', expected: `${head.version} ${head.hash}`, found }]
}

/** A link whose own content was changed is named itself; its follower is named only if it leads to neither content. */
function placeFindings(link: Link, index: number, before: Link | undefined, digest: Digest): readonly ChainFinding[] {
  const findings: ChainFinding[] = []
  const item = index + 1
  if (link.version !== item)
    findings.push({ item, what: 'version', expected: String(item), found: String(link.version) })
  const hash = hashOf(link, digest)
  if (link.hash !== hash) findings.push({ item, what: 'hash', expected: hash, found: link.hash })
  const [noted, real] = before === undefined ? [START, START] : [before.hash, hashOf(before, digest)]
  if (link.previous !== noted && link.previous !== real)
    findings.push({ item, what: 'previous', expected: noted, found: link.previous })
  return findings
}

function hashOf({ version, type, at, digest: payload, previous }: Link, digest: Digest): string {
  return digest(canonicalJson({ version, type, at, digest: payload, previous }))
}

function payloadFindings(
  { payload, salt, digest: noted }: Link,
  item: number,
  digest: Digest,
): readonly ChainFinding[] {
  if (payload === null && salt === null) return []
  const real = digest(canonicalJson({ payload, salt }))
  return real === noted ? [] : [{ item, what: 'payload', expected: noted, found: real }]
}

/** What is missing must have been erased by an event of the chain, and what was erased must be missing. */
function erasureFindings(links: readonly Link[]): readonly ChainFinding[] {
  const erased = new Set(links.flatMap(erasedVersion))
  return links.flatMap(({ version: item, payload }): readonly ChainFinding[] => {
    if (payload === null && !erased.has(item))
      return [{ item, what: 'erasure', expected: 'a PayloadErased event', found: 'none' }]
    return payload !== null && erased.has(item)
      ? [{ item, what: 'erasure', expected: 'no payload', found: 'a payload' }]
      : []
  })
}

function erasedVersion({ type, payload }: Link): readonly number[] {
  if (type !== 'PayloadErased' || typeof payload !== 'object' || payload === null || !('event' in payload)) return []
  return typeof payload.event === 'number' ? [payload.event + 1] : []
}
